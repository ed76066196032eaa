import Exports
import Foundation

/// A folder for the papers of one test, gone when the test is.
final class WrittenPapers {
  let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "papers-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// A paper's bytes.
  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
  }

  /// A Markdown or SVG paper.
  func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder)/\(name)")
  }

  /// The names of a workbook's sheets.
  func sheets(_ name: String) throws -> [String] {
    try Export.open("\(folder)/\(name)").sheets.map(\.name)
  }

  /// A sheet's rows as the reader of exports sees them, blank cells as empty text.
  func rows(_ name: String, sheet: String) throws -> [[String]] {
    let export = try Export.open("\(folder)/\(name)")
    guard let index = export.sheets.firstIndex(where: { $0.name == sheet }) else { return [] }
    var reader = try export.rows(sheet: index)
    var row = Row()
    var rows: [[String]] = []
    while try reader.next(&row) {
      rows.append((0..<row.count).map { row.text($0) })
    }
    return rows
  }
}
