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
    try writeText(file.text, to: "\(folder)/\(name).txt")
  }
}

/// The reminders of one night.
private struct Reminders {
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
  var files: [(unit: Standing, text: String)] {
    guard figures.cohorts.isEmpty || !running.isEmpty, let first = figures.levels.first?.units.first?.level,
      let level = Self.level(of: figures)
    else { return [] }
    return (figures.levels.first?.units ?? []).compactMap { above in
      let texts = level.units.filter { units.ancestor(of: $0.id, atLevel: first) == above.id }.compactMap(text(of:))
      guard !texts.isEmpty else { return nil }
      let note = "以下每段发给一个单位的管理员，可直接粘贴。姓名只留姓氏，括号内为学员编号末四位；内部使用。\n"
      return (above, ([note] + texts).joined(separator: "\n"))
    }
  }

  /// The reminder of one unit; nil where nobody is left who can still pass.
  private func text(of unit: Standing) -> String? {
    let headline = unit.measured[figures.indicators.ranked]
    let open = headline.figure.denominator - headline.figure.numerator
    let reached = due.map { $0[unit.id] ?? 0 } ?? open
    guard unit.enrolled > 0, open > 0, reached > 0, let passed = figures.indicators.headline.learners else {
      return nil
    }
    var counts = ["报名学员\(grouped(unit.enrolled))人"]
    if let first = figures.indicators.counted.first, let begun = figures.indicators.all[first].learners {
      let figure = unit.measured[first].figure
      counts.append("未\(begun)\(grouped(figure.denominator - figure.numerator))人")
    }
    counts.append("未\(passed)\(grouped(open))人" + (reached < open ? "（所在班次尚未结束的\(grouped(reached))人）" : ""))
    let reference = figures.whole.measured[figures.indicators.ranked].printed.text
    var lines = [
      "【催学提醒】\(figures.fullName(of: unit))",
      "截至\(figures.issue.cutOff.text)，\(unit.name)\(counts.joined(separator: "，"))；\(figures.indicators.headline.title)\(headline.printed.text)，\(figures.wholeTitle)\(reference)。",
    ]
    if !running.isEmpty { lines.append(running.map(figures.countdown(of:)).joined(separator: "；") + "。") }
    return (lines + names(of: unit)).joined(separator: "\n") + "\n"
  }

  /// Who has not begun, school by school, and what is asked.
  private func names(of unit: Standing) -> [String] {
    guard let mine = waiting?[unit.id], let index = figures.indicators.counted.first,
      let begun = figures.indicators.all[index].learners
    else { return ["请提醒未完成的学员在截止前完成学习。"] }
    let schools = Dictionary(grouping: mine, by: \.unit)
    let lines = units.ordered.filter { schools[$0] != nil }.map { id in
      let people = schools[id] ?? []
      let names = people.map(\.shown).joined(separator: "、")
      return id == unit.id ? "　　\(names)" : "　　\(units[id]?.name ?? "")（\(people.count)人）：\(names)"
    }
    let of = figures.cohorts.count > 1 ? "且所在班次尚未结束的" : "的"
    return ["未\(begun)\(of)有\(grouped(Int64(mine.count)))人："] + lines + ["请逐一联系以上学员，提醒其在截止前登录学习。"]
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
