import Programme
import SQLite
import Stages
import Store

/// The name, code, unit and project of a candidate or learner, looked up by key when they are told.
struct SubjectNames {
  let store: ProgrammeStore

  /// Who somebody is, as the lists say it.
  struct Named: Hashable, Sendable {
    var code = ""
    var name = ""
    var unit = ""
    var project = ""

    /// `张三（320001，南京市，语文）`.
    var title: Wording {
      let about = [code, unit == name ? "" : unit, project].filter { !$0.isEmpty }
      return Wording("\(name) (\(about.joined(separator: ", ")))", "\(name)（\(about.joined(separator: "，"))）")
    }

    var fields: [(name: String, value: AnswerValue)] {
      [("code", .text(code)), ("name", .text(name)), ("unit", .text(unit)), ("project", .text(project))]
    }
  }

  func learner(_ enrolment: Int64) throws -> Named {
    try named(
      """
      SELECT p.code, p.name, u.name, j.name FROM enrolment e JOIN person p ON p.id = e.person
      LEFT JOIN unit u ON u.id = e.unit LEFT JOIN project j ON j.id = e.project WHERE e.id = ?
      """, enrolment)
  }

  func candidate(_ index: Int, of decided: DecidedAward) throws -> Named {
    switch decided.kind {
    case "learner": return try learner(decided.subject(index))
    case "staff":
      return try named(
        """
        SELECT s.code, s.name, coalesce(u.name, ''), coalesce(j.name, '') FROM staff s
        LEFT JOIN unit u ON u.id = s.unit LEFT JOIN project j ON j.id = s.project WHERE s.id = ?
        """, decided.subject(index))
    default:
      var named = try named("SELECT code, name, '', '' FROM unit WHERE id = ?", decided.subject(index))
      named.project =
        try store.database.text(
          "SELECT name FROM project WHERE id = ?", .integer(decided.project(index) ?? 0)) ?? ""
      return named
    }
  }

  private func named(_ query: String, _ key: Int64) throws -> Named {
    try store.database.rows(query, .integer(key)) { row throws(SQLiteError) in
      Named(code: row.text(0), name: row.text(1), unit: row.text(2), project: row.text(3))
    }.first ?? Named()
  }
}
