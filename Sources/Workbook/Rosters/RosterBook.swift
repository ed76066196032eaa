package import Archive

/// A workbook of big plain sheets, written row by row in constant memory.
///
/// Rosters have a million rows, and libxlsxwriter spends most of its time on temporary files and on a level of
/// compression that cannot be chosen. So the parts are written here, as plain XML, straight into the archive. Books share
/// nothing: several threads may each write one.
package final class RosterBook {
  private let path: String
  private let properties: DocumentProperties
  private let sheets: [RosterSheet]
  private let packing: ArchiveWriter.Packing
  private let archive: ArchiveWriter
  private let words = SharedWords()
  private var rowCounts: [Int] = []

  /// Starts a book at `path` whose sheets will be written in the given order.
  package init(
    path: String, properties: DocumentProperties, sheets: [RosterSheet], packing: ArchiveWriter.Packing = .fast
  ) throws(WorkbookError) {
    self.path = path
    self.properties = properties
    self.sheets = sheets
    self.packing = packing
    try Self.check(sheets, path: path)
    archive = try translating(path) { () throws(ArchiveWriterError) in try ArchiveWriter(path: path) }
    try translating(path) { [archive] () throws(ArchiveWriterError) in
      try archive.add("[Content_Types].xml", RosterParts.contentTypes(sheetCount: sheets.count))
      try archive.add("_rels/.rels", RosterParts.packageRelations)
      try archive.add("docProps/app.xml", RosterParts.application(properties))
      try archive.add("docProps/core.xml", RosterParts.core(properties))
      try archive.add("xl/styles.xml", RosterStyles.part)
    }
  }

  /// Writes the next sheet: `rows` gives every row to the writer, cell by cell.
  package func writeSheet(_ rows: (inout PlainSheetWriter) throws -> Void) throws {
    let index = rowCounts.count
    precondition(index < sheets.count, "\(path) was announced with \(sheets.count) sheets")
    let sheet = sheets[index]
    try translating(path) { [archive, packing] () throws(ArchiveWriterError) in
      try archive.beginPart("xl/worksheets/sheet\(index + 1).xml", packing: packing)
    }
    var writer = PlainSheetWriter(sheet: sheet, path: path, archive: archive, words: words)
    try rows(&writer)
    try writer.writeTail()
    rowCounts.append(writer.rowCount)
    try translating(path) { [archive] () throws(ArchiveWriterError) in try archive.endPart() }
  }

  /// Writes what remains and closes the file, which is whole only if this does not throw.
  package func close() throws(WorkbookError) {
    if rowCounts.count < sheets.count {
      throw WorkbookError(path: path, fault: .unwrittenSheet(sheets[rowCounts.count].name))
    }
    let workbook = RosterParts.workbook(zip(sheets, rowCounts).map { ($0, $1) })
    let relations = RosterParts.workbookRelations(sheetCount: sheets.count)
    let words = words.part
    try translating(path) { [archive] () throws(ArchiveWriterError) in
      try archive.add("xl/sharedStrings.xml", words)
      try archive.add("xl/workbook.xml", workbook)
      try archive.add("xl/_rels/workbook.xml.rels", relations)
      try archive.close()
    }
  }

  private static func check(_ sheets: [RosterSheet], path: String) throws(WorkbookError) {
    var taken: Set<String> = []
    for sheet in sheets {
      let isTaken = !taken.insert(sheet.name.lowercased()).inserted
      if let reason = fault(ofName: sheet.name, isTaken: isTaken) {
        throw WorkbookError(path: path, fault: .sheetName(sheet.name, reason: reason))
      }
    }
  }

  /// Why Excel would refuse a sheet's name, or nil.
  private static func fault(ofName name: String, isTaken: Bool) -> String? {
    if name.isEmpty { return "it is empty" }
    if name.utf16.count > 31 { return "it is longer than 31 characters" }
    if name.contains(where: { "[]:*?/\\".contains($0) }) { return "it holds one of []:*?/\\" }
    if name.hasPrefix("'") || name.hasSuffix("'") { return "it begins or ends with an apostrophe" }
    return isTaken ? "another sheet has it" : nil
  }
}

/// Turns an error of the archive into one of the workbook, whose readers know nothing of parts.
func translating<Result>(
  _ path: String, _ body: () throws(ArchiveWriterError) -> Result
) throws(WorkbookError) -> Result {
  do {
    return try body()
  } catch {
    throw WorkbookError(path: path, fault: .unwritable(reason: error.reason))
  }
}
