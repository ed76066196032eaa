/// Why the contents of a cell are no value of the form wanted; facts only, sentences are made on request.
package struct ValueFault: Sendable, Hashable {
  /// The stable code.
  package let code: Code
  /// What would have been a value.
  package let expected: Expectation

  init(_ code: Code, expected: Expectation) {
    self.code = code
    self.expected = expected
  }

  /// Stable codes of faults, as they are stored with a rejected row.
  package enum Code: String, Sendable, CaseIterable {
    case notInteger = "not_an_integer"
    case notNumber = "not_a_number"
    case outOfRange = "out_of_range"
    case notDuration = "not_a_duration"
    case ambiguousDuration = "ambiguous_duration"
    case notDate = "not_a_date"
    case impossibleDate = "impossible_date"
    case ambiguousDate = "ambiguous_date"
    case notBoolean = "not_a_boolean"
    case notRate = "not_a_rate"
    case rateScale = "rate_scale"
    case notIdentifier = "not_an_identifier"
    case precisionLost = "id_precision_lost"
    case checkDigit = "id_check_digit"
    case notName = "not_a_name"
    case notPhone = "not_a_phone"
    case formulaWithoutValue = "formula_without_value"
    case spreadsheetError = "spreadsheet_error"
    case undecodable = "undecodable"
  }

  /// What a form reads, for the sentence.
  package enum Expectation: Sendable, Hashable {
    case integer
    case decimal
    case duration
    case dateTime
    case date
    case boolean
    case rate
    case identifier
    case identityNumber
    case name
    case phone
    case text
  }
}
