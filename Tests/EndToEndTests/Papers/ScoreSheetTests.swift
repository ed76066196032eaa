import Foundation
import Testing
import TestSupport

/// What score workbooks say beside the points, in a programme with requirements, a veto and credited hours.
struct ScoreSheetTests {
  private static let night = SampleProgramme.partySecretaries.everyNight.last

  /// The rows of all score workbooks by learner.
  private static let rows = Result {
    let night = try #require(Self.night)
    let folder = "\(try night.folder)/\(night.asOf)/bulletin/scores"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    return try files.flatMap { try Papers.rows(of: "\(folder)/\($0)") }
  }

  @Test func `the headings are those of the programme`() throws {
    let header = try #require(try Self.rows.get().first { $0.first == "学员编号" })
    #expect(header.suffix(7) == ["总成绩", "是否\n合格", "认定\n学时", "名次", "状态", "提示", "未达到的要求"])
    #expect(!header.contains("项目") && !header.contains("等第"))
  }

  @Test(arguments: [
    ("the least that passes", "合格 25.00", ""),
    ("a copied essay, full marks", "未合格 0.00", "否决：抄袭"),
    ("a second post one second late", "未合格 0.00", "参与班级研讨不少于2次"),
    ("required hours six seconds short of twenty", "未合格 0.00", "必修课程不少于20学时"),
  ])
  func `who does not pass is told what is not met`(of: String, result: String, unmet: String) throws {
    let person = try #require(Self.night).person(of: of)
    let row = try #require(try Self.rows.get().first { $0.first == person })
    let verdict = try #require(row.firstIndex { $0.hasSuffix("合格") })
    #expect(row[verdict...].prefix(2).joined(separator: " ") == result)
    #expect(unmet.isEmpty || row.last == unmet, "\(row)")
    #expect(!unmet.isEmpty || row.allSatisfy { !$0.contains("不少于") && !$0.contains("否决") }, "\(row)")
  }

  @Test func `what has no room is counted`() throws {
    let night = try #require(Self.night)
    let lines = try night.lines("SELECT person, unmet FROM learner_score WHERE status IN ('enrolled', 'vanished')")
    var demands: [String: Int] = [:]
    for words in lines.map({ $0.split(separator: " ") }) {
      demands[String(words[0])] = words.dropFirst().count { $0 != "total" }
    }
    for row in try Self.rows.get() {
      guard let person = row.first, let count = demands[person], count > 0, let text = row.last else { continue }
      let named = text.split(separator: "；").count
      #expect(text.hasSuffix("等\(count)项") ? named < count : named == count, "\(row)")
    }
  }
}
