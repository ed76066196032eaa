/// What everybody who holds an office must meet, one by one.
package struct StaffCondition: Sendable {
  /// The role, as the source of kind `staff` names it.
  package var role: String
  /// Only chiefs, or only those who are none; nil is everybody of the role.
  package var chief: Bool?
  package var age: AgeBounds?
  /// Days on duty.
  package var duty: CountBounds?
}

/// How old somebody may be on a day, in whole years (周岁): 45 is whoever has had the 45th birthday and not the 46th.
package struct AgeBounds: Sendable {
  package var years: CountBounds
  package var on: CalendarDate
}

/// What a number must lie between, both bounds included; at least one of them is there.
package struct CountBounds: Hashable, Sendable {
  package var atLeast: Int64?
  package var atMost: Int64?

  package func hold(_ number: Int64) -> Bool {
    atLeast.map { number >= $0 } != false && atMost.map { number <= $0 } != false
  }
}

/// A rule of the guide that people judge, named so that nobody takes it for forgotten.
package struct JudgedClause: Sendable {
  package var id: String
  package var title: String
  package var cite: String
  /// Who judges it.
  package var by: String
  /// Why nothing is reckoned of it.
  package var reason: String
}
