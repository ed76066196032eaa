package import Programme

/// What a tally can come to for any learner, by the bounds that its source declares.
package struct TallyReach: Sendable {
  /// nil is no bound.
  package let lowest: Int64?
  package let highest: Int64?
  /// Whether there may be no number at all.
  package let canBeAbsent: Bool
  /// Whether no fact can ever count, so that the tally is always zero or absent.
  package let isVain: Bool

  /// What a tally over a source can come to; without the source nothing is known.
  package init(_ tally: Tally, of source: Source?) {
    isVain = source.map { tally.filter.takesNothing(of: $0) } ?? false
    canBeAbsent = tally.operation.canBeAbsent || tally.subject == .unit
    let column = source?.column("value")
    switch (tally.operation, tally.column) {
    case (.count, _):
      lowest = 0
      highest = isVain ? 0 : nil
    case (.sum, _):
      lowest = column?.minimum.map { min(0, $0) }
      highest = isVain ? 0 : nil
    case (.reached, _), (_, .at):
      lowest = tally.filter.from ?? tally.filter.windows.compactMap(\.from).min()
      highest = tally.filter.until ?? tally.filter.windows.compactMap(\.until).max()
    case (_, .full):
      lowest = nil
      highest = nil
    default:
      lowest = [column?.minimum, tally.filter.atLeast].compactMap(\.self).max()
      highest = [column?.maximum, tally.filter.below.map { $0 - 1 }].compactMap(\.self).min()
    }
  }
}

extension TallyFilter {
  /// Whether no row of the source can pass: rows with texts that a column does not list are sent back.
  fileprivate func takesNothing(of source: Source) -> Bool {
    let known = Set((source.column("category")?.map ?? [:]).values)
    if !categories.isEmpty, !known.isEmpty, known.isDisjoint(with: categories) { return true }
    let value = source.column("value")
    if missing == true || submitted == false, value?.required == true { return true }
    if let atLeast, let highest = value?.maximum, atLeast > highest { return true }
    if let below, let lowest = value?.minimum, below <= lowest { return true }
    return false
  }

  /// Whether every fact that passes this filter passes the other.
  func isWithin(_ other: TallyFilter) -> Bool {
    func lies(_ own: [String], in wider: [String]) -> Bool {
      wider.isEmpty || (!own.isEmpty && Set(own).isSubset(of: wider))
    }
    func agrees(_ own: Bool?, _ wider: Bool?) -> Bool { wider == nil || own == wider }
    // Times by cohort are only compared as a whole.
    guard other.windows.isEmpty || other.windows == windows else { return false }
    return lies(categories, in: other.categories) && lies(items, in: other.items)
      && agrees(submitted, other.submitted) && agrees(missing, other.missing) && agrees(flag, other.flag)
      && (other.from.map { wider in from.map { $0 >= wider } ?? false } ?? true)
      && (other.until.map { wider in until.map { $0 <= wider } ?? false } ?? true)
      && (other.atLeast.map { wider in atLeast.map { $0 >= wider } ?? false } ?? true)
      && (other.below.map { wider in below.map { $0 <= wider } ?? false } ?? true)
  }
}

extension LintScope {
  /// Whether one tally counts no fact that the other does not count too.
  func counts(_ narrow: Operand, within wide: Operand) -> Bool {
    if narrow == wide { return true }
    let (one, other) = (tallies[narrow.index], tallies[wide.index])
    return one.source == other.source && one.operation == .count && other.operation == .count
      && one.filter.isWithin(other.filter)
  }
}
