/// What the rows of a source describe, and so where they land.
package enum SourceKind: String, Sendable, CaseIterable {
  /// Offices and schools with their place in the administrative order.
  case unit
  /// Projects (subjects) of the year.
  case project
  /// Who is enrolled where.
  case roster
  /// Person × item → amount, such as study time by course.
  case measure
  /// Person × item → submission, mark and flag, such as assignments.
  case item
  /// Person × item × time, such as posts.
  case event
  /// One row per response, one column per question (问卷星 layout).
  case survey
  /// One row per answer.
  case answer
  /// Administrators, tutors, moderators.
  case staff
  /// Briefs (简报) handed in by units.
  case brief
  /// Filings, recommendations and approvals of people for awards.
  case nomination
  /// Unit × item → amount, time and flag: allotted seats, materials handed in, training held beforehand.
  case unitFact = "unit_fact"
  /// Hours that people were credited with elsewhere or before, for the ledger.
  case credit

  /// Whether the rows are facts about an enrolled person.
  package var isFact: Bool { self == .measure || self == .item || self == .event }
}

/// One kind of export and how it is read.
package struct Source: Sendable {
  package var id: Identifier<Source>
  package var place: Place
  package var title: String
  package var kind: SourceKind
  /// Path below the programme's input folder; `{date}` is the night, `*` any run of characters but `/`.
  package var files: String
  /// The name of the sheet; nil takes every sheet whose header fits.
  package var sheet: String?
  /// Whether a missing file blocks what needs it.
  package var required: Bool
  /// Whether a file states everything (a row not in it is gone) or only what is new.
  package var mode: SourceMode
  package var columns: [Column]
  /// How rows with one key are merged; a column without a rule keeps the first row's value.
  package var duplicates: [Identifier<Column>: MergeRule]
  /// How many rows may be rejected; nil is no limit.
  package var maxRejects: RejectLimit?
  /// Highest share of rows lost since the last snapshot, in millionths; nil is no limit.
  package var maxShrink: Int64?
  /// For `roster`: which cohort counts for people whom the platform enrols in two cohorts of one project.
  package var rulings: [CohortRuling]
  /// What must agree for a row to be taken for a person whose number lost its digits; nil is name, unit and phone.
  package var match: [PersonKey]?
  /// How many rows the office knows the export to have.
  package var controlTotals: [ControlTotal]
  /// For `roster`: the unit that a learner counts for who moved to another.
  package var transfers: TransferCredit
  /// For facts: whether the column `person` names a person or a group of the roster, whose members all have the fact.
  package var by: FactHolder
  /// For facts: the cohort of every row, where the export has no column for it.
  package var cohort: Identifier<Cohort>?
  /// Headers whose columns may stay without a value in every row, although nothing stands behind them.
  package var blankColumns: [String]
  /// For `staff`: administrator, tutor, moderator or another word of the programme's own.
  package var role: String?
  /// For `nomination`: what a row of the file does.
  package var stage: NominationStage?
  /// For `survey`: the questions of choice whose answers are counted by option.
  package var questions: [SurveyQuestion]

  package func column(_ id: Identifier<Column>) -> Column? {
    columns.first { $0.id == id }
  }
}

/// What tells people apart when their number cannot.
package enum PersonKey: String, Sendable, CaseIterable {
  case name, unit, phone
  case identity = "id_card"
}

/// A number of rows that the office knows an export to have.
package struct ControlTotal: Sendable {
  package var place: Place
  /// The rows that are counted: each column named holds one of the texts, in the programme's words or the export's; none is all.
  package var conditions: [(column: Identifier<Column>, texts: [String])]
  package var rows: Int
}

/// How many rejected rows a source bears before it is blocked.
package enum RejectLimit: Sendable, Equatable {
  /// A share of the rows, in millionths.
  case share(Int64)
  /// A number of rows.
  case count(Int64)

  /// Whether so many rejected rows out of so many are too many.
  package func isExceeded(by rejected: Int, of rows: Int) -> Bool {
    switch self {
    case .share(let millionths): Int64(rejected) * 1_000_000 > millionths * Int64(rows)
    case .count(let most): Int64(rejected) > most
    }
  }
}

/// The office's word on a person who is enrolled in two cohorts of one project: rows for the other cohorts are set aside.
package struct CohortRuling: Sendable, Equatable {
  package let person: String
  /// The project by code or name; nil where the programme has one project.
  package let project: String?
  package let cohort: Identifier<Cohort>
}

/// Whom the rows of a fact source name.
package enum FactHolder: String, Sendable, CaseIterable {
  case person, group
}

/// The unit that a learner counts for who moved from one unit to another.
package enum TransferCredit: String, Sendable, CaseIterable {
  /// The unit of the newest roster.
  case current
  /// The unit of the first roster that had the learner.
  case original
}

package enum SourceMode: String, Sendable, CaseIterable {
  case fullSnapshot = "full_snapshot"
  case append
}

/// What a nomination row states about its candidate.
package enum NominationStage: String, Sendable, CaseIterable {
  case filed, recommended, approved
  /// Held the award before, and cannot get it again.
  case former
  /// Gives the candidacy up; the next one moves up.
  case withdrawn
}

/// How two rows with one key become one value.
package enum MergeRule: String, Sendable, CaseIterable {
  case first, last, max, min, sum
}

/// One column of a source: which headers name it and what its cells hold.
package struct Column: Sendable {
  package var id: Identifier<Column>
  package var place: Place
  /// Headers that name this column, the usual one first.
  package var headers: [String]
  package var type: ColumnType
  /// A missing required column blocks the source; an empty required cell rejects its row.
  package var required: Bool
  /// Texts of the export → texts of the programme; a text that is not listed rejects its row.
  package var map: [String: String]
  /// Lowest and highest value, in the column's own stored unit.
  package var minimum: Int64?
  package var maximum: Int64?
  /// The column of the same row that holds this one's maximum.
  package var maximumFrom: Identifier<Column>?
  /// For `unit`: the level at which names are looked up.
  package var level: Identifier<UnitLevel>?
  /// For `duration`: what `12:30` means; nil where that is not said and such a cell is sent back.
  package var clock: ClockReading?
  /// Whether the check digit of an identity number is verified (GB 11643); a failure is flagged, never repaired.
  package var checksIdentity: Bool
}

extension Column {
  /// The words of the export for `yes` and `no`, those for yes first; empty where the column maps none.
  package var yesAndNo: [String] {
    map.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }
}

/// What the cells of a column hold and the unit they are stored in.
package enum ColumnType: Sendable, Equatable {
  case text, name, identifier, phone, boolean, date
  /// Seconds of civil time since 1970-01-01.
  case moment
  /// Whole number.
  case integer
  /// Number kept as an integer count of 10^-decimals.
  case decimal(decimals: Int)
  /// Seconds; a bare number is in the given unit.
  case duration(DurationUnit)
  /// Hundredths of a percent: 57 % is 5700. Without a unit the header decides what a bare number counts, then the values do.
  case rate(RateUnit?)
  /// A unit by code, name or alias.
  case unit
}

/// What two numbers round a colon mean, which platforms write for either.
package enum ClockReading: String, Sendable, CaseIterable {
  case hoursMinutes = "hours_minutes"
  case minutesSeconds = "minutes_seconds"
}

/// What a rate without a percent sign counts.
package enum RateUnit: String, Sendable, CaseIterable {
  /// `57` is 57 %.
  case percent
  /// `0.57` is 57 %.
  case fraction
}

package enum DurationUnit: String, Sendable, CaseIterable {
  case seconds, minutes, hours
}
