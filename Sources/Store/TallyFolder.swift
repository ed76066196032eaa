import Programme

/// Folds the facts of one source into the tallies that ask for it.
struct TallyFolder {
  private struct Fold {
    let position: Int
    let operation: TallyOperation
    let column: FactColumn?
    let filter: CohortFilter
    let target: Int64
    /// What the tally of no facts is.
    let empty: Int64

    init(_ tally: Tally, at position: Int, _ terms: TallyTerms) {
      self.position = position
      operation = tally.operation
      column = tally.column
      filter = CohortFilter(tally.filter, terms)
      target = tally.target ?? 0
      empty = tally.empty
    }

    /// What a fact adds, nil when the tally does not take it.
    func amount(of fact: FactRecord) -> Int64? {
      guard filter.takes(fact) else { return nil }
      return operation == .count ? 1 : TallyFolder.amount(fact, column)
    }
  }

  /// Folds for which any order of the facts is right, one fact at a time.
  private let plain: [Fold]
  /// Folds that take all facts of an enrolment in order of time.
  private let ordered: [Fold]
  /// The positions of the tallies that this source feeds.
  let positions: [Int]
  private let terms: TallyTerms

  init(_ source: Identifier<Source>, tallies: [Tally], terms: TallyTerms) {
    let folds = tallies.enumerated().filter { $0.element.source == source }.map { position, tally in
      Fold(tally, at: position, terms)
    }
    plain = folds.filter { !$0.operation.needsOrder }
    ordered = folds.filter(\.operation.needsOrder)
    positions = folds.map(\.position)
    self.terms = terms
  }

  /// Folds all facts of one enrolment, whose row of tallies begins at a place among the values and is empty for this source.
  func fold(_ facts: [FactRecord], into values: inout [Int64], row: Int) throws {
    for fact in facts { fold(fact, into: &values, row: row) }
    guard !ordered.isEmpty else { return }
    for fold in ordered {
      values[row + fold.position] = try inOrder(facts, fold) ?? Tally.absent
    }
  }

  private func fold(_ record: FactRecord, into values: inout [Int64], row: Int) {
    // Looked at where they lie: a copy for every fact would cost more than what is folded.
    let folds = plain.span
    for index in folds.indices {
      guard let amount = folds[index].amount(of: record) else { continue }
      let slot = row + folds[index].position
      switch folds[index].operation {
      case .sum, .count: values[slot] += amount
      case .max: values[slot] = max(values[slot], amount)
      case .min: values[slot] = values[slot] == Tally.absent ? amount : min(values[slot], amount)
      case .first, .last, .reached: break
      }
    }
  }

  /// Puts one fact in the place of another, either of which may be none; false when the row has to be folded anew, because an
  /// extreme has lost the fact that it came from, or a tally goes by the order of time.
  func replace(_ old: FactRecord?, by new: FactRecord?, in values: inout [Int64], row: Int) -> Bool {
    var isInStep = ordered.isEmpty
    for fold in plain {
      let (before, after) = (old.flatMap(fold.amount), new.flatMap(fold.amount))
      let slot = row + fold.position
      switch fold.operation {
      case .sum, .count: values[slot] += (after ?? 0) - (before ?? 0)
      case .max:
        if let after, after >= values[slot] {
          values[slot] = after
        } else if before == values[slot] {
          isInStep = false
        }
      case .min:
        if let after, values[slot] == Tally.absent || after <= values[slot] {
          values[slot] = after
        } else if before == values[slot] {
          isInStep = false
        }
      case .first, .last, .reached: isInStep = false
      }
    }
    return isInStep
  }

  /// Makes the tallies of one row empty that this source feeds.
  func clear(_ values: inout [Int64], row: Int) {
    for fold in plain + ordered { values[row + fold.position] = fold.empty }
  }

  fileprivate static func amount(_ record: FactRecord, _ column: FactColumn?) -> Int64? {
    switch column {
    case .at: record.moment
    case .full: record.optionalFull
    case .value, nil: record.optionalValue
    }
  }

  /// The number of a fold that goes by time; facts without a time or a number have no place in the order.
  private func inOrder(_ facts: [FactRecord], _ fold: Fold) throws -> Int64? {
    let timed = facts.filter {
      $0.at != FactRecord.none && fold.filter.takes($0) && Self.amount($0, fold.column) != nil
    }
    guard let least = timed.map(\.at).min(), let most = timed.map(\.at).max() else { return nil }
    switch fold.operation {
    case .first: return try terms.smallestItem(timed.filter { $0.at == least }).flatMap { Self.amount($0, fold.column) }
    case .last: return try terms.largestItem(timed.filter { $0.at == most }).flatMap { Self.amount($0, fold.column) }
    case .reached:
      var sum: Int64 = 0
      for fact in timed.sorted(by: { $0.at < $1.at }) {
        sum += Self.amount(fact, fold.column) ?? 0
        if sum >= fold.target { return fact.moment }
      }
      return nil
    case .sum, .count, .max, .min: return nil
    }
  }
}

