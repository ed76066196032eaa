import Programme
import Templates
import Testing

/// What a template without faults is read as, in short.
struct TemplateReadingTests {
  @Test(arguments: [
    ("# 题目\n## 一\n### 二", "title1(题目) heading2(一) heading3(二)"),
    ("## 一\n## 二", "heading2(一) heading2(二)"),
    ("{% 如果 首期 %}\n# 题目\n{% 结束 %}\n## 一", "choice[首期:title1(题目)] heading2(一)"),
    ("{% 每个 班次 %}\n# {{ 班次.名称 }}\n{% 结束 %}", "each(班次)[heading1(<班次.名称>)]"),
    ("正文一\n正文二\n\n正文三", "paragraph(正文一) paragraph(正文二) blank paragraph(正文三)"),
    ("  缩进  \n　　全角空格", "paragraph(缩进) paragraph(　　全角空格)"),
    ("【待填写：原因】\n说明：【待填写：原因】", "slot(【待填写：原因】) paragraph(说明：【待填写：原因】)"),
    ("{% 待填写 %}说明：【待填写：原因】", "slot(说明：【待填写：原因】)"),
    ("{% 居中 %} 办公室\n{% 附注 %}按{{ 合格率 }}", "centred(办公室) note(按<合格率>)"),
    ("1. **{{ 上期 }}**：情况（一）（条件：{{ 报名学员 }}）", "item(<上期>|情况（一）|<报名学员>)"),
    ("12. 情况", "item(|情况|)"), ("1.5倍", "paragraph(1.5倍)"),
    ("{% 表 总体情况 %}\n{% 图 走势图 %}\n{%插入 刊头%}", "表(总体情况) 图(走势图) 插入(刊头)"),
    ("---\n{% 落款 “填表人” \"审核人\" %}", "rule signature(填表人,审核人)"),
    ("{# 说明 #}\n{#\n# 不是标题\n#}\n正文", "paragraph(正文)"),
    ("{{ “{{” }}与{{ \"%}\" }}", "paragraph({{与%})"),
    (
      "| 单位 | 合格率 |\n|:---|---:|\n{% 每个 地市 %}\n| {{ 地市 }} | {{ 地市.合格率 }} |\n{% 结束 %}",
      "head(单位:left,合格率:right) each(地市)[row(<地市>,<地市.合格率>)]"
    ),
    (
      "{% 如果 有 上期 %}\n甲\n{% 否则如果 首期 %}\n乙\n{% 否则 %}\n丙\n{% 结束 如果 %}",
      "choice[有 上期:paragraph(甲)][首期:paragraph(乙)][paragraph(丙)]"
    ),
    (
      "甲{% 如果 没有 上期 或 (首期 且 非 合格率>=62.5%) %}乙{% 结束 %}丙",
      "paragraph(甲choice[any(not(有 上期),all(首期,not(合格率>=625/1%))):乙]丙)"
    ),
    (
      "{% 每个 地市.下级 为 县 按名次 前 3 以 “、” 相隔 %}{{ 县 }}{% 结束 %}",
      "paragraph(each(地市.下级 as 县 ranked first 3 、)[<县>])"
    ),
    (
      "| 甲 |\n|---|\n| 乙 |\n\n| 丙 | 丁 |\n|---|---|\n| 戊 | 己 |",
      "head(甲:left) row(乙) blank head(丙:left,丁:left) row(戊,己)"
    ),
    ("{% 如果 合格率 < -1.5 %}甲{% 结束 %}", "paragraph(choice[合格率<-15/1:甲])"),
    ("{% 如果 合格率＞＝９０．５％ 且 报名学员！＝0 %}甲{% 结束 %}", "paragraph(choice[all(合格率>=905/1%,报名学员!=0/0):甲])"),
    ("{% 如果 合格率 < 90％%}甲{% 结束 %}", "paragraph(choice[合格率<90/0%:甲])"),
    ("{% 如果 报名学员 < 90%}甲{% 结束 %}", "paragraph(choice[报名学员<90/0:甲])"),
    ("{{ 「合格率（%）」.上期 }}", "paragraph(<合格率（%）.上期>)"),
    ("# {{ 序号 一 }}、{{ 序号 1 沿用 }}", "title1(#一、#1=)"),
  ])
  func `a template reads as`(text: String, tree: String) {
    let faults = FaultCollector()
    let template = Template.read(Array(text.utf8), faults)
    #expect(faults.faults.isEmpty, "\(faults.lines(file: "t", in: .english))")
    #expect(template.blocks.map(\.short).joined(separator: " ") == tree)
  }
}

extension TemplateBlock {
  fileprivate var short: String {
    switch self {
    case .heading(let level, let isTitle, let text): "\(isTitle ? "title" : "heading")\(level)(\(text.short))"
    case .line(let style, let text): "\(style)(\(text.short))"
    case .item(let item): "item(\(item.subject.short)|\(item.sentence.short)|\(item.condition.short))"
    case .tableHead(let columns):
      "head(\(columns.map { "\($0.heading.short):\($0.alignment)" }.joined(separator: ",")))"
    case .tableRow(let cells): "row(\(cells.map(\.short).joined(separator: ",")))"
    case .insertion(let part, let path): "\(part.rawValue)(\(path.text))"
    case .rule: "rule"
    case .signature(let names): "signature(\(names.joined(separator: ",")))"
    case .blank: "blank"
    case .choice(let choice): choice.short { $0.map(\.short).joined(separator: " ") }
    case .each(let loop, let blocks): "each(\(loop.short))[\(blocks.map(\.short).joined(separator: " "))]"
    }
  }
}

extension TemplateText {
  fileprivate var short: String {
    map { inline in
      switch inline {
      case .text(let text): text
      case .value(let path): "<\(path.text)>"
      case .ordinal(let ordinal, let isSame): "#\(ordinal.rawValue)\(isSame ? "=" : "")"
      case .choice(let choice): choice.short(\.short)
      case .each(let loop, let text): "each(\(loop.short))[\(text.short)]"
      }
    }.joined()
  }
}

extension TemplateChoice {
  fileprivate func short(_ pieces: ([Piece]) -> String) -> String {
    let parts = branches.map { "\($0.condition.short):\(pieces($0.pieces))" }
    let rest = otherwise.isEmpty ? [] : [pieces(otherwise)]
    return "choice" + (parts + rest).map { "[\($0)]" }.joined()
  }
}

extension TemplateLoop {
  fileprivate var short: String {
    var text = list.text
    if name != list.names.last?.text { text += " as \(name)" }
    if byRank != nil { text += " ranked" }
    switch pick {
    case .first(let count): text += " first \(count)"
    case .last(let count): text += " last \(count)"
    case nil: break
    }
    return separator.isEmpty ? text : text + " \(separator)"
  }
}

extension TemplateCondition {
  fileprivate var short: String {
    switch self {
    case .exists(let path): "有 \(path.text)"
    case .truth(let path): path.text
    case .comparison(let left, let comparison, let right): left.short + comparison.rawValue + right.short
    case .not(let inner): "not(\(inner.short))"
    case .all(let parts): "all(\(parts.map(\.short).joined(separator: ",")))"
    case .any(let parts): "any(\(parts.map(\.short).joined(separator: ",")))"
    }
  }
}

extension TemplateOperand {
  fileprivate var short: String {
    switch self {
    case .path(let path): path.text
    case .number(let number, _): "\(number.units)/\(number.decimals)\(number.isPercent ? "%" : "")"
    case .text(let text, _): "“\(text)”"
    }
  }
}
