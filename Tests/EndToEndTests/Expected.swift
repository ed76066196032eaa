import Foundation
import Testing
import TestSupport

/// What the sample data must give, worked out beside its generator and not by reading the files.
enum Expected {
  /// The rows of an expectation file, each by the names of its columns.
  static func rows(_ name: String) throws -> [[String: String]] {
    let path = Repository.path("Tests/EndToEndTests/Expected/\(name).csv")
    let records = records(of: try String(contentsOfFile: path, encoding: .utf8))
    let header = try #require(records.first)
    return records.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  /// The rows of an expectation file of a night.
  static func rows(_ name: String, of night: Night) throws -> [[String: String]] {
    try rows("\(name)-\(night.rawValue)")
  }

  /// CSV as Python writes it: a quote is doubled inside quotes, and a line ends with a line feed.
  private static func records(of text: String) -> [[String]] {
    var records: [[String]] = []
    var fields = [""]
    var isQuoted = false
    for character in text {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      case "\n" where !isQuoted:
        records.append(fields)
        fields = [""]
      default: fields[fields.count - 1].append(character)
      }
    }
    return records
  }
}

extension [String: String] {
  /// Some columns of a row, joined by blanks.
  func line(_ columns: String...) -> String {
    columns.map { self[$0] ?? "" }.joined(separator: " ")
  }
}

/// Compares lines whose order means nothing, and shows the first of those that only one side has.
func expectSame(
  _ found: [String], _ expected: [String], _ subject: String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(!expected.isEmpty, "nothing is expected", sourceLocation: sourceLocation)
  let missing = surplus(of: expected, over: found)
  let unexpected = surplus(of: found, over: expected)
  guard !missing.isEmpty || !unexpected.isEmpty else { return }
  let shown = missing.prefix(8).map { "  expected: \($0)" } + unexpected.prefix(8).map { "  found:    \($0)" }
  Issue.record(
    "\(subject): \(missing.count) lines are missing, \(unexpected.count) unexpected\n\(shown.joined(separator: "\n"))",
    sourceLocation: sourceLocation)
}

/// The lines that stand more often in one list than in the other, in order.
private func surplus(of lines: [String], over others: [String]) -> [String] {
  var left = Dictionary(grouping: others, by: \.self).mapValues(\.count)
  return lines.sorted().filter { line in
    left[line, default: 0] -= 1
    return left[line, default: 0] < 0
  }
}
