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
  /// Highest share of rejected rows, in millionths; nil is no limit.
  package var maxRejects: Int64?
  /// Highest share of rows lost since the last snapshot, in millionths; nil is no limit.
  package var maxShrink: Int64?
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

package enum SourceMode: String, Sendable, CaseIterable {
  case fullSnapshot = "full_snapshot"
  case append
}

/// What a nomination row states about its candidate.
package enum NominationStage: String, Sendable, CaseIterable {
  case filed, recommended, approved
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
  /// Whether the check digit of an identity number is verified (GB 11643); a failure is flagged, never repaired.
  package var checksIdentity: Bool
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
  /// A unit by code, name or alias.
  case unit
}

package enum DurationUnit: String, Sendable, CaseIterable {
  case seconds, minutes, hours
}
