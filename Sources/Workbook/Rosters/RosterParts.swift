/// The small parts of a roster book, which programs want before they look at a sheet.
///
/// WPS refuses a package without `docProps`, so both of its parts are always there.
enum RosterParts {
  private static let relationships = "http://schemas.openxmlformats.org/package/2006/relationships"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  static func contentTypes(sheetCount: Int) -> String {
    let spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    let sheets = (1...max(1, sheetCount)).map {
      "<Override PartName=\"/xl/worksheets/sheet\($0).xml\" ContentType=\"\(spreadsheet).worksheet+xml\"/>"
    }
    return XMLPart.declaration + """
      <Types xmlns="\(package)/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/docProps/app.xml" \
      ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>\
      <Override PartName="/docProps/core.xml" \
      ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
      <Override PartName="/xl/styles.xml" ContentType="\(spreadsheet).styles+xml"/>\
      <Override PartName="/xl/sharedStrings.xml" ContentType="\(spreadsheet).sharedStrings+xml"/>\
      <Override PartName="/xl/workbook.xml" ContentType="\(spreadsheet).sheet.main+xml"/>\
      \(sheets.joined())</Types>
      """
  }

  static let packageRelations =
    XMLPart.declaration + """
      <Relationships xmlns="\(relationships)">\
      <Relationship Id="rId1" Type="\(office)/relationships/officeDocument" Target="xl/workbook.xml"/>\
      <Relationship Id="rId2" Type="\(package)/relationships/metadata/core-properties" Target="docProps/core.xml"/>\
      <Relationship Id="rId3" Type="\(office)/relationships/extended-properties" Target="docProps/app.xml"/>\
      </Relationships>
      """

  static func application(_ properties: DocumentProperties) -> String {
    XMLPart.declaration + """
      <Properties xmlns="\(office)/extended-properties"><Application>Microsoft Excel</Application>\
      <DocSecurity>0</DocSecurity><Company>\(XMLPart.escaped(properties.office))</Company>\
      <AppVersion>12.0000</AppVersion></Properties>
      """
  }

  static func core(_ properties: DocumentProperties) -> String {
    let created = properties.created.timestamp
    let office = XMLPart.escaped(properties.office)
    return XMLPart.declaration + """
      <cp:coreProperties xmlns:cp="\(package)/metadata/core-properties" \
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
      <dc:title>\(XMLPart.escaped(properties.title))</dc:title>\
      <dc:subject>\(XMLPart.escaped(properties.subject))</dc:subject>\
      <dc:creator>\(office)</dc:creator><cp:lastModifiedBy>\(office)</cp:lastModifiedBy>\
      <dcterms:created xsi:type="dcterms:W3CDTF">\(created)</dcterms:created>\
      <dcterms:modified xsi:type="dcterms:W3CDTF">\(created)</dcterms:modified>\
      <cp:category>\(XMLPart.escaped(properties.category))</cp:category></cp:coreProperties>
      """
  }

  /// The list of sheets with the names that printing and filtering need.
  static func workbook(_ sheets: [(sheet: RosterSheet, rowCount: Int, part: Int)]) -> String {
    let list = sheets.map { sheet, _, part in
      "<sheet name=\"\(XMLPart.escaped(sheet.name))\" sheetId=\"\(part)\" r:id=\"rId\(part)\"/>"
    }
    // Excel wants the names in order: filters, then print areas, then repeated rows.
    let filters = sheets.enumerated().filter { $1.sheet.isFiltered }.map { index, entry in
      name("_xlnm._FilterDatabase", index, " hidden=\"1\"", entry.sheet, range(entry.sheet, rowCount: entry.rowCount))
    }
    let titles = sheets.enumerated().map { index, entry in
      let row = entry.sheet.headerRow + 1
      return name("_xlnm.Print_Titles", index, "", entry.sheet, "$\(row):$\(row)")
    }
    return XMLPart.declaration + """
      <workbook xmlns="\(main)" xmlns:r="\(office)/relationships">\
      <bookViews><workbookView xWindow="240" yWindow="15" windowWidth="16095" windowHeight="9660"/></bookViews>\
      <sheets>\(list.joined())</sheets><definedNames>\(filters.joined())\(titles.joined())</definedNames></workbook>
      """
  }

  static func workbookRelations(sheetCount: Int) -> String {
    let sheets = (1...max(1, sheetCount)).map {
      "<Relationship Id=\"rId\($0)\" Type=\"\(office)/relationships/worksheet\" Target=\"worksheets/sheet\($0).xml\"/>"
    }
    return XMLPart.declaration + """
      <Relationships xmlns="\(relationships)">\(sheets.joined())\
      <Relationship Id="rId\(sheetCount + 1)" Type="\(office)/relationships/styles" Target="styles.xml"/>\
      <Relationship Id="rId\(sheetCount + 2)" Type="\(office)/relationships/sharedStrings" Target="sharedStrings.xml"/>\
      </Relationships>
      """
  }

  private static func name(
    _ name: String, _ index: Int, _ attributes: String, _ sheet: RosterSheet, _ range: String
  ) -> String {
    "<definedName name=\"\(name)\" localSheetId=\"\(index)\"\(attributes)>"
      + XMLPart.escaped(quotedSheetName(sheet.name)) + "!" + range + "</definedName>"
  }

  private static func range(_ sheet: RosterSheet, rowCount: Int) -> String {
    let last = Position(row: sheet.headerRow + rowCount, column: max(0, sheet.columns.count - 1))
    return "\(Position(row: sheet.headerRow, column: 0).absoluteName):\(last.absoluteName)"
  }
}
