import Awards
import Programme
package import SQLite

/// Everything the nominee papers print, read once from the database.
package struct NomineeFigures: Sendable {
  /// The places of an award; a row of `quota_step`.
  struct Places: Sendable {
    var base: Int64
    var baseTitle: String
    /// In millionths.
    var share: Int64
    var exact: String
    var places: Int64
    /// The whole calculation as one line, made where it was calculated.
    var arithmetic: String
    /// What else is to be said of how the places were divided; mostly nothing.
    var note: String
  }

  /// Places that nobody holds, and why.
  struct Vacancy: Sendable {
    var places: Int64
    var cause: String
  }

  /// One award with its places and candidates.
  struct AwardPart: Sendable {
    var award: Award
    /// nil where the programme sets no number.
    var places: Places?
    /// How the places are divided, in organisational order; empty where they are not.
    var shares: [AwardShare]
    var vacancies: [Vacancy]
    var tally: AwardTally
    var keys: [RankKeyTitle]
    var composite: CompositeFigures
    /// The candidates of the award's own sheet in listing order.
    var candidates: [DecidedCandidate]
    /// Those whom a condition, another award or an office kept out; learners who do not meet the conditions are too many to be listed.
    var exclusions: [DecidedCandidate]
    /// Units of the filing level that could file and filed nobody; empty for awards without filing.
    var silent: [String]
    /// How many units of the filing level could file: those that candidates belong to, and whoever did file.
    var filing: Int
  }

  /// A name in an office's file that the rules refuse.
  struct Refused: Sendable {
    var award: String
    var stage: NominationStage
    var office: String
    var candidate: String
    var name: String
    var reason: String
    var file: String
    var row: Int64
  }

  var parts: [AwardPart]
  var refusals: [Refused]

  /// How many candidates an award's own sheet holds; all of them stand in the decision list.
  ///
  /// Whoever holds a place is on the sheet with the next five hundred, unless they are too many to be read on paper.
  static func sheetLimit(chosen: Int) -> Int {
    min(max(2_000, chosen + 500), 10_000)
  }

  /// Reads the figures of an edition's awards.
  package static func read(_ database: Database, _ edition: Edition) throws(SQLiteError) -> NomineeFigures {
    let units = try UnitDirectory.read(database)
    let tallies = try AwardTally.read(database, edition.programme.awards)
    var parts: [AwardPart] = []
    for (award, tally) in zip(edition.programme.awards, tallies) {
      parts.append(try readPart(database, edition, award, tally, units))
    }
    return NomineeFigures(parts: parts, refusals: try readRefusals(database, edition.programme))
  }

  private static func readPart(
    _ database: Database, _ edition: Edition, _ award: Award, _ tally: AwardTally, _ units: UnitDirectory
  ) throws(SQLiteError) -> AwardPart {
    // All above the line are on the sheet, also whom an office did not recommend.
    let chosen = Int(Outcome.allCases.filter(\.cameWithin).reduce(0) { $0 + tally.count($1) })
    let level = award.filedBy.flatMap { id in edition.programme.levels.firstIndex { $0.id == id } }
    let filed = try Set(
      database.rows(
        "SELECT DISTINCT by_unit FROM nomination WHERE stage = 'filed' AND award = ? ORDER BY by_unit",
        .text(award.id.text)
      ) { row throws(SQLiteError) in row.integer(0) })
    let able = if let level { try unitsOfCandidates(database, award, atLevel: level, units) } else { Set<Int64>() }
    let offices = (level.map(units.units(ofLevel:)) ?? []).filter { able.contains($0) || filed.contains($0) }
    return AwardPart(
      award: award, places: try readPlaces(database, award),
      shares: try AwardShare.read(database, award: award.id.text), vacancies: try readVacancies(database, award),
      tally: tally,
      keys: RankKeyTitle.titles(of: award, in: edition.programme),
      composite: try CompositeFigures.read(database, award, edition),
      candidates: try DecidedCandidate.read(
        database, award: award.id.text, units: units, credits: edition.programme.scoring.credit != nil,
        listsIneligibleLearners: false, limit: sheetLimit(chosen: chosen)),
      exclusions: ExclusionPage.outcomes.contains { tally.count($0) > 0 }
        ? try DecidedCandidate.readExcluded(database, award: award.id.text, units: units) : [],
      silent: offices.filter { !filed.contains($0) }.compactMap { units[$0]?.name }, filing: offices.count)
  }

  /// The units of a level that candidates of an award belong to, or learners where units that were filed are the candidates: a county's
  /// programme may know the units of all the province.
  private static func unitsOfCandidates(
    _ database: Database, _ award: Award, atLevel level: Int, _ units: UnitDirectory
  ) throws(SQLiteError) -> Set<Int64> {
    let isOfUnits = if case .units = award.pool { true } else { false }
    func own(_ table: String, _ condition: String) throws(SQLiteError) -> [Int64] {
      try database.rows(
        "SELECT DISTINCT unit FROM \(table) WHERE \(condition) = ? AND unit IS NOT NULL ORDER BY unit",
        .text(isOfUnits ? "enrolled" : award.id.text)
      ) { row throws(SQLiteError) in row.integer(0) }
    }
    let own = isOfUnits ? try own("enrolment", "status") : try own("decision", "award")
    return Set(own.compactMap { units.ancestor(of: $0, atLevel: level) })
  }

  private static func readPlaces(_ database: Database, _ award: Award) throws(SQLiteError) -> Places? {
    try database.rows(
      """
      SELECT base, base_title, share, exact, places, arithmetic, note FROM quota_step WHERE award = ? AND unit = 0
      """, .text(award.id.text)
    ) { row throws(SQLiteError) in
      Places(
        base: row.integer(0), baseTitle: row.text(1), share: row.integer(2), exact: row.text(3),
        places: row.integer(4), arithmetic: row.text(5), note: row.text(6))
    }.first
  }

  private static func readVacancies(_ database: Database, _ award: Award) throws(SQLiteError) -> [Vacancy] {
    try database.rows(
      "SELECT places, message FROM vacancy WHERE award = ? ORDER BY cause", .text(award.id.text)
    ) { row throws(SQLiteError) in Vacancy(places: row.integer(0), cause: row.text(1)) }
  }

  private static func readRefusals(
    _ database: Database, _ programme: Programme
  ) throws(SQLiteError) -> [Refused] {
    let titles = Dictionary(
      programme.awards.map { ($0.id.text, $0.title) }, uniquingKeysWith: { first, _ in first })
    return try database.rows(
      """
      SELECT r.award, n.stage, coalesce(u.name, ''), n.candidate, n.name, r.message, f.path, n.row
      FROM refusal r JOIN nomination n ON n.id = r.nomination
      LEFT JOIN unit u ON u.id = n.by_unit LEFT JOIN source_file f ON f.id = n.file
      ORDER BY n.stage, n.file, n.row, r.id
      """
    ) { row throws(SQLiteError) in
      Refused(
        award: titles[row.text(0)] ?? row.text(0), stage: try known(row.text(1)),
        office: row.text(2), candidate: row.text(3), name: row.text(4), reason: row.text(5), file: row.text(6),
        row: row.integer(7))
    }
  }
}

extension NominationStage {
  /// The word of the papers.
  var title: String {
    switch self {
    case .filed: "申报"
    case .recommended: "推荐"
    case .approved: "审批"
    case .former: "曾获奖"
    case .withdrawn: "退出"
    }
  }
}
