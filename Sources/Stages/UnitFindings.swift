import Metrics
import Programme
import SQLite
import Store

/// Holds every unit against the checks on units and writes those that fail, with what they have instead.
func writeUnitFindings(
  of measures: UnitMeasures, _ store: ProgrammeStore, night: Int64, _ learners: Learners
) throws {
  let database = store.database
  try database.run("DELETE FROM unit_finding WHERE night = ?", .integer(night))
  guard !measures.folder.unitChecks.isEmpty else { return }
  let insert = try database.prepare(
    """
    INSERT INTO unit_finding (night, check_id, unit, found, found_en, demanded, demanded_en) VALUES (?, ?, ?, ?, ?, ?, ?)
    """)
  let staff = try StaffOfUnits(database)
  let unread = try rolesWithoutExport(store, night: night)
  let asOf = try database.text("SELECT as_of FROM night WHERE id = ?", .integer(night)) ?? ""
  let checks = measures.folder.unitChecks.filter {
    $0.check.isDue(asOf: asOf) && !unread.contains($0.check.condition.role ?? "")
  }
  let pooled = measures.folder.unitChecks.contains { $0.isPooled } ? learners.unitTallies.pooledRows() : []
  for (index, unit) in learners.units.all.enumerated() {
    let own = learners.unitTallies.row(of: index)
    let participates = measures.enrolled(unit: index, project: 0) > 0
    for check in checks where check.pool.holds(level: unit.level, participates: participates) {
      let failure = check.failure(
        check.isPooled ? pooled[index] : own, of: store.programme.tallies,
        staff: { staff.count(of: $0, unit: unit.id, level: unit.level) },
        figure: { measures.figures(unit: index, project: 0)[$0] })
      guard let failure else { continue }
      let demanded = check.wording
      try insert.bind([
        .integer(night), .text(check.check.id.text), .integer(unit.id), .text(failure.chinese), .text(failure.english),
        .text(demanded.chinese), .text(demanded.english),
      ])
      try insert.run()
    }
  }
}

/// The roles whose lists could not be read tonight: nobody can say that a unit has none.
func rolesWithoutExport(_ store: ProgrammeStore, night: Int64) throws -> Set<String> {
  let blocked = Set(
    try store.database.rows("SELECT DISTINCT source FROM blockage WHERE night = ? ORDER BY source", .integer(night)) {
      row throws(SQLiteError) in row.text(0)
    })
  let sources = store.programme.sources.filter { $0.kind == .staff && blocked.contains($0.id.text) }
  return Set(sources.flatMap { $0.role.map { [$0] } ?? Array(($0.column("role")?.map ?? [:]).values) })
}

/// How many people of each role a unit has itself.
private struct StaffOfUnits {
  private struct Key: Hashable {
    let role: String
    let unit: Int64
    let level: Int64?
  }

  private let counts: [Key: Int64]

  init(_ database: Database) throws {
    let rows = try database.rows(
      "SELECT role, unit, level, count(*) FROM staff WHERE unit IS NOT NULL GROUP BY role, unit, level"
    ) { row throws(SQLiteError) in
      (Key(role: row.text(0), unit: row.integer(1), level: row.optionalInteger(2)), row.integer(3))
    }
    counts = Dictionary(rows, uniquingKeysWith: +)
  }

  /// People of a role who belong to a unit at its own level; who states no level is taken to be of the unit's.
  func count(of role: String, unit: Int64, level: Int) -> Int64 {
    [Int64(level), nil].reduce(0) { $0 + (counts[Key(role: role, unit: unit, level: $1)] ?? 0) }
  }
}

/// What the run says of a check that units fail; empty when none does.
func failingUnits(_ store: ProgrammeStore, _ check: Check, night: Int64) throws -> [CheckFinding] {
  let rows = try store.database.rows(
    """
    SELECT u.name, f.found, f.found_en, f.demanded, f.demanded_en FROM unit_finding f JOIN unit u ON u.id = f.unit
    WHERE f.night = ? AND f.check_id = ? ORDER BY u.position, u.id
    """, .integer(night), .text(check.id.text)
  ) { row throws(SQLiteError) in
    (unit: row.text(0), found: Wording(row.text(2), row.text(1)), demanded: Wording(row.text(4), row.text(3)))
  }
  guard let first = rows.first else { return [] }
  let named = rows.prefix(5)
  let english = named.map { "\($0.unit) (\($0.found.english))" }.joined(separator: ", ")
  let chinese = named.map { "\($0.unit)（\($0.found.chinese)）" }.joined(separator: "、")
  let isCut = rows.count > named.count
  return [
    CheckFinding(
      blocks: check.blocks,
      wording: Wording(
        "check \(check.id): \(rows.count) units have not what is demanded, \(first.demanded.english): \(english)\(isCut ? " …" : "")",
        "检查 \(check.id)（\(check.title)）：\(rows.count)个单位不符合要求“\(first.demanded.chinese)”：\(chinese)\(isCut ? "等" : "")")
    )
  ]
}
