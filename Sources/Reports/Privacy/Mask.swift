import Exports

/// Personal numbers covered the way offices cover them: identity numbers first 6 and last 4, telephones 3 and 4.
package enum Mask {
  /// Covers everything in a text that looks like an identity number, a telephone or an e-mail address, wherever it stands.
  ///
  /// It covers more than `PrivateText` finds: any 15 or 18 digits that stand together, since nobody misses a number in a message.
  package static func covered(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    let found = PrivateText.find(in: text) + longNumbers(in: scalars)
    guard !found.isEmpty else { return text }
    var result = String.UnicodeScalarView()
    var next = 0
    for one in found.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) where one.range.lowerBound >= next {
      result.append(contentsOf: scalars[next..<one.range.lowerBound])
      result.append(contentsOf: one.covered.unicodeScalars)
      next = one.range.upperBound
    }
    result.append(contentsOf: scalars[next...])
    return String(result)
  }

  /// Whether a text carries something that `covered` would cover.
  package static func hasPrivateNumber(_ text: String) -> Bool {
    covered(text) != text
  }

  private static func longNumbers(in scalars: [Unicode.Scalar]) -> [PrivateText] {
    NumberSearch(scalars, .decimal).groups.compactMap { group in
      let places = group.plain.count
      guard places == 15 || places == 18 else { return nil }
      return PrivateText(kind: .identity, plain: group.plain, range: group.range)
    }
  }
}

extension PrivateText {
  /// What may be shown of it: enough to find it again, too little to use it.
  package var covered: String {
    switch kind {
    case .identity: Self.covered(plain, first: 6, last: 4)
    case .mobile, .landline: Self.covered(plain, first: 3, last: 4)
    case .email: "\(plain.prefix(1))***" + plain.drop { $0 != "@" }
    }
  }

  private static func covered(_ text: String, first: Int, last: Int) -> String {
    guard text.count > first + last else { return String(repeating: "*", count: text.count) }
    return "\(text.prefix(first))\(String(repeating: "*", count: text.count - first - last))\(text.suffix(last))"
  }
}
