import TestSupport
import Testing

/// A fault that the generator planted in an export, with what must happen to its row.
struct PlantedFault: CustomTestStringConvertible {
  let night: Night
  let file: String
  let sheet: String
  /// The row of the sheet or the line of the text file; 0 for the file as a whole.
  let row: Int
  let code: String
  let outcome: String
  let detail: String

  /// All faults of both nights.
  static func all() throws -> [Self] {
    try Expected.rows("faults").map { row in
      Self(
        night: try #require(Night(rawValue: row["night"] ?? "")), file: row["file"] ?? "", sheet: row["sheet"] ?? "",
        row: try #require(Int(row["row"] ?? "")), code: row["code"] ?? "", outcome: row["outcome"] ?? "",
        detail: row["detail"] ?? "")
    }
  }

  /// The one fault of a file and a night with this code whose description begins so.
  static func one(_ code: String, _ detail: String, in file: String, on night: Night = .first) throws -> Self {
    let found = try all().filter {
      $0.night == night && $0.file == file && $0.code == code && $0.detail.hasPrefix(detail)
    }
    #expect(found.count == 1, "\(code): \(detail)")
    return try #require(found.first)
  }

  /// The path under which the database knows the file.
  var path: String { "\(night.rawValue)/\(file)" }

  var testDescription: String { "\(path)[\(sheet)]:\(row) \(code)" }
}

/// A planted fault by its code and the beginning of its description, and what must come of it.
struct PlantedCase: Sendable, CustomTestStringConvertible {
  let code: String
  let detail: String
  let value: String

  init(_ code: String, _ detail: String, _ value: String) {
    self.code = code
    self.detail = detail
    self.value = value
  }

  var testDescription: String { "\(code): \(detail)" }
}
