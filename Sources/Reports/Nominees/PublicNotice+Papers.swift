import Programme
import Workbook

import struct Workbook.Column

extension PublicNotice {
  /// The notice, the lists as its annex.
  var paper: Paper {
    var paper = Paper(name: title)
    paper.add(.title(title, level: 1))
    for paragraph in paragraphs { paper.add(paragraph.isSlot ? .slot(paragraph.text) : .paragraph(paragraph.text)) }
    paper.add(.rule)
    paper.add(.heading("附件", level: 2))
    for (index, roll) in rolls.enumerated() {
      paper.add(.heading("\(index + 1). \(counted(roll))", level: 3))
      paper.add(.table(table(roll)))
    }
    return paper
  }

  /// Writes the notice as a workbook of one sheet, to be printed and put up.
  func writeWorkbook(_ cutOff: CutOff, to path: String) throws {
    let workbook = try Workbook(
      path: path,
      properties: DocumentProperties(
        title: title, subject: "截至\(cutOff.text)", office: edition.programme.office, category: "公示",
        created: cutOff.civilTime))
    var blocks = paragraphs.map { Block.prose($0.text) }
    for (index, roll) in rolls.enumerated() {
      blocks += [.space(8), .heading("附件\(index + 1)　\(counted(roll))"), .table(sheetTable(roll, id: "roll-\(index)"))]
    }
    let page = Page(title: title, grid: .even(columns: 12, pixels: 56), blocks: blocks)
    try workbook.add(page, named: "公示")
    try workbook.close()
  }

  private var title: String {
    "关于\(edition.programme.title)评优拟表彰名单的公示"
  }

  /// One paragraph of the notice.
  private struct Paragraph {
    var text: String
    /// Whether it consists of marks to fill in, which stay as they are.
    var isSlot = false
  }

  private var paragraphs: [Paragraph] {
    let publicity = edition.programme.reports.nominees?.publicity ?? Publicity()
    let contact = publicity.contact
    let reach = [
      "联系单位：\(contact?.unit ?? edition.programme.office)", contact?.phone.map { "电话：\($0)" },
      contact?.email.map { "邮箱：\($0)" }, "地址：\(contact?.address ?? "【待填写：通信地址、邮编】")",
    ]
    return [
      Paragraph(
        text: "根据\(edition.programme.title)考核与评优办法，经\(isFiled ? "单位申报推荐、" : "")\(approvingOffice)审批，拟确定"
          + rolls.map(counted).joined(separator: "、") + "，现予以公示。"),
      publicity.period.map { Paragraph(text: "公示期：" + $0.text) }
        ?? Paragraph(text: "公示期：【待填写：公示起止日期】（\(publicity.rule)）", isSlot: true),
      Paragraph(text: "公示期内如有异议，请以书面形式反映，并提供有关证据：以单位名义反映的须加盖公章，以个人名义反映的须署实名。逾期不再受理。"),
      Paragraph(text: reach.compactMap { $0 }.joined(separator: "　")),
      Paragraph(text: "附件：拟表彰名单（按组织序排列，排名不分先后）"),
      Paragraph(text: "\(edition.programme.office)（盖章）"),
      publicity.published.map { Paragraph(text: chineseDate($0)) }
        ?? Paragraph(text: "【待填写：公示发布日期】", isSlot: true),
    ]
  }

  /// Whether any of the awards has candidates filed or recommended before they are approved.
  private var isFiled: Bool { rolls.contains { $0.award.filedBy != nil || $0.award.recommendedBy != nil } }

  private var approvingOffice: String {
    rolls.lazy.map { AwardWording(award: $0.award, programme: edition.programme).decidingOffice }.first ?? "项目办"
  }

  private func table(_ roll: Roll) -> PaperTable {
    let isOfUnits = isOfUnits(roll.award)
    let names = isOfUnits ? [] : [PaperColumn("姓名", .name)]
    return PaperTable(
      [PaperColumn("序号", .rank), PaperColumn("单位", .name)] + names + [PaperColumn("奖项", .word)],
      roll.winners.enumerated().map { index, winner in
        [.rank(index + 1), .text(winner.unit)] + (isOfUnits ? [] : [.text(winner.name)]) + [.text(roll.award.title)]
      })
  }

  private func sheetTable(_ roll: Roll, id: String) -> Table {
    let isOfUnits = isOfUnits(roll.award)
    let names: [Column] = isOfUnits ? [] : [Column.name("姓名").spanning(3)]
    return Table(
      id: id,
      columns: [Column.rank("序号"), .name("单位").spanning(isOfUnits ? 8 : 5)] + names + [.name("奖项").spanning(3)],
      rows: roll.winners.enumerated().map { index, winner in
        .cells(
          [Cell.integer(index + 1), .text(winner.unit)] + (isOfUnits ? [] : [Cell.text(winner.name)])
            + [.text(roll.award.title)])
      })
  }
}
