import Archive

/// What the directory parts of a workbook say: its sheets, where their rows lie, and which day system its dates count in.
struct WorkbookParts {
  /// A sheet and the part that holds its rows.
  struct Sheet {
    let name: SheetName
    let part: ArchivePart
  }

  let sheets: [Sheet]
  let sharedStrings: ArchivePart?
  let styles: ArchivePart?
  /// Whether serial days count from 1904.
  let is1904: Bool
  let path: String
  private let archive: ArchiveReader
  private let limits: ExportLimits

  /// Reads the directory parts; throws when the archive is no workbook, or has lost a sheet.
  ///
  /// `path` is named in errors; the archive itself may lie elsewhere, where it was converted from that file.
  init(path: String, archivePath: String? = nil, limits: ExportLimits) throws(ExportError) {
    let archive: ArchiveReader
    do throws(ArchiveReadError) {
      archive = try ArchiveReader(path: archivePath ?? path)
    } catch {
      throw ExportError(path: path, error)
    }
    self.path = path
    self.limits = limits
    self.archive = archive
    let opener = PartOpener(path: path, archive: archive, limits: limits.inflation)
    let root = try Relationships(of: "", opener: opener)
    guard let name = root.target(ofType: "officeDocument") ?? archive.part(named: "xl/workbook.xml")?.name,
      let part = archive.part(named: name), !name.hasSuffix(".bin")
    else { throw ExportError(path: path, cause: .unsupported(Self.kind(of: archive))) }
    let links = try Relationships(of: part.name, opener: opener)
    let directory = try SheetDirectory(part, opener: opener)
    guard directory.isWorkbook else { throw ExportError(path: path, cause: .unsupported(.otherArchive)) }
    is1904 = directory.is1904
    sharedStrings = try links.part(ofType: "sharedStrings", in: archive)
    styles = try links.part(ofType: "styles", in: archive)
    var sheets: [Sheet] = []
    for entry in directory.entries where links.isWorksheet(entry.relationship) {
      guard let target = links.target(of: entry.relationship), let part = archive.part(named: target) else {
        throw ExportError(path: path, sheet: entry.name.name, cause: .damaged(entry.relationship))
      }
      // Two names for the same rows mean that those of another sheet are lost.
      guard !sheets.contains(where: { $0.part.name == part.name }) else {
        throw ExportError(path: path, sheet: entry.name.name, cause: .damaged(part.name))
      }
      sheets.append(Sheet(name: entry.name, part: part))
    }
    if let lost = links.worksheet(besides: directory.entries.map(\.relationship)) {
      throw ExportError(path: path, cause: .damaged(lost))
    }
    guard !sheets.isEmpty else { throw ExportError(path: path, cause: .damaged(part.name)) }
    guard sheets.count <= limits.sheets else {
      throw ExportError(path: path, cause: .tooManySheets(limit: limits.sheets))
    }
    try Self.checkSum(of: sheets, path: path, limits: limits.inflation)
    self.sheets = sheets
  }

  /// Refuses sheets that together claim to unpack to more than the file may swell to: many can share the same packed bytes.
  private static func checkSum(of sheets: [Sheet], path: String, limits: InflationLimits) throws(ExportError) {
    var claimed = 0
    for sheet in sheets {
      let sum = claimed.addingReportingOverflow(sheet.part.claimedSize)
      claimed = sum.overflow ? .max : sum.partialValue
    }
    let file: InputFile
    do throws(ArchiveReadError) { file = try InputFile(path: path) } catch { throw ExportError(path: path, error) }
    let allowance = limits.allowance(packedSize: file.size)
    guard claimed <= allowance else { throw ExportError(path: path, cause: .tooLarge("workbook", limit: allowance)) }
  }

  /// Starts walking a part.
  func scanner(_ part: ArchivePart, sheet: String? = nil) throws(ExportError) -> XMLScanner {
    try PartOpener(path: path, archive: archive, limits: limits.inflation).scanner(part, sheet: sheet)
  }

  /// Opens a part as bytes, for a search that leaves its checksum to whoever reads the part.
  func search(_ part: ArchivePart, sheet: String? = nil) throws(ExportError) -> PartReader {
    try PartOpener(path: path, archive: archive, limits: limits.inflation).open(part, sheet: sheet, proves: false)
  }

  private static func kind(of archive: ArchiveReader) -> FileKind {
    if archive.part(named: "xl/workbook.bin") != nil { return .binaryWorkbook }
    if archive.part(named: "content.xml") != nil { return .openDocument }
    return .otherArchive
  }
}

/// Opens parts of one archive under its limits.
struct PartOpener {
  /// The file that errors name.
  let path: String
  let archive: ArchiveReader
  let limits: InflationLimits

  func open(_ part: ArchivePart, sheet: String? = nil, proves: Bool = true) throws(ExportError) -> PartReader {
    do throws(ArchiveReadError) {
      return try archive.open(part, limits: limits, proves: proves)
    } catch {
      throw ExportError(path: path, sheet: sheet, error)
    }
  }

  func scanner(_ part: ArchivePart, sheet: String? = nil) throws(ExportError) -> XMLScanner {
    let origin = XMLOrigin(path: path, sheet: sheet, part: part.name)
    return try XMLScanner(try open(part, sheet: sheet), origin: origin)
  }
}
