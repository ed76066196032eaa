import Exports
import Programme

/// One statement of a source of kind `unit_fact` about one unit.
package struct UnitFact: Sendable {
  /// Empty where the source has no items.
  package var item: String
  /// Empty where the row states none.
  package var category: String
  /// In the column's stored unit.
  package var value: Int64?
  /// Civil seconds since 1970-01-01.
  package var at: Int64?
  package var flag: Bool
  /// Why there is no value, where the export says so.
  package var missing: String?
  /// The database key of the file and sheet, and the physical row.
  package var file: Int64
  package var row: Int64

  package init(
    item: String, category: String, value: Int64?, at: Int64?, flag: Bool, missing: String?, file: Int64, row: Int64
  ) {
    self.item = item
    self.category = category
    self.value = value
    self.at = at
    self.flag = flag
    self.missing = missing
    self.file = file
    self.row = row
  }

  /// Whether the item was handed in: it has a time or a value.
  package var isSubmitted: Bool { at != nil || value != nil }

  /// Whether two facts state the same, wherever they stand.
  package func states(sameAs other: UnitFact) -> Bool {
    item == other.item && category == other.category && value == other.value && at == other.at && flag == other.flag
      && missing == other.missing
  }

  /// As the list of changes has it: `1500@2023-08-19 10:00:00!`.
  var described: String {
    (value.map { "\($0)" } ?? "") + (at.map { "@" + moment($0) } ?? "") + (flag ? "!" : "")
  }
}

extension Tally {
  /// Whether a fact about a unit is one of those that the tally takes.
  package func takes(_ fact: UnitFact) -> Bool {
    if !filter.categories.isEmpty, !filter.categories.contains(fact.category) { return false }
    if !filter.items.isEmpty, !filter.items.contains(fact.item) { return false }
    if let submitted = filter.submitted, submitted != fact.isSubmitted { return false }
    if let missing = filter.missing, missing != (fact.value == nil) { return false }
    if let flag = filter.flag, flag != fact.flag { return false }
    if filter.from != nil || filter.until != nil {
      guard let at = fact.at, at >= filter.from ?? .min, at <= filter.until ?? .max else { return false }
    }
    if filter.atLeast != nil || filter.below != nil {
      guard let value = fact.value, value >= filter.atLeast ?? .min, value < filter.below ?? .max else { return false }
    }
    return true
  }

  /// What the facts of one unit come to; nil for a unit that has none of those that the tally takes.
  package func folded(_ facts: [UnitFact]) -> Int64? {
    let taken = facts.filter(takes)
    if operation == .count { return taken.isEmpty ? nil : Int64(taken.count) }
    let amounts = taken.compactMap(amount)
    switch operation {
    case .count, .sum: return amounts.isEmpty ? nil : amounts.reduce(0, +)
    case .max: return amounts.max()
    case .min: return amounts.min()
    case .first: return inOrder(taken).first.flatMap(amount)
    case .last: return inOrder(taken).last.flatMap(amount)
    case .reached:
      var sum: Int64 = 0
      return inOrder(taken).first { fact in
        sum += amount(of: fact) ?? 0
        return sum >= target ?? 0
      }?.at
    }
  }

  /// The facts that have a time and a number, by time and then by item code, a shorter code first.
  private func inOrder(_ facts: [UnitFact]) -> [UnitFact] {
    facts.filter { $0.at != nil && amount(of: $0) != nil }.sorted { left, right in
      guard left.at == right.at else { return left.at ?? 0 < right.at ?? 0 }
      return TallyTerms.precedes(left.item, right.item)
    }
  }

  private func amount(of fact: UnitFact) -> Int64? {
    switch column {
    case .at: fact.at
    case .full: nil
    case .value, nil: fact.value
    }
  }
}
