import Awards
import SQLite

/// One candidate of one award as the papers print it; a row of `decision` with its names.
struct DecidedCandidate: Sendable {
  /// The number that programme papers identify the candidate by: learner, staff or unit code.
  var code: String
  var name: String
  /// The candidate's own unit, or nil where the exports name none.
  var unit: Int64?
  var path: UnitDirectory.Path
  /// The candidate's project, empty where the award is not given by project.
  var project: String
  var projectNumber: Int64
  /// The subject and the stage of schooling of the project, and the title of the learner's cohort; empty where there is none.
  var subject: String
  var schooling: String
  var cohort: String
  var rank: Int64?
  /// The printed values of the rank keys in comparison order.
  var keys: [String]
  var outcome: Outcome
  var stage: Stage
  var reason: String
  /// The signed distance from the line in the first key, as printed.
  var gap: String?
  /// The key that tells the candidate from the line, and the signed distance in it as printed; nil at the line.
  var told: (key: Int, distance: String?)?
  /// How many share this rank, counting the candidate; 0 or 1 when nobody else does.
  var tied: Int64
  var decidedBy: Decider
  /// The part of a divided award in which the candidate competes; 0 in an award that is not divided.
  var section: Int64
  var sectionTitle: String
  /// The place on the reserve list.
  var reserve: Int64?
  /// The group in which a winner is called up.
  var batch: Int64?
  /// The candidate's lot, where lots settle ties.
  var lot: String?
  /// Credited hours of a learner, in hundredths; nil where nobody asked for them.
  var credit: Int64?

  /// Whether the candidate's first key equals the one at the line.
  var isOnLine: Bool {
    guard let gap, rank != nil else { return false }
    return !gap.contains { ("1"..."9").contains($0) }
  }

  /// Stands between the values of `decision.keys`: a tab.
  static let keySeparatorByte = UInt8(ascii: "\t")

  /// The columns that `select(where:)` lists.
  enum Column {
    static let code = 0
    static let name = 1
    static let unit = 2
    static let project = 3
    static let projectNumber = 4
    static let rank = 5
    static let keys = 6
    static let outcome = 7
    static let stage = 8
    static let reason = 9
    static let gap = 10
    static let tied = 11
    static let decidedBy = 12
    static let section = 13
    static let sectionTitle = 14
    static let reserve = 15
    static let batch = 16
    static let lot = 17
    static let subject = 18
    static let schooling = 19
    static let cohort = 20
    static let gapKey = 21
    static let gapText = 22
    static let credit = 23
  }

  /// Whether somebody else has the same rank.
  var isTied: Bool { tied > 1 }

  /// Reads the candidates of an award in listing order: the ranked by rank, then the others; no more than `limit`, but everybody who is on
  /// reserve.
  ///
  /// `credits` adds what learners are credited with. `listsIneligibleLearners` is false for the award's own sheet, which would otherwise hold every learner of the
  /// programme.
  static func read(
    _ database: Database, award: String, units: UnitDirectory, credits: Bool = false, listsIneligibleLearners: Bool,
    limit: Int
  ) throws(SQLiteError) -> [DecidedCandidate] {
    let first = try database.rows(
      select(
        where: "d.award = ?1 AND (?2 = 1 OR NOT (d.kind = 'learner' AND d.outcome = 'ineligible'))", credits: credits)
        + " LIMIT ?3",
      .text(award), .integer(listsIneligibleLearners ? 1 : 0), .integer(Int64(limit))
    ) { row throws(SQLiteError) in try DecidedCandidate(row, units) }
    guard first.count == limit else { return first }
    // Those on reserve in the last parts of a divided award come after those below the line in the first.
    let reserves = try database.rows(
      select(where: "d.award = ?1 AND d.outcome = 'reserve'", credits: credits) + " LIMIT ?2", .text(award),
      .integer(Int64(limit))
    ) { row throws(SQLiteError) in try DecidedCandidate(row, units) }
    return first + reserves.dropFirst(first.count { $0.outcome == .reserve })
  }

