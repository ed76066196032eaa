/// Reads the rows of one sheet of a workbook.
struct SheetRows: ~Copyable {
  let hiddenColumns: [ClosedRange<Int>] = []

  init(workbook: WorkbookParts, sheet: Int, limits: ExportLimits) throws(ExportError) {}

  mutating func next(_ row: inout Row) throws(ExportError) -> Bool { false }
}
