import Programme
import SQLite

/// Every enrolment with its marks, as flat columns in the order of the enrolment numbers.
///
/// One walk over three tables in key order fills it; a learner with five components takes about 60 bytes. Nothing
/// changes afterwards, so that several writers may read it at once.
struct LearnerRoll: Sendable {
  /// The unit of each enrolment.
  private(set) var units: [Int64] = []
  private(set) var projects: [Int32] = []
  private(set) var cohorts: [Int32] = []
  private(set) var statuses: [EnrolmentStatus] = []
  private(set) var people: [Int32] = []
  /// Study time in seconds; `absent` where there is no tally.
  private(set) var studied: [Int64] = []
  /// Points of every component and then the total, `width` numbers for each enrolment, in units of 10^-decimals.
  private(set) var points: [Int32] = []
  private(set) var passed: [Bool] = []
  private(set) var ranks: [Int32] = []
  /// The place among the grades; `absent` for none, and empty where the programme has no grades.
  private(set) var grades: [Int32] = []
  /// Credited hours in hundredths; empty where the programme credits none.
  private(set) var credit: [Int32] = []
  /// Bits of what is not met, and behind them of vetoes that have struck; empty where the programme has neither.
  private(set) var unmet: [UInt64] = []
  /// Bits of the flags that are raised; empty where the programme has none.
  private(set) var flags: [UInt64] = []
  /// How many numbers `points` holds for an enrolment.
  let width: Int

  /// What stands for a number that is not there.
  static let absent: Int32 = -1

  /// How many enrolments there are.
  var count: Int { units.count }

  /// Reads enrolments, tallies and scores.
  static func read(_ database: Database, _ programme: Programme) throws(SQLiteError) -> LearnerRoll {
    let components = programme.scoring.components.map { "s.\(quotedName($0.id.text))" }
    let study = programme.studyTally.map { "t.\(quotedName($0.text))" } ?? "NULL"
    let scheme = programme.scoring
    let results = [
      ("s.grade", !scheme.grades.isEmpty), ("s.credit", scheme.credit != nil),
      ("s.unmet", !(scheme.requirements + scheme.vetoes).isEmpty), ("s.flags", !scheme.flags.isEmpty),
    ]
    let statement = try database.prepare(
      """
      SELECT e.unit, e.project, e.cohort, e.status, e.person, \(study), s.passed, s.rank,
        \((components + ["s.total"] + results.map { $0.1 ? $0.0 : "NULL" }).joined(separator: ", "))
      FROM enrolment e LEFT JOIN score s ON s.enrolment = e.id LEFT JOIN tally t ON t.enrolment = e.id
      WHERE NOT EXISTS (SELECT 1 FROM closed_cohort k WHERE k.cohort = e.cohort AND NOT k.counts) ORDER BY e.id
      """)
    var roll = LearnerRoll(width: components.count + 1)
    while try statement.step() {
      roll.append(statement)
      roll.appendResults(statement, has: results.map(\.1))
    }
    return roll
  }

  private init(width: Int) {
    self.width = width
  }

  private mutating func append(_ row: borrowing Statement) {
    units.append(row.integer(0))
    projects.append(Int32(truncatingIfNeeded: row.integer(1)))
    cohorts.append(Int32(truncatingIfNeeded: row.integer(2)))
    statuses.append(EnrolmentStatus(rawValue: row.text(3)) ?? .enrolled)
    people.append(Int32(truncatingIfNeeded: row.integer(4)))
    studied.append(row.isNull(5) ? Int64(Self.absent) : row.integer(5))
    passed.append(row.integer(6) == 1)
    ranks.append(row.isNull(7) ? Self.absent : Int32(truncatingIfNeeded: row.integer(7)))
    for column in 8..<(8 + width) {
      points.append(row.isNull(column) ? Self.absent : Int32(truncatingIfNeeded: row.integer(column)))
    }
  }

  /// What follows from the total, as far as the programme has it; it stands behind the points.
  ///
  /// `has` is whether there are grades, credited hours, demands and flags.
  private mutating func appendResults(_ row: borrowing Statement, has: [Bool]) {
    let first = 8 + width
    if has[0] { grades.append(row.isNull(first) ? Self.absent : Int32(truncatingIfNeeded: row.integer(first))) }
    if has[1] { credit.append(Int32(truncatingIfNeeded: row.integer(first + 1))) }
    if has[2] { unmet.append(UInt64(bitPattern: row.integer(first + 2))) }
    if has[3] { flags.append(UInt64(bitPattern: row.integer(first + 3))) }
  }

  /// The points of an enrolment's component, or of its total when `column` is the number of components.
  func points(_ enrolment: Int, _ column: Int) -> Int64? {
    let value = points[enrolment * width + column]
    return value == Self.absent ? nil : Int64(value)
  }
}

/// What the roster says of a learner tonight.
enum EnrolmentStatus: String, Sendable {
  case enrolled, withdrawn, vanished, applied

  /// As the papers say it; 名册缺失 is a question to the office, never a withdrawal.
  var title: String {
    switch self {
    case .enrolled: "在册"
    case .withdrawn: "已退出"
    case .vanished: "名册缺失"
    case .applied: "待审核"
    }
  }
}

extension Programme {
  /// The tally that holds study time: what the first metric counted in 学时 adds up.
  var studyTally: Identifier<Tally>? {
    for metric in metrics where metric.format == .hours {
      if case .sum(let tally) = metric.numerator.source { return tally }
    }
    return nil
  }
}

/// A name as SQL takes it whatever it holds; component and tally names come from the pipeline file.
func quotedName(_ name: String) -> String {
  "\"" + name.replacing("\"", with: "\"\"") + "\""
}
