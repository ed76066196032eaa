import Programme
import Workbook

import struct Workbook.Column

/// What the offices handed in: who filed nothing, and which of their names the rules refuse.
struct FilingPage: Sendable {
  let figures: NomineeFigures
  let cutOff: CutOff
  let programme: Programme

  /// The sheet's content, or nil when no award is filed for and nothing is refused.
  var page: Page? {
    let filed = figures.parts.filter { $0.award.filedBy != nil }
    guard !filed.isEmpty || !figures.refusals.isEmpty else { return nil }
    var blocks: [Block] = []
    if !filed.isEmpty {
      blocks += [
        .heading("一、申报情况"), .table(filingTable(filed)),
        .notes(["注：奖项由所列单位为本地区申报（自愿申报）；未申报的，该地区没有参评对象。"]), .space(8),
      ]
    }
    blocks.append(.heading((filed.isEmpty ? "一" : "二") + "、不予采用的列名（\(figures.refusals.count)条）"))
    blocks.append(
      figures.refusals.isEmpty ? .prose("申报、推荐、审批文件中没有不予采用的列名。") : .table(refusalTable))
    blocks.append(.notes(["注：不予采用的列名不改变任何结论；更正后请重新报送文件。"]))
    return Page(
      title: "申报与退回情况", left: "内部资料", right: "统计时间：截至\(cutOff.text)", blocks: blocks + [.signature])
  }

  private func filingTable(_ parts: [NomineeFigures.AwardPart]) -> Table {
    let label = { (part: NomineeFigures.AwardPart) in
      programme.levels.first { $0.id == part.award.filedBy }?.title ?? ""
    }
    let columns: [Column] = [
      .rank("序号"), .name("奖项"), .word("申报单位"), .count("应报\n单位"), .count("已申报"), .count("未申报").bold,
      .sentence("未申报的单位").with { $0.minimumUnits = 40 },
    ]
    let rows = parts.enumerated().map { index, part in
      Table.Row.cells([
        .integer(index + 1), .text(part.award.title), .text(label(part)), .integer(part.filing),
        .integer(part.filing - part.silent.count), .integer(part.silent.count),
        .text(part.silent.isEmpty ? "—" : listing(part.silent)),
      ])
    }
    return Table(id: "filing", columns: columns, rows: rows)
  }

  private var refusalTable: Table {
    let columns: [Column] = [
      .rank("序号"), .word("环节"), .name("报送单位"), .name("奖项"), .identifier("对象编号"), .name("对象名称"),
      .sentence("不予采用的原因").with { $0.minimumUnits = 36 }, .name("文件"), .rank("行"),
    ]
    let rows = figures.refusals.enumerated().map { index, refused in
      Table.Row.cells([
        .integer(index + 1), .text(refused.stage.title), .text(refused.office), .text(refused.award),
        .text(Mask.covered(refused.candidate)), .text(Mask.covered(refused.name)), .text(Mask.covered(refused.reason)),
        .text(refused.file.split(separator: "/").last.map(String.init) ?? ""), .integer(refused.row),
      ])
    }
    return Table(id: "refusals", columns: columns, rows: rows)
  }
}
