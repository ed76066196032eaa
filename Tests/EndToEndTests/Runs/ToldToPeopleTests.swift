import Foundation
import Testing
import TestSupport

/// What people must hear of although papers are published, and exports that once held all papers back.
struct ToldToPeopleTests {
  /// The demonstration programme in a folder of its own, both nights run.
  private struct Demo {
    let fresh: FreshFolder
    var folder: String { fresh.path("demo") }

    init() throws {
      fresh = try FreshFolder()
      #expect(try Jianbao.run(["demo", fresh.path("demo")]).code == 0)
    }

    func run(_ words: String...) throws -> Outcome { try Jianbao.run(words, in: folder) }

    /// Alters the text of an export of the last night.
    func alter(_ name: String, night: String = "2025-10-22", _ change: (String) -> String) throws {
      let path = "\(folder)/exports/\(night)/\(name)"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let changed = change(text)
      #expect(changed != text, "\(name) is as it was")
      try changed.write(toFile: path, atomically: true, encoding: .utf8)
    }
  }

  @Test func `a correction that no longer holds is told by the next run and by status, with who and why`() throws {
    let demo = try Demo()
    let made = try demo.run(
      "correct", ".", "D2025017", "--item", "Z1", "--value", "100", "--reason", "复评", "--approved-by", "项目办",
      "--apply")
    #expect(made.code == 0, "\(made.errors)")
    let held = try demo.run("run", ".", "--quiet")
    #expect(held.code == 0 && !held.errors.contains("holds no more"), "\(held.errors)")
    try demo.alter("研修作业.csv") { $0.replacing(/(D2025017,Z1,[^,]*,)92,/) { "\($0.output.1)93," } }
    let lapsed = try demo.run("run", ".", "--quiet")
    #expect(lapsed.errors.contains("D2025017") && lapsed.errors.contains("the export has changed the row since"))
    #expect(try demo.run("status", ".").output.contains("holds no more"))
    try demo.alter("研修作业.csv") { text in
      text.split(separator: "\n").filter { !$0.hasPrefix("D2025017,Z1,") }.joined(separator: "\n") + "\n"
    }
    #expect(try demo.run("run", ".", "--quiet").errors.contains("the export no longer has the row"))
  }

  @Test func `a decision that moves after it was frozen is told by the run, however quiet`() throws {
    let demo = try Demo()
    #expect(try demo.run("freeze", ".", "--reason", "定稿", "--approved-by", "项目办").code == 0)
    #expect(!(try demo.run("run", ".", "--quiet", "--from", "award").errors.contains("than were frozen")))
    try demo.alter("研修作业.csv") { $0.replacing(/(D2025037,Z1,[^,]*,)95,/) { "\($0.output.1)50," } }
    let errors = try demo.run("run", ".", "--quiet").errors
    #expect(errors.contains("decisions are other ones than were frozen"), "\(errors)")
  }

  @Test func `a rejected cell longer than any workbook's holds nothing up, and can be mended`() throws {
    let demo = try Demo()
    try demo.alter("研修作业.csv") { $0 + "D2025001,Z1,2025-10-20 10:00,\(String(repeating: "9", count: 40_000)),100\n" }
    let outcome = try demo.run("run", ".")
    #expect(outcome.code == 0 && outcome.output.contains("data-quality.xlsx"), "\(outcome.errors)")
    #expect(try demo.run("rejects", ".", "--export", "form.xlsx").code == 0)
  }

  @Test func `units whose names look alike to a file system get folders of their own`() throws {
    let demo = try Demo()
    for name in ["单位.csv", "满意度问卷.csv"] {
      try demo.alter(name) { $0.replacing("青禾县", with: "a/b县").replacing("白露县", with: "a_b县") }
    }
    let outcome = try demo.run("run", ".", "bulletin", "--unit", "900010", "--unit", "900020")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let papers = try FileManager.default.contentsOfDirectory(atPath: "\(demo.folder)/output/demo/2025-10-22")
    #expect(papers.filter { $0.hasPrefix("bulletin-") }.sorted() == ["bulletin-a_b县-900010", "bulletin-a_b县-900020"])
    let titles = try ["900010", "900020"].map { code in
      try String(
        contentsOfFile: "\(demo.folder)/output/demo/2025-10-22/bulletin-a_b县-\(code)/bulletin.md", encoding: .utf8
      ).split(separator: "\n").first { $0.hasPrefix("## ") } ?? ""
    }
    #expect(titles[0].contains("a/b县") && titles[1].contains("b县") && titles[0] != titles[1], "\(titles)")
  }

  @Test func `a pipe among the exports is refused at once, and the other papers are published`() throws {
    let demo = try Demo()
    let path = "\(demo.folder)/exports/2025-10-22/满意度问卷.csv"
    try FileManager.default.removeItem(atPath: path)
    #expect(mkfifo(path, 0o600) == 0)
    let outcome = try demo.run("run", ".")
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("满意度问卷.csv") && outcome.output.contains("bulletin.xlsx"), "\(outcome.errors)")
  }

  @Test(arguments: ["run", "status", "verify"])
  func `a database that is none is named, with what to do`(command: String) throws {
    let demo = try Demo()
    let path = "\(demo.folder)/output/demo/demo.sqlite"
    try Data(repeating: 7, count: 65_536).write(to: URL(filePath: path))
    let outcome = try demo.run(command, ".")
    #expect(outcome.code != 0)
    #expect(outcome.errors.contains("demo.sqlite: no database, or a damaged one"), "\(outcome.errors)")
  }

  @Test func `status names the candidate whom an entry is about`() throws {
    let demo = try Demo()
    let made = try demo.run(
      "correct", ".", "D2025037", "--award", "excellent_learner", "--effect", "withdraw", "--reason", "本人申请",
      "--approved-by", "项目办", "--apply")
    #expect(made.code == 0, "\(made.errors)")
    let status = try demo.run("status", ".").output
    #expect(status.split(separator: "\n").contains { $0.contains("D2025037") && $0.contains("a candidate withdraws") })
  }

  @Test func `an export that was there before and is gone is told of, since nothing else would`() throws {
    let demo = try Demo()
    try FileManager.default.removeItem(atPath: "\(demo.folder)/exports/2025-10-22/满意度问卷.csv")
    let outcome = try demo.run("run", ".", "--quiet")
    #expect(outcome.code == 0)
    #expect(outcome.errors.contains("满意度问卷: there was an export before and there is none now"), "\(outcome.errors)")
  }
}
