/// The merged ranges of one sheet, looked for only when a row may need them and once however often the sheet is read.
///
/// They stand behind the rows, so that finding them unpacks the whole part; a merged range leaves blank cells, so that a sheet
/// whose rows are all full needs none.
final class SheetMerges {
  private let workbook: WorkbookParts
  private let sheet: Int
  private let limit: Int
  /// The ranges where they were looked for; nil before.
  private(set) var known: [MergedRange]?

  init(_ workbook: WorkbookParts, sheet: Int, limit: Int) {
    self.workbook = workbook
    self.sheet = sheet
    self.limit = limit
  }

  /// Looks for the ranges, unless that was done.
  func ranges() throws(ExportError) -> [MergedRange] {
    if let known { return known }
    let ranges = try mergedRanges(workbook, sheet: sheet, limit: limit)
    known = ranges
    return ranges
  }
}
