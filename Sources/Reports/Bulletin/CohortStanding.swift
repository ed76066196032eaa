package import Programme
import SQLite

/// Where an intake (班次) stands tonight and how long it still runs.
package struct CohortStanding: Sendable {
  /// Learners of the cohort, the withdrawn left out, and how many of them have passed.
  package struct Learners: Sendable {
    package let enrolled: Int64
    package let passed: Int64

    package init(enrolled: Int64, passed: Int64) {
      self.enrolled = enrolled
      self.passed = passed
    }
  }

  package let title: String
  package let from: CalendarDate
  package let to: CalendarDate
  package let cutOff: CutOff
  /// nil for an older night: scores are kept for the latest night only.
  package let learners: Learners?

  package init(title: String, from: CalendarDate, to: CalendarDate, cutOff: CutOff, learners: Learners?) {
    self.title = title
    self.from = from
    self.to = to
    self.cutOff = cutOff
    self.learners = learners
  }

  /// Whether its first day has begun.
  package var hasBegun: Bool { cutOff.seconds > Int64(from.dayNumber) * 86_400 }
  /// Whether its last day is over.
  package var hasEnded: Bool { cutOff.seconds >= Int64(to.dayNumber + 1) * 86_400 }
  /// Whole days until the end of the last day.
  package var daysLeft: Int { max(0, cutOff.days(untilEndOf: to)) }

  /// Reads every cohort of the programme; the learners only when they add up to those of the whole.
  static func read(_ edition: Edition, _ whole: Standing, from database: Database) throws -> [CohortStanding] {
    let cutOff = try CutOff(edition.asOf)
    let learners = try learnersByCohort(edition, whole, from: database)
    return edition.programme.cohorts.filter { $0.closing(asOf: edition.asOf) != .ledger }.map { cohort in
      CohortStanding(
        title: cohort.title, from: cohort.from, to: cohort.to, cutOff: cutOff, learners: learners[cohort.id.text])
    }
  }

  private static func learnersByCohort(
    _ edition: Edition, _ whole: Standing, from database: Database
  ) throws -> [String: Learners] {
    guard try database.integer("SELECT max(id) FROM night") == edition.night else { return [:] }
    let rows = try database.rows(
      """
      SELECT c.code, count(*), sum(coalesce(s.passed, 0)) FROM counted_enrolment e
      JOIN cohort c ON c.id = e.cohort LEFT JOIN score s ON s.enrolment = e.id
      WHERE \(edition.holds("e.unit")) GROUP BY c.code ORDER BY c.code
      """
    ) { row throws(SQLiteError) in (row.text(0), Learners(enrolled: row.integer(1), passed: row.integer(2))) }
    guard rows.reduce(0, { $0 + $1.1.enrolled }) == whole.enrolled else { return [:] }
    return Dictionary(uniqueKeysWithValues: rows)
  }
}
