/// How learners are scored: components, and what it takes to pass.
package struct Scheme: Sendable {
  /// Decimals of a printed mark; points are integers of 10^-decimals everywhere.
  package var decimals: Int
  package var components: [Component]
  package var pass: PassCondition
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
  /// Lowest passing total, in units of 10^-decimals; 以上 includes the number itself.
  package var totalAtLeast: Int64
  package var cite: String?
}
