/// One number per enrolment, folded from the facts of one source while they land.
///
/// Rules, metrics and ranks read tallies only, so that scoring reads one row per enrolment.
package struct Tally: Sendable {
  package var id: Identifier<Tally>
  package var place: Place
  package var title: String
  package var unit: TallyUnit
  package var source: Identifier<Source>
  package var operation: TallyOperation
  /// The column folded; nil for a count.
  package var column: FactColumn?
  package var filter: TallyFilter

  /// Stands for a minimum or maximum over no facts at all; a sum or a count of none is zero.
  package static let absent = Int64.min
}

/// The columns a fact can be folded over.
package enum FactColumn: String, Sendable, CaseIterable {
  case value, at, full
}

package enum TallyOperation: String, Sendable, CaseIterable {
  case sum, count, max, min
}

/// Which facts a tally takes; an absent part takes all.
package struct TallyFilter: Sendable, Equatable {
  package var category: String?
  /// Whether the item was handed in (it has a time or a mark).
  package var submitted: Bool?
  package var flag: Bool?

  package init(category: String? = nil, submitted: Bool? = nil, flag: Bool? = nil) {
    self.category = category
    self.submitted = submitted
    self.flag = flag
  }
}

/// What one unit of a tally is; marks are hundredths, as imported marks are kept with two decimals.
package enum TallyUnit: String, Sendable, CaseIterable {
  case seconds, marks, items, moment
}
