import Exports
package import Programme

/// Covers what belongs to people as the programme's `privacy` says; the one way in which anything is covered.
package struct Mask: Sendable {
  /// How much of a number is shown.
  package let privacy: Privacy

  package init(_ privacy: Privacy) { self.privacy = privacy }

  /// For messages and logs, which are told whatever the pipeline file says.
  package static let standard = Mask(.standard)

  /// Covers everything in a text that looks like an identity number, a telephone or an e-mail address, wherever it stands.
  ///
  /// It covers more than `PrivateText` finds: any 15 or 18 digits that stand together, since nobody misses a number in a message.
  package func covered(_ text: String) -> String {
    guard PrivateText.mayStand(in: text) else { return text }
    let scalars = Array(text.unicodeScalars)
    let found = PrivateText.find(in: text) + Self.longNumbers(in: scalars)
    guard !found.isEmpty else { return text }
    var result = String.UnicodeScalarView()
    var next = 0
    for one in found.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) where one.range.lowerBound >= next {
      result.append(contentsOf: scalars[next..<one.range.lowerBound])
      result.append(contentsOf: covered(one).unicodeScalars)
      next = one.range.upperBound
    }
    result.append(contentsOf: scalars[next...])
    return String(result)
  }

  /// Whether a text carries something that `covered` would cover.
  package func hasPrivateNumber(_ text: String) -> Bool {
    covered(text) != text
  }

  private static func longNumbers(in scalars: [Unicode.Scalar]) -> [PrivateText] {
    guard scalars.count(where: { DigitStyle.decimal.digit($0) != nil }) >= 14 else { return [] }
    return NumberSearch(scalars, .decimal).groups.compactMap { group in
      let places = group.plain.count
      guard places == 15 || places == 18 else { return nil }
      return PrivateText(kind: .identity, plain: group.plain, range: group.range)
    }
  }

  /// What may be shown of something personal: enough to find it again, too little to use it.
  package func covered(_ one: PrivateText) -> String {
    switch one.kind {
    case .identity: covered(one.plain, privacy.identity)
    case .mobile, .landline: covered(one.plain, privacy.phone)
    case .email: "\(one.plain.prefix(1))***" + one.plain.drop { $0 != "@" }
    }
  }

  private func covered(_ text: String, _ ends: Privacy.Ends) -> String {
    guard text.count > ends.first + ends.last else { return String(repeating: "*", count: text.count) }
    return
      "\(text.prefix(ends.first))\(String(repeating: "*", count: text.count - ends.first - ends.last))\(text.suffix(ends.last))"
  }

  /// A name as public papers print it.
  package func publicName(_ name: String) -> String {
    privacy.names == .surname ? Self.surname(of: name) : name
  }

  /// The surname of a person, a star for every other character; a point between two parts of a name stays.
  package static func surname(of name: String) -> String {
    let shown = doubleSurnames.contains(String(name.prefix(2))) && name.count > 2 ? 2 : 1
    return name.prefix(shown) + name.dropFirst(shown).map { $0 == "\u{B7}" ? "\u{B7}" : "*" }.joined()
  }

  /// Surnames of two characters.
  private static let doubleSurnames: Set<String> = [
    "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "长孙", "宇文", "司徒", "夏侯", "端木", "百里", "呼延", "南宫",
  ]
}

extension Edition {
  /// What covers numbers and names in the papers of the programme.
  var mask: Mask { Mask(programme.privacy) }
}
