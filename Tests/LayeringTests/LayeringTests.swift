import Foundation
import Testing

/// The order of the stages: a target may import the targets named beside it, and nothing else of ours.
private let allowed: [String: Set<String>] = [
  "SQLite": ["CSQLite"],
  "Archive": ["CMinizip"],
  "Workbook": ["CXLSXWriter", "Archive"],
  "Exports": ["Archive", "CSHA256"],
  "Programme": [],
  "Templates": ["Programme"],
  "Scoring": ["Programme"],
  "Store": ["Exports", "Programme", "SQLite"],
  "Drafts": ["Store", "Exports", "Programme"],
  "Metrics": ["Scoring", "Programme"],
  "Awards": ["Scoring", "Programme"],
  "Stages": ["Store", "Exports", "Programme", "Scoring", "Metrics", "Awards", "SQLite"],
  "Answers": ["Stages", "Store", "Exports", "Programme", "Scoring", "Metrics", "Awards", "SQLite", "Archive"],
  "Reports": [
    "Stages", "Store", "Exports", "Programme", "Scoring", "Metrics", "Awards", "SQLite", "Workbook", "Archive",
    "Templates",
  ],
]

/// What comes with the toolchain.
private let platform: Set<String> = ["Foundation", "FoundationEssentials", "Glibc", "Dispatch", "Synchronization"]

private let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "Sources")

@Test(arguments: allowed.keys.sorted())
func `a stage imports only the stages before it`(stage: String) throws {
  let permitted = try #require(allowed[stage]).union(platform)
  var read = 0
  for file in try swiftFiles(under: sources.appending(path: stage)) {
    read += 1
    for imported in try importedModules(of: file) {
      #expect(permitted.contains(imported), "\(file.lastPathComponent) imports \(imported)")
    }
  }
  #expect(read > 0, "no source files were found for \(stage)")
}

@Test func `every target of Sources has its place in the order`() throws {
  let folders = try FileManager.default.contentsOfDirectory(atPath: sources.path)
  let systems: Set = ["CSQLite", "CXLSXWriter", "CMinizip", "CSHA256"]
  let tops: Set = ["Jianbao", "Bench"]
  #expect(Set(folders).subtracting(systems).subtracting(tops) == Set(allowed.keys))
}

private func swiftFiles(under folder: URL) throws -> [URL] {
  let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
  return names.filter { $0.hasSuffix(".swift") }.sorted().map { folder.appending(path: $0) }
}

private func importedModules(of file: URL) throws -> [String] {
  let text = try String(contentsOf: file, encoding: .utf8)
  return text.split(separator: "\n").compactMap { line in
    let words = line.split(separator: " ")
    guard let position = words.firstIndex(of: "import"), position <= 1, position + 1 < words.count,
      words[0] == "import" || words[1] == "import"
    else { return nil }
    let kinds = ["struct", "class", "enum", "protocol", "func", "typealias", "var", "let"]
    let name = kinds.contains(String(words[position + 1])) ? words[position + 2] : words[position + 1]
    return String(name.prefix { $0 != "." })
  }
}
