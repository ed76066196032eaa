import Foundation
import TestSupport
import Testing

/// How far the work is, told where somebody watches and nowhere else.
struct ProgressTests {
  /// The demo with so many rows in its last export that a load takes its time.
  private func programme(rows: Int) throws -> FreshFolder {
    let folder = try FreshFolder()
    #expect(try Jianbao.run(["demo", "try"], in: folder.path).code == 0)
    let path = folder.path("try/exports/2025-10-22/学习时长.csv")
    var text = try String(contentsOfFile: path, encoding: .utf8)
    for row in 0..<rows { text += "D20250\(10 + row % 38),K1,\(1 + row % 50),2025-10-12 20:15:00\n" }
    try Data(text.utf8).write(to: URL(filePath: path))
    return folder
  }

  /// Runs the night at a terminal that `script` makes; the shell may do something besides, which finds its number in the file `job`.
  private func watched(
    _ words: String = "", terminal: String = "xterm", besides: String = "", rows: Int = 0
  ) throws -> String? {
    guard let script = Tool.find("script") else { return nil }
    let folder = try programme(rows: rows)
    let binary = Repository.path(".build/release/jianbao")
    let line = "\(besides) sh -c 'echo $$ > job; exec \(binary) run try --output out \(words)'"
    let outcome = try Command.run(
      script, ["-qec", line, "/dev/null"], environment: ["TERM": terminal, "LC_ALL": "C.UTF-8", "SHELL": "/bin/sh"],
      in: folder.path)
    #expect(outcome.code == 0, "\(outcome.output)")
    return outcome.output
  }

  @Test func `a terminal sees what is read, how fast, and how long it will take`() throws {
    // Held for a second in the midst of its work, even the fastest machine has time to tell.
    let said = try watched(
      besides: "(sleep 0.15; kill -STOP $(cat job); sleep 1; kill -CONT $(cat job)) &", rows: 600_000)
    guard let said else { return }
    let line = /\r\u{1B}\[Kload: \d+\.\d of \d+\.\d MiB read, \d+\.\d MiB\/s, about \d+ s left/
    #expect(said.firstMatch(of: line) != nil, "\(said)")
    #expect(said.contains("\r\u{1B}[Kpapers: at work, "))
  }

  @Test func `nothing of it is left behind`() throws {
    guard let said = try watched() else { return }
    let drawn = said.components(separatedBy: "\n").map { line in
      line.components(separatedBy: "\r\u{1B}[K").last ?? ""
    }
    #expect(!drawn.contains { $0.contains("MiB read") || $0.contains("at work") }, "\(said)")
  }

  @Test(arguments: [("", "dumb"), ("--quiet", "xterm")])
  func `a terminal that cannot take a line back, or who wants quiet, sees none`(words: String, terminal: String) throws
  {
    guard let said = try watched(words, terminal: terminal) else { return }
    #expect(said.contains("bulletin: "))
    #expect(!said.contains("\u{1B}") && !said.contains("MiB"))
  }

  @Test func `logs have plain lines`() throws {
    let folder = try programme(rows: 0)
    let outcome = try Jianbao.run(["run", "try", "--output", "out"], environment: ["TERM": "xterm"], in: folder.path)
    #expect(outcome.errors.contains("load: done in "))
    #expect(!outcome.errors.contains("\r") && !outcome.errors.contains("\u{1B}") && !outcome.errors.contains("MiB"))
  }

  @Test func `units that are drawn from the roster are not told of as a roster without rows`() throws {
    let folder = try programme(rows: 0)
    let path = folder.path("try/pipeline.json5")
    var pipeline = try String(contentsOfFile: path, encoding: .utf8)
    let start = try #require(pipeline.range(of: "    unit: {\n"))
    let end = try #require(pipeline.range(of: "    project: {\n"))
    pipeline.removeSubrange(start.lowerBound..<end.lowerBound)
    let places =
      "city: { from: '地市', type: 'unit', level: 'city' }, county: { from: '区县', type: 'unit', level: 'county' },"
    pipeline = pipeline.replacing("levels: [", with: "levels: [{ id: 'province', title: '全省', label: '省' },")
    pipeline = pipeline.replacing("unit: { from: '学校'", with: "\(places) unit: { from: '学校'")
    try Data(pipeline.utf8).write(to: URL(filePath: path))
    let roster = folder.path("try/exports/2025-10-22/学员名册.csv")
    let lines = try String(contentsOfFile: roster, encoding: .utf8).split(separator: "\n")
    let placed = lines.enumerated().map { index, line in
      switch index {
      case 0: String(line)
      case 1: "\(line),地市,区县"
      default: "\(line),星河市,\(line.split(separator: ",")[4].prefix(3))"
      }
    }
    try Data((placed.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: roster))
    let outcome = try Jianbao.run(["run", "try", "bulletin", "--output", "out"], in: folder.path)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("  学员名册: 50 rows read\n"))
    #expect(!outcome.errors.contains(": 0 rows read"))
  }
}
