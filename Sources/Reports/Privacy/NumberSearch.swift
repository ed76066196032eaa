import Exports

/// Looks for numbers of people in a text: in runs of digits, and in several that stand apart by little.
struct NumberSearch {
  /// Digits that stand together.
  struct Group {
    var digits: [Int] = []
    /// Where they stand among the scalars of the text.
    var range: Range<Int>
    /// Whether an X follows, which ends an identity number.
    var endsWithX = false
    /// Whether the digits are the decimals of a number.
    var isFraction = false
    var follows = Gap.wide

    var plain: String { digits.map(String.init).joined() + (endsWithX ? "X" : "") }
  }

  /// What lies between a group and the one before it.
  enum Gap {
    /// Blanks and dashes.
    case narrow
    /// Brackets, dots and strokes besides.
    case odd
    /// Anything else, or too much.
    case wide
  }

  private(set) var groups: [Group] = []
  private let scalars: [Unicode.Scalar]
  private let style: DigitStyle

  init(_ scalars: [Unicode.Scalar], _ style: DigitStyle) {
    (self.scalars, self.style) = (scalars, style)
    divide()
  }

  /// The longest a number may be that is written in several groups, with a country code before it.
  private static let longest = 22

  private mutating func divide() {
    var gap: [Unicode.Scalar] = []
    var isOpen = false
    for (index, scalar) in scalars.enumerated() {
      if let digit = style.digit(scalar) {
        if !isOpen {
          groups.append(Group(range: index..<index, follows: groups.isEmpty ? .wide : Self.kind(of: gap)))
          groups[groups.count - 1].isFraction = isFraction(after: gap)
          gap = []
          isOpen = true
        }
        groups[groups.count - 1].digits.append(digit)
        groups[groups.count - 1].range = groups[groups.count - 1].range.lowerBound..<(index + 1)
      } else if !scalar.isWithoutWidth {
        if isOpen, scalar.halfWidth == "X" || scalar.halfWidth == "x" {
          groups[groups.count - 1].endsWithX = true
          groups[groups.count - 1].range = groups[groups.count - 1].range.lowerBound..<(index + 1)
        }
        isOpen = false
        gap.append(scalar)
      }
    }
  }

  /// Whether a group that a point divides from another is the decimals of one number: a single point, with digits on both sides.
  private func isFraction(after gap: [Unicode.Scalar]) -> Bool {
    guard gap == ["."], groups.count >= 2 else { return false }
    let before = groups[groups.count - 2]
    return !before.isFraction && before.digits.count <= 10 && !before.endsWithX
  }

  private static func kind(of gap: [Unicode.Scalar]) -> Gap {
    guard gap.count <= 3 else { return .wide }
    var kind = Gap.narrow
    for scalar in gap.map(\.halfWidth) {
      if scalar.properties.isWhitespace || scalar == "\\" || scalar == "\u{2212}"
        || scalar.properties.generalCategory == .dashPunctuation
      {
        continue
      }
      guard ["(", ")", ".", "_", "/", "·", "•", "~", "*"].contains(scalar) else { return .wide }
      kind = .odd
    }
    return kind
  }

  /// Every number that is found, larger and smaller ones at the same place.
  var found: [PrivateText] {
    var found: [PrivateText] = []
    for first in groups.indices {
      found += inside(groups[first])
      var count = 0
      for last in first..<groups.count {
        if last > first, groups[last].follows == .wide { break }
        count += groups[last].digits.count
        guard count <= Self.longest else { break }
        if let number = number(Array(groups[first...last])) { found.append(number) }
      }
    }
    return found
  }

  private func number(_ groups: [Group]) -> PrivateText? {
    // Only the decimals of a number that is written alone: 1.38 and 138.1234.5678 are not the same.
    if groups.count == 1, groups[0].isFraction { return nil }
    let window = Window(groups, hasPlus: hasPlus(before: groups[0]))
    guard let (kind, plain) = window.meaning else { return nil }
    return PrivateText(
      kind: kind, plain: plain, range: groups[0].range.lowerBound..<groups[groups.count - 1].range.upperBound)
  }

  private func hasPlus(before group: Group) -> Bool {
    let before = scalars[..<group.range.lowerBound].last { !$0.isWithoutWidth }
    return before?.halfWidth == "+"
  }

