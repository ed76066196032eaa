import Testing

/// The two nights of the sample data.
enum Night: String, CaseIterable, CustomTestStringConvertible {
  case first = "2023-08-19"
  case second = "2023-08-20"

  var testDescription: String { rawValue }
}
