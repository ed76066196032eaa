/// How learners are scored: components, what it takes to pass, and what a result is called and worth.
package struct Scheme: Sendable {
  /// Decimals of a printed mark; points are integers of 10^-decimals everywhere.
  package var decimals: Int
  package var components: [Component]
  /// Components that are not final yet.
  package var provisional: [Provisional]
  /// All of them must be met to pass (完成各项考核要求).
  package var requirements: [Clause]
  /// One that strikes lets nobody pass, whatever the total (一票否决).
  package var vetoes: [Clause]
  /// What is printed and explained and changes nothing.
  package var flags: [Clause]
  package var pass: PassCondition
  /// What totals are called, the highest first; empty where the programme has no grades.
  package var grades: [Grade]
  package var credit: Credit?
  /// The keys that put learners in order on the score sheets; empty means the total alone.
  package var rank: [RankKey]
  package var rankTies: TiePolicy?
}

/// One part of the total, with the rule that awards it.
package struct Component: Sendable {
  package var id: Identifier<Component>
  package var place: Place
  package var title: String
  /// The heading of its column where space is short.
  package var short: String
  /// Highest points, in units of 10^-decimals.
  package var points: Int64
  /// The clause it implements, quoted on request.
  package var cite: String?
  /// The rule as written; the rule kinds of the scoring stage read it.
  package var rule: Rule
}

/// A rule as the file states it: its kind and the object its parameters are read from.
package struct Rule: Sendable {
  package var kind: String
  package var node: Node
}

package struct PassCondition: Sendable {
  package var place: Place
  /// Lowest passing total, in units of 10^-decimals; 以上 includes the number itself.
  package var totalAtLeast: Int64
  package var cite: String?
}

/// A requirement, a veto or a flag: conditions on one learner that are looked at together.
package struct Clause: Sendable {
  package var id: Identifier<Clause>
  package var place: Place
  package var title: String
  package var cite: String?
  /// All of them hold for a requirement to be met, a veto to strike or a flag to be raised.
  package var conditions: [LearnerCondition]
  /// For a veto: whoever it strikes can win no award of learners either.
  package var barsAwards: Bool
}

/// What a total is called (等第), from the total at which it begins up to the next higher grade.
package struct Grade: Sendable, Hashable {
  package var place: Place
  package var title: String
  /// In units of 10^-decimals; included.
  package var from: Int64
}

/// What a result is worth in credit hours (认定学时).
package struct Credit: Sendable {
  package var place: Place
  package var amount: CreditAmount
  /// Whether only who passes gets any.
  package var onPass: Bool
  /// Highest credit, in hundredths of an hour.
  package var cap: Int64?
  package var cite: String?
}

package enum CreditAmount: Sendable {
  /// In hundredths of an hour.
  case stated(Int64)
  /// The study time of these tallies together, in credit hours of the programme.
  case studied([Identifier<Tally>], CreditRounding)
}

/// What becomes of a part of a credit hour.
package enum CreditRounding: String, Sendable, CaseIterable {
  /// Kept to the hundredth, halves up.
  case none
  /// Only whole hours count.
  case floor
  /// Only whole half hours count.
  case half
}
