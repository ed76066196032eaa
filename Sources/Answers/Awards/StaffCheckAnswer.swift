import Programme
import SQLite
import Stages

extension Inquiry {
  /// The checks on people in office that somebody does not pass.
  func staffCheckAnswers(_ code: String) throws -> [Answer] {
    guard let night = try night(of: .measure) else { return [] }
    return try programme.checks.flatMap { check in
      try database.rows(
        "SELECT found, found_en, demanded, demanded_en FROM staff_finding WHERE night = ? AND check_id = ? AND code = ?",
        .integer(night.id), .text(check.id.text), .text(code)
      ) { row throws(SQLiteError) in failure(of: check, row, kind: "staff_check") }
    }
  }

  /// A check that is not passed, of a row with what was found and what is demanded in both languages.
  func failure(of check: Check, _ row: borrowing Statement, kind: String) -> Answer {
    Answer(
      kind,
      Wording(
        "does not meet “\(check.title)”: \(row.text(1)); demanded: \(row.text(3))",
        "不符合“\(check.title)”：\(row.text(0))；要求：\(row.text(2))"),
      ["check": .text(check.id.text)], parts: check.cite.map { [clause($0)] } ?? [])
  }
}
