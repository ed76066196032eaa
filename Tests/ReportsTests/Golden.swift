import Foundation
import Testing

/// Compares a text with the one recorded beside the tests; `RECORD=1` records it anew and fails the run.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
  guard ProcessInfo.processInfo.environment["RECORD"] == nil else {
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    Issue.record("\(name) was recorded anew; read it and run again without RECORD", sourceLocation: sourceLocation)
    return
  }
  let recorded = try String(contentsOf: file, encoding: .utf8)
  let lines = zip(
    text.split(separator: "\n", omittingEmptySubsequences: false),
    recorded.split(separator: "\n", omittingEmptySubsequences: false))
  for (number, (now, before)) in lines.enumerated() where now != before {
    Issue.record("\(name):\(number + 1) is\n\(now)\nand was\n\(before)", sourceLocation: sourceLocation)
    return
  }
  #expect(text == recorded, sourceLocation: sourceLocation)
}

/// A new folder that is removed when `body` has ended.
func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: "reports-\(UUID().uuidString)").path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try body(folder)
}

/// The bytes of every file below a folder, by its path there.
func contents(of folder: String) throws -> [String: Data] {
  var contents: [String: Data] = [:]
  for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
    contents[name] = FileManager.default.contents(atPath: folder + "/" + name)
  }
  return contents
}
