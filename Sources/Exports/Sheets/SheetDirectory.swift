import Archive

/// The list of sheets in the workbook part.
struct SheetDirectory {
  /// A sheet's name and the link to its rows.
  struct Entry {
    let name: SheetName
    let relationship: String
  }

  private(set) var entries: [Entry] = []
  private(set) var is1904 = false
  /// Whether the part is a workbook at all, not a text document or a presentation.
  private(set) var isWorkbook = false

  init(_ part: ArchivePart, opener: PartOpener) throws(ExportError) {
    var scanner = try opener.scanner(part)
    var isInSheets = false
    while true {
      let token = try scanner.next()
      if token == .finished { return }
      if token == .end, scanner.name == XMLName("sheets") { isInSheets = false }
      guard token == .start else { continue }
      if scanner.name == XMLName("workbook") {
        isWorkbook = true
      } else if scanner.name == XMLName("workbookPr") {
        let value = try scanner.attribute(XMLName("date1904"))
        is1904 = value == "1" || value == "true"
      } else if scanner.name == XMLName("sheet") {
        let state = try scanner.attribute(XMLName("state")) ?? "visible"
        let name = SheetName(name: try scanner.attribute(XMLName("name")) ?? "", isHidden: state != "visible")
        // The link's attribute is r:id; sheetId is another name.
        entries.append(Entry(name: name, relationship: try scanner.attribute(XMLName("id")) ?? ""))
      } else if isInSheets {
        // A sheet under another name would be lost without a word.
        throw XMLOrigin(path: opener.archive.path, sheet: nil, part: part.name).damaged
      } else if scanner.name == XMLName("sheets") {
        isInSheets = !scanner.isEmpty
      }
    }
  }
}
