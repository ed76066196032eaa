/// One number per enrolment, folded from the facts of one source while they land.
///
/// Rules, metrics and ranks read tallies only, so that scoring reads one row per enrolment.
package struct Tally: Sendable {
  package var id: Identifier<Tally>
  package var place: Place
  package var title: String
  package var unit: TallyUnit
  /// The measure word of items, as a sentence prints it: `字`, `篇`; `项` where the file names none.
  package var counter: String?
  package var source: Identifier<Source>
  package var operation: TallyOperation
  /// The column folded; nil for a count.
  package var column: FactColumn?
  /// What the running sum of `reached` has to come to, in the column's stored unit; nil for other operations.
  package var target: Int64?
  package var filter: TallyFilter
  /// Whose number it is, which follows from the kind of its source.
  package var subject = TallySubject.learner

  /// Stands for a minimum, a first value or a moment over no facts at all; a sum or a count of none is zero.
  package static let absent = Int64.min
}

/// Whose number a tally is.
package enum TallySubject: Sendable {
  /// One number per enrolment.
  case learner
  /// One number per unit, folded from a source of kind `unit_fact`. A learner's is that of the learner's own unit, or of the
  /// nearest unit above that has one.
  case unit
}

/// The columns a fact can be folded over.
package enum FactColumn: String, Sendable, CaseIterable {
  case value, at, full
}

/// How the facts of one enrolment become one number.
package enum TallyOperation: String, Sendable, CaseIterable {
  case sum, count, max, min
  /// The value of the earliest fact that has a time and a value; of equal times, the one with the smallest item code.
  case first
  /// The value of the latest fact that has a time and a value; of equal times, the one with the largest item code.
  case last
  /// The moment at which the running sum, in order of time, comes to the target (率先完成); facts without a time are in no order
  /// and are left out.
  case reached

  /// Whether no facts at all leave it without a number, instead of zero.
  package var canBeAbsent: Bool { self != .sum && self != .count }

  /// Whether the facts have to be taken in order of time.
  package var needsOrder: Bool { self == .first || self == .last || self == .reached }
}

/// Which facts a tally takes; an absent part takes all.
package struct TallyFilter: Sendable, Equatable {
  /// The fact is of one of these categories; empty takes all.
  package var categories: [String]
  /// The fact is about one of these items; empty takes all.
  package var items: [String]
  /// Whether the item was handed in (it has a time or a mark).
  package var submitted: Bool?
  /// Whether there is no value: an empty cell, or a word such as 缺考.
  package var missing: Bool?
  package var flag: Bool?
  /// First and last second that count, in civil seconds since 1970; a fact without a time meets neither.
  package var from: Int64?
  package var until: Int64?
  /// The same cohort by cohort, where terms have dates of their own; empty where `from` and `until` hold for everybody.
  package var windows: [CohortWindow] = []
  /// Where the file states the time; nil where it states none.
  package var timePlace: Place?
  /// In the stored unit of the source's value column; a fact without a value meets neither.
  package var atLeast: Int64?
  /// Strictly below.
  package var below: Int64?

  package init(
    categories: [String] = [], items: [String] = [], submitted: Bool? = nil, missing: Bool? = nil, flag: Bool? = nil,
    from: Int64? = nil, until: Int64? = nil, atLeast: Int64? = nil, below: Int64? = nil
  ) {
    self.categories = categories
    self.items = items
    self.submitted = submitted
    self.missing = missing
    self.flag = flag
    self.from = from
    self.until = until
    self.atLeast = atLeast
    self.below = below
  }

  /// Whether facts are taken by their time.
  package var hasTime: Bool { from != nil || until != nil || !windows.isEmpty }
}

/// What one unit of a tally is; marks are hundredths, as imported marks are kept with two decimals.
package enum TallyUnit: String, Sendable, CaseIterable {
  case seconds, marks, items, moment
}
