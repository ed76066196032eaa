import Programme
import Templates
import Testing

struct TemplateFaultTests {
  @Test(arguments: [
    // Signs.
    ("合格率{{ 合格率", ["1:4: '{{' is not closed in its line; write '}}' behind it"]),
    (
      "{% 如果 首期\n{% 结束 %}",
      ["1:1: '{%' is not closed in its line; write '%}' behind it", "2:1: '结束' without a '如果' or '每个' before it"]
    ),
    ("第一行\n　　{{ 合格率 & }}", ["2:10: '&' has no meaning here; take it out"]),
    ("{{ “合格 }}", ["1:4: the text is not closed; write '”' behind it"]),
    (
      "合格 }}",
      [
        "1:4: '}}' opens or closes nothing; instructions are written {% … %} and values {{ … }}, in half-width signs"
      ]
    ),
    ("{％ 如果 首期 ％}\n{% 结束 %}", ["1:1: '{％' is full-width; write '{%' and '%}' in half-width signs"]),
    ("{% 如果 首期 ％}\n{% 结束 %}", ["1:10: '％}' is full-width; write '%}'"]),
    ("合格率｛｛ 合格率 ｝｝", ["1:4: '｛｛' is full-width; write '{{' and '}}' in half-width signs"]),
    ("{{ 合格率 %}", ["1:8: '{{' is closed by '}}', not by '%}'"]),
    (
      "{% 如果（首期） %}\n{% 结束 %}",
      [
        "1:4: unknown instruction '如果（首期）'; brackets are half-width here: ( and )",
        "2:1: '结束' without a '如果' or '每个' before it",
      ]
    ),
    ("{% 如果 非（首期） %}\n{% 结束 %}", ["1:7: unknown name '非（首期）'; brackets are half-width here: ( and )"]),
    ("{% 如果 首期 且（首期） %}\n{% 结束 %}", ["1:10: '且（首期）' has no meaning here; brackets are half-width here: ( and )"]),
    (
      "{% 每个 地市，按名次 %}\n{% 结束 %}",
      ["1:7: unknown name '地市，按名次'; words stand apart by blanks, without punctuation"]
    ),
    ("{{ “合格\" }}", ["1:7: a text that begins with “ ends with ”, not with \""]),
    ("{% 如果 上期 = ”第1期” %}\n{% 结束 %}", ["1:12: a text stands between “ and ”, or between two \", not behind ”"]),
    ("{% 如果 上期 = '第1期' %}\n{% 结束 %}", ["1:12: a text stands between “ and ”, or between two \", not behind '"]),
    (
      "正文 {# 说明 #}",
      ["1:4: a remark stands on lines of its own: {# … #}", "1:10: a remark stands on lines of its own: {# … #}"]
    ),
    ("{{ 合格率 报名学员 }}", ["1:8: '报名学员' has no meaning here; take it out"]),
    ("{{ }}", ["1:1: a name is missing here, such as 报名学员"]),
    ("{{ 合格率. }}", ["1:1: a name is missing here, such as 报名学员"]),
    // Instructions.
    ("{% %}", ["1:1: an instruction is missing between the signs"]),
    ("{% 如梦 首期 %}", ["1:4: unknown instruction '如梦'; did you mean '如果'?"]),
    ("合计{% 表 总体情况 %}", ["1:3: this instruction stands on a line of its own"]),
    ("合计{% 居中 %}", ["1:3: this instruction stands at the beginning of a line"]),
    ("{% 居中 %}", ["1:1: text is missing behind the instruction, on the same line"]),
    ("{% 落款 %}", ["1:1: who signs is missing; write it in quotation marks"]),
    ("{{ 序号 一 }}、正文", ["1:1: 序号 is for headings"]),
    ("# {{ 序号 二 }}、", ["1:9: say how headings are numbered: 序号 一, or 序号 1"]),
    ("##总体", ["1:1: a heading is written with one to six '#' and a blank behind them"]),
    ("{# 说明", ["1:1: the remark is not closed; write '#}' behind it"]),
    ("{# 说明\n#} 正文", ["2:1: text behind the end of the remark that begins in line 1; write it on a line of its own"]),
    // Nesting.
    ("{% 如果 首期 %}\n正文", ["1:1: '如果' is not closed; write {% 结束 %} where it ends"]),
    ("正文{% 每个 地市 %}{{ 地市 }}", ["1:3: '每个' is not closed; write {% 结束 %} where it ends"]),
    ("{% 否则 %}", ["1:1: '否则' without a '如果' before it"]),
    ("{% 每个 地市 %}\n{% 否则 %}\n{% 结束 %}", ["2:1: '否则' without a '如果' before it"]),
    (
      "{% 如果 首期 %}\n{% 否则 %}\n{% 否则如果 首期 %}\n{% 结束 %}",
      ["3:1: '否则如果' behind the '否则' of the same '如果' (line 1)"]
    ),
    (
      "{% 如果 首期 %}\n{% 结束 每个 %}", ["2:1: '结束 每个', but what is open is the '如果' of line 1"]
    ),
    ("{% 如果 首期 %}\n{% 否则 如果 首期 %}\n{% 结束 %}", ["2:7: write 否则如果 as one word, without a blank"]),
    ("{% 如果 首期 %}\n{% 否则 首期 %}\n{% 结束 %}", ["2:7: '首期' has no meaning here; take it out"]),
    // What would be printed as it is written.
    (
      "{% 如果 首期 %}## 首期{% 结束 %}",
      ["1:12: a heading begins its line; put the instructions around it on lines of their own"]
    ),
    (
      "{% 每个 地市 %}| {{ 地市 }} |{% 结束 %}",
      ["1:12: a row of a table begins its line; put the instructions around it on lines of their own"]
    ),
    // Conditions.
    ("{% 如果 %}\n{% 结束 %}", ["1:1: a condition is missing here, such as 有 上期 or 合格率 < 90%"]),
    ("{% 如果 报名学员 > %}\n{% 结束 %}", ["1:1: a condition is missing here, such as 有 上期 or 合格率 < 90%"]),
    ("{% 如果 (首期 %}\n{% 结束 %}", ["1:7: the bracket is not closed"]),
    ("{% 如果 5 %}\n{% 结束 %}", ["1:1: a comparison is missing, such as > 5"]),
    (
      "{% 如果 报名学员 %}\n{% 结束 %}",
      ["1:7: '报名学员' is no condition by itself; write 有 报名学员, or compare it, such as 报名学员 > 5"]
    ),
    (
      "{% 如果 合格率 < 90 %}\n{% 结束 %}",
      ["1:13: a percentage cannot be compared with a number; a percentage is written 90%"]
    ),
    ("{% 如果 上期 > \"第1期\" %}\n{% 结束 %}", ["1:7: a text is only compared by = and !="]),
    // Names.
    ("{{ 合格律 }}", ["1:4: unknown name '合格律'; did you mean '合格率'?"]),
    ("{{ 天气预报 }}", ["1:4: unknown name '天气预报'; jianbao templates lists the names that the paper knows"]),
    ("{{ 合格率.上季 }}", ["1:8: '合格率' has no '上季'; did you mean '上期'?"]),
    ("{{ 总体情况 }}", ["1:4: '总体情况' is a table, not a value; write {% 表 总体情况 %} on a line of its own"]),
    ("{{ 地市 }}", ["1:4: '地市' is a list, not a value; go over it by {% 每个 地市 %}"]),
    ("{{ 联系 }}", ["1:4: '联系' is a group of values, not a value; name one of its values: 联系.电话"]),
    ("{% 表 走势图 %}", ["1:6: '走势图' is a chart, not a table; write {% 图 走势图 %} on a line of its own"]),
    ("{% 图 合格率 %}", ["1:6: '合格率' is a percentage, not a chart; write {{ 合格率 }} within a text"]),
    ("{% 每个 合格率 %}\n{% 结束 %}", ["1:7: '合格率' is a percentage, not a list"]),
    (
      "{% 每个 地市 %}\n{% 每个 地市 %}\n{% 结束 %}\n{% 结束 %}",
      [
        "2:7: '地市' is one of the loop of line 1 here; to go over all once more, give that one another name: {% 每个 地市 为 … %}"
      ]
    ),
    ("{% 每个 班次 按名次 %}\n{% 结束 %}", ["1:10: '班次' has no ranks; take 按名次 out"]),
    (
      "{% 每个 地市 为 上期 %}\n{% 结束 %}",
      ["1:7: '上期' already means something else; give the items another name: {% 每个 地市 为 … %}"]
    ),
    ("{% 每个 地市 前 %}\n{% 结束 %}", ["1:10: a number is missing behind 前, such as 3"]),
    ("{% 每个 地市 以 “、” 相隔 %}\n{% 结束 %}", ["1:1: 以 … 相隔 is for loops within a line"]),
    // Fields and their loops.
    ("{{ 地市.合格率 }}", ["1:4: '地市.合格率' is told of one of a list, and only between {% 每个 地市 %} and {% 结束 %}"]),
    ("{{ 名次 }}", ["1:4: '名次' is told of one of a list: write '地市.名次' between {% 每个 地市 %} and {% 结束 %}"]),
    ("{% 每个 地市 %}\n{{ 名次 }}\n{% 结束 %}", ["2:4: unknown name '名次'; did you mean '地市.名次'?"]),
    (
      "{% 每个 地市 %}\n{% 结束 %}\n{{ 地市.名次 }}",
      ["3:4: '地市.名次' is told of one of a list, and only between {% 每个 地市 %} and {% 结束 %}"]
    ),
    // Tables.
    ("| 地市 | 合格率 |\n\n正文", ["1:1: a table needs a line such as |:---|---:| under its head"]),
    ("| 地市 | 合格率 |\n| 甲 | 1% |\n| 乙 | 2% |", ["1:1: a table needs a line such as |:---|---:| under its head"]),
    (
      "| 地市 |\n{% 每个 地市 %}\n| {{ 地市 }} |\n{% 结束 %}",
      ["1:1: a table needs a line such as |:---|---:| under its head"]
    ),
    ("| 地市 | 合格率 |\n|---|\n| 甲 | 1% |", ["2:1: 1 cell in a table of 2 columns"]),
    ("| 地市 | 合格率 |\n|---|", ["2:1: 1 cell in a table of 2 columns"]),
    ("| 地市 | 合格率 |\n|---|---|\n| 甲 |", ["3:1: 1 cell in a table of 2 columns"]),
    (
      "{% 如果 首期 %}\n| 甲 |\n|---|\n{% 否则 %}\n| 乙 |\n{% 结束 %}",
      ["5:1: a table needs a line such as |:---|---:| under its head"]
    ),
  ])
  func `a fault is told with its line, its column and the remedy`(text: String, faults: [String]) {
    #expect(SmallPaper.faults(text) == faults)
  }

