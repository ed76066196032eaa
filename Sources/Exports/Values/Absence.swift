/// What a cell without any number in it comes to; nil when it must be read further.
func absence<Value>(
  _ text: FoldedText, missing: MissingTokens, expected: ValueFault.Expectation
) -> Parsed<Value>? {
  if !text.isSound { return .fault(ValueFault(.undecodable, expected: expected)) }
  if let reason = missing.reason(for: text) { return .missing(reason) }
  if text.scalars.first == "#", spreadsheetErrors.contains(text.string) {
    return .fault(ValueFault(.spreadsheetError, expected: expected))
  }
  return nil
}

private let spreadsheetErrors: Set<String> = [
  "#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA",
]
