import SQLite

/// Holds a rival's nominees, award by award and place by place, against the decisions.
///
/// Places are compared and ranks are not: equals share a rank with us, while the rivals number them on.
func compareWinners(_ nominees: String, _ database: Database, _ differences: Differences) throws {
  differences.begin("winners in order, with their totals or composites")
  for contest in contests {
    let ours = try winners(of: contest, database)
    var theirs: [Winner] = []
    try contest.table(nominees).forEachRow { entry in
      guard contest.kind == nil || entry.text(2) == contest.kind else { return }
      theirs.append(Winner(mark: entry.text(0), figure: entry.number(1, decimals: contest.decimals)))
    }
    differences.expect(ours.count, equals: theirs.count, "\(contest.award) number of winners")
    for (place, (our, their)) in zip(ours, theirs).enumerated() {
      differences.expect(our.mark, equals: their.mark, "\(contest.award) place \(place + 1)")
      differences.expect(our.figure, equals: their.figure, "\(contest.award) place \(place + 1) \(contest.figure)")
    }
  }
}

/// An award of the bench pipeline and where the rivals list its winners.
private struct ComparedContest {
  let award: String
  let sheet: String
  /// The column that tells winners apart: a code of a person, the name of a unit.
  let mark: String
  /// The column of the figure that ranks them first.
  var figure = "综合分"
  var decimals = 4
  /// For sheets that hold two awards: what their column 类别 says.
  var kind: String?

  func table(_ path: String) -> WorkbookTable {
    WorkbookTable(path: path, sheet: sheet, columns: [mark, figure] + (kind == nil ? [] : ["类别"]))
  }
}

private let contests = [
  ComparedContest(award: "excellent_learner", sheet: "优秀学员", mark: "学员编号", figure: "总分", decimals: 2),
  ComparedContest(award: "excellent_city_administrator", sheet: "市级管理员", mark: "人员编号"),
  ComparedContest(award: "excellent_county_administrator", sheet: "县级管理员", mark: "人员编号"),
  ComparedContest(award: "excellent_school_administrator", sheet: "校级管理员", mark: "人员编号"),
  ComparedContest(award: "excellent_county_office", sheet: "优秀组织单位", mark: "单位", kind: "区县"),
  ComparedContest(award: "excellent_school", sheet: "优秀组织单位", mark: "单位", kind: "学校"),
]

private struct Winner {
  let mark: String
  /// In units of its last printed decimal.
  let figure: Int64?
}

private func winners(of contest: ComparedContest, _ database: Database) throws -> [Winner] {
  try database.rows(
    """
    SELECT CASE kind WHEN 'unit' THEN name ELSE code END, keys FROM award_decision
    WHERE award = ? AND outcome = 'in' ORDER BY rank, position
    """, .text(contest.award)
  ) { row throws(SQLiteError) in
    let figure = row.text(1).prefix { $0 != "\t" }
    return Winner(mark: row.text(0), figure: Int64(figure.filter { $0 != "." }))
  }
}
