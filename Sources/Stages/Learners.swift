import Programme
import Scoring
import SQLite
package import Store

/// Every enrolment with what scoring needs and gives, in arrays whose index is the database key less one.
///
/// Read once per run: a million learners are a hundred megabytes here and a thousand times as many look-ups elsewhere.
package struct Learners: Sendable {
  package let units: Units
  /// The keys of the projects, ascending.
  package let projects: [Int64]
  package private(set) var person: [Int32] = []
  package private(set) var project: [Int32] = []
  package private(set) var cohort: [Int32] = []
  /// Index of the enrolment's unit among `units.all`.
  package private(set) var unit: [Int32] = []
  package private(set) var status: [EnrolmentStatus] = []
  /// Whether the last load touched the tallies of the enrolment after it was last scored.
  package private(set) var touched: [Int64] = []
  package var tallies: TallyTable
  /// What the units have themselves.
  package let unitTallies: UnitTallies
  /// The keys of closed cohorts that are kept for the ledger alone.
  private let setAside: Set<Int32>

  /// Reads all learners; `tallies` are those that a load has just written, which spares reading them again.
  package init(_ store: ProgrammeStore, tallies known: TallyTable? = nil) throws {
    let database = store.database
    units = try Units(database)
    unitTallies = try UnitTallies(store, units: units)
    let closed = try database.rows("SELECT cohort FROM closed_cohort WHERE NOT counts") { row throws(SQLiteError) in
      Int32(row.integer(0))
    }
    setAside = Set(closed)
    projects = try database.rows("SELECT id FROM project ORDER BY id") { row throws(SQLiteError) in row.integer(0) }
    let count = Int(try database.integer("SELECT count(*) FROM enrolment") ?? 0)
    person.reserveCapacity(count)
    let rows = try database.prepare("SELECT person, project, cohort, unit, status FROM enrolment ORDER BY id")
    while try rows.step() {
      person.append(Int32(rows.integer(0)))
      project.append(Int32(rows.integer(1)))
      cohort.append(Int32(rows.integer(2)))
      unit.append(Int32(units.index(of: rows.integer(3)) ?? 0))
      status.append(EnrolmentStatus(rawValue: rows.text(4)) ?? .enrolled)
    }
    var touched = [Int64](repeating: 0, count: count)
    if let known {
      tallies = known
      let loads = try database.prepare("SELECT enrolment, touched FROM tally ORDER BY enrolment")
      while try loads.step() { touched[Int(loads.integer(0)) - 1] = loads.integer(1) }
    } else {
      tallies = try TallyTable(stored: store, enrolments: count) { touched[$0 - 1] = $1 }
    }
    self.touched = touched
  }

  package var count: Int { person.count }

  /// Whether a learner counts in denominators: everybody who is enrolled and has not withdrawn.
  package func counts(_ index: Int) -> Bool { status[index].counts && !setAside.contains(cohort[index]) }

  /// Whether a learner stands in the pools of awards, if only as one who has withdrawn.
  func competes(_ index: Int) -> Bool { status[index] != .applied && !setAside.contains(cohort[index]) }

  /// The span of an enrolment's row of tallies.
  package func row(_ index: Int) -> Range<Int> {
    index * tallies.tallies.count..<(index + 1) * tallies.tallies.count
  }
}

/// The points of every enrolment, beside `Learners`.
package struct Scores: Sendable {
  /// Row after row, one number per component, in hundredths.
  package var points: [Int32]
  package var reasons: [UInt8]
  package var total: [Int32]
  package var passed: [Bool]
  /// See `Marks.unmet` and `Marks.flags`.
  package var unmet: [UInt64]
  package var flags: [UInt64]
  /// The place among the grades; -1 is none.
  package var grade: [Int8]
  /// Credited hours, in hundredths.
  package var credit: [Int32]
  /// Rank on the score sheets; 0 for the withdrawn.
  package var rank: [Int32]

  init(enrolments: Int, components: Int) {
    points = [Int32](repeating: 0, count: enrolments * components)
    reasons = [UInt8](repeating: 0, count: enrolments * components)
    total = [Int32](repeating: 0, count: enrolments)
    passed = [Bool](repeating: false, count: enrolments)
    unmet = [UInt64](repeating: 0, count: enrolments)
    flags = [UInt64](repeating: 0, count: enrolments)
    grade = [Int8](repeating: -1, count: enrolments)
    credit = [Int32](repeating: 0, count: enrolments)
    rank = [Int32](repeating: 0, count: enrolments)
  }

  /// Takes over what the score stage found for one enrolment.
  mutating func take(_ marks: Marks, _ index: Int) {
    let width = marks.points.count
    for component in 0..<width {
      points[index * width + component] = Int32(clamping: marks.points[component])
      reasons[index * width + component] = marks.reasons[component].rawValue
    }
    total[index] = Int32(clamping: marks.total)
    passed[index] = marks.passed
    unmet[index] = marks.unmet
    flags[index] = marks.flags
    grade[index] = Int8(clamping: marks.grade)
    credit[index] = Int32(clamping: marks.credit)
  }

  /// Gives one enrolment's result back, but for the reasons.
  func fill(_ marks: inout Marks, _ index: Int) {
    let width = marks.points.count
    for component in 0..<width { marks.points[component] = Int64(points[index * width + component]) }
    marks.total = Int64(total[index])
    marks.passed = passed[index]
    marks.unmet = unmet[index]
    marks.flags = flags[index]
    marks.grade = Int(grade[index])
    marks.credit = Int64(credit[index])
  }
}
