package import Programme

/// A requirement, a veto or a flag with its conditions read.
package struct ScoredClause: Sendable {
  package let id: Identifier<Clause>
  package let title: String
  package let cite: String?
  /// All of them hold for a requirement to be met, a veto to strike or a flag to be raised.
  package let conditions: [Condition]
  /// Whoever the veto strikes can win no award of learners.
  package let barsAwards: Bool

  /// Reads the conditions; what cannot be read is among the faults.
  init(_ clause: Clause, _ scope: ConditionScope, _ faults: FaultCollector) {
    id = clause.id
    title = clause.title
    cite = clause.cite
    barsAwards = clause.barsAwards
    conditions = clause.conditions.compactMap { Condition($0, scope, at: clause.place, faults: faults) }
  }

  /// Whether all conditions hold.
  package func holds(_ tallies: Span<Int64>, _ marks: borrowing Marks) -> Bool {
    for condition in conditions where !condition.test.holds(tallies, marks) { return false }
    return true
  }

  /// The conditions in one phrase.
  package var wording: Wording { conditions.map(\.wording).listed(" and ", "，且") }
}

/// Refuses clauses that share a name, that ask about the pass which they decide, or that are more than there are bits for.
func checkClauses(_ scheme: Scheme, _ faults: FaultCollector) {
  var seen: [Identifier<Clause>: Place] = [:]
  for clause in scheme.requirements + scheme.vetoes + scheme.flags {
    if let earlier = seen[clause.id] {
      faults.refuse(
        clause.place,
        Wording(
          "'\(clause.id)' is already declared at \(earlier); give it another id",
          "'\(clause.id)' 已在 \(earlier) 处声明；请另取名称"))
    }
    seen[clause.id] = clause.place
  }
  for clause in scheme.requirements + scheme.vetoes where clause.asksForPass {
    faults.refuse(
      clause.place,
      Wording(
        "'\(clause.id)' decides whether a learner passes and cannot ask for it; compare tallies or the total",
        "'\(clause.id)' 决定是否合格，不能以合格为条件；请比较统计量或总成绩"))
  }
  let decisive = scheme.requirements.count + scheme.vetoes.count
  if decisive > mostClauses || scheme.flags.count > mostClauses, let first = (scheme.requirements + scheme.flags).first
  {
    faults.refuse(
      first.place,
      Wording(
        "there are more than \(mostClauses) requirements and vetoes, or flags", "要求与否决合计或提示多于 \(mostClauses) 条"))
  }
}

/// As many as fit the bits of a stored integer.
private let mostClauses = 62

extension Clause {
  fileprivate var asksForPass: Bool {
    conditions.contains { if case .passed = $0 { true } else { false } }
  }
}