  /// Identity numbers inside a longer run of digits, such as a telephone and an identity number written without anything between them,
  /// and two mobiles written so. A telephone in any other run could be part of a code: those that somebody has are looked for apart.
  private func inside(_ group: Group) -> [PrivateText] {
    let places = Array(group.plain)
    guard places.count > 18 else { return [] }
    func isMobile(_ digits: ArraySlice<Int>) -> Bool { digits.starts(with: [1]) && digits.dropFirst().first ?? 0 >= 3 }
    if group.digits.count == 22, isMobile(group.digits[..<11]), isMobile(group.digits[11...]) {
      return [PrivateText(kind: .mobile, plain: group.plain, range: group.range)]
    }
    let isRight = (0...(places.count - 18)).contains { start in
      IdentityNumber(String(places[start..<(start + 18)]))?.hasRightCheckDigit ?? false
    }
    return isRight ? [PrivateText(kind: .identity, plain: group.plain, range: group.range)] : []
  }
}

/// Groups of digits read as one number.
private struct Window {
  private let digits: [Int]
  private let sizes: [Int]
  private let endsWithX: Bool
  private let isOdd: Bool
  private let hasPlus: Bool

  init(_ groups: [NumberSearch.Group], hasPlus: Bool) {
    digits = groups.flatMap(\.digits)
    sizes = groups.map(\.digits.count)
    endsWithX = groups.last?.endsWithX ?? false
    isOdd = groups.dropFirst().contains { $0.follows == .odd }
    self.hasPlus = hasPlus
  }

  private var isWhole: Bool { sizes.count == 1 }

  /// What the number is, and how it is written plainly.
  var meaning: (PrivateText.Kind, String)? {
    if let national, let (kind, plain) = national.telephone { return (kind, plain) }
    if hasPlus, digits.starts(with: [8, 6]), (11...13).contains(digits.count), isWhole || !isOdd {
      return (.landline, "0" + text(digits.dropFirst(2)))
    }
    if let found = telephone { return found }
    return isIdentity ? (.identity, text(digits[...]) + (endsWithX && digits.count == 17 ? "X" : "")) : nil
  }

  /// The same without the country code; nil where there is none.
  private var national: Window? {
    let code = digits.starts(with: [0, 0, 8, 6]) ? 4 : digits.starts(with: [8, 6]) ? 2 : 0
    guard code > 0, digits.count == code + 11, digits[code] == 1 else { return nil }
    var rest = self
    rest.drop(code)
    return rest
  }

  private mutating func drop(_ count: Int) {
    var left = count
    var rest: [Int] = []
    for size in sizes {
      let taken = min(left, size)
      left -= taken
      if size > taken { rest.append(size - taken) }
    }
    self = Window(digits: Array(digits.dropFirst(count)), sizes: rest, isOdd: isOdd)
  }

  private init(digits: [Int], sizes: [Int], isOdd: Bool) {
    (self.digits, self.sizes, self.isOdd, endsWithX, hasPlus) = (digits, sizes, isOdd, false, false)
  }

  private var telephone: (PrivateText.Kind, String)? {
    // An X behind a mobile is the mark of an extension, or a letter of the next word.
    guard !endsWithX else { return isWhole && isMobile ? (.mobile, text(digits[...])) : nil }
    if isMobile { return (.mobile, text(digits[...])) }
    return isLandline ? (.landline, text(digits[...])) : nil
  }

  private var isMobile: Bool {
    guard digits.count == 11, digits[0] == 1 else { return false }
    if isWhole || sizes == [3, 4, 4] || sizes == [3, 8] || sizes == [7, 4] { return true }
    guard digits[1] >= 3 else { return false }
    return !isOdd || sizes.allSatisfy { $0 >= 3 }
  }

  /// 010 and 02x have three places, the others four; seven or eight more follow.
  private var isLandline: Bool {
    guard (10...12).contains(digits.count), digits[0] == 0, digits[1] != 0 else { return false }
    let area = digits[1] <= 2 ? 3 : 4
    guard (7...8).contains(digits.count - area) else { return false }
    return isWhole || sizes[0] == area && sizes.dropFirst().allSatisfy { $0 >= 3 }
  }

  private var isIdentity: Bool {
    let count = digits.count + (endsWithX ? 1 : 0)
    guard count == 18 || count == 15 && !endsWithX,
      let number = IdentityNumber(text(digits[...]) + (endsWithX ? "X" : ""))
    else { return false }
    if isWhole { return digits[0] != 0 }
    if isOdd { return false }
    if count == 15 { return sizes == [6, 6, 3] }
    return number.hasRightCheckDigit || sizes == [6, 8, 4] || sizes == [6, 4, 4, 4] || endsWithX && sizes == [6, 8, 3]
  }

  private func text(_ digits: ArraySlice<Int>) -> String { digits.map(String.init).joined() }
}
