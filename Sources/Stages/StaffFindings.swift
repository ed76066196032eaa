import Metrics
import Programme
import SQLite
import Store

/// Holds everybody in office against the checks on people and writes those that fail, with what they have instead.
func writeStaffFindings(_ store: ProgrammeStore, night: Int64) throws {
  let database = store.database
  try database.run("DELETE FROM staff_finding WHERE night = ?", .integer(night))
  let asOf = try database.text("SELECT as_of FROM night WHERE id = ?", .integer(night)) ?? ""
  let checks = store.programme.checks.filter { $0.isDue(asOf: asOf) }.compactMap(StaffCheck.init)
  guard !checks.isEmpty else { return }
  let insert = try database.prepare(
    """
    INSERT INTO staff_finding (night, check_id, role, code, found, found_en, demanded, demanded_en)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    """)
  let unread = try rolesWithoutExport(store, night: night)
  for check in checks where !unread.contains(check.condition.role) {
    let demanded = check.wording
    for (code, member) in try members(database, role: check.condition.role) where check.concerns(member) {
      guard let found = check.failure(of: member) else { continue }
      try insert.bind([
        .integer(night), .text(check.check.id.text), .text(check.condition.role), .text(code), .text(found.chinese),
        .text(found.english), .text(demanded.chinese), .text(demanded.english),
      ])
      try insert.run()
    }
  }
}

private func members(
  _ database: Database, role: String
) throws(SQLiteError) -> [(code: String, member: StaffCheck.Member)] {
  try database.rows("SELECT code, born, duty, chief FROM staff WHERE role = ? ORDER BY id", .text(role)) {
    row throws(SQLiteError) in
    let born = row.optionalText(1).flatMap { CalendarDate($0) }
    return (
      row.text(0), StaffCheck.Member(born: born, duty: row.optionalInteger(2), isChief: row.integer(3) == 1)
    )
  }
}

/// What the run says of a check that people in office fail, by their codes; empty when nobody does.
func failingStaff(_ store: ProgrammeStore, _ check: Check, night: Int64) throws -> [CheckFinding] {
  let rows = try store.database.rows(
    """
    SELECT code, found, found_en, demanded, demanded_en FROM staff_finding WHERE night = ? AND check_id = ?
    ORDER BY role, code
    """, .integer(night), .text(check.id.text)
  ) { row throws(SQLiteError) in
    (code: row.text(0), found: Wording(row.text(2), row.text(1)), demanded: Wording(row.text(4), row.text(3)))
  }
  guard let first = rows.first else { return [] }
  let named = rows.prefix(5)
  let rest = rows.count > named.count
  let english = named.map { "\($0.code) (\($0.found.english))" }.joined(separator: ", ") + (rest ? " …" : "")
  let chinese = named.map { "\($0.code)（\($0.found.chinese)）" }.joined(separator: "、") + (rest ? "等" : "")
  return [
    CheckFinding(
      blocks: check.blocks,
      wording: Wording(
        "check \(check.id): not all have what is demanded, \(first.demanded.english); \(rows.count) of them: \(english)",
        "检查 \(check.id)（\(check.title)）：\(rows.count)人不符合要求“\(first.demanded.chinese)”：\(chinese)"))
  ]
}
