import Archive

/// What the directory parts of a workbook say: its sheets, and where their rows lie.
struct WorkbookParts {
  struct Sheet {
    let name: SheetName
    let part: String
  }

  let sheets: [Sheet]

  init(path: String, limits: ExportLimits) throws(ExportError) {
    throw ExportError(path: path, cause: .unsupported(.workbook))
  }
}
