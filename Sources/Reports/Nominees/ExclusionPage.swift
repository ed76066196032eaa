import Awards
import Programme
import Workbook

import struct Workbook.Column

/// The list of those whom a condition, another award or an office kept out (排除名单), award by award, each with the reason.
///
/// Who merely ranks below the line stands in the award's own sheet.
struct ExclusionPage: Sendable {
  let figures: NomineeFigures
  let cutOff: CutOff
  let programme: Programme

  /// The outcomes that count as being kept out.
  static let outcomes: [Outcome] = [.ineligible, .excluded, .notRecommended, .rejected, .withdrawn]
  /// How many are listed of one award.
  static let limit = 5_000

  /// The sheet, or nil when nobody was kept out.
  var page: Page? {
    let rows = rows
    guard !rows.isEmpty else { return nil }
    return Page(
      title: "排除名单", left: "共\(grouped(Int64(rows.count)))人（个）次　内部资料", right: "统计时间：截至\(cutOff.text)", frozenColumns: 3,
      blocks: [
        .table(Table(id: "exclusions", columns: columns, rows: rows, isFiltered: rows.count > 20)), .notes(notes),
        .signature,
      ])
  }

  private var columns: [Column] {
    [
      .rank("序号"), .name("奖项"), .name("对象名称"), .identifier("对象编号"), .name("单位"),
    ] + (hasProjects ? [.name("项目")] : []) + [
      .word("结果"), .sentence("原因").with { $0.minimumUnits = 36 },
    ]
  }

  private var rows: [Table.Row] {
    figures.parts.flatMap { part in part.exclusions.map { (part.award.title, $0) } }.enumerated().map { index, entry in
      let (award, candidate) = entry
      let unit = candidate.path.written
      return .cells(
        [
          .integer(index + 1), .text(award), .text(candidate.name), .text(candidate.code),
          unit.isEmpty ? .missing : .text(unit),
        ] + (hasProjects ? [candidate.project.isEmpty ? .missing : .text(candidate.project)] : []) + [
          .text(candidate.outcome.title(at: candidate.stage)), .text(candidate.reason),
        ])
    }
  }

  /// A programme without projects is one project that bears its own name.
  private var hasProjects: Bool {
    figures.parts.contains { part in
      part.exclusions.contains { !$0.project.isEmpty && $0.project != programme.title }
    }
  }

  private var notes: [String] {
    var notes = ["所列为因不符合条件、已获其他奖项、单位未推荐或未通过、退出而不能入选的；名次未进入名额的见各奖项的表。"]
    let unlisted = figures.parts.compactMap { part -> String? in
      let all = Self.outcomes.reduce(0) { $0 + part.tally.count($1) }
      let more = all - Int64(part.exclusions.count)
      return more > 0 ? "\(part.award.title)\(grouped(more))" : nil
    }
    if !unlisted.isEmpty {
      notes.append("不符合条件的学员人数较多，未逐一列入（\(unlisted.joined(separator: "、"))人次），逐人原因见“评优结论明细”。")
    }
    return notes
  }
}
