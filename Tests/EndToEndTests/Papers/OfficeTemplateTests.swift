import Foundation
import TestSupport
import Testing

/// Papers that an office words and orders itself, by templates beside its pipeline file.
struct OfficeTemplateTests {
  private static let night = "2025-10-22"

  /// The programme of the demo, both nights run, to be changed.
  private struct Office {
    let folder: FreshFolder

    init() throws {
      folder = try FreshFolder()
      let outcome = try Jianbao.run(["demo", "try"], in: folder.path)
      try #require(outcome.code == 0, "\(outcome.errors)")
    }

    var pipeline: String { folder.path("try/pipeline.json5") }

    func write(_ name: String, _ template: String) throws {
      let path = folder.path("try/templates")
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      try template.write(toFile: "\(path)/\(name)", atomically: false, encoding: .utf8)
    }

    func jianbao(_ words: String...) throws -> Outcome { try Jianbao.run(words, in: folder.path("try")) }

    func run() throws -> Outcome { try jianbao("run", ".", "--as-of", night) }

    func paper(_ name: String) throws -> String {
      try String(contentsOfFile: folder.path("try/output/demo/\(night)/\(name)"), encoding: .utf8)
    }
  }

  @Test func `an office's bulletin has its own order, words and lists, the same in Markdown and HTML`() throws {
    let office = try Office()
    let before = try office.paper("bulletin/bulletin.md")
    try office.write(
      "bulletin.md",
      """
      {% 插入 刊头 %}
      ## 各区县进展
      ### {{ 序号 一 }}、口径在前
      {% 表 口径 %}
      {% 如果 项目数 > 100 %}
      ### {{ 序号 一 }}、分项目情况
      {% 结束 %}
      ### {{ 序号 一 }}、区县
      {{ 范围 }}合格率{{ 合格率 }}，居首的是{% 每个 区县 按名次 前 1 %}{{ 区县 }}{% 结束 %}。
      {% 每个 区县 按名次 %}
      1. **{{ 区县.名称 }}**：第{{ 区县.名次 }}名，合格率{{ 区县.合格率 }}，学校{% 每个 区县.下级 为 校 以 “、” 相隔 %}{{ 校 }}{% 结束 %}
      {% 结束 %}
      【待填写：点评】
      """)
    let outcome = try office.run()
    #expect(outcome.code == 0, "\(outcome.errors)")
    let markdown = try office.paper("bulletin/bulletin.md")
    let html = try office.paper("bulletin/bulletin.html")
    let headings = ["## 各区县进展", "### 一、口径在前", "### 二、区县"]
    #expect(markdown.split(separator: "\n").filter { $0.hasPrefix("##") } == headings.map { Substring($0) })
    #expect(
      html.matches(of: #/<h[23][^>]*>([^<]*)</#).map { String($0.output.1) }
        == headings.map { String($0.drop { "# ".contains($0) }) })
    #expect(
      html.contains(#"<h2 class="title">各区县进展</h2>"#) && html.contains(#"<p><span class="slot">【待填写：点评】</span></p>"#))
    // The figures are those of the table that the program lays out.
    let ranked = Papers.tables(of: before).filter {
      $0.count > 8 && Int($0[0]) != nil && $0[1].hasSuffix("区") || $0[1].hasSuffix("县")
    }
    let items = markdown.matches(of: #/(?m)^\d+\. \*\*(.+)\*\*：第(\d+)名，合格率([0-9.]+%)，学校(.+)$/#)
    #expect(items.count > 1)
    for item in items {
      let row = try #require(ranked.first { $0[1] == item.output.1 }, "\(item.output.1)")
      #expect(row[0] == item.output.2 && row.contains(String(item.output.3)), "\(row)")
      #expect(
        html.contains("<li><b>\(item.output.1)</b>：第\(item.output.2)名，合格率\(item.output.3)，学校\(item.output.4)</li>"))
      #expect(item.output.4.contains("、"))
    }
    #expect(markdown.contains("居首的是\(items[0].output.1)。"))
  }

  @Test(arguments: ["check", "run"])
  func `faulty templates are told with file, line and column before anything is written`(command: String) throws {
    let office = try Office()
    try office.write("bulletin.md", "# 通报\n{{ 合格律 }}\n{% 每个 区县 %}\n{{ 名次 }}\n")
    try office.write("summary.md", "{% 如果 项目数 > 5% %}\n{% 结束 %}\n{% 表 总体 %}\n")
    try office.write("bulettin.md", "# 通报")
    try office.write(".bulletin.md.swp", "not a template")
    let before = try bytes(below: office.folder.path("try/output"))
    let outcome = try office.jianbao(command, ".", "--as-of", Self.night)
    #expect(outcome.code == 2 && outcome.output == "")
    let told = outcome.errors.split(separator: "\n").map { line in
      line.components(separatedBy: "templates/").last ?? ""
    }
    #expect(
      told == [
        "bulettin.md:1:1: no paper has a template of this name; did you mean 'bulletin.md'?",
        "bulletin.md:2:4: unknown name '合格律'; did you mean '合格率'?",
        "bulletin.md:3:1: '每个' is not closed; write {% 结束 %} where it ends",
        "bulletin.md:4:4: unknown name '名次'; did you mean '区县.名次'?",
        "summary.md:1:13: a number cannot be compared with a percentage",
        "summary.md:3:6: unknown name '总体'; jianbao templates lists the names that the paper knows",
      ])
    #expect(try bytes(below: office.folder.path("try/output")) == before)
  }

