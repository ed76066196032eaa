import Foundation
import Programme
import Store

extension RuleBook {
  /// The book as Markdown.
  package var markdown: String {
    var paragraphs = ["# \(MarkdownText.escaped(title))", MarkdownText.escaped(imprint), MarkdownText.escaped(lead)]
    paragraphs.append(basics.map { "- " + MarkdownText.escaped($0) }.joined(separator: "\n"))
    for (number, chapter) in chapters.enumerated() {
      paragraphs.append("## \(chineseOrdinal(number + 1))、\(MarkdownText.escaped(chapter.title))")
      for (number, section) in chapter.sections.enumerated() {
        if !section.title.isEmpty {
          paragraphs.append("### （\(chineseOrdinal(number + 1))）\(MarkdownText.escaped(section.title))")
        }
        if let cite = section.cite { paragraphs.append(MarkdownText.escaped("依据：\(cite)")) }
        paragraphs.append(table(of: section.rules).text)
      }
    }
    return paragraphs.joined(separator: "\n\n") + "\n"
  }

  /// The book as one JSON object on one line, each rule with its name in the pipeline file.
  package var json: String {
    let chapters = chapters.map { chapter in
      let sections = chapter.sections.map { section in
        let rules = section.rules.map { rule in
          object(("id", rule.id), ("subject", rule.subject), ("text", rule.text), ("cite", rule.cite))
        }
        return object(("id", section.id), ("title", section.title), ("cite", section.cite), list: ("rules", rules))
      }
      return object(("id", chapter.id), ("title", chapter.title), list: ("sections", sections))
    }
    return object(
      ("kind", "rule_book"), ("programme", programme.id.text), ("title", title), ("office", programme.office),
      list: ("chapters", chapters))
  }

  /// Who issues it and for which year.
  var imprint: String { "\(programme.office)　\(programme.year)年度" }

  /// What the book is, for whoever checks it.
  var lead: String {
    "本细则由流程文件逐条生成，与程序计算所用的规则一致；请各办公室对照依据逐条核对，有出入的修改流程文件后重新生成。"
  }

  /// A column of clauses stands only where a rule has one of its own.
  func hasClauses(_ rules: [Rule]) -> Bool { rules.contains { $0.cite != nil } }

  private func table(of rules: [Rule]) -> MarkdownTable {
    let cites = hasClauses(rules)
    let columns = [MarkdownTable.Column("序号", .centre), .init("项目", .left), .init("规定", .left)]
    return MarkdownTable(
      columns: columns + (cites ? [.init("依据", .left)] : []),
      rows: rules.enumerated().map { index, rule in
        ["\(index + 1)", rule.subject, rule.text] + (cites ? [rule.cite ?? "—"] : [])
      })
  }

  private func object(_ members: (name: String, text: String?)..., list: (name: String, objects: [String])? = nil)
    -> String
  {
    var written = members.map { "\(jsonText($0.name)):\($0.text.map(jsonText) ?? "null")" }
    if let list { written.append("\(jsonText(list.name)):[\(list.objects.joined(separator: ","))]") }
    return "{\(written.joined(separator: ","))}"
  }
}
