import Foundation
import SQLite
import TestSupport

/// One night of exports that a test writes as plain text, run by the rules of a committed pipeline file.
///
/// A file is what its bytes say, so that text may stand under the name of a workbook; sheets of one workbook are files of their own.
/// The pipeline file is a copy whose `input` is the written folder and whose control totals are gone, since a handful of learners are
/// not a whole county.
struct WrittenNight: Sendable {
  private let folder: FreshFolder
  private let programme: String
  private let night: String
  /// How the run ended.
  let outcome: Outcome

  /// Writes the files, named without their folder, and runs the night.
  init(of programme: String, _ night: String, files: [String: String]) throws {
    let rules = try String(contentsOfFile: Repository.path("pipelines/\(programme)/pipeline.json5"), encoding: .utf8)
    try self.init(of: programme, by: rules, night, files: files)
  }

  /// The same by the text of other rules.
  init(of programme: String, by rules: String, _ night: String, files: [String: String]) throws {
    folder = try FreshFolder()
    self.programme = programme
    let exports = folder.path("exports/\(night)")
    try FileManager.default.createDirectory(atPath: exports, withIntermediateDirectories: true)
    for (name, text) in files {
      try Data(text.utf8).write(to: URL(filePath: "\(exports)/\(name)"))
    }
    let copy = rules.replacing(/input: '[^']*'/, with: "input: 'exports'").replacing(/, learners: \d+/, with: "")
      .replacing(/files: '[^']*', sheet: '([^']*)'/) { "files: '{date}/\($0.1).csv'" }
      .replacing("'../calendars/", with: "'\(Repository.path("pipelines/calendars"))/")
    try Data(copy.utf8).write(to: URL(filePath: folder.path("pipeline.json5")))
    self.night = night
    outcome = try Jianbao.run(
      ["run", folder.path("pipeline.json5"), "--as-of", night, "--output", folder.path("output")])
  }

  /// A paper of the night.
  func paper(_ name: String) throws -> String {
    try String(contentsOfFile: folder.path("output/\(programme)/\(night)/\(name)"), encoding: .utf8)
  }

  /// What `explain` says of a learner or unit, in English.
  func explained(_ code: String) throws -> String {
    try Jianbao.run(
      ["explain", folder.path("pipeline.json5"), code, "--output", folder.path("output"), "--lang", "en"]
    ).output
  }

  /// What `whatif` says of the night under rules that are tried, in English.
  func whatIf(_ rules: [String]) throws -> Outcome {
    try Jianbao.run(
      ["whatif", folder.path("pipeline.json5"), "--output", folder.path("output"), "--lang", "en"] + rules)
  }

  /// The rows of a query of the database, each as its columns joined by blanks; NULL is empty.
  func lines(_ sql: String) throws -> [String] {
    try TwoNights.lines(in: folder.path("output/\(programme)/\(programme).sqlite"), sql)
  }

  /// The points of a learner's components in this order, the total, and `passed` or `failed`.
  func points(of person: String, _ components: [String]) throws -> String {
    let found = try components.flatMap { component in
      try lines("SELECT points FROM component_score WHERE person = '\(person)' AND component = '\(component)'")
    }
    let total = try lines("SELECT total, iif(passed, 'passed', 'failed') FROM learner_score WHERE person = '\(person)'")
    return (found + total).joined(separator: " ")
  }

  /// The rows of a table as an export writes them.
  static func table(_ header: String, _ rows: [String]) -> String {
    ([header] + rows).map { "\($0)\n" }.joined()
  }
}
