/// A condition on one learner, as a requirement, a metric or an award states it.
package enum LearnerCondition: Sendable, Hashable {
  /// Strictly above.
  case above(Identifier<Tally>, WrittenAmount)
  case atLeast(Identifier<Tally>, WrittenAmount)
  case atMost(Identifier<Tally>, WrittenAmount)
  /// Strictly below.
  case below(Identifier<Tally>, WrittenAmount)
  /// One moment is before another, or the other has not come yet.
  case before(Identifier<Tally>, Placed<Identifier<Tally>>)
  /// One moment is after another; both have come.
  case after(Identifier<Tally>, Placed<Identifier<Tally>>)
  case passed(Bool)
  /// In units of 10^-decimals.
  case totalAtLeast(Int64)
  /// The grade of that title, and no other.
  case grade(Placed<String>)

  /// The tallies that are compared.
  package var tallies: [Identifier<Tally>] {
    switch self {
    case .above(let tally, _), .atLeast(let tally, _), .atMost(let tally, _), .below(let tally, _): [tally]
    case .before(let tally, let other), .after(let tally, let other): [tally, other.value]
    case .passed, .totalAtLeast, .grade: []
    }
  }
}

/// An amount as a condition states it; what it comes to depends on the unit of the tally it is compared with.
package struct WrittenAmount: Sendable, Hashable, ExpressibleByIntegerLiteral {
  /// Where the file says it.
  package let place: Place
  package let value: Value

  package enum Value: Sendable, Hashable {
    case number(ExactDecimal)
    /// A duration, a date, or a date and time.
    case text(String)
  }

  package init(place: Place, value: Value) {
    self.place = place
    self.value = value
  }

  /// Amounts are equal wherever the file says them.
  package static func == (left: WrittenAmount, right: WrittenAmount) -> Bool { left.value == right.value }

  package func hash(into hasher: inout Hasher) { hasher.combine(value) }

  /// An amount that no file states.
  package init(integerLiteral value: Int64) {
    self.init(place: .beginning, value: .number(ExactDecimal(value)))
  }
}
