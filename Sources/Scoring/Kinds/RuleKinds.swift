package import Programme

extension Form where Value == any RuleKind {
  /// A rule of any kind: the table of kinds by the name that pipeline files use.
  package static func rule(_ scope: RuleScope) -> Form {
    .variant(
      by: "kind",
      of: [
        "proportion": { Proportion($0, scope) },
        "mean_rate": { MeanRate($0, scope) },
        "threshold": { Threshold($0, scope) },
        "per_item": { PerItem($0, scope) },
        "imported": { Imported($0, scope) },
        "attempt": { Attempt($0, scope) },
        "band": { Band($0, scope) },
        "deductions": { Deductions($0, scope) },
        "minima": { Minima($0, scope) },
        "deadline": { Deadline($0, scope) },
        "scaled": { Scaled($0, scope) },
        "bonus": { Bonus($0, scope) },
      ])
  }
}
