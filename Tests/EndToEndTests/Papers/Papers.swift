import Exports
import Foundation
import TestSupport

/// The papers of a night, read back.
enum Papers {
  /// The paths of all papers of a night with an ending.
  static func all(_ ending: String, of night: Night) throws -> [String] {
    try files(".\(ending)", in: "\(try TwoNights.programme(after: .second))/\(night.rawValue)")
  }

  /// The paths of all files under a folder whose names end so.
  static func files(_ ending: String, in folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix(ending) }.map { "\(folder)/\($0)" }
  }

  /// The cells of every row of a workbook that hold something, row by row.
  static func rows(of workbook: String) throws -> [[String]] {
    let export = try Export.open(workbook)
    var rows: [[String]] = []
    for sheet in export.sheets.indices {
      var reader = try export.rows(sheet: sheet)
      var row = Row()
      while try reader.next(&row) {
        rows.append((0..<row.count).map { row.text($0) }.filter { !$0.isEmpty })
      }
    }
    return rows
  }

  /// Everything that a paper says, as one text.
  static func text(of path: String) throws -> String {
    guard path.hasSuffix(".xlsx") else { return try String(contentsOfFile: path, encoding: .utf8) }
    return try rows(of: path).map { $0.joined(separator: "\t") }.joined(separator: "\n")
  }

  /// The cells of the rows of every table in Markdown, without headers and rules.
  static func tables(of markdown: String) -> [[String]] {
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.compactMap { index in
      guard lines[index].hasPrefix("|"), !lines[index].hasPrefix("|:"), !lines[index].hasPrefix("|-") else {
        return nil
      }
      if index + 1 < lines.endIndex, lines[index + 1].hasPrefix("|:") || lines[index + 1].hasPrefix("|-") { return nil }
      return lines[index].split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }
}
