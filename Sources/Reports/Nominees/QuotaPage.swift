import Awards
import Programme
import Workbook

import struct Workbook.Column

/// The first sheet: how many places every award has and how they were worked out, and what became of every candidate.
struct QuotaPage: Sendable {
  let figures: NomineeFigures
  let edition: Edition
  let cutOff: CutOff

  /// The sheet's content.
  var page: Page {
    var blocks: [Block] = [
      .heading("一、各奖项名额"), .table(placesTable),
      .notes(["注：名额＝基数×比例，按所列方法取整；“不设名额”的奖项，符合条件并经推荐、审批的均可入选。"]),
      .space(8), .heading("二、参评对象结论"), .table(outcomeTable),
      .notes(["注：每个参评对象在每个奖项中有且只有一个结论，合计等于参评对象数；逐一结论见“评优结论明细”。"]),
    ]
    let open = openTies
    if !open.isEmpty {
      blocks += [.space(8), .heading("三、待决定事项")] + open.map(Block.prose)
    }
    return Page(
      title: "评优名额与结论总表", left: "单位：人、个　内部资料", right: "统计时间：截至\(cutOff.text)",
      blocks: blocks + [.signature])
  }

  private var placesTable: Table {
    let columns: [Column] = [
      .rank("序号"), .name("奖项"), .name("基数"), .count("基数", unit: "人、个"),
      Column("比例", alignment: .right, format: .general), .name("计算过程"), .count("名额").bold,
      .count("入选").bold, .word("现处环节"),
    ]
    let rows = figures.parts.enumerated().map { index, part in
      let chosen = part.tally.count(.in)
      let place = part.places
      return Table.Row.cells([
        .integer(index + 1), .text(part.award.title), .text(place?.baseTitle ?? "—"),
        place.map { .integer($0.base) } ?? .missing, .text(place.map { percent($0.share) } ?? "—"),
        .text(place?.arithmetic ?? "不设名额"), place.map { .integer($0.places) } ?? .missing, .integer(chosen),
        .text(chosen > 0 ? part.tally.stageTitle : "—"),
      ])
    }
    return Table(id: "places", columns: columns, rows: rows)
  }

  private var outcomeTable: Table {
    let outcomes = Outcome.listed.filter { outcome in figures.parts.contains { $0.tally.count(outcome) > 0 } }
    let columns =
      [Column.rank("序号"), .name("奖项"), .count("参评\n对象").bold]
      + outcomes.map { Column.count($0 == .in ? "入选" : $0.title(at: .candidate)) }
    let rows = figures.parts.enumerated().map { index, part in
      Table.Row.cells(
        [.integer(index + 1), .text(part.award.title), .integer(part.tally.candidates)]
          + outcomes.map { .integer(part.tally.count($0)) })
    }
    return Table(id: "outcomes", columns: columns, rows: rows)
  }

  /// One sentence for each award whose line runs through a tie that a person must settle.
  private var openTies: [String] {
    figures.parts.compactMap { part in
      let tied = part.candidates.filter { $0.outcome == .tied }
      guard let first = tied.first, let places = part.places?.places else { return nil }
      let wording = AwardWording(award: part.award, programme: edition.programme)
      let left = places - part.tally.count(.in)
      return "\(part.award.title)：第\(first.rank ?? 0)名并列\(tied.count)\(wording.measureWord)，余\(left)个名额，"
        + "须由\(wording.decidingOffice)决定。"
    }
  }
}

/// A share in millionths as it was written: 40,000 is `4%`, 12,500 is `1.25%`.
func percent(_ millionths: Int64) -> String {
  var digits = String(10_000 + millionths % 10_000).dropFirst()
  while digits.last == "0" { digits.removeLast() }
  return "\(millionths / 10_000)" + (digits.isEmpty ? "" : "." + digits) + "%"
}
