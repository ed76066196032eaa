import Answers
import Programme
import Reports

extension ObjectionReply {
  /// The letter as Markdown, ready to be sealed: date and signature are blank, numbers of people are covered.
  func markdown(in language: Language, _ mask: Mask) -> String {
    let isChinese = language == .chinese
    func said(_ wording: Wording) -> String { MarkdownText.escaped(mask.covered(wording[language])) }
    var paragraphs = ["# \(said(title))", said(addressee) + (isChinese ? "：" : ","), said(opening)]
    var number = 0
    for section in sections {
      if section.isPart {
        paragraphs.append("### \(said(section.title))")
      } else {
        number += 1
        paragraphs.append("## \(isChinese ? "\(chineseOrdinal(number))、" : "\(number). ")\(said(section.title))")
      }
      if !section.lines.isEmpty {
        paragraphs.append(
          section.lines.map { String(repeating: "  ", count: $0.depth) + "- " + said($0.text) }.joined(separator: "\n"))
      }
      if !section.records.isEmpty { paragraphs.append(table(section.records, language, mask).text) }
    }
    paragraphs.append(said(closing))
    paragraphs.append(MarkdownText.escaped(office) + (isChinese ? "（盖章）" : " (seal)"))
    paragraphs.append(
      isChinese ? "经办人：＿＿＿＿＿＿　　审核人：＿＿＿＿＿＿" : "Prepared by: \\_\\_\\_\\_\\_\\_  Checked by: \\_\\_\\_\\_\\_\\_")
    paragraphs.append(isChinese ? "　　　　年　　月　　日" : "Date: \\_\\_\\_\\_-\\_\\_-\\_\\_")
    return paragraphs.joined(separator: "\n\n")
  }

  private func table(_ records: [Record], _ language: Language, _ mask: Mask) -> MarkdownTable {
    let headings =
      language == .chinese ? ["原始记录", "文件", "工作表", "行"] : ["Record", "File", "Sheet", "Row"]
    return MarkdownTable(
      columns: zip(headings, [.left, .left, .left, .right] as [MarkdownTable.Alignment]).map { .init($0, $1) },
      rows: records.map { record in
        [mask.covered(record.text[language]), record.file, record.sheet.isEmpty ? "—" : record.sheet, "\(record.row)"]
      })
  }
}
