import Programme
import SQLite
import Store

extension Inquiry {
  /// The withdrawn and the vanished of a unit by name, and its first learners in the order of the rosters.
  func learnerLists(_ index: Int, _ units: Units) throws -> [Answer] {
    let below = units.all.indices.filter { units.isWithin($0, index) }.map { units.all[$0].id }
    let lists: [(kind: String, condition: String, title: Wording)] = [
      ("withdrawn", "e.status = 'withdrawn'", Wording("excluded, because they have withdrawn", "不计入的学员（已退出）")),
      ("vanished", "e.status = 'vanished'", Wording("vanished from the roster, still counted", "名册中消失、仍计入的学员")),
      ("applied", "e.status = 'applied'", Wording("waiting for approval, in no denominator", "待审核、不计入的学员")),
      ("learners", "e.id IN (SELECT id FROM counted_enrolment)", Wording("learners who count", "计入的学员")),
    ]
    return try lists.compactMap { list in
      let count = try count(list.condition, in: below)
      guard count > 0 else { return nil }
      var lines = try learners(list.condition, in: below, limit: shown(50))
      let isCut = Int(count) > lines.count
      let first = isCut ? Wording(", the first \(lines.count)", "，前\(lines.count)名") : Wording("")
      if isCut { lines.append(more(Int(count) - lines.count)) }
      return Answer(
        list.kind, list.title + Wording(": \(count)", "：\(count)人次") + first, ["count": .number(count)], parts: lines)
    }
  }

  private func count(_ condition: String, in units: [Int64]) throws -> Int64 {
    try database.integer(
      "SELECT count(*) FROM enrolment e WHERE \(condition) AND e.unit IN (SELECT value FROM json_each(?))",
      .text("\(units)")) ?? 0
  }

  private func learners(_ condition: String, in units: [Int64], limit: Int) throws -> [Answer] {
    try database.rows(
      """
      SELECT p.code, p.name, pr.name, c.title, u.name, s.total, s.passed, s.rank, f.path, f.sheet, e.row
      FROM enrolment e JOIN person p ON p.id = e.person JOIN project pr ON pr.id = e.project JOIN cohort c ON c.id = e.cohort
      JOIN unit u ON u.id = e.unit LEFT JOIN score s ON s.enrolment = e.id LEFT JOIN source_file f ON f.id = e.file
      WHERE \(condition) AND e.unit IN (SELECT value FROM json_each(?)) ORDER BY e.id LIMIT ?
      """, .text("\(units)"), .integer(Int64(limit))
    ) { row throws(SQLiteError) in
      let (code, name, unit) = (row.text(0), row.text(1), row.text(4))
      let total = row.optionalInteger(5).map(printed)
      let place = SourcePlace(row, at: 8)
      let passed = row.integer(6) == 1
      let verdict = passed ? Wording("passed", "合格") : Wording("not passed", "不合格")
      let score =
        total.map { Wording("total \($0), \(verdict.english)", "总成绩\($0)分，\(verdict.chinese)") }
        ?? Wording("not scored", "未评分")
      let rank = row.optionalInteger(7).map { Wording(", rank \($0)", "，第\($0)名") } ?? Wording("")
      return Answer(
        "learner",
        Wording("\(code) \(name), \(unit), ", "\(code) \(name)，\(unit)，")
          + courseName(project: row.text(2), cohort: row.text(3)) + Wording(": ", "：") + score + rank + place.arrow,
        fields: [
          ("code", .text(code)), ("name", .text(name)), ("unit", .text(unit)), ("project", .text(row.text(2))),
          ("total", .optional(total)), ("passed", total == nil ? .none : .truth(passed)),
          ("rank", .optional(row.optionalInteger(7))),
        ] + place.fields)
    }
  }
}
