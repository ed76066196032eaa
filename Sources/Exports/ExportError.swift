import Archive

/// Why an export, or the rest of it, cannot be read at all.
///
/// Faults of single rows and values are not errors: see `RowFault` and `ValueFault`.
package struct ExportError: Error, Sendable, Equatable {
  /// The file as it was named.
  package let path: String
  /// The sheet, when the fault lies in one.
  package let sheet: String?
  /// What is wrong.
  package let cause: Cause

  /// The kinds of fault, with what is needed to say them.
  package enum Cause: Sendable, Equatable {
    /// No such file.
    case missing
    /// The system refused; its own words say why.
    case unreadable(String)
    /// Not a single byte, or nothing but a byte order mark.
    case empty
    /// A kind of file that is told apart, but not read.
    case unsupported(FileKind)
    /// Neither text nor a workbook.
    case notText
    /// The workbook is protected by a password.
    case encrypted
    /// A part of the workbook is missing, broken or cut off; the part is named.
    case damaged(String)
    /// A part is larger than its limit in bytes.
    case tooLarge(String, limit: Int)
    /// A sheet has more merged ranges than its limit.
    case tooManyMerges(limit: Int)
    /// A part declares a document type, which could make a small file unfold without end.
    case documentType(String)
    /// A page or workbook has more tables or worksheets than the limit.
    case tooManySheets(limit: Int)
    /// LibreOffice could not convert the workbook.
    case conversionFailed
    /// LibreOffice took longer to convert the workbook than it may.
    case conversionTooLong(seconds: Int)
    /// The export has no sheet of this number.
    case noSheet(Int)
  }

  init(path: String, sheet: String? = nil, cause: Cause) {
    self.path = path
    self.sheet = sheet
    self.cause = cause
  }

  init(path: String, sheet: String? = nil, _ error: ArchiveReadError) {
    self.init(path: path, sheet: sheet, cause: Cause(error))
  }
}

extension ExportError.Cause {
  init(_ error: ArchiveReadError) {
    self =
      switch error {
      case .missing: .missing
      case .refused(let reason): .unreadable(reason)
      case .notAFile: .unreadable("not a regular file")
      case .notAnArchive: .damaged("ZIP")
      case .noPart(let part), .unsupportedMethod(let part), .damaged(let part), .checksum(let part): .damaged(part)
      case .encrypted: .encrypted
      case .overInflated(let part, let limit): .tooLarge(part, limit: limit)
      }
  }
}
