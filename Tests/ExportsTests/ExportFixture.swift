import Exports
import Foundation

/// Writes bytes to a file of its own, lets the body use it, and removes it.
func withFile<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
  let path = FileManager.default.temporaryDirectory.appending(path: "export-\(UUID().uuidString)").path
  try Data(bytes).write(to: URL(filePath: path))
  defer { try? FileManager.default.removeItem(atPath: path) }
  return try body(path)
}

/// One row as a test wants to see it.
struct ReadRow: Equatable {
  var number: Int
  var cells: [String]
  var fault: RowFault?

  init(_ number: Int, _ cells: [String], _ fault: RowFault? = nil) {
    (self.number, self.cells, self.fault) = (number, cells, fault)
  }
}

/// All rows of a sheet of the export that the bytes are.
func rows(_ bytes: [UInt8], sheet: Int = 0, limits: ExportLimits = .default) throws -> [ReadRow] {
  try withFile(bytes) { path in
    var reader = try Export.open(path, limits: limits).rows(sheet: sheet)
    var row = Row()
    var found: [ReadRow] = []
    while try reader.next(&row) {
      found.append(ReadRow(row.number, (0..<row.count).map { row.text($0) }, row.fault))
    }
    return found
  }
}

/// All rows of a text export.
func rows(_ text: String, limits: ExportLimits = .default) throws -> [ReadRow] {
  try rows(Array(text.utf8), limits: limits)
}
