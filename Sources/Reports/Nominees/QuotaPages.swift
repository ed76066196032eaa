import Awards
import Programme
import Workbook

import struct Workbook.Column

/// The first sheets: how many places every award has and how they were worked out, and what became of all candidates.
struct QuotaPages: Sendable {
  let figures: NomineeFigures
  let edition: Edition
  let cutOff: CutOff

  /// The sheet of the places.
  var places: Page {
    var blocks: [Block] = [
      .table(placesTable),
      .notes([
        "名额＝基数×比例，按所列方法取整；“不设名额”的奖项，符合条件并经推荐、审批的均可入选。",
        "空缺＝名额－入选；有并列待定的，待决定后再计。",
      ]),
    ]
    let open = openTies
    if !open.isEmpty { blocks += [.heading("待决定事项")] + open.map(Block.prose) }
    return Page(
      title: "评优名额分配表", left: "单位：人、个　内部资料", right: right, frozenColumns: 2, blocks: blocks + [.signature])
  }

  /// The sheet of the outcomes: how many candidates came to which.
  var outcomes: Page {
    Page(
      title: "参评对象结论统计表", left: "单位：人、个　内部资料", right: right, frozenColumns: 2,
      blocks: [
        .table(outcomeTable),
        .notes(["每个参评对象在每个奖项中有且只有一个结论，各项合计等于参评对象数；逐一结论见“评优结论明细”。"]), .signature,
      ])
  }

  private var right: String { "统计时间：截至\(cutOff.text)" }

  private var placesTable: Table {
    let columns: [Column] = [
      .rank("序号"), .name("奖项"), .name("基数"), .count("基数", unit: "人、个"),
      Column("比例", alignment: .right, format: .general), .name("计算过程"), .count("名额").bold,
      .count("入选").bold, .count("空缺"), .word("现处环节"),
    ]
    let rows = figures.parts.enumerated().map { index, part in
      let chosen = part.tally.count(.in)
      let place = part.places
      return Table.Row.cells([
        .integer(index + 1), .text(part.award.title), .text(place?.baseTitle ?? "—"),
        place.map { .integer($0.base) } ?? .missing, .text(place.map { percent($0.share) } ?? "—"),
        .text(place?.arithmetic ?? AwardWording(award: part.award, programme: edition.programme).withoutPlaces),
        place.map { .integer($0.places) } ?? .missing, .integer(chosen), vacancies(part),
        .text(chosen > 0 ? part.tally.stageTitle : "—"),
      ])
    }
    return Table(id: "places", columns: columns, rows: rows)
  }

  /// Places that nobody has got; not known while a tie is open.
  private func vacancies(_ part: NomineeFigures.AwardPart) -> Cell {
    guard let places = part.places?.places, part.tally.count(.tied) == 0 else { return .missing }
    return .integer(max(0, places - part.tally.count(.in)))
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
