import Programme
import SQLite
import Store

extension Inquiry {
  /// Where the roster has the enrolment, whether it counts, and what became of it night by night.
  func rosterAnswer(_ enrolment: Enrolment) throws -> Answer {
    let status = enrolment.status.wording
    let first = Wording("; first in the roster of \(enrolment.since)", "；首见于\(enrolment.since)的名册")
    return Answer(
      "roster", status + first + enrolment.place.arrow,
      fields: [("status", .text(enrolment.status.rawValue)), ("since", .text(enrolment.since))]
        + enrolment.place.fields,
      parts: try history(of: enrolment))
  }

  private func history(of enrolment: Enrolment) throws -> [Answer] {
    let steps = try database.rows(
      """
      SELECT h.as_of, u.name, h.status, f.path, f.sheet, h.row
      FROM enrolment_history h JOIN unit u ON u.id = h.unit LEFT JOIN source_file f ON f.id = h.file
      WHERE h.enrolment = ? ORDER BY h.as_of
      """, .integer(enrolment.id)
    ) { row throws(SQLiteError) in
      (
        asOf: row.text(0), unit: row.text(1), status: EnrolmentStatus(rawValue: row.text(2)) ?? .enrolled,
        place: SourcePlace(row, at: 3)
      )
    }
    guard !steps.isEmpty else { return [] }
    let transfers = try transfers(of: enrolment.id)
    return steps.map { step in
      let from = transfers[step.asOf].map { Wording(" (before: \($0))", "（原单位：\($0)）") } ?? Wording("")
      return Answer(
        "history",
        Wording("\(step.asOf): \(step.unit)", "\(step.asOf)：\(step.unit)") + from + Wording(", ", "，")
          + step.status.wording
          + step.place.arrow,
        fields: [
          ("as_of", .text(step.asOf)), ("unit", .text(step.unit)), ("before", .optional(transfers[step.asOf])),
          ("status", .text(step.status.rawValue)),
        ] + step.place.fields)
    }
  }

  /// The units that an enrolment left, by night; looked for only where the history tells of a change.
  private func transfers(of enrolment: Int64) throws -> [String: String] {
    let rows = try database.rows(
      """
      SELECT n.as_of, c.before FROM fact_change c JOIN night n ON n.id = c.night
      WHERE c.enrolment = ? AND c.kind = 'roster' AND c.item = 'unit' ORDER BY c.id
      """, .integer(enrolment)
    ) { row throws(SQLiteError) in (row.text(0), row.text(1)) }
    return Dictionary(rows, uniquingKeysWith: { _, last in last })
  }

  /// Rows of tonight's exports that name a code and were rejected: what a learner may be missing points for.
  ///
  /// Rejects of the last nights lie at the end of their table; no more than twenty thousand are looked through.
  func rejectedRows(naming code: String) throws -> [Answer] {
    try database.rows(
      """
      SELECT r.column_name, r.code, r.message, r.message_en, f.path, f.sheet, r.row
      FROM reject r JOIN source_file f ON f.id = r.file
      WHERE r.id > (SELECT max(id) FROM reject) - 20000 AND f.current AND r.state = 'open'
        AND f.night = (SELECT night FROM stage_state WHERE stage = 'load') AND instr(r.raw, ?) > 0
      ORDER BY r.id
      """, .text(jsonText(code))
    ) { row throws(SQLiteError) in
      let place = SourcePlace(row, at: 4)
      let message = Wording("\(row.text(0)): \(row.text(3))", "\(row.text(0))：\(row.text(2))")
      return Answer(
        "rejected", Wording("a row that names the learner was rejected: ", "有一行被退回，未采用：") + message + place.arrow,
        fields: [("code", .text(row.text(1))), ("column", .text(row.text(0)))] + place.fields)
    }
  }
}

extension EnrolmentStatus {
  var wording: Wording {
    switch self {
    case .enrolled: Wording("enrolled", "在册")
    case .withdrawn: Wording("withdrawn, in no denominator", "已退出，不计入任何分母")
    case .applied: Wording("waits for approval, in no denominator", "待审核，不计入任何分母")
    case .vanished: Wording("vanished from the roster, still in every denominator", "名册中消失，仍计入分母")
    }
  }
}
