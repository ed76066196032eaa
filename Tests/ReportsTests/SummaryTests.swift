import Foundation
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
        "目录", "培训成效", "从报名到合格", "监测指标", "学科成效", "满意度", "分地市满意度", "评优情况", "问题与改进", "图表数据",
      ])
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
    let rows = try papers.rows("summary.xlsx", sheet: "分地市满意度")
    let small = try #require(rows.first { $0.first == "荻洲市" })
    let beside = try #require(rows.first { $0.first == "归云市" })
    #expect(small.dropFirst(2).allSatisfy { $0 == "样本不足" || $0 == "—" })
    #expect(beside.dropFirst(2).allSatisfy { $0 == "不单列" || $0 == "—" })
  }

  @Test func `every table of the survey fits an upright page`() throws {
    let text = try papers.text("summary.md")
    let survey = try #require(text.firstMatch(of: #/（三）满意度\n([\s\S]*?)\n### /#)?.output.1)
    let heads = survey.split(separator: "\n").filter { $0.hasPrefix("| 评价对象") || $0.hasPrefix("| 地市") }
    // Shares, counts, the pooled share by city, and two objects by city in each of the last two.
    #expect(heads.count == 5)
    for head in heads { #expect(head.split(separator: "|").count <= 9 + 2, "\(head)") }
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