/// Which facts a fold takes of the learners of every cohort, where terms have dates of their own.
private struct CohortFilter {
  private let filter: FactFilter
  /// The filters of cohorts by their keys; empty where one holds for everybody.
  private let ofCohorts: [Int32: FactFilter]
  private let cohorts: [Int32]

  init(_ filter: TallyFilter, _ terms: TallyTerms) {
    self.filter = FactFilter(filter, terms)
    cohorts = terms.cohorts
    let own = filter.windows.compactMap { window in
      terms.cohortKeys[window.cohort.text].map { ($0, FactFilter(filter.held(for: window.cohort), terms)) }
    }
    ofCohorts = Dictionary(own, uniquingKeysWith: { first, _ in first })
  }

  func takes(_ record: FactRecord) -> Bool {
    guard !ofCohorts.isEmpty else { return filter.takes(record) }
    return (ofCohorts[cohorts[Int(record.enrolment) - 1]] ?? filter).takes(record)
  }
}

/// Which facts a fold takes, in the numbers that facts carry.
struct FactFilter {
  /// One category, which is what most filters ask for.
  private let category: UInt8?
  private let submitted: Bool?
  private let flag: Bool?
  private let rest: Rest?

  /// The parts of a filter that few tallies have.
  private struct Rest {
    let categories: [UInt8]?
    let items: Set<Int64>?
    let missing: Bool?
    let from: Int32
    let until: Int32
    let hasTime: Bool
    let atLeast: Int64
    let below: Int64
    let hasValue: Bool

    func takes(_ record: FactRecord) -> Bool {
      if let categories, !categories.contains(record.category) { return false }
      if let items, !items.contains(record.item) { return false }
      if let missing, missing != (record.value == FactRecord.none) { return false }
      if hasTime, record.at == FactRecord.none || record.at < from || record.at > until { return false }
      if hasValue {
        guard let value = record.optionalValue, value >= atLeast, value < below else { return false }
      }
      return true
    }
  }

  init(_ filter: TallyFilter, _ terms: TallyTerms) {
    submitted = filter.submitted
    flag = filter.flag
    let numbers = filter.categories.map { terms.categories[$0] ?? UInt8.max }
    category = numbers.count == 1 ? numbers[0] : nil
    let hasTime = filter.from != nil || filter.until != nil
    let hasValue = filter.atLeast != nil || filter.below != nil
    guard numbers.count > 1 || !filter.items.isEmpty || filter.missing != nil || hasTime || hasValue else {
      rest = nil
      return
    }
    rest = Rest(
      categories: numbers.count > 1 ? numbers : nil,
      items: filter.items.isEmpty ? nil : Set(filter.items.compactMap(terms.key(ofItem:))),
      missing: filter.missing,
      from: filter.from.map { Int32(clamping: $0 - FactRecord.epoch) } ?? Int32.min,
      until: filter.until.map { Int32(clamping: $0 - FactRecord.epoch) } ?? Int32.max, hasTime: hasTime,
      atLeast: filter.atLeast ?? Int64.min, below: filter.below ?? Int64.max, hasValue: hasValue)
  }

  func takes(_ record: FactRecord) -> Bool {
    if let category, category != record.category { return false }
    if let submitted, submitted != record.isSubmitted { return false }
    if let flag, flag != record.flag { return false }
    return rest?.takes(record) ?? true
  }
}

/// The words of a source in the numbers that its facts carry.
struct TallyTerms {
  /// Keys of the cohorts by their codes.
  let cohortKeys: [String: Int32]
  /// The cohort of every enrolment.
  let cohorts: [Int32]
  /// Numbers of the category texts, from 1.
  let categories: [String: UInt8]
  /// Item codes that cannot be packed, with their negative keys.
  let items: [String: Int64]
  /// The code of an item by its key.
  let code: (Int64) throws -> String

  /// The key of an item; nil for one that no fact is about.
  func key(ofItem code: String) -> Int64? { ItemKey.packed(Array(code.utf8).span) ?? items[code] }

  /// Of facts at one time, the one about the smallest code; a shorter code is the smaller one, so that 2 is before 10.
  func smallestItem(_ facts: [FactRecord]) throws -> FactRecord? { try inOrderOfCode(facts).first }

  func largestItem(_ facts: [FactRecord]) throws -> FactRecord? { try inOrderOfCode(facts).last }

  private func inOrderOfCode(_ facts: [FactRecord]) throws -> [FactRecord] {
    guard facts.count > 1 else { return facts }
    let coded = try facts.map { (code: try code($0.item), fact: $0) }
    return coded.sorted { Self.precedes($0.code, $1.code) }.map(\.fact)
  }

  /// Whether a code is smaller than another: by length, then byte by byte.
  static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.count == right.utf8.count
      ? left.utf8.lexicographicallyPrecedes(right.utf8) : left.utf8.count < right.utf8.count
  }
}
