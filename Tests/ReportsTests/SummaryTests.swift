import Foundation
import Programme
import Reports
import SQLite
import Testing

struct SummaryTests {
  private let province: NomineeProvince
  private let papers: WrittenPapers

  init() throws {
    province = try NomineeProvince()
    papers = try WrittenPapers()
    try writeSummary(province.edition, from: province.database, into: papers.folder)
  }

  @Test func `the summary reads as recorded`() throws {
    try expectGolden(try papers.text("summary.md"), "summary.md")
  }

  @Test(arguments: ["distribution", "satisfaction"])
  func `a chart beside the summary looks as recorded`(name: String) throws {
    try expectGolden(try papers.text("charts/\(name).svg"), "summary-\(name).svg")
  }

  @Test func `every chart that the text shows lies beside it`() throws {
    let text = try papers.text("summary.md")
    let shown = text.matches(of: #/\]\((charts/[^)]+)\)/#).map { String($0.output.1) }
    #expect(shown.count == 4)
    for chart in shown { #expect(papers.exists(chart)) }
  }

  @Test func `the workbook has the sheets in the order of the text`() throws {
    #expect(
      try papers.sheets("summary.xlsx") == [
        "目录", "培训成效", "从报名到合格", "监测指标-1", "监测指标-2", "学科成效", "满意度", "满意度图", "分地市满意度-1", "分地市满意度-2",
        "分地市满意度-3", "评优情况", "问题与改进", "图表数据",
      ])
  }

  @Test
  func
    `monitoring tables that one sheet of paper holds share it, with the units of their figures and one line to sign on`()
    throws
  {
    let sheets = try (1...2).map { try papers.rows("summary.xlsx", sheet: "监测指标-\($0)") }
    #expect(sheets.map { $0.count { $0.first == "地市" } } == [2, 1])
    #expect(sheets.map { $0.count { $0.first == "填表人：" } } == [1, 1])
    #expect(sheets.map { $0[1].first } == ["单位：人、%", "单位：人、%、学时"])
    // What no unit has is told once.
    #expect(sheets.flatMap(\.self).count { $0.contains { $0.contains("没有数据的指标") } } == 1)
  }

  @Test func `a city's figures are the same in the text and in the workbook`() throws {
    let text = try papers.text("summary.md")
    let cities = try papers.rows("summary.xlsx", sheet: "培训成效").filter { $0.count > 6 && Int($0[0]) != nil }
    #expect(cities.count == 13)
    for city in cities {
      #expect(text.contains("| \(city[1]) | \(city[2]) | \(city[3]) |"), "\(city)")
    }
  }

  @Test func `figures withheld for too few answers appear nowhere`() throws {
    let rows = try (1...3).flatMap { try papers.rows("summary.xlsx", sheet: "分地市满意度-\($0)") }
    let (small, beside) = (rows.filter { $0.first == "荻洲市" }, rows.filter { $0.first == "归云市" })
    #expect(small.count == 3 && beside.count == 3)
    #expect(small.allSatisfy { $0.dropFirst(2).allSatisfy { $0 == "样本不足" || $0 == "—" } })
    #expect(beside.allSatisfy { $0.dropFirst(2).allSatisfy { $0 == "不单列" || $0 == "—" } })
  }

  @Test func `every table of the survey fits an upright page`() throws {
    let text = try papers.text("summary.md")
    let survey = try #require(text.firstMatch(of: #/（三）满意度\n([\s\S]*?)\n### /#)?.output.1)
    let heads = survey.split(separator: "\n").filter { $0.hasPrefix("| 评价对象") || $0.hasPrefix("| 地市") }
    // Shares, counts, the pooled share by city, and two objects by city in each of the last two.
    #expect(heads.count == 5)
    for head in heads { #expect(head.split(separator: "|").count <= 9 + 2, "\(head)") }
  }

  @Test
  func `the monitoring indicators stand in tables that an upright page holds, each with the unit and its learners`()
    throws
  {
    let text = try papers.text("summary.md")
    let parts = text.matches(of: #/### 附表1-\d 各地市监测指标（.+）\n\n(\|.+)\n/#).map { String($0.output.1) }
    #expect(parts.count > 1)
    var shown: [String] = []
    for head in parts {
      let columns = head.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
      #expect(columns.count <= 9 && columns.prefix(2) == ["地市", "报名学员（人）"], "\(head)")
      shown += columns.dropFirst(2)
    }
    let titles = province.edition.programme.metrics.map(\.title).filter { $0 != "平均成绩" }
    let without = try #require(text.firstMatch(of: #/没有数据的指标：(.+)。/#)?.output.1).split(separator: "、").map(String.init)
    #expect(Set(titles) == Set(shown.filter { !$0.hasSuffix("人数（人）") } + without), "\(shown), \(without)")
    #expect(Set(shown).count == shown.count && shown.contains("参训率"))
    // A count of learners stands left of its share.
    for (count, share) in zip(shown, shown.dropFirst()) where count.hasSuffix("人数（人）") { #expect(share.hasSuffix("率")) }
  }

  @Test func `what only people can write is a marked slot`() throws {
    let slots = try papers.text("summary.md").split(separator: "\n").filter { $0.hasPrefix("【待填写：") }
    #expect(slots.count == 6)
  }

  @Test func `the same figures give the same bytes`() throws {
    let again = try WrittenPapers()
    try writeSummary(province.edition, from: province.database, into: again.folder)
    for name in ["summary.md", "summary.xlsx"] {
      #expect(try again.bytes(name) == papers.bytes(name))
    }
  }

  @Test func `a summary without a survey leaves a slot for it`() throws {
    try province.database.execute("DELETE FROM satisfaction_value")
    let other = try WrittenPapers()
    try writeSummary(province.edition, from: province.database, into: other.folder)
    #expect(try other.text("summary.md").contains("【待填写：满意度调查情况"))
    #expect(!other.exists("charts/satisfaction.svg"))
    #expect(try !other.sheets("summary.xlsx").contains("满意度"))
  }

  @Test func `names that users typed cannot become markup`() throws {
    try province.database.execute("UPDATE unit SET name = '云|泽[市](x)<b>' WHERE name = '云泽市'")
    let other = try WrittenPapers()
    try writeSummary(province.edition, from: province.database, into: other.folder)
    let text = try other.text("summary.md")
    #expect(text.contains(#"| 云\|泽\[市\](x)\<b\> |"#))
    #expect(try other.text("charts/cities.svg").contains("云|泽[市](x)&lt;b&gt;"))
  }
}
