import Foundation
import SQLite
import TestSupport

/// What the program leaves after each night of the sample data; run once, shared by all tests, changed by none.
struct TwoNights: Sendable {
  private static let shared = Result { try TwoNights() }

  /// The output folder after each night.
  private let outputs: [Night: String]
  private let outcomes: [Night: Outcome]

  private init() throws {
    let folder = Repository.path(".build/end-to-end")
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var outcomes: [Night: Outcome] = [:]
    outcomes[.first] = try Jianbao.run(.first, into: "\(folder)/first")
    try FileManager.default.copyItem(atPath: "\(folder)/first", toPath: "\(folder)/second")
    outcomes[.second] = try Jianbao.run(.second, into: "\(folder)/second")
    self.outcomes = outcomes
    outputs = [.first: "\(folder)/first", .second: "\(folder)/second"]
  }

  /// The output folder as it was after a night.
  static func output(after night: Night) throws -> String {
    try shared.get().outputs[night] ?? ""
  }

  /// How the run of a night ended.
  static func outcome(of night: Night) throws -> Outcome? {
    try shared.get().outcomes[night]
  }

  /// The folder of the programme's own outputs after a night.
  static func programme(after night: Night) throws -> String {
    "\(try output(after: night))/jiangsu-provincial"
  }

  /// The papers of a job as they were published for a night.
  static func papers(_ job: String, of night: Night) throws -> String {
    "\(try programme(after: night))/\(night.rawValue)/\(job)"
  }

  /// The database as it was after a night.
  static func database(after night: Night) throws -> Database {
    try Database(path: "\(try programme(after: night))/jiangsu-provincial.sqlite", readOnly: true)
  }

  /// The rows of a query after a night, each as its columns joined by blanks; NULL is empty.
  static func lines(after night: Night, _ sql: String) throws -> [String] {
    try lines(in: "\(try programme(after: night))/jiangsu-provincial.sqlite", sql)
  }

  /// The rows of a query of any database of the programme.
  static func lines(in path: String, _ sql: String) throws -> [String] {
    try rows(in: path, sql).map { $0.joined(separator: " ") }
  }

  /// The columns of the rows of a query of any database of the programme; NULL is empty.
  static func rows(in path: String, _ sql: String) throws -> [[String]] {
    try Database(path: path, readOnly: true).rows(sql) { row throws(SQLiteError) in
      (0..<row.columnCount).map { row.text($0) }
    }
  }
}
