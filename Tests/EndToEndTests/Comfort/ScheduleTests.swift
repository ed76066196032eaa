import Foundation
import TestSupport
import Testing

/// The examples by which a machine runs every night.
struct ScheduleTests {
  /// A machine as the examples take it to be, with the demo as its programme.
  private struct Machine {
    let folder: FreshFolder

    init() throws {
      folder = try FreshFolder()
      #expect(try Jianbao.run(["demo", folder.path("programme")]).code == 0)
      try FileManager.default.createDirectory(atPath: folder.path("output"), withIntermediateDirectories: true)
    }

    /// Puts a zero where somebody typed the letter O, so that no row is sent back.
    func mend() throws {
      for night in ["2025-10-15", "2025-10-22"] {
        let path = folder.path("programme/exports/\(night)/学习时长.csv")
        let rows = try String(contentsOfFile: path, encoding: .utf8)
        try Data(rows.replacing("1小时2O分", with: "1小时20分").utf8).write(to: URL(filePath: path))
      }
    }

    /// A command with its paths put where they are here.
    func own(_ command: String) -> String {
      command.replacing("/usr/local/bin/jianbao", with: Repository.path(".build/release/jianbao"))
        .replacing("/srv/jianbao", with: folder.path)
    }

    /// Runs a command as cron does: by sh, from the root, with next to nothing in the environment.
    func run(_ command: String) throws -> Outcome {
      try Command.run("/usr/bin/env", ["-i", "PATH=/usr/bin:/bin", "/bin/sh", "-c", own(command)], in: "/")
    }
  }

  private static func lines(_ name: String) throws -> [String] {
    try String(contentsOfFile: Repository.path("examples/\(name)"), encoding: .utf8).split(separator: "\n")
      .map(String.init).filter { !$0.hasPrefix("#") }
  }

  /// The values of a unit file by their keys.
  private static func unit(_ name: String) throws -> [String: String] {
    let pairs = try lines(name).compactMap { line in
      line.firstIndex(of: "=").map { (String(line[..<$0]), String(line[line.index(after: $0)...])) }
    }
    return Dictionary(pairs) { "\($0)\n\($1)" }
  }

  /// The fields of time, the user and the command of a line of `/etc/cron.d`.
  private static func cron() throws -> (fields: [Substring], user: Substring, command: String) {
    let line = try #require(try lines("cron").last)
    let parts = line.split(separator: " ", maxSplits: 6)
    try #require(parts.count == 7)
    return (Array(parts[..<5]), parts[5], String(parts[6]))
  }

  @Test func `the line of cron has a time, a user and a command`() throws {
    let (fields, user, command) = try Self.cron()
    for (field, range) in zip(fields, [0...59, 0...23, 1...31, 1...12, 0...7]) {
      #expect(field == "*" || Int(field).map(range.contains) == true, "\(field)")
    }
    #expect(user.wholeMatch(of: /[a-z]+/) != nil)
    #expect(command.hasPrefix("/usr/local/bin/jianbao "))
    #expect(!command.contains("%"), "cron takes % for the end of a line")
  }

  @Test func `cron mails that rows wait to be mended, and the log does not say it`() throws {
    let machine = try Machine()
    let outcome = try machine.run(try Self.cron().command)
    #expect(outcome.code == 0)
    let line =
      "须修正：退回 1 行；jianbao rejects \(machine.folder.path)/programme --output \(machine.folder.path)/output 可列出\n"
    #expect(outcome.errors == line)
    let log = try String(contentsOfFile: machine.folder.path("output/jianbao.log"), encoding: .utf8)
    #expect(!log.contains("须修正"))
  }

  @Test func `cron mails nothing when all is done, and what must be seen when a paper is blocked`() throws {
    let machine = try Machine()
    try machine.mend()
    let command = try Self.cron().command
    for _ in 1...2 {
      let outcome = try machine.run(command)
      #expect(outcome.code == 0)
      #expect(outcome.errors == "" && outcome.output == "")
    }
    let log = try String(contentsOfFile: machine.folder.path("output/jianbao.log"), encoding: .utf8)
    #expect(log.contains("学情通报：\(machine.folder.path)/output/demo/2025-10-22/bulletin："))
    #expect(log.contains("学情通报：无变化"))
    try FileManager.default.removeItem(atPath: machine.folder.path("programme/exports/2025-10-22/学习时长.csv"))
    let outcome = try machine.run(command)
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("学习时长"))
  }

  @Test func `the service runs what cron runs, and tries again what another run finishes`() throws {
    let service = try Self.unit("jianbao.service")
    let start = try #require(service["ExecStart"])
    let command = try Self.cron().command
    #expect(command == "\(start) >> /srv/jianbao/output/jianbao.log")
    #expect(service["SuccessExitStatus"] == "5")
    #expect(service["RestartPreventExitStatus"] == "1 2")
    let machine = try Machine()
    let outcome = try machine.run("\(start) --dry-run")
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output.contains("→ \(machine.folder.path)/output/demo/2025-10-22/bulletin"))
  }

  @Test func `systemd finds nothing wrong with service and timer`() throws {
    let timer = try #require(try Self.unit("jianbao.timer")["OnCalendar"])
    #expect(timer.wholeMatch(of: /\*-\*-\* \d\d:\d\d:\d\d Asia\/Shanghai/) != nil)
    guard let systemd = Tool.find("systemd-analyze") else { return }
    #expect(try Command.run(systemd, ["calendar", timer]).code == 0)
    let machine = try Machine()
    for name in ["jianbao.service", "jianbao.timer"] {
      let text = try String(contentsOfFile: Repository.path("examples/\(name)"), encoding: .utf8)
      try Data(machine.own(text).utf8).write(to: URL(filePath: machine.folder.path(name)))
    }
    let outcome = try Command.run(systemd, ["verify", "--man=no", machine.folder.path("jianbao.timer")])
    #expect(outcome.code == 0)
    #expect(!outcome.errors.contains("jianbao."), "\(outcome.errors)")
  }
}