  /// Reads those of an award who stand on the list of exclusions.
  static func readExcluded(
    _ database: Database, award: String, units: UnitDirectory
  ) throws(SQLiteError) -> [DecidedCandidate] {
    let outcomes = ExclusionPage.outcomes.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    return try database.rows(
      select(
        where: "d.award = ?1 AND d.outcome IN (\(outcomes)) AND NOT (d.kind = 'learner' AND d.outcome = 'ineligible')")
        + " LIMIT ?2",
      .text(award), .integer(Int64(ExclusionPage.limit))
    ) { row throws(SQLiteError) in try DecidedCandidate(row, units) }
  }

  /// The statement that lists candidates; its columns are what `init(_:_:)` decodes.
  static func select(where condition: String, credits: Bool = false) -> String {
    """
    SELECT coalesce(pe.code, st.code, un.code, ''), coalesce(pe.name, st.name, un.name, ''),
      CASE d.kind WHEN 'learner' THEN e.unit WHEN 'staff' THEN st.unit ELSE d.subject END,
      coalesce(pr.name, ''), coalesce(pr.id, 0), coalesce(d.shown_rank, d.rank), d.keys, d.outcome, d.stage, d.reason,
      d.gap, d.tied, d.decided_by, d.section, coalesce(qs.title, ''), d.reserve, d.batch, d.lot,
      coalesce(pr.subject, ''), coalesce(pr.stage, ''), coalesce(co.title, ''), d.gap_key, d.gap_text,
      \(credits ? "CASE d.kind WHEN 'learner' THEN (SELECT s.credit FROM score s WHERE s.enrolment = d.subject) END" : "NULL")
    FROM decision d
    LEFT JOIN enrolment e ON d.kind = 'learner' AND e.id = d.subject
    LEFT JOIN person pe ON pe.id = e.person
    LEFT JOIN staff st ON d.kind = 'staff' AND st.id = d.subject
    LEFT JOIN unit un ON d.kind = 'unit' AND un.id = d.subject
    LEFT JOIN project pr ON pr.id = CASE d.kind WHEN 'learner' THEN e.project ELSE d.project END
    LEFT JOIN cohort co ON co.id = e.cohort
    LEFT JOIN quota_share qs ON qs.award = d.award AND qs.section = d.section
    WHERE \(condition)
    ORDER BY d.award, d.id
    """
  }

  init(_ row: borrowing Statement, _ units: UnitDirectory) throws(SQLiteError) {
    code = row.text(Column.code)
    name = row.text(Column.name)
    unit = row.optionalInteger(Column.unit)
    path = units.path(of: unit)
    project = row.text(Column.project)
    projectNumber = row.integer(Column.projectNumber)
    subject = row.text(Column.subject)
    schooling = row.text(Column.schooling)
    cohort = row.text(Column.cohort)
    rank = row.optionalInteger(Column.rank)
    let separator = Character(Unicode.Scalar(Self.keySeparatorByte))
    let printed = row.text(Column.keys)
    keys = printed.isEmpty ? [] : printed.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    outcome = try known(row.text(Column.outcome))
    stage = try known(row.text(Column.stage))
    reason = row.text(Column.reason)
    gap = row.optionalText(Column.gap)
    let distance = row.optionalText(Column.gapText)
    told = row.optionalInteger(Column.gapKey).map { (Int($0), distance) }
    tied = row.integer(Column.tied)
    decidedBy = try known(row.text(Column.decidedBy))
    section = row.integer(Column.section)
    sectionTitle = row.text(Column.sectionTitle)
    reserve = row.optionalInteger(Column.reserve)
    batch = row.optionalInteger(Column.batch)
    lot = row.optionalText(Column.lot)
    credit = row.optionalInteger(Column.credit)
  }
}
