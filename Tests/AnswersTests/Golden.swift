import Answers
import Foundation
import Programme
import Testing

/// Compares an answer's lines with those recorded beside the tests; `RECORD=1` records them anew and fails the run.
func expectGolden(
  _ answer: Answer, _ name: String, in language: Language = .chinese, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try expectGolden(answer.lines(in: language), name, sourceLocation: sourceLocation)
}

/// The same for lines of another making.
func expectGolden(_ lines: [String], _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name).txt")
  guard ProcessInfo.processInfo.environment["RECORD"] == nil else {
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
    Issue.record("\(name) was recorded anew; read it and run again without RECORD", sourceLocation: sourceLocation)
    return
  }
  let recorded = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
  for (number, (now, before)) in zip(lines, recorded).enumerated() where now != before {
    Issue.record("\(name):\(number + 1) is\n\(now)\nand was\n\(before)", sourceLocation: sourceLocation)
    return
  }
  #expect(lines.count == recorded.count, sourceLocation: sourceLocation)
}
