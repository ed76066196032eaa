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
  var rank: Int64?
  /// The printed values of the rank keys in comparison order.
  var keys: [String]
  var outcome: Outcome
  var stage: Stage
  var reason: String
  /// The signed distance from the line in the first key, as printed.
  var gap: String?
  /// How many share this rank, counting the candidate; 0 or 1 when nobody else does.
  var tied: Int64
  var decidedBy: Decider

  /// Whether the candidate's first key equals the one at the line.
  var isOnLine: Bool {
    guard let gap, rank != nil else { return false }
    return !gap.contains { ("1"..."9").contains($0) }
  }

  /// Stands between the values of `decision.keys`.
  static let keySeparator: Character = "\t"

  /// Whether somebody else has the same rank.
  var isTied: Bool { tied > 1 }

  /// Reads the candidates of an award in listing order: the ranked by rank, then the others.
  ///
  /// `listsIneligibleLearners` is false for the award's own sheet, which would otherwise hold every learner of the
  /// programme.
  static func read(
    _ database: Database, award: String, units: UnitDirectory, listsIneligibleLearners: Bool, limit: Int
  ) throws(SQLiteError) -> [DecidedCandidate] {
    try database.rows(
      select(where: "d.award = ?1 AND (?2 = 1 OR NOT (d.kind = 'learner' AND d.outcome = 'ineligible'))") + " LIMIT ?3",
      .text(award), .integer(listsIneligibleLearners ? 1 : 0), .integer(Int64(limit))
    ) { row throws(SQLiteError) in try DecidedCandidate(row, units) }
  }

  /// The statement that lists candidates; its columns are what `init(_:_:)` decodes.
  static func select(where condition: String) -> String {
    """
    SELECT coalesce(pe.code, st.code, un.code, ''), coalesce(pe.name, st.name, un.name, ''),
      CASE d.kind WHEN 'learner' THEN e.unit WHEN 'staff' THEN st.unit ELSE d.subject END,
      coalesce(pr.name, ''), coalesce(pr.id, 0), d.rank, d.keys, d.outcome, d.stage, d.reason, d.gap, d.tied,
      d.decided_by
    FROM decision d
    LEFT JOIN enrolment e ON d.kind = 'learner' AND e.id = d.subject
    LEFT JOIN person pe ON pe.id = e.person
    LEFT JOIN staff st ON d.kind = 'staff' AND st.id = d.subject
    LEFT JOIN unit un ON d.kind = 'unit' AND un.id = d.subject
    LEFT JOIN project pr ON pr.id = CASE d.kind WHEN 'learner' THEN e.project ELSE d.project END
    WHERE \(condition)
    ORDER BY d.award, d.outcome NOT IN ('in', 'reserve', 'tied', 'below'), d.rank IS NULL, d.rank, d.position,
      d.candidate
    """
  }

  init(_ row: borrowing Statement, _ units: UnitDirectory) throws(SQLiteError) {
    code = row.text(0)
    name = row.text(1)
    unit = row.optionalInteger(2)
    path = units.path(of: unit)
    project = row.text(3)
    projectNumber = row.integer(4)
    rank = row.optionalInteger(5)
    let printed = row.text(6)
    keys = printed.isEmpty ? [] : printed.split(separator: Self.keySeparator, omittingEmptySubsequences: false).map(String.init)
    outcome = try known(row.text(7))
    stage = try known(row.text(8))
    reason = row.text(9)
    gap = row.optionalText(10)
    tied = row.integer(11)
    decidedBy = try known(row.text(12))
  }
}
