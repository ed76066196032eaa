package import Programme

/// One issue of a paper: which night it tells of, which night it compares with, and which number it carries.
///
/// The caller decides the numbers and keeps them, so that the same as-of always gives the same issue. A paper takes
/// every date it prints from here and never asks the clock.
package struct Edition: Sendable {
  package var programme: Programme
  /// The row of `night` that the figures belong to.
  package var night: Int64
  /// `2023-08-20`, meaning the end of that day, or `2023-08-20 08:00:00`; the text of `night.as_of`.
  package var asOf: String
  /// The night of the issue before this one; nil when this is the first.
  package var previousNight: Int64?
  package var previousAsOf: String?
  /// The number within the year (第n期).
  package var number: Int
  /// The number since the programme began (总第n期).
  package var totalNumber: Int
  /// The unit that the paper is for, with everybody below it; nil for the whole programme.
  package var unit: Int64?

  package init(
    programme: Programme, night: Int64, asOf: String, previousNight: Int64? = nil, previousAsOf: String? = nil,
    number: Int, totalNumber: Int
  ) {
    self.programme = programme
    self.night = night
    self.asOf = asOf
    self.previousNight = previousNight
    self.previousAsOf = previousAsOf
    self.number = number
    self.totalNumber = totalNumber
  }

  /// The night whose figures this issue compares with: that of the issue before, unless a new term has begun since, whose rates start
  /// again from nothing.
  var comparedNight: Int64? { get throws(ReportsError) { try newTerm == nil ? previousNight : nil } }

  /// The terms that the figures count now and at the issue before, where they have none in common; nil in any other issue.
  var newTerm: (title: String, before: String)? {
    get throws(ReportsError) {
      guard let previousAsOf else { return nil }
      let (now, before) = (try terms(asOf: asOf), try terms(asOf: previousAsOf))
      guard let first = now.first, let last = before.last,
        !now.contains(where: { one in before.contains { $0.id == one.id } })
      else { return nil }
      return (first.title, last.title)
    }
  }

  /// Whether the figures of another night count learners of a term that those of this one count too.
  func sharesTerm(with other: String) throws(ReportsError) -> Bool {
    let (now, then) = (try terms(asOf: asOf), try terms(asOf: other))
    return now.isEmpty || then.isEmpty || now.contains { one in then.contains { $0.id == one.id } }
  }

  /// The terms that have begun on a night and are not closed yet.
  private func terms(asOf night: String) throws(ReportsError) -> [Cohort] {
    let cutOff = try CutOff(night)
    return programme.cohorts.filter {
      $0.closing(asOf: night) != .ledger && cutOff.seconds > Int64($0.from.dayNumber) * 86_400
    }
  }

  /// A condition of SQL that holds for units that the paper is about.
  func holds(_ column: String) -> String {
    guard let unit else { return "1" }
    return """
      \(column) IN (
        WITH RECURSIVE inside (id) AS (SELECT \(unit) UNION SELECT u.id FROM unit u JOIN inside i ON u.parent = i.id)
        SELECT id FROM inside)
      """
  }
}
