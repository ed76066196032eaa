import Foundation
import Metrics
import Programme
import SQLite

/// Writes reminders (催学提醒) into a folder, which is made: for each office that looks after learners one to paste into a message, with its
/// counts, the days left and who has not begun; a file for each unit below the whole.
///
/// Nothing is written once every cohort has ended: there is nobody left to be reminded. Names are covered whatever the pipeline file
/// says, since messages travel.
func writeReminders(
  _ figures: BulletinFigures, _ edition: Edition, from database: Database, into folder: String
) throws {
  let reminders = try Reminders(figures, edition, from: database)
  var taken: Set<String> = []
  for file in reminders.files {
    var name = fileSafe(file.unit.name)
    if !taken.insert(name).inserted { name += "-" + fileSafe(file.unit.code) }
    let text = try PaperTemplate.reminders.text(of: .reminders(edition.programme), file, in: edition.programme)
    try writeText(text, to: "\(folder)/\(name).txt")
  }
}

/// The reminders of all offices in one unit below the whole.
struct ReminderFile {
  let figures: BulletinFigures
  let unit: Standing
  let reminders: [Reminder]
  /// The cohorts that still run.
  let running: [CohortStanding]
}

/// The reminder of one office.
struct Reminder {
  let figures: BulletinFigures
  let unit: Standing
  /// How many have not passed whose cohort still runs.
  let reached: Int64
  /// Who has not begun, school by school; nil where the database no longer knows.
  let waiting: [WaitingSchool]?

  /// How many have not passed.
  var open: Int64 { left(figures.indicators.ranked) }
  /// How many have not begun; nil where nothing counts them.
  var unstarted: Int64? { figures.indicators.counted.first.map(left) }

  private func left(_ index: Int) -> Int64 {
    let figure = unit.measured[index].figure
    return figure.denominator - figure.numerator
  }
}

/// Those of one school who have not begun.
struct WaitingSchool {
  /// Empty where they are the office's own.
  let name: String
  /// `封**（6204）`.
  let people: [String]
}

/// The reminders of one night.
struct Reminders {
  private let figures: BulletinFigures
  private let running: [CohortStanding]
  private let units: UnitDirectory
  /// Who has not begun, by the unit that is reminded of them; nil where the database no longer knows.
  private let waiting: [Int64: [NotStarted]]?
  /// How many have not passed whose cohort still runs, by the same unit; nil where the database no longer knows.
  private let due: [Int64: Int64]?

  init(_ figures: BulletinFigures, _ edition: Edition, from database: Database) throws {
    self.figures = figures
    let units = try UnitDirectory.read(database)
    let running = figures.cohorts.filter { $0.hasBegun && !$0.hasEnded }
    (self.units, self.running) = (units, running)
    let level = Self.level(of: figures)?.units.first?.level ?? 0
    let open = edition.programme.cohorts.filter { cohort in running.contains { $0.title == cohort.title } }
      .map(\.id.text)
    guard let all = try NotStarted.read(figures, edition, units, from: database) else {
      (waiting, due) = (nil, nil)
      return
    }
    let reached = all.filter { open.isEmpty || open.contains($0.cohort) }
    waiting = Dictionary(grouping: reached) { units.ancestor(of: $0.unit, atLevel: level) ?? 0 }
    let unpassed = try database.rows(
      """
      SELECT e.unit, coalesce(c.code, ''), count(*) FROM counted_enrolment e LEFT JOIN score s ON s.enrolment = e.id
      LEFT JOIN cohort c ON c.id = e.cohort WHERE coalesce(s.passed, 0) = 0 GROUP BY e.unit, c.code
      """
    ) { row throws(SQLiteError) in (unit: row.integer(0), cohort: row.text(1), learners: row.integer(2)) }
    due = Dictionary(
      unpassed.filter { open.isEmpty || open.contains($0.cohort) }.map { one in
        (units.ancestor(of: one.unit, atLevel: level) ?? 0, one.learners)
      }, uniquingKeysWith: +)
  }

  /// The level whose offices are reminded: the last one above the schools.
  private static func level(of figures: BulletinFigures) -> BulletinFigures.Level? {
    figures.levels.last { !$0.isLast } ?? figures.levels.first
  }

  /// One file for each unit of the first level, with the reminders of all units in it.
  var files: [ReminderFile] {
    guard figures.cohorts.isEmpty || !running.isEmpty, let first = figures.levels.first?.units.first?.level,
      let level = Self.level(of: figures)
    else { return [] }
    return (figures.levels.first?.units ?? []).compactMap { above in
      let reminders = level.units.filter { units.ancestor(of: $0.id, atLevel: first) == above.id }
        .compactMap(reminder(of:))
      guard !reminders.isEmpty else { return nil }
      return ReminderFile(figures: figures, unit: above, reminders: reminders, running: running)
    }
  }

  /// The reminder of one unit; nil where nobody is left who can still pass.
  private func reminder(of unit: Standing) -> Reminder? {
    let figure = unit.measured[figures.indicators.ranked].figure
    let open = figure.denominator - figure.numerator
    let reached = due.map { $0[unit.id] ?? 0 } ?? open
    guard unit.enrolled > 0, open > 0, reached > 0, figures.indicators.headline.learners != nil else { return nil }
    return Reminder(figures: figures, unit: unit, reached: reached, waiting: schools(of: unit))
  }

  /// Who has not begun, school by school.
  private func schools(of unit: Standing) -> [WaitingSchool]? {
    guard let mine = waiting?[unit.id], figures.indicators.counted.first != nil else { return nil }
    let schools = Dictionary(grouping: mine, by: \.unit)
    return units.ordered.filter { schools[$0] != nil }.map { id in
      WaitingSchool(name: id == unit.id ? "" : units[id]?.name ?? "", people: (schools[id] ?? []).map(\.shown))
    }
  }
}

/// A learner who counts and has not begun.
private struct NotStarted {
  let unit: Int64
  let cohort: String
  /// `封**（6204）`, with the project where there are several.
  let shown: String

  /// Everybody, by unit and code; nil where the night is not the latest, or they are not as many as the bulletin counts.
  static func read(
    _ figures: BulletinFigures, _ edition: Edition, _ units: UnitDirectory, from database: Database
  ) throws -> [NotStarted]? {
    guard try database.integer("SELECT max(id) FROM night") == edition.night,
      let index = figures.indicators.counted.first,
      figures.indicators.all[index].measure.metric.id == edition.programme.participation?.id
    else { return nil }
    let hasProjects = figures.projects.count > 1
    let all = try database.rows(
      """
      SELECT e.unit, coalesce(c.code, ''), p.code, p.name, coalesce(j.name, '') FROM unstarted s JOIN enrolment e ON e.id = s.enrolment
      JOIN person p ON p.id = e.person LEFT JOIN project j ON j.id = e.project LEFT JOIN cohort c ON c.id = e.cohort
      WHERE \(edition.holds("e.unit")) ORDER BY p.code, e.id
      """
    ) { row throws(SQLiteError) in
      let project = hasProjects ? "，\(row.text(4))" : ""
      return NotStarted(
        unit: row.integer(0), cohort: row.text(1),
        shown: "\(Mask.surname(of: row.text(3)))（\(row.text(2).suffix(4))\(project)）")
    }
    let figure = figures.whole.measured[index].figure
    return Int64(all.count) == figure.denominator - figure.numerator ? all : nil
  }
}
