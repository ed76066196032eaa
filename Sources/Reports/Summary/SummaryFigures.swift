import Metrics
import Programme
package import SQLite

/// Everything a term's summary prints, read once from the database.
package struct SummaryFigures: Sendable {
  let cutOff: CutOff
  let indicators: Indicators
  /// 全省.
  let wholeTitle: String
  let whole: Standing
  /// The units right below the whole, in organisational order, those without learners too.
  let cities: [Standing]
  /// What those units are called, 地市.
  let cityTitle: String
  /// Units with learners below them, level by level, with what the level is called.
  let taking: [(title: String, units: Int)]
  /// Units with learners of whom nobody has begun, of the level below the cities.
  let idle: [String]
  let projects: [Standing]
  /// Whether there are several, so that they have a table of their own.
  var hasProjects: Bool { projects.count > 1 }
  let excellence: Excellence?
  let distribution: ScoreDistribution?
  let funnel: SummaryFunnel?
  /// Earlier terms of the programme, with this one; nil where it is the only one.
  let earlier: EarlierTerms?
  let satisfaction: SatisfactionFigures?
  let choices: [ChoiceFigures]
  let awards: [(award: Award, places: Int64?, tally: AwardTally)]
  /// Bulletins published for the whole area up to this as-of.
  let bulletins: Int64

  /// Reads the figures of an edition.
  ///
  /// - Throws: `ReportsError.missingFigure` when the night was not measured; `SQLiteError`.
  package static func read(_ database: Database, _ edition: Edition) throws -> SummaryFigures {
    let programme = edition.programme
    let indicators = try Indicators(summaryOf: programme)
    let records = StandingRecords(
      database: database, indicators: indicators, night: edition.night, previousNight: try edition.comparedNight ?? 0)
    let units = try records.units()
    let paper = WholeOfPaper(of: units, levels: programme.levels)
    guard let paper, paper.unit.enrolled > 0 else { throw ReportsError.missingFigure("unit_count") }
    let whole = paper.unit
    let below = units.filter(paper.contains)
    let directory = try UnitDirectory.read(database)
    let titles = programme.levels.map(\.title)
    let excellence = try Excellence.read(database, programme, directory)
    let cutOff = try CutOff(edition.asOf)
    return SummaryFigures(
      cutOff: cutOff, indicators: indicators, wholeTitle: paper.title, whole: whole,
      cities: below.filter { $0.level == whole.level + 1 },
      cityTitle: titles.count > whole.level + 1 ? titles[whole.level + 1] : "单位",
      taking: titles.indices.dropFirst(whole.level + 1).map { level in
        (titles[level], below.count { $0.level == level && $0.enrolled > 0 })
      },
      idle: idle(below, level: whole.level + 2, indicators, directory),
      projects: try records.projects(of: whole.id).filter { $0.enrolled > 0 },
      excellence: excellence,
      distribution: try ScoreDistribution.read(database, night: edition.night, programme.scoring),
      funnel: try SummaryFunnel.read(database, programme, indicators, whole, excellence),
      earlier: try EarlierTerms.read(database, programme, records, whole, cutOff),
      satisfaction: try SatisfactionFigures.read(database, edition, directory),
      choices: try ChoiceFigures.read(database, programme), awards: try awards(database, programme),
      bulletins: try bulletins(database, edition))
  }

  /// The issues of the bulletin up to this night; this night's is put in place at the same time as the summary and counts.
  private static func bulletins(_ database: Database, _ edition: Edition) throws(SQLiteError) -> Int64 {
    let earlier =
      try database.integer(
        "SELECT count(*) FROM published WHERE job = 'bulletin' AND unit = '' AND as_of < ?", .text(edition.asOf)) ?? 0
    guard let bulletin = edition.programme.reports.bulletin else { return earlier }
    // Issues before the first that the program numbered were issued all the same.
    return earlier + Int64(bulletin.firstNumber)
  }

  /// Units of a level with learners of whom nobody has begun.
  private static func idle(
    _ units: [Standing], level: Int, _ indicators: Indicators, _ directory: UnitDirectory
  ) -> [String] {
    guard let started = indicators.started else { return [] }
    let none = units.filter { $0.level == level && $0.enrolled > 0 && $0.measured[started].figure.numerator == 0 }
    return none.sorted { directory.order(of: $0.id) < directory.order(of: $1.id) }.map { unit in
      directory.path(of: unit.id).places.joined()
    }
  }

  private static func awards(
    _ database: Database, _ programme: Programme
  ) throws(SQLiteError) -> [(award: Award, places: Int64?, tally: AwardTally)] {
    let tallies = try AwardTally.read(database, programme.awards)
    var awards: [(award: Award, places: Int64?, tally: AwardTally)] = []
    for (award, tally) in zip(programme.awards, tallies) {
      let places = try database.integer(
        "SELECT places FROM quota_step WHERE award = ? AND unit = 0", .text(award.id.text))
      awards.append((award, places, tally))
    }
    return awards
  }
}
