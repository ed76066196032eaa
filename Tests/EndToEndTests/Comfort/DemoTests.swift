import Foundation
import TestSupport
import Testing

/// A programme to try everything by, without any data.
struct DemoTests {
  private static func demo(_ folder: FreshFolder, _ name: String = "try") throws -> Outcome {
    try Jianbao.run(["demo", name, "--lang", "zh"], in: folder.path)
  }

  @Test func `papers of both nights lie where it says`() throws {
    let folder = try FreshFolder()
    let outcome = try Self.demo(folder)
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
    for night in ["2025-10-15", "2025-10-22"] {
      for job in ["bulletin", "summary", "nominees"] {
        let papers = "try/output/demo/\(night)/\(job)"
        #expect(outcome.output.contains("：\(papers)："))
        #expect(FileManager.default.fileExists(atPath: folder.path("\(papers)/\(job).xlsx")))
      }
    }
    let bulletin = try String(
      contentsOfFile: folder.path("try/output/demo/latest/bulletin/bulletin.md"), encoding: .utf8)
    #expect(bulletin.contains("全市2个项目报名学员49人，已参训46人"))
    let nominees = folder.path("try/output/demo/latest/nominees/nominees-public.md")
    #expect(try String(contentsOfFile: nominees, encoding: .utf8).contains("优秀学员4名"))
  }

  @Test func `a folder with something in it is left as it is`() throws {
    let folder = try FreshFolder()
    try FileManager.default.createDirectory(atPath: folder.path("try"), withIntermediateDirectories: true)
    #expect(try Self.demo(folder).code == 0)
    let before = try bytes(below: folder.path)
    let outcome = try Self.demo(folder, "try/")
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors == "try：已有内容，未作改动；请指定一个尚不存在的文件夹\n")
    #expect(try bytes(below: folder.path) == before)
  }

  @Test func `it is the same everywhere, and its numbers belong to nobody`() throws {
    let folder = try FreshFolder()
    #expect(try Self.demo(folder, "one").code == 0)
    #expect(try Self.demo(folder, "other").code == 0)
    let exports = try bytes(below: folder.path("one/exports"))
    #expect(exports.count == 15)
    #expect(try bytes(below: folder.path("other/exports")) == exports)
    let roster = try String(contentsOfFile: folder.path("one/exports/2025-10-22/学员名册.csv"), encoding: .utf8)
    let learners = roster.split(separator: "\n").dropFirst(2).map { $0.split(separator: ",") }
    #expect(learners.count == 48)
    for learner in learners { #expect(learner[2].hasPrefix("999") && learner[3].hasPrefix("100")) }
  }

  @Test func `its pipeline file is clean, and every command of its README works there`() throws {
    let folder = try FreshFolder()
    #expect(try Self.demo(folder).code == 0)
    let check = try Jianbao.run(["check", ".", "--as-of", "2025-10-22"], in: folder.path("try"))
    #expect(check.code == 0)
    #expect(check.errors == "")
    let readme = try String(contentsOfFile: folder.path("try/README.md"), encoding: .utf8)
    let lines = readme.matches(of: /(?m)^jianbao ([^#\n]+)#/).map { $0.1.split(separator: " ").map(String.init) }
    #expect(lines.count == 10)
    for words in lines + [["run", "."]] {
      let outcome = try Jianbao.run(words, in: folder.path("try"))
      #expect(outcome.code == 0, "\(words): \(outcome.errors)")
      #expect(outcome.output.count > 20, "\(words)")
    }
    #expect(FileManager.default.fileExists(atPath: folder.path("try/rejects.xlsx")))
  }

  @Test func `where nothing can be written it says so`() throws {
    let folder = try FreshFolder()
    try Data().write(to: URL(filePath: folder.path("file")))
    let outcome = try Jianbao.run(["demo", "file/try"], in: folder.path)
    #expect(outcome.code == 2)
    #expect(outcome.errors == "file/try: cannot be written; name a folder where you may write\n")
  }
}
