import Archive

extension TextEncoding {
  /// The encoding that a page or an XML declaration states near its beginning; nil when it states none that is known.
  ///
  /// Latin-1 and its kin are never believed: Chinese pages carry them from templates that nobody looked at.
  init?(declaredIn beginning: [UInt8]) {
    let text = beginning.prefix(4096).map { $0 | ($0 >= 0x41 && $0 <= 0x5A ? 0x20 : 0) }
    for word in ["charset", "encoding"] {
      var rest = text[...]
      while let found = rest.firstIndex(ofBytes: Array(word.utf8)) {
        rest = rest[(found + word.utf8.count)...]
        let name = rest.drop { $0 <= 0x20 }
        guard name.first == UInt8(ascii: "=") else { continue }
        let value = name.dropFirst().drop { $0 <= 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
        let letters = value.prefix { $0 > 0x20 && !"\"';/>?".utf8.contains($0) }
        if let known = Self(charset: String(decoding: letters, as: UTF8.self)) {
          self = known
          return
        }
      }
    }
    return nil
  }

  private init?(charset: String) {
    switch charset {
    case "utf-8", "utf8": self = .utf8
    case "gb2312", "gbk", "gb18030", "x-gbk", "cp936", "windows-936", "gb_2312-80": self = .gb18030
    default: return nil
    }
  }

  /// Chooses between what a file declares and what its bytes are.
  ///
  /// A declaration counts where the bytes leave a doubt: a few Chinese characters in GB18030 can look like UTF-8. Where
  /// they leave none they count, since the template of a page often states another encoding than the program writes.
  init(sound: Int, broken: Int, declared: TextEncoding?) {
    let found = TextEncoding(sound: sound, broken: broken)
    let isSure = found == .gb18030 ? broken >= 4 : sound >= 4
    self = isSure ? found : declared ?? found
  }
}

extension ArraySlice<UInt8> {
  /// Where a run of bytes begins.
  func firstIndex(ofBytes wanted: [UInt8]) -> Int? {
    guard let first = wanted.first else { return nil }
    var rest = self
    while let found = rest.firstIndex(of: first) {
      if rest[found...].starts(with: wanted) { return found }
      rest = rest[(found + 1)...]
    }
    return nil
  }
}
