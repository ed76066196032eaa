import Foundation
import Testing
import TestSupport

/// A text that the program says, kept beside the tests so that its wording is reviewed.
enum Golden {
  /// Compares a text with `Golden/<name>.txt`; `RECORD=1` writes the file instead, and fails.
  static func expect(
    _ text: String, _ name: String, ending: String = "txt", sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let path = Repository.path("Tests/EndToEndTests/Golden/\(name).\(ending)")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(filePath: path))
      Issue.record("\(name) was recorded; review it", sourceLocation: sourceLocation)
      return
    }
    let recorded = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    #expect(text == recorded, "\(name); RECORD=1 records what is said now", sourceLocation: sourceLocation)
  }

  /// What a run said, without the course of the work: only what a person must see.
  static func complaints(_ outcome: Outcome) -> String {
    let course = ["  ", "as of ", "load: ", "score: ", "measure: ", "award: "]
    let lines = outcome.errors.split(separator: "\n").filter { line in
      !course.contains(where: line.hasPrefix) && !line.contains(": done in ")
    }
    return lines.map { "\($0)\n" }.joined()
  }
}
