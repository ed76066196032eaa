import Archive

/// Which part of which workbook is being walked, for the errors.
struct XMLOrigin {
  let path: String
  let sheet: String?
  let part: String

  /// The longest tag or run of characters, in bytes: a cell holds 32,767 characters at most.
  static let longestToken = 16 << 20

  var damaged: ExportError { ExportError(path: path, sheet: sheet, cause: .damaged(part)) }
  var documentType: ExportError { ExportError(path: path, sheet: sheet, cause: .documentType(part)) }

  func error(_ error: ArchiveReadError) -> ExportError {
    ExportError(path: path, sheet: sheet, error)
  }

  func tooLarge(_ limit: Int) -> ExportError {
    ExportError(path: path, sheet: sheet, cause: .tooLarge(part, limit: limit))
  }
}
