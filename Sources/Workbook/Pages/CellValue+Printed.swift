extension CellValue {
  /// The value as it stands on paper in a cell of the given format.
  package func printed(as format: NumberFormat) -> String {
    switch self {
    case .blank: ""
    case .text(let text), .link(let text, _, _): text
    case .rich(let runs): runs.map(\.text).joined()
    case .integer(let value): format.printed(units: value, decimals: 0)
    case .decimal(let units, let decimals): format.printed(units: units, decimals: decimals)
    }
  }
}