  @Test func `all faults of a template are told at once, in the language of the reader`() {
    let text = """
      # 学情
      {{ 合格律 }}人
      {% 如果 有 上期 且 合格率 < 90 %}
      {% 表 总体 %}
      {{ 地市.名称 }}
      """
    #expect(
      SmallPaper.faults(text, in: .chinese) == [
        "2:4: 未知名称“合格律”；是否想写“合格率”？",
        "3:1: “如果”没有结束；请在结束处写 {% 结束 %}",
        "3:20: 百分率不能与数比较；百分率应写作 90%",
        "4:6: 未知名称“总体”；可用名称见 jianbao templates",
        "5:4: “地市.名称”只能写在 {% 每个 地市 %} 与 {% 结束 %} 之间",
      ])
  }

  @Test func `columns count characters, and lines end as on any system`() {
    #expect(
      SmallPaper.faults("\u{FEFF}{{ 甲乙丙丁 }}\r\n合格{{ 甲乙丙丁 }}\r\t{{ 甲乙丙丁 }}").map { String($0.prefix(4)) } == [
        "1:4:", "2:6:", "3:5:",
      ])
  }

  @Test func `what is no text, and what is too long, is no template`() {
    #expect(SmallPaper.faults([0xD6, 0xD0]) == ["1:1: the text is not UTF-8; save it as UTF-8"])
    let long = Array(repeating: UInt8(ascii: "a"), count: Template.largest + 1)
    #expect(SmallPaper.faults(long) == ["1:1: more than 256 KiB are no template"])
  }

  @Test func `conditions and loops lie in each other as deep as a reader can follow, and no deeper`() {
    func nested(_ opening: String, _ count: Int) -> String {
      String(repeating: opening + "\n", count: count) + String(repeating: "{% 结束 %}\n", count: count)
    }
    #expect(SmallPaper.faults(nested("{% 如果 首期 %}", 12)) == [])
    #expect(
      SmallPaper.faults(nested("{% 如果 首期 %}", 5_000))
        == ["13:1: more than 12 conditions and loops in each other; take some apart"])
    #expect(SmallPaper.faults(nested("{% 每个 班次 %}", 2)).count == 1, "a loop is not a list")
    let brackets = "{% 如果 \(String(repeating: "(", count: 5_000))首期 %}\n{% 结束 %}"
    #expect(SmallPaper.faults(brackets) == ["1:23: more than 16 brackets in each other"])
    let loops = (1...5).map { "{% 每个 地市 为 市\($0) %}" }.joined(separator: "\n")
    let ends = String(repeating: "\n{% 结束 %}", count: 5)
    #expect(SmallPaper.faults(loops + ends) == ["5:7: more than 4 loops in each other"])
  }
}
