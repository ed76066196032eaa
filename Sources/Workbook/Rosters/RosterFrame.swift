/// What stands around the rows of a roster sheet: its view, widths, title and header before, its print set-up behind.
enum RosterFrame {
  /// Everything before the first row of values.
  static func head(of sheet: RosterSheet) -> String {
    XMLPart.declaration + """
      <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
      xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
      <sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>\(view(of: sheet))\
      <sheetFormatPr defaultRowHeight="19" customHeight="1"/>\(widths(of: sheet))<sheetData>\(titleRows(of: sheet))\
      \(headerRow(of: sheet))
      """
  }

  /// Everything after the last row of values.
  static func tail(of sheet: RosterSheet, rowCount: Int) -> String {
    let last = Position(row: sheet.headerRow + rowCount, column: max(0, sheet.columns.count - 1)).name
    let filter = sheet.isFiltered ? "<autoFilter ref=\"A\(sheet.headerRow + 1):\(last)\"/>" : ""
    let foot = foot(of: sheet, below: sheet.headerRow + rowCount)
    return """
      \(foot.map(\.row).joined())</sheetData>\(filter)\(joinedCells(of: sheet, foot.flatMap(\.joined)))\(links(of: sheet))<printOptions horizontalCentered="1"/>\
      <pageMargins left="0.59" right="0.59" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>\
      <pageSetup paperSize="\(paperSize(of: sheet))" fitToHeight="0" orientation="\(orientation(of: sheet))"/>\
      <headerFooter><oddFooter>&amp;C&amp;"宋体,Regular"&amp;10第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>\
      <ignoredErrors><ignoredError sqref="A1:\(last)" numberStoredAsText="1"/></ignoredErrors></worksheet>
      """
  }

  /// A4 where its columns stand side by side in a size that can be read, or A3.
  private static func paperSize(of sheet: RosterSheet) -> Int {
    sheet.width <= PrintSetup.Orientation.landscape.widestPage ? 9 : 8
  }

  /// Upright where the columns have room side by side, so that long lists take fewer sheets of paper.
  private static func orientation(of sheet: RosterSheet) -> String {
    sheet.width <= PrintSetup.Orientation.portrait.paperWidth ? "portrait" : "landscape"
  }

  /// The rows below the last row of values, each with the cells that it joins: the notes and the line to sign on.
  private static func foot(of sheet: RosterSheet, below last: Int) -> [(row: String, joined: [String])] {
    var row = last + 1
    func line(_ parts: [String], _ style: Int, height: Double) -> (row: String, joined: [String]) {
      defer { row += 1 }
      let count = sheet.columns.count
      var (cells, joined) = ("", [String]())
      for (index, part) in parts.enumerated() {
        let columns = (index * count / parts.count)..<((index + 1) * count / parts.count)
        guard !columns.isEmpty else { continue }
        cells += cell(row, columns.lowerBound, part, style)
        let (first, last) = (columnName(columns.lowerBound), columnName(columns.upperBound - 1))
        if columns.count > 1 { joined.append("\(first)\(row + 1):\(last)\(row + 1)") }
      }
      return ("<row r=\"\(row + 1)\" ht=\"\(Int(height.rounded(.up)))\" customHeight=\"1\">\(cells)</row>", joined)
    }
    let notes = sheet.notes.enumerated().map { index, note in
      let text = (index == 0 ? "注：" : "　　") + note
      let lines = Prose.lines(text, size: 10.5, pixels: sheet.width)
      return line([text], RosterStyles.Number.note, height: Prose.height(lines: lines, size: 10.5, spacing: 1.45))
    }
    guard sheet.isSigned, case .signatures(let lines) = Block.signature else { return notes }
    return notes + lines.map { line($0, RosterStyles.Number.left, height: 42) }
  }

