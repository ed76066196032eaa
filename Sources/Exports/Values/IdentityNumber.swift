/// A Chinese identity number taken apart: 17 digits with the day of birth in them and a check digit (GB 11643), or the
/// 15 digits of numbers issued before 1999, which have none.
package struct IdentityNumber {
  /// Whether the last place is what the others demand.
  package let hasRightCheckDigit: Bool
  /// The day of birth, in days since 1970-01-01.
  package let birth: Int

  /// Reads a number written in half-width digits and nothing else.
  package init?(_ text: String) { self.init(Array(text.unicodeScalars)) }

  /// Nil when the places are not digits or the day of birth does not exist.
  init?(_ scalars: [Unicode.Scalar]) {
    guard scalars.count == 18 || scalars.count == 15 else { return nil }
    let digits = scalars.prefix(17).compactMap(\.digit)
    guard digits.count == min(scalars.count, 17) else { return nil }
    let birth = scalars.count == 18 ? Array(digits[6..<14]) : [1, 9] + digits[6..<12]
    let number = birth.reduce(0) { $0 * 10 + $1 }
    guard let day = CivilDate(year: number / 10_000, month: number / 100 % 100, day: number % 100) else { return nil }
    self.birth = day.daysSince1970
    guard scalars.count == 18 else {
      hasRightCheckDigit = true
      return
    }
    guard scalars[17].digit != nil || scalars[17] == "X" else { return nil }
    hasRightCheckDigit = scalars[17] == Self.checkDigit(digits)
  }

  /// The weights of the places are powers of 2 modulo 11.
  private static func checkDigit(_ digits: [Int]) -> Unicode.Scalar {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let marks: [Unicode.Scalar] = ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"]
    return marks[zip(weights, digits).reduce(0) { $0 + $1.0 * $1.1 } % 11]
  }
}