  @Test func `a changed template alone makes a new paper, and the earlier one is kept`() throws {
    let office = try Office()
    #expect(try office.run().output.contains("bulletin: unchanged"))
    let before = try office.paper("bulletin/bulletin.md")
    let manifest = try office.paper("bulletin/manifest.json")
    try office.write("bulletin.md", "# 一句话\n{{ 导语 }}\n")
    #expect(try office.run().code == 0)
    let text = try office.paper("bulletin/bulletin.md")
    #expect(text.hasPrefix("# 一句话\n\n截至2025年10月22日24时，"))
    #expect(try office.paper("bulletin.r1/bulletin.md") == before)
    let digest = { (text: String) in text.split(separator: "\n").first { $0.contains("pipeline_sha256") } }
    #expect(try digest(office.paper("bulletin/manifest.json")) != digest(manifest))
    #expect(try office.run().output.contains("bulletin: unchanged"))
    try FileManager.default.removeItem(atPath: office.folder.path("try/templates"))
    #expect(try office.run().code == 0)
    #expect(try office.paper("bulletin/bulletin.md") == before)
  }

  @Test func `the built-in templates are written once, give the same papers, and are never replaced`() throws {
    let office = try Office()
    let papers = ["bulletin/bulletin.html", "summary/summary.html", "nominees/nominees-public.html"]
    let before = try papers.map(office.paper)
    let written = try office.jianbao("templates", ".", "--write")
    #expect(written.code == 0 && written.errors == "")
    let names = ["bulletin.md", "nominees-public.md", "reminders.md", "summary.md"]
    let folder = office.folder.path("try/templates")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == names)
    let check = try office.jianbao("check", ".", "--as-of", Self.night)
    #expect(check.code == 0 && check.errors.contains("templates/summary.md: the summary will be made of it\n"))
    #expect(try office.run().code == 0)
    #expect(try papers.map(office.paper) == before)
    try office.write("summary.md", "# 总结\n")
    let again = try office.jianbao("templates", ".", "summary", "--write")
    #expect(again.code == 2 && again.errors.hasSuffix("templates/summary.md: already exists and is left as it is\n"))
    #expect(try String(contentsOfFile: "\(folder)/summary.md", encoding: .utf8) == "# 总结\n")
    let listed = try office.jianbao("templates", ".", "summary", "--lang", "zh").output
    #expect(listed.contains("templates/summary.md") && listed.contains("{{ 合格率 }}") && !listed.contains("刊头"))
  }

  @Test func `reminders say what the office wants them to, with the same counts`() throws {
    let office = try Office()
    let folder = office.folder.path("try/output/demo/\(Self.night)/bulletin/reminders")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    let before = try names.map { try office.paper("bulletin/reminders/\($0)") }
    try office.write(
      "reminders.md", "各位管理员：\n\n{% 每个 提醒 %}\n{{ 提醒 }}未{{ 达标名 }}{{ 提醒.未达人数 }}人\n{% 结束 %}\n　　此致\n")
    #expect(try office.run().code == 0)
    for (name, earlier) in zip(names, before) {
      let text = try office.paper("bulletin/reminders/\(name)")
      let counts = earlier.matches(of: #/，未合格([0-9,]+)人/#).map { String($0.output.1) }
      #expect(text.matches(of: #/未合格([0-9,]+)人/#).map { String($0.output.1) } == counts && !counts.isEmpty)
      #expect(text.hasPrefix("各位管理员：\n\n") && text.hasSuffix("人\n　　此致\n"), "\(text)")
    }
    #expect(!names.isEmpty)
  }

  @Test func `a bundle carries the templates, and another template is no longer what was run`() throws {
    let office = try Office()
    try office.write("bulletin.md", "# 一句话\n{{ 导语 }}\n")
    #expect(try office.run().code == 0)
    #expect(try office.jianbao("verify", ".", "--bundle", "bundle.zip").code == 0)
    let verified = try office.jianbao("verify", "bundle.zip", "--input", "exports")
    #expect(verified.code == 0, "\(verified.output)\(verified.errors)")
    try office.write("bulletin.md", "# 两句话\n{{ 导语 }}\n")
    let other = try office.jianbao("verify", ".")
    #expect(other.code == 1 && !other.output.contains("pipeline.json5"))
    #expect(other.output.contains("./templates/bulletin.md: is not what it was at the last run"))
    try office.write("bulletin.md", "# 一句话\n{{ 导语 }}\n")
    #expect(try office.jianbao("verify", ".").code == 0)
    try office.write("summary.md", "# 一句话\n")
    let added = try office.jianbao("verify", ".")
    #expect(added.code == 1 && added.output.contains("./templates/summary.md: was not there at the last run"))
    try FileManager.default.removeItem(atPath: office.folder.path("try/templates"))
    let removed = try office.jianbao("verify", ".")
    #expect(removed.code == 1 && removed.output.contains("./templates/bulletin.md: was there at the last run"))
  }

  @Test func `loops that take too many turns are told by check, and a run says where the template lies`() throws {
    let office = try Office()
    // Six schools, each with each of the others, and so on: 1,554 turns, 130 times.
    let loops = (1...4).map { "{% 每个 学校 为 校\($0) %}\n" }.joined() + "甲\n" + String(repeating: "{% 结束 %}\n", count: 4)
    try office.write("bulletin.md", "# 通报\n" + String(repeating: loops, count: 130))
    let told =
      #/\n\.\/templates\/bulletin\.md:1[0-9]{3}:7: the loops take more than 200000 turns; take one out of the other\n$/#
    let check = try office.jianbao("check", ".", "--as-of", Self.night)
    #expect(check.code == 2 && check.errors.contains(told), "\(check.errors)")
    let elsewhere = try office.jianbao("check", ".", "--as-of", Self.night, "--output", "none")
    #expect(elsewhere.code == 0, "without a night nobody knows how long the lists are: \(elsewhere.errors)")
    let run = try office.run()
    #expect(run.code == 2 && run.errors.contains(told), "\(run.errors)")
  }

  @Test func `a folder of templates that is none, and a template without a word, are told`() throws {
    let office = try Office()
    try office.write("bulletin.md", "\n{# 以后再写 #}\n\n")
    let empty = try office.jianbao("check", ".", "--as-of", Self.night)
    #expect(empty.code == 2)
    #expect(
      empty.errors.hasSuffix(
        "./templates/bulletin.md:1:1: the template prints nothing; write the paper, or take the file away\n"))
    let folder = office.folder.path("try/templates")
    try FileManager.default.removeItem(atPath: folder)
    try "# 通报\n".write(toFile: folder, atomically: false, encoding: .utf8)
    let file = try office.run()
    #expect(file.code == 2)
    #expect(
      file.errors.hasSuffix(
        "./templates:1:1: the folder of templates cannot be read; make it a folder that you may read, or take it away\n"
      ),
      "\(file.errors)")
  }

  @Test func `reminders may say one thing to who is done and another to who is not`() throws {
    let office = try Office()
    try office.write(
      "reminders.md",
      """
      {% 每个 提醒 %}
      {% 如果 提醒.未达人数 = 0 %}
      {{ 提醒 }}已全部{{ 达标名 }}
      {% 否则如果 提醒.未达人数 >= 20 且 有 时限 %}
      {{ 提醒 }}还有{{ 提醒.未达人数 }}人，多
      {% 否则 %}
      {{ 提醒 }}还有{{ 提醒.未达人数 }}人
      {% 结束 %}
      {% 结束 %}
      """)
    #expect(try office.run().code == 0)
    let folder = office.folder.path("try/output/demo/\(Self.night)/bulletin/reminders")
    var lines: [Substring] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      lines += try office.paper("bulletin/reminders/\(name)").split(separator: "\n")
    }
    let counts = lines.compactMap { $0.firstMatch(of: #/还有([0-9]+)人(，多)?$/#) }
    #expect(counts.count == lines.count && counts.count > 1, "\(lines)")
    for count in counts { #expect((Int(count.output.1) ?? 0 >= 20) == (count.output.2 != nil), "\(count.output.0)") }
  }

  @Test func `what the public may not read is found in a list that an office words itself`() throws {
    let office = try Office()
    let before = try office.paper("nominees/nominees-public.md")
    let roll = "{% 每个 名单 %}\n{% 每个 名单.获奖者 %}\n{{ 获奖者.单位 }} {{ 获奖者.姓名 }}\n{% 结束 %}\n{% 结束 %}\n"
    try office.write("nominees-public.md", "# 名单\n咨询：13812345678\n" + roll)
    let outcome = try office.run()
    #expect(outcome.code == 1)
    let told = outcome.errors.split(separator: "\n").filter { $0.contains("mobile number") }
    #expect(told.count == 3, "Markdown, HTML and the workbook: \(outcome.errors)")
    #expect(
      told.allSatisfy { $0.contains("which the template has (./templates/nominees-public.md:2); take it out there") })
    #expect(try office.paper("nominees/nominees-public.md") == before)
    try office.write("nominees-public.md", "# 名单\n咨询请到办公室\n" + roll)
    #expect(try office.run().code == 0)
    #expect(try office.paper("nominees/nominees-public.md").hasPrefix("# 名单\n\n咨询请到办公室\n\n"))
    let sheet = try Papers.text(of: office.folder.path("try/output/demo/\(Self.night)/nominees/nominees-public.xlsx"))
    #expect(sheet.contains("咨询请到办公室") && sheet.contains("名单"))
  }
}
