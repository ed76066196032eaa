import Foundation
import Testing
import TestSupport

/// The rows that a night sent back, from the form to the next papers.
struct MendingLoopTests {
  @Test func `rows go out as a form, come back mended, and the next run uses and shows them`() throws {
    let folder = try FreshFolder()
    try folder.copy(try TwoNights.output(after: .second), as: "out")
    let (out, form, filled) = (folder.path("out"), folder.path("form.xlsx"), folder.path("filled.xlsx"))
    let database = "\(out)/jiangsu-provincial/jiangsu-provincial.sqlite"
    func rejects(_ more: String...) throws -> Outcome {
      try Jianbao.run(["rejects", Jianbao.pipeline, "--output", out] + more)
    }
    #expect(try rejects("--export", form).code == 0)
    let mode = try FileManager.default.attributesOfItem(atPath: form)[.posixPermissions] as? NSNumber
    #expect(mode?.intValue == 0o600)
    #expect(try rejects("--export", form).code == 2)
    guard
      try FillingIn.fill(
        form, as: filled,
        [
          ("1小时3O分", ["", "1小时30分", "王老师", "已电话核实"]), ("不在学员名册", ["作废", "", "王老师", ""]),
          ("105", ["", "101", "王老师", ""]), ("-30", ["", "30", "", ""]),
        ])
    else { return }
    let taken = try rejects("--import", filled)
    #expect(taken.code == 1)
    try Golden.expect(taken.output, "rejects-import")
    #expect(try rejects().output.contains("9 open, 1 mended and waiting for the next run, 1 void"))
    #expect(try Jianbao.run(.second, into: out).code == 0)
    let study = try TwoNights.lines(
      in: database,
      "SELECT rows_read - accepted - duplicates - rejected - non_data, rejected FROM account WHERE source = 'study' AND as_of = '2023-08-20'"
    )
    #expect(study == ["0 4"])
    let states = "SELECT state, count(*) FROM rejected WHERE as_of = '2023-08-20' GROUP BY state"
    #expect(try TwoNights.lines(in: database, states) == ["open 9", "void 1"])
    let explained = try Jianbao.run(["explain", Jianbao.pipeline, "202300029073", "--output", out])
    #expect(explained.output.contains("“1小时3O分” is read as “1小时30分”, by 王老师"))
    let all = try rejects("--all").output
    #expect(all.contains("decided: 2 rows"), "\(all)")
    #expect(all.contains("“1小时3O分” is read as “1小时30分”, by 王老师 (已电话核实)"), "\(all)")
    #expect(all.contains("left out as void, by 王老师"), "\(all)")
    let again = try Jianbao.run(.second, into: out)
    #expect(again.errors.contains("load: unchanged, skipped"))
  }

  @Test func `the list of rows that were sent back covers numbers of people`() throws {
    let words = ["rejects", Jianbao.pipeline, "--output", try TwoNights.output(after: .second), "--all"]
    let text = try Jianbao.run(words).output
    #expect(text.contains("11 open"))
    #expect(!text.contains(/\b1\d{10}\b/))
    let json = try Jianbao.run(words + ["--format", "json"]).output
    let tree = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(tree["open"] as? Int == 11)
  }

  @Test func `a file that is no form blocks, and changes nothing`() throws {
    let folder = try FreshFolder()
    try folder.copy(try TwoNights.output(after: .second), as: "out")
    for path in [Repository.path("sample-data/jiangsu-provincial/2023-08-20/项目.csv"), folder.path("nowhere.xlsx")] {
      let words = ["rejects", Jianbao.pipeline, "--output", folder.path("out"), "--import", path]
      let outcome = try Jianbao.run(words)
      #expect(outcome.code == 1)
      #expect(outcome.errors.contains(path))
    }
  }
}
