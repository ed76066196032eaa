import Foundation
import Programme
import Reports
import SQLite
import TestSupport
import Testing

/// Papers that an office words and orders itself.
struct TemplateTests {
  private static func markdown(_ template: String) throws -> String {
    try papers(template).markdown
  }

  /// The bulletin of the second night by a template of the office.
  private static func papers(_ template: String) throws -> (markdown: String, html: String) {
    let province = try BulletinProvince()
    var edition = province.secondEdition
    edition.programme.templates["bulletin.md"] = template
    return try withFolder { folder in
      try writeBulletin(edition, from: province.database, into: folder)
      let text = { (name: String) in try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8) }
      return (try text("bulletin.md"), try text("bulletin.html"))
    }
  }

  @Test(arguments: PaperTemplate.allCases)
  func `the program's own templates have no faults, whatever the programme`(paper: PaperTemplate) throws {
    let folder = repository.appending(path: "pipelines")
    var read = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      let file = folder.appending(path: "\(name)/pipeline.json5")
      guard let bytes = try? Data(contentsOf: file),
        let programme = Programme.read(Array(bytes), FaultCollector()), paper.isDeclared(in: programme)
      else { continue }
      read += 1
      let faults = FaultCollector()
      paper.check(paper.builtIn, in: programme, faults)
      #expect(faults.lines(file: name, in: .english) == [])
    }
    #expect(read >= 3)
  }

  @Test func `what stands between the items of a loop stands between those alone that say something`() throws {
    let text = try Self.markdown(
      """
      高于全省：{% 每个 地市 以 “、” 相隔 %}{% 如果 地市.合格率 > 合格率 %}{{ 地市.名称 }}{% 结束 %}{% 结束 %}。
      """)
    let names = try #require(text.split(separator: "\n").first)
    #expect(names.hasPrefix("高于全省：") && names.hasSuffix("。") && names.contains("、"))
    #expect(!names.contains("、、") && !names.contains("：、") && !names.contains("、。"))
  }

  @Test func `a unit without a rank is neither among the first nor among the last`() throws {
    let text = try Self.markdown(
      "{% 每个 学校 按名次 后 500 %}\n{{ 学校.名次 }}\n{% 结束 %}\n{% 每个 学校 按名次 %}\n全部{{ 学校.名次 }}\n{% 结束 %}")
    let lines = text.split(separator: "\n")
    #expect(lines.contains("全部—") && !lines.contains("—"))
  }

  @Test func `sections keep their numbers in order, wherever they stand and whichever are left out`() throws {
    let text = try Self.markdown(
      """
      ## 学情
      ### {{ 序号 一 }}、口径
      ### {{ 序号 一 }}、{% 如果 没有 走势图 %}走势{% 结束 %}
      {% 如果 首期没有 = “” %}{% 结束 %}
      {% 如果 期数 > 100 %}
      ### {{ 序号 一 }}、百期
      {% 结束 %}
      #### （{{ 序号 一 }}）甲
      #### （{{ 序号 一 }}）乙
      ### {{ 序号 一 }}、总体
      #### {{ 序号 1 }}. 丙
      #### {{ 序号 1 沿用 }}-2 丙
      #### {{ 序号 1 }}. 丁
      """.replacing("{% 如果 首期没有 = “” %}{% 结束 %}\n", with: ""))
    #expect(
      text.split(separator: "\n") == [
        "## 学情", "### 一、口径", "### 二、", "#### （一）甲", "#### （二）乙", "### 三、总体", "#### 1. 丙", "#### 1-2 丙", "#### 2. 丁",
      ])
  }

  @Test func `a loop over cities prints the figures that the tables have`() throws {
    let text = try Self.markdown(
      """
      {% 表 总体情况 %}
      {% 每个 地市 按名次 %}
      {% 如果 地市.首个 %}
      {% 表 口径 %}
      {% 结束 %}
      第{{ 地市.名次 }}名 {{ 地市.名称 }} {{ 地市.报名学员 }} {{ 地市.合格率 }} {{ 地市.pass_rate.变化 }} {{ 地市.名次变化 }}
      {% 结束 %}
      {% 每个 级别 前 1 %}
      {% 表 级别.排名表 %}
      {% 结束 %}
      """)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") && $0.split(separator: "|").count > 9 }
      .map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }.dropFirst().dropLast()
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("第") }.map {
      $0.split(separator: " ").map(String.init)
    }
    #expect(lines.count == 13 && rows.count == 13)
    for (line, row) in zip(lines, rows) {
      #expect(line[0] == "第\(row[0])名" && line[1] == row[1] && line[2] == row[2], "\(line) \(row)")
      #expect(row.contains(line[3]) && row.contains(line[4]) && row.contains(line[5]), "\(line) \(row)")
    }
  }

  @Test func `conditions compare what is printed`() throws {
    let text = try Self.markdown(
      """
      {% 如果 合格率 < 100% 且 报名学员 > 1 %}甲{% 结束 %}
      {% 如果 合格率 < 0.01% 或 报名学员 <= 0.5 %}乙{% 结束 %}
      {% 如果 有 上期 %}丙{% 否则 %}丁{% 结束 %}
      {% 如果 范围 = “全省” %}戊{% 结束 %}
      {% 如果 非 (没有 走势图) %}己{% 结束 %}
      {% 每个 地市 %}
      {% 如果 地市.合格率 > 合格率 %}{% 结束 %}
      {% 如果 地市.报名学员 = 0 且 (地市.合格率 >= 0% 或 地市.合格率 < 100%) %}没有数的也满足{% 结束 %}
      {% 结束 %}
      """)
    #expect(text.split(separator: "\n") == ["甲", "丙", "戊", "己"])
  }

  @Test func `items, remarks and rows of a loop are one list, one table`() throws {
    let (markdown, html) = try Self.papers(
      """
      {% 每个 班次 %}
      1. **{{ 班次 }}**：{{ 班次.结束日 }}结束（条件：{% 如果 班次.已结束 %}已结束{% 结束 %}）
      {% 结束 %}
      {% 附注 %}注一
      {% 附注 %}注二
      | 班次 | 天数 |
      |:---|---:|
      {% 每个 班次 %}
      | {{ 班次 }} | {{ 班次.剩余天数 }} |
      {% 结束 %}
      {% 居中 %}办公室
      说明：【待填写：原因】
      【待填写：原因】
      """)
    #expect(
      markdown == """
        1. **上旬班**：8月20日结束（条件：已结束）
        2. **下旬班**：9月3日结束

        1. 注一
        2. 注二

        | 班次 | 天数 |
        |:---|---:|
        | 上旬班 | 0 |
        | 下旬班 | 14 |

        办公室

        说明：【待填写：原因】

        【待填写：原因】

        """)
    #expect(html.contains("<li><b>下旬班</b>：9月3日结束</li>") && html.contains("<ol class=\"notes\">\n<li>注一</li>"))
    #expect(html.contains(#"<td class="right">14</td>"#) && html.contains(#"<p class="byline">办公室</p>"#))
    #expect(html.components(separatedBy: #"<span class="slot">"#).count == 2)
  }

  @Test func `names that users typed are neither template nor markup`() throws {
    let province = try BulletinProvince()
    try province.database.execute(
      "UPDATE unit SET name = '{{ 导语 }}<b>*_{% 结束 %}' WHERE level = 1 AND id = (SELECT min(id) FROM unit WHERE level = 1)"
    )
    var edition = province.secondEdition
    edition.programme.templates["bulletin.md"] = "{% 每个 地市 前 1 %}\n## {{ 地市 }}与*甲*\n{% 结束 %}"
    try withFolder { folder in
      try writeBulletin(edition, from: province.database, into: folder)
      let markdown = try String(contentsOfFile: "\(folder)/bulletin.md", encoding: .utf8)
      #expect(markdown == "## {{ 导语 }}\\<b\\>\\*\\_{% 结束 %}与\\*甲\\*\n")
      let html = try String(contentsOfFile: "\(folder)/bulletin.html", encoding: .utf8)
      #expect(html.contains("{{ 导语 }}&lt;b&gt;*_{% 结束 %}与*甲*"))
    }
  }

  @Test func `a paper that gets too long is not written`() throws {
    let line = String(repeating: "甲", count: 80_000)
    let error = #expect(throws: TemplateError.self) {
      try Self.markdown("{% 每个 学校 %}\n{% 每个 地市 %}\n\(line)\n{% 结束 %}\n{% 结束 %}")
    }
    #expect(
      error?.wording(in: "templates").english
        == "templates/bulletin.md: the paper gets longer than 64 MiB; print less in its loops")
  }

  @Test func `loops in loops come to an end`() throws {
    let schools = (1...3).map { "{% 每个 学校 为 校\($0) %}" }.joined(separator: "\n")
    let error = #expect(throws: TemplateError.self) {
      try Self.markdown(schools + "\n甲" + String(repeating: "\n{% 结束 %}", count: 3))
    }
    #expect(
      error?.wording(in: "templates").english
        == "templates/bulletin.md:3:7: the loops take more than 200000 turns; take one out of the other")
  }
}
