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
      try archive.add("[Content_Types].xml", RosterParts.contentTypes(sheetCount: partCount))
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
    rowCounts.append(try write(sheets[index], part: index + 1, rows))
  }

  private func write(
    _ sheet: RosterSheet, part: Int, _ rows: (inout PlainSheetWriter) throws -> Void
  ) throws -> Int {
    try translating(path) { [archive, packing] () throws(ArchiveWriterError) in
      try archive.beginPart("xl/worksheets/sheet\(part).xml", packing: packing)
    }
    var writer = PlainSheetWriter(sheet: sheet, path: path, archive: archive, words: words)
    try rows(&writer)
    try writer.writeTail()
    try translating(path) { [archive] () throws(ArchiveWriterError) in try archive.endPart() }
    return writer.rowCount
  }

  /// Whether the first sheet lists the others, which are too many to be seen at a glance.
  private var hasContents: Bool { sheets.count > Contents.mostWithout }

  private var partCount: Int { sheets.count + (hasContents ? 1 : 0) }

  /// Writes the list of the sheets with their titles and rows, each a link.
  private func writeContents() throws -> RosterSheet {
    var contents = RosterSheet(
      name: Contents.sheetName, title: Contents.sheetName, left: properties.title, right: properties.subject,
      columns: [
        .init("序号", .integer, units: 8), .init("工作表", .link, units: 40), .init("标题", .text, units: 64),
        .init("行数", .integer, units: 12),
      ], isFiltered: false)
    contents.leadsTo = sheets.map(\.name)
    _ = try write(contents, part: partCount) { writer in
      for (index, sheet) in sheets.enumerated() {
        writer.integer(Int64(index + 1))
        writer.text(sheet.name)
        writer.text(sheet.title)
        writer.integer(Int64(rowCounts[index]))
        try writer.endRow()
      }
    }
    return contents
  }

  /// Writes what remains and closes the file, which is whole only if this does not throw.
  package func close() throws {
    if rowCounts.count < sheets.count {
      throw WorkbookError(path: path, fault: .unwrittenSheet(sheets[rowCounts.count].name))
    }
    var listed = sheets.indices.map { (sheet: sheets[$0], rowCount: rowCounts[$0], part: $0 + 1) }
    if hasContents { listed.insert((try writeContents(), sheets.count, partCount), at: 0) }
    let workbook = RosterParts.workbook(listed)
    let relations = RosterParts.workbookRelations(sheetCount: partCount)
    let words = words.part
    try translating(path) { [archive] () throws(ArchiveWriterError) in
      try archive.add("xl/sharedStrings.xml", words)
      try archive.add("xl/workbook.xml", workbook)
      try archive.add("xl/_rels/workbook.xml.rels", relations)
      try archive.close()
    }
  }

  private static func check(_ sheets: [RosterSheet], path: String) throws(WorkbookError) {
    var taken: Set<String> = sheets.count > Contents.mostWithout ? [Contents.sheetName] : []
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
