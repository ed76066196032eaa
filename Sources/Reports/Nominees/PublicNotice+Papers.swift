import Programme
import Workbook

import struct Workbook.Column

extension PublicNotice {
  /// The notice, the lists as its annex.
  func paper() throws(TemplateError) -> Paper {
    Paper(
      name: title, blocks: try PaperTemplate.nomineesPublic.blocks(of: .notice, self, in: edition.programme))
  }

  /// How many winners a list has at most that others stand below on its sheet: the header of a longer one comes back on every sheet of
  /// paper, and would stand over theirs too.
  private static let shortRoll = 20

  /// Writes the notice as a workbook, to be printed and put up: the words of the paper, then the lists, those below a long one on the next
  /// sheet.
  func writeWorkbook(_ paper: Paper, _ cutOff: CutOff, to path: String) throws {
    let workbook = try Workbook(
      path: path,
      properties: DocumentProperties(
        title: title, subject: "截至\(cutOff.text)", office: edition.programme.office, category: "公示",
        created: cutOff.civilTime))
    var sheets = [paper.blocks.flatMap(\.words).map(Block.prose)]
    for (index, roll) in rolls.enumerated() {
      if index > 0, rolls[index - 1].winners.count > Self.shortRoll { sheets.append([]) }
      sheets[sheets.count - 1] += [
        .space(8), .heading("附件\(index + 1)　\(counted(roll))"), .table(sheetTable(roll, id: "roll-\(index)")),
      ]
    }
    for (index, blocks) in sheets.enumerated() {
      let page = Page(
        title: index > 0 ? nil : paper.blocks.lazy.compactMap(\.title).first ?? title,
        grid: .even(columns: 12, pixels: 56), blocks: blocks)
      try workbook.add(page, named: "公示" + (index > 0 ? "-\(index + 1)" : ""))
    }
    try workbook.close()
  }

  /// What the paper is called.
  var title: String {
    "关于\(edition.programme.title)评优拟表彰名单的公示"
  }

  /// How the list is put up for objections.
  var publicity: Publicity { edition.programme.reports.nominees?.publicity ?? Publicity() }

  /// Whether any of the awards has candidates filed or recommended before they are approved.
  var isFiled: Bool { rolls.contains { $0.award.filedBy != nil || $0.award.recommendedBy != nil } }

  var approvingOffice: String {
    rolls.lazy.map { AwardWording(award: $0.award, programme: edition.programme).decidingOffice }.first ?? "项目办"
  }

  func table(_ roll: Roll) -> PaperTable {
    let isOfUnits = isOfUnits(roll.award)
    let names = isOfUnits ? [] : [PaperColumn("姓名", .name)]
    let parts = roll.partTitle.map { [PaperColumn($0, .word)] } ?? []
    return PaperTable(
      [PaperColumn("序号", .rank), PaperColumn("单位", .name)] + names + parts + [PaperColumn("奖项", .word)],
      roll.winners.enumerated().map { index, winner in
        [.rank(index + 1), .text(winner.unit)] + (isOfUnits ? [] : [.text(winner.name)])
          + (parts.isEmpty ? [] : [.text(winner.part)]) + [.text(roll.title)]
      })
  }

  private func sheetTable(_ roll: Roll, id: String) -> Table {
    let isOfUnits = isOfUnits(roll.award)
    let names: [Column] = isOfUnits ? [] : [Column.name("姓名").spanning(roll.partTitle == nil ? 3 : 2)]
    let parts: [Column] = roll.partTitle.map { [Column.name($0).spanning(2)] } ?? []
    let width = (isOfUnits ? 8 : 5) - (parts.isEmpty ? 0 : isOfUnits ? 2 : 1)
    return Table(
      id: id,
      columns: [Column.rank("序号"), .name("单位").spanning(width)] + names + parts + [.name("奖项").spanning(3)],
      rows: roll.winners.enumerated().map { index, winner in
        .cells(
          [Cell.integer(index + 1), .text(winner.unit)] + (isOfUnits ? [] : [Cell.text(winner.name)])
            + (parts.isEmpty ? [] : [Cell.text(winner.part)]) + [.text(roll.title)])
      })
  }
}

extension PaperBlock {
  /// The paragraphs that stand in a sheet of words; headings and tables have places of their own there.
  fileprivate var words: [String] {
    switch self {
    case .paragraph, .byline, .slot, .numbered, .notes, .signature:
      plainText.split(separator: "\n").map(String.init)
    case .masthead, .title, .heading, .keyFigures, .table, .chart, .rule: []
    }
  }

  /// The text of a title; nil of anything else.
  fileprivate var title: String? { if case .title(let text, _) = self { text } else { nil } }
}
