/// One training programme as its pipeline file declares it: the typed form of `pipeline.json5`.
///
/// Nothing here computes. Each stage reads the part that concerns it; what a part means is told where it is used.
package struct Programme: Sendable {
  package var id: Identifier<Programme>
  package var title: String
  package var year: Int
  package var timezone: String
  /// The issuing office, as the mastheads print it.
  package var office: String
  /// The folder of the exports, relative to the pipeline file.
  package var input: String
  /// How many minutes one 学时 has; 45 unless the file says otherwise (seed 0).
  package var minutesPerHour: Int
  /// How far apart in seconds the stamps of a night's exports may be; more is told.
  package var snapshotSpread: Int64
  /// From the widest to the narrowest, province first.
  package var levels: [UnitLevel]
  package var cohorts: [Cohort]
  package var sources: [Source]
  /// What one export may ask of memory and time.
  package var limits: FileLimits
  package var tallies: [Tally]
  package var scoring: Scheme
  package var metrics: [Metric]
  package var satisfaction: Satisfaction?
  package var awards: [Award]
  package var ledger: Ledger?
  /// Awards of which one person, or one unit, holds at most one.
  package var exclusive: [ExclusiveAwards]
  package var reports: Reports
  package var privacy: Privacy
  package var checks: [Check]
  /// Clauses that people judge and nothing is reckoned of.
  package var judged: [JudgedClause]
  /// The canonical text of each top-level part, for the fingerprints of the stages.
  package var parts: [String: String]
  /// The office's own templates of papers, by the names of their files; filled in by who reads them.
  package var templates: [String: String] = [:]
}

/// A level of the administrative order: province, city, county, school.
package struct UnitLevel: Sendable {
  package var id: Identifier<UnitLevel>
  /// What the level is called in a heading: 地市.
  package var title: String
  /// The short form used in sentences and in exports: 市.
  package var label: String
}

/// One intake (期、班次) of the programme; dates are civil and both ends count.
package struct Cohort: Sendable {
  package var id: Identifier<Cohort>
  package var title: String
  package var from: CalendarDate
  package var to: CalendarDate
  /// How many learners the office knows to be registered, withdrawn ones included; a roster with more or fewer is refused.
  package var learners: Int?
  /// Set once the term is over: the cohort's enrolments and facts are kept as they are, and nobody vanishes from it.
  package var closed: CohortClosing?
  /// The last day on which the term is still open; nil where `closed` holds from the start.
  package var closedAfter: CalendarDate?

  /// What the cohort is on a night that is written `2021-12-31`, with or without a time; nil while its term is open.
  ///
  /// With the day stated, one pipeline file serves all terms: an earlier night run again finds the term open.
  package func closing(asOf night: String) -> CohortClosing? {
    guard let closedAfter, let day = CalendarDate(String(night.prefix(10))) else { return closed }
    return day > closedAfter ? closed : nil
  }
}

/// What the learners of a cohort whose term is over are kept for.
package enum CohortClosing: String, Sendable, CaseIterable {
  /// For figures and awards as before.
  case counted
  /// For the ledger of credited hours alone; no other figure has them.
  case ledger
}
