import Foundation
import Testing

/// Holds a paper against the recorded one beside this file.
///
/// `RECORD=1` records what the test made and fails the run, so that nobody records by accident.
func expectGolden(_ text: String, _ name: String, _ location: SourceLocation = #_sourceLocation) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
  if ProcessInfo.processInfo.environment["RECORD"] == "1" {
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    Issue.record("recorded Golden/\(name); look at it and run again without RECORD", sourceLocation: location)
    return
  }
  let recorded = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  let difference = zip(text.split(separator: "\n"), recorded.split(separator: "\n")).first { $0 != $1 }
  #expect(
    text == recorded, "differs from Golden/\(name), first: \(difference.map { "\($0)" } ?? "in its length")",
    sourceLocation: location)
}
