import Archive

/// The tables of a web page, each of which is a sheet.
struct PageDirectory {
  let path: String
  let encoding: TextEncoding
  /// A page with one table has one sheet without a name; several tables are numbered, since pages do not name them.
  let sheets: [SheetName]

  init(path: String, encoding: TextEncoding, limits: ExportLimits) throws(ExportError) {
    self.path = path
    self.encoding = encoding
    var scanner = try Self.scanner(path: path, encoding: encoding)
    var count = 0
    while true {
      let token = try scanner.next()
      if token == .finished { break }
      if token == .start, scanner.name == XMLName("table") { count += 1 }
      guard count <= limits.sheets else { throw ExportError(path: path, cause: .tooManySheets(limit: limits.sheets)) }
    }
    guard count > 0 else { throw ExportError(path: path, cause: .unsupported(.webPage)) }
    sheets = (1...count).map { SheetName(name: count == 1 ? "" : "\($0)", isHidden: false) }
  }

  /// Starts walking the page.
  func scanner() throws(ExportError) -> PageScanner {
    try Self.scanner(path: path, encoding: encoding)
  }

  private static func scanner(path: String, encoding: TextEncoding) throws(ExportError) -> PageScanner {
    let origin = XMLOrigin(path: path, sheet: nil, part: "HTML")
    do throws(ArchiveReadError) {
      return PageScanner(try MarkupSource(path: path, encoding: encoding), origin: origin)
    } catch {
      throw origin.error(error)
    }
  }
}
