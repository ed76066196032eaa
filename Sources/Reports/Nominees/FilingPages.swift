import Programme
import Workbook

import struct Workbook.Column

/// What the offices handed in: who filed nothing, and which of their names the rules refuse.
struct FilingPages: Sendable {
  let figures: NomineeFigures
  let cutOff: CutOff
  let programme: Programme

  /// The sheet of the filings, or nil when no award is filed for.
  var filings: Page? {
    let filed = figures.parts.filter { $0.award.filedBy != nil }
    guard !filed.isEmpty else { return nil }
    return Page(
      title: "申报情况", left: "内部资料", right: right, frozenColumns: 2,
      blocks: [
        .table(filingTable(filed)),
        .notes(["奖项由所列单位为本地区申报（自愿申报）；可申报单位指本单位或所属单位有参评对象的；未申报的，该地区没有可以入选的对象。"]), .signature,
      ])
  }

  /// The sheet of the names that the rules refuse, or nil when there are none.
  var refusals: Page? {
    guard !figures.refusals.isEmpty else { return nil }
    return Page(
      title: "不予采用的列名（\(figures.refusals.count)条）", left: "内部资料", right: right, frozenColumns: 1,
      blocks: [.table(refusalTable), .notes(["不予采用的列名不改变任何结论；更正后请重新报送文件。"]), .signature])
  }

  private var right: String { "统计时间：截至\(cutOff.text)" }

  private func filingTable(_ parts: [NomineeFigures.AwardPart]) -> Table {
    let label = { (part: NomineeFigures.AwardPart) in
      programme.levels.first { $0.id == part.award.filedBy }?.title ?? ""
    }
    let columns: [Column] = [
      .rank("序号"), .name("奖项"), .word("申报单位"), .count("可申报\n单位"), .count("已\n申报"), .count("未\n申报").bold,
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
    let mask = Mask(programme.privacy)
    let rows = figures.refusals.enumerated().map { index, refused in
      Table.Row.cells([
        .integer(index + 1), .text(refused.stage.title), .text(refused.office), .text(refused.award),
        .text(mask.covered(refused.candidate)), .text(mask.covered(refused.name)), .text(mask.covered(refused.reason)),
        .text(refused.file.split(separator: "/").last.map(String.init) ?? ""), .integer(refused.row),
      ])
    }
    return Table(id: "refusals", columns: columns, rows: rows)
  }
}
