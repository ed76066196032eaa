import Exports
import Programme

extension SheetColumns {
  /// Why a row cannot be used although it was read: a column of the source holds a formula that was saved without its
  /// value. Nil for rows whose such formulas stand in columns that nobody reads, or that are totals and notes.
  ///
  /// The questions of a survey are not among the mapped columns, so there every column with a header counts.
  func unsavedFormula(in row: Row, kind: SourceKind) -> Rejection? {
    guard row.lacksValues, roles.role(of: row) == .data else { return nil }
    let mapped = header.columns.map { (index: $0.index, header: $0.header) }
    let asked = header.headers.enumerated().map { (index: $0.offset, header: $0.element) }
    let read = kind == .survey ? asked.filter { !$0.header.isEmpty } : mapped
    guard let cell = read.first(where: { row.kind($0.index) == .formulaWithoutValue }) else { return nil }
    var rejection = Rejection.row(.formulaWithoutValue, row: row.number)
    (rejection.column, rejection.found) = (cell.header, row.text(cell.index))
    return rejection
  }
}
