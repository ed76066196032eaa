import Awards
import Programme
import SQLite
import Workbook

import struct Workbook.Column

/// What moved since results were frozen (定稿): nobody's place changes afterwards without standing here.
struct MovementPage: Sendable {
  /// One candidate whose decision is another one than when the award was frozen.
  private struct Movement: Sendable {
    var award: String
    var code: String
    var name: String
    var before: String
    var after: String
    var stageBefore: String
    var stageAfter: String
    var reason: String
  }

  /// The awards that were frozen, with the time and the digest of the entry.
  private let frozen: [(award: String, at: String, digest: String)]
  private let movements: [Movement]
  private let cutOff: CutOff

  /// Reads what was frozen; nil where nothing ever was.
  init?(_ database: Database, _ programme: Programme, _ cutOff: CutOff) throws {
    let titles = Dictionary(programme.awards.map { ($0.id.text, $0.title) }, uniquingKeysWith: { first, _ in first })
    self.cutOff = cutOff
    frozen = try database.rows(
      """
      SELECT award, entered_at, digest FROM chronicle c WHERE effect = 'freeze'
        AND id = (SELECT max(id) FROM chronicle WHERE effect = 'freeze' AND award = c.award) ORDER BY id
      """
    ) { row throws(SQLiteError) in
      (award: titles[row.text(0)] ?? row.text(0), at: row.text(1), digest: row.text(2))
    }
    guard !frozen.isEmpty else { return nil }
    movements = try database.rows(
      """
      SELECT m.award, coalesce(v.code, ''), coalesce(v.name, ''), m.before, m.after, m.stage_before, m.stage_after, m.reason
      FROM award_movement m LEFT JOIN award_decision v ON v.award = m.award AND v.candidate = m.candidate
      ORDER BY m.award, v.position, m.candidate
      """
    ) { row throws(SQLiteError) in
      Movement(
        award: titles[row.text(0)] ?? row.text(0), code: row.text(1), name: row.text(2), before: row.text(3),
        after: row.text(4), stageBefore: row.text(5), stageAfter: row.text(6), reason: row.text(7))
    }
  }

  /// The sheet: which awards were frozen when, and every movement since.
  var page: Page {
    let awards = frozen.map { "\($0.award)于\($0.at)定稿（记录摘要\($0.digest.prefix(16))）" }
    let lead = awards.joined(separator: "；") + "。" + (movements.isEmpty ? "定稿后无人变动。" : "定稿后变动\(movements.count)条：")
    return Page(
      title: "定稿后变动", left: "内部资料", right: "统计时间：截至\(cutOff.text)", frozenColumns: movements.isEmpty ? 0 : 1,
      blocks: [.lead(lead)] + (movements.isEmpty ? [] : [.table(table)])
        + [.notes(["更正须写明理由、依据和批准人，记入后不可更改、不可删除；记录逐条相扣，缺一条即可发现。"]), .signature])
  }

  private var table: Table {
    let columns: [Column] = [
      .rank("序号"), .name("奖项"), .identifier("编号"), .name("对象"), .word("定稿时"), .word("现结果"),
      .sentence("理由").with { $0.minimumUnits = 40 },
    ]
    let rows = movements.enumerated().map { index, movement in
      Table.Row.cells([
        .integer(index + 1), .text(movement.award), .text(movement.code), .text(movement.name),
        .text(Self.title(movement.before, movement.stageBefore)),
        .text(Self.title(movement.after, movement.stageAfter)), .text(movement.reason),
      ])
    }
    return Table(id: "movements", columns: columns, rows: rows)
  }

  private static func title(_ outcome: String, _ stage: String) -> String {
    Outcome(rawValue: outcome)?.title(at: Stage(rawValue: stage) ?? .candidate) ?? "—"
  }
}
