package import Metrics
import Programme
package import SQLite

/// Everything a bulletin prints, read once; the renderers only lay it out.
package struct BulletinFigures: Sendable {
  /// The units of one level of the administrative order.
  package struct Level: Sendable {
    /// `city`, as the pipeline file names it.
    package let id: String
    /// 地市.
    package let title: String
    /// 市, for 市内名次.
    package let label: String
    /// In administrative order.
    package let units: [Standing]
    /// Whether it is the last of several levels, whose units are listed and not ranked over the whole.
    package let isLast: Bool
  }

  /// The leading figures of the whole on one night.
  package struct Night: Sendable {
    package let cutOff: CutOff
    /// In the order of the bulletin's indicators.
    package let figures: [Figure]
    package let printed: [Printed]
  }

  package let issue: Issue
  package let indicators: Indicators
  /// 全省.
  package let wholeTitle: String
  package let whole: Standing
  /// The levels below the whole, from the widest.
  package let levels: [Level]
  package let projects: [Standing]
  package let cohorts: [CohortStanding]
  /// At most ten, the last one tonight.
  package let nights: [Night]
  package let ungraded: UngradedWork?
  /// Units that do not meet a check of the pipeline file.
  package let failures: [UnitFailure]
  package let staffFailures: [StaffFailure]
  /// Points that are not final yet, a sentence each.
  package let provisional: [String]
  package let accounts: [Account]
  /// Reasons of the rows sent back with their number, the most frequent first.
  package let rejections: [(title: String, rows: Int64)]
  private let unitsByID: [Int64: Standing]

  /// Reads the figures of an edition.
  ///
  /// - Throws: `ReportsError.missingFigure` when the night was not measured; `SQLiteError`.
  package static func read(_ edition: Edition, from database: Database) throws -> BulletinFigures {
    let indicators = try Indicators(edition.programme)
    let issue = try Issue(edition, from: database)
    let records = StandingRecords(
      database: database, indicators: indicators, night: edition.night, previousNight: try edition.comparedNight ?? 0)
    let units = try records.units()
    let named = edition.programme.levels
    guard let paper = WholeOfPaper(of: units, levels: named, chosen: edition.unit) else {
      throw ReportsError.missingFigure("unit")
    }
    let whole = paper.unit
    return BulletinFigures(
      issue: issue, indicators: indicators, wholeTitle: paper.title, whole: whole,
      levels: levels(named, of: units.filter(paper.contains), below: whole.level, indicators),
      projects: try records.projects(of: whole.id).filter { $0.enrolled > 0 }.ranked(by: indicators.ranked),
      cohorts: try CohortStanding.read(edition, whole, from: database),
      nights: try nights(
        until: issue.cutOff,
        // A unit's first issue compares with nothing, whatever the database knows, and no issue with another term.
        records.nights(of: whole.id).filter {
          guard edition.unit == nil || edition.previousNight != nil || $0.night == edition.night else { return false }
          return try edition.sharesTerm(with: $0.asOf)
        }, indicators),
      ungraded: try UngradedWork.read(edition, issue.cutOff, from: database),
      failures: try UnitFailure.read(edition, from: database),
      staffFailures: try StaffFailure.read(edition, from: database),
      provisional: edition.programme.provisionalNotes(at: issue.cutOff),
      accounts: edition.unit == nil ? try Account.read(night: edition.night, from: database) : [],
      rejections: edition.unit == nil ? try Rejection.countsByReason(night: edition.night, from: database) : [],
      unitsByID: Dictionary(uniqueKeysWithValues: units.map { ($0.id, $0) }))
  }

  /// The levels below the whole; the last one is ranked like the others where it is the only one.
  private static func levels(
    _ named: [UnitLevel], of units: [Standing], below top: Int, _ indicators: Indicators
  ) -> [Level] {
    named.indices.dropFirst(top + 1).compactMap { depth in
      let units = inOrderOfParents(depth, units)
      guard !units.isEmpty else { return nil }
      return Level(
        id: named[depth].id.text, title: named[depth].title, label: named[depth].label,
        units: units.ranked(by: indicators.ranked), isLast: depth == named.count - 1 && depth > top + 1)
    }
  }

  /// The units of a depth, those of the first parent first.
  private static func inOrderOfParents(_ depth: Int, _ units: [Standing]) -> [Standing] {
    var order: [Int64: Int] = [:]
    var level: [Standing] = []
    for current in 0...depth {
      let sorted = units.filter { $0.level == current }.enumerated().sorted {
        (order[$0.element.parent ?? 0] ?? 0, $0.offset) < (order[$1.element.parent ?? 0] ?? 0, $1.offset)
      }
      level = sorted.map(\.element)
      for (index, unit) in level.enumerated() { order[unit.id] = index }
    }
    return level
  }

  private static func nights(
    until cutOff: CutOff, _ records: [(night: Int64, asOf: String, figures: [Figure])], _ indicators: Indicators
  ) throws -> [Night] {
    let nights = try records.map { record in
      Night(
        cutOff: try CutOff(record.asOf), figures: record.figures,
        printed: zip(indicators.all, record.figures).map { $0.measure.printed($1) })
    }
    return nights.filter { $0.cutOff.seconds <= cutOff.seconds }.sorted { $0.cutOff.seconds < $1.cutOff.seconds }
      .suffix(10)
  }

  /// The names of the units above one, without the whole: `荻洲市秋水县`.
  package func fullName(of unit: Standing) -> String {
    ancestors(of: unit).map(\.name).joined() + unit.name
  }

  /// The units above one from the widest, without the whole.
  package func ancestors(of unit: Standing) -> [Standing] {
    var chain: [Standing] = []
    var above = unit.parent
    // A chain is never longer than the levels are many.
    for _ in levels {
      guard let parent = above.flatMap({ unitsByID[$0] }), parent.id != whole.id else { break }
      chain.insert(parent, at: 0)
      above = parent.parent
    }
    return chain
  }
}
