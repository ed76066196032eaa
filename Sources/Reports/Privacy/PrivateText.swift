import Exports

/// Something in a text that belongs to one person alone: an identity number, a telephone, an e-mail address.
///
/// A number counts in whatever digits it is written, with spaces, dashes, brackets or characters without width between them. What a
/// number must look like is narrow enough that dates, codes and figures of a paper are let through:
///
/// - 18 places, the last perhaps X, whose seventh to fourteenth are a day of birth; the check digit (GB 11643) may be wrong where they stand
///   together, since a mistyped number gives a person away too. Where they stand apart it must be right, unless they stand as 6, 8 and 4.
/// - 15 places with a day of birth in them, as they were given until 1999.
/// - 11 places that begin with 1; where they stand apart in an unusual way, with 13 to 19.
/// - A landline with its area code, and any number after +86.
package struct PrivateText: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case identity, mobile, landline, email
  }

  package let kind: Kind
  /// The digits alone, or the address in small letters: what two spellings of the same have in common.
  package let plain: String
  /// Where it stands among the unicode scalars of the text.
  let range: Range<Int>

  /// Everything of the kind in a text, in its order.
  package static func find(in text: String) -> [PrivateText] {
    guard mayStand(in: text) else { return [] }
    let scalars = Array(text.unicodeScalars)
    var found: [PrivateText] = []
    if scalars.contains(where: { $0.halfWidth == "@" }) { found += MailAddresses(scalars).found }
    for style in DigitStyle.allCases where scalars.count(where: { style.digit($0) != nil }) >= DigitStyle.fewest {
      found += NumberSearch(scalars, style).found
    }
    var kept: [PrivateText] = []
    // A longer one explains the shorter ones in it.
    for one in found.sorted(by: { ($0.range.count, $1.range.lowerBound) > ($1.range.count, $0.range.lowerBound) })
    where !kept.contains(where: { $0.range.overlaps(one.range) }) {
      kept.append(one)
    }
    return kept.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Whether a text has enough of what could be digits, or an @: most cells have not, and to look closely costs a hundred times as much.
  static func mayStand(in text: String) -> Bool {
    if isMoment(text) { return false }
    var numerals = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39: numerals += 1
      case 0x40: return true
      case 0x00..<0x80, 0x2010...0x2027, 0x3000...0x3006, 0x3008...0x301F, 0xFF01...0xFF0F, 0xFF1A...0xFF1F: continue
      case 0x4E00...0x9FFF: if DigitStyle.words.digit(scalar) != nil { numerals += 1 }
      default:
        if scalar.halfWidth == "@" { return true }
        numerals += 1
      }
    }
    return numerals >= DigitStyle.fewest
  }

  /// Whether a text is a day and a time of this age, such as `2023-08-01 10:00:00`, which is no number of anybody: a day and an hour have ten
  /// digits, and a landline of ten begins with 0.
  private static func isMoment(_ text: String) -> Bool {
    guard text.utf8.count == 19 else { return false }
    return zip(text.utf8, "2999-99-99 99:99:99".utf8).enumerated().allSatisfy { index, pair in
      let (byte, form) = pair
      guard form == UInt8(ascii: "9") || index == 0 else { return byte == form }
      return index == 0 ? byte == UInt8(ascii: "1") || byte == UInt8(ascii: "2") : byte &- 0x30 <= 9
    }
  }

  /// Every run of so many digits and more that stands together, whatever it is.
  package static func digitRuns(in text: String, atLeast least: Int) -> [String] {
    let search = NumberSearch(Array(text.unicodeScalars), .decimal)
    return search.groups.filter { $0.digits.count >= least }.map(\.plain)
  }
}

/// The digits that a number may be written in; one number is written in one style.
enum DigitStyle: CaseIterable {
  /// No number of a person has fewer digits.
  static let fewest = 10

  /// Half-width, full-width and any other decimal digits.
  case decimal
  /// 一三八〇.
  case words
  /// ①③⑧ and superscripts.
  case signs

  /// The value of a character as a digit of the style.
  func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch self {
    case .decimal:
      if (0x30...0x39).contains(scalar.value) { return Int(scalar.value) - 0x30 }
      guard !scalar.isASCII, !(0x4E00...0x9FFF).contains(scalar.value), scalar.properties.numericType == .decimal else {
        return nil
      }
    case .words: return scalar.isASCII ? nil : Self.values[scalar]
    case .signs:
      if scalar.isASCII || (0x4E00...0x9FFF).contains(scalar.value) { return nil }
      guard scalar.properties.numericType == .digit || scalar == "⓪" else { return nil }
    }
    return scalar.properties.numericValue.map { Int($0) }.flatMap { (0...9).contains($0) ? $0 : nil }
  }

  private static let values: [Unicode.Scalar: Int] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "壹": 1, "贰": 2, "叁": 3,
    "肆": 4,
    "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9, "幺": 1,
  ]
}

extension Unicode.Scalar {
  /// Takes no room between two digits: zero-width characters, direction marks, combining marks.
  var isWithoutWidth: Bool {
    switch properties.generalCategory {
    case .format, .nonspacingMark, .enclosingMark: true
    default: false
    }
  }

  /// The half-width form of a full-width character, and itself for any other.
  var halfWidth: Unicode.Scalar {
    (0xFF01...0xFF5E).contains(value) ? Unicode.Scalar(value - 0xFEE0) ?? self : self
  }
}