  private static func view(of sheet: RosterSheet) -> String {
    let corner = Position(row: sheet.headerRow + 1, column: min(sheet.frozenColumns, max(0, sheet.columns.count - 1)))
    let sideways = corner.column > 0 ? "xSplit=\"\(corner.column)\" " : ""
    let pane = corner.column > 0 ? "bottomRight" : "bottomLeft"
    return "<sheetViews><sheetView showGridLines=\"0\" workbookViewId=\"0\">"
      + "<pane \(sideways)ySplit=\"\(corner.row)\" topLeftCell=\"\(corner.name)\" activePane=\"\(pane)\" state=\"frozen\"/>"
      + "<selection pane=\"\(pane)\"/></sheetView></sheetViews>"
  }

  private static func widths(of sheet: RosterSheet) -> String {
    let columns = sheet.columns.enumerated().map { index, column in
      // The file counts widths with their padding, 7 pixels a unit.
      let hundredths = ColumnWidth.pixels(units: column.units) * 100 / 7
      return
        "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)\""
        + " customWidth=\"1\"/>"
    }
    return "<cols>\(columns.joined())</cols>"
  }

  private static func titleRows(of sheet: RosterSheet) -> String {
    var rows = ""
    if !sheet.title.isEmpty {
      rows += "<row r=\"1\" ht=\"36\" customHeight=\"1\">\(cell(0, 0, sheet.title, RosterStyles.Number.title))</row>"
    }
    if !sheet.left.isEmpty || !sheet.right.isEmpty {
      let row = sheet.headerRow - 1
      let cells =
        cell(row, 0, sheet.left, RosterStyles.Number.left)
        + (sheet.columns.count > 1 ? cell(row, middle(of: sheet), sheet.right, RosterStyles.Number.right) : "")
      rows += "<row r=\"\(row + 1)\" ht=\"20\" customHeight=\"1\">\(cells)</row>"
    }
    return rows
  }

  private static func headerRow(of sheet: RosterSheet) -> String {
    let cells = sheet.columns.enumerated().map {
      cell(sheet.headerRow, $0, $1.heading, RosterStyles.Number.header)
    }
    let lines = sheet.columns.map { column in
      Prose.lines(
        inCell: column.heading, size: Table.headerSize, pixels: ColumnWidth.pixels(units: column.units),
        isIndented: false)
    }
    let height = Int(Table.headerHeight(lines: lines.max() ?? 1))
    return "<row r=\"\(sheet.headerRow + 1)\" ht=\"\(height)\" customHeight=\"1\">\(cells.joined())</row>"
  }

  private static func links(of sheet: RosterSheet) -> String {
    guard !sheet.leadsTo.isEmpty else { return "" }
    let links = sheet.leadsTo.enumerated().map { index, name in
      let cell = Position(row: sheet.headerRow + 1 + index, column: 1).name
      return "<hyperlink ref=\"\(cell)\" location=\"\(XMLPart.escaped(quotedSheetName(name)))!A1\"/>"
    }
    return "<hyperlinks>\(links.joined())</hyperlinks>"
  }

  private static func joinedCells(of sheet: RosterSheet, _ foot: [String]) -> String {
    guard sheet.columns.count > 1 else { return "" }
    let last = columnName(sheet.columns.count - 1)
    var ranges = foot
    if !sheet.title.isEmpty { ranges.append("A1:\(last)1") }
    if !sheet.left.isEmpty || !sheet.right.isEmpty {
      let row = sheet.headerRow
      let middle = middle(of: sheet)
      if middle > 1 { ranges.append("A\(row):\(columnName(middle - 1))\(row)") }
      if middle < sheet.columns.count - 1 { ranges.append("\(columnName(middle))\(row):\(last)\(row)") }
    }
    guard !ranges.isEmpty else { return "" }
    return "<mergeCells count=\"\(ranges.count)\">" + ranges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
      + "</mergeCells>"
  }

  /// The column at which the right half of the second row begins.
  private static func middle(of sheet: RosterSheet) -> Int {
    (sheet.columns.count + 1) / 2
  }

  private static func cell(_ row: Int, _ column: Int, _ text: String, _ style: Int) -> String {
    let name = Position(row: row, column: column).name
    return
      "<c r=\"\(name)\" s=\"\(style)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(XMLPart.escaped(PaperText.allowed(text)))</t></is></c>"
  }
}
