import Exports
import Programme
import Store

/// Why a tally does not count a fact.
enum Omission: Hashable, Sendable {
  case category([String])
  case item([String])
  case submitted(Bool)
  case missing(Bool)
  case flag(Bool)
  /// Outside the time of the filter, or without a time.
  case at(from: Int64?, until: Int64?)
  /// Outside the values of the filter.
  case value(atLeast: Int64?, below: Int64?)
  /// Nothing to add up, with the reason that the export gives and whether the item was handed in.
  case noValue(MissingReason?, submitted: Bool)
  /// No time, for a tally that takes facts in order of time.
  case noTime

  /// The first part of the filter that the fact does not meet, as the tallies test it; nil for one that counts.
  init?(of fact: Fact, from tally: Tally) {
    let filter = tally.filter
    if !filter.categories.isEmpty, !filter.categories.contains(fact.category) {
      self = .category(filter.categories)
    } else if !filter.items.isEmpty, !filter.items.contains(fact.item) {
      self = .item(filter.items)
    } else if let wanted = filter.submitted, wanted != fact.isSubmitted {
      self = .submitted(wanted)
    } else if let wanted = filter.flag, wanted != fact.flag {
      self = .flag(wanted)
    } else if let wanted = filter.missing, wanted != (fact.value == nil) {
      self = .missing(wanted)
    } else if !fact.isWithin(filter) {
      self = .at(from: filter.from, until: filter.until)
    } else if !fact.hasValue(in: filter) {
      self = .value(atLeast: filter.atLeast, below: filter.below)
    } else if fact.amount(for: tally) == nil {
      self = .noValue(fact.missing, submitted: fact.isSubmitted)
    } else if tally.operation.needsOrder, fact.at == nil {
      self = .noTime
    } else {
      return nil
    }
  }
}

extension Fact {
  fileprivate func isWithin(_ filter: TallyFilter) -> Bool {
    guard filter.from != nil || filter.until != nil else { return true }
    guard let at else { return false }
    return at >= filter.from ?? .min && at <= filter.until ?? .max
  }

  fileprivate func hasValue(in filter: TallyFilter) -> Bool {
    guard filter.atLeast != nil || filter.below != nil else { return true }
    guard let value else { return false }
    return value >= filter.atLeast ?? .min && value < filter.below ?? .max
  }
}

extension Tally {
  /// The tally made again from single facts, as the load folds them: the check on what the database keeps.
  func folded(_ facts: [Fact]) -> Int64 {
    let counted = facts.filter { Omission(of: $0, from: self) == nil }
    let amounts = counted.compactMap { $0.amount(for: self) }
    return switch operation {
    case .sum, .count: amounts.reduce(0, +)
    case .max: amounts.max() ?? Self.absent
    case .min: amounts.min() ?? Self.absent
    case .first: counted.min { $0.precedes($1) }?.amount(for: self) ?? Self.absent
    case .last: counted.max { $0.precedes($1) }?.amount(for: self) ?? Self.absent
    case .reached: reachedMoment(counted)
    }
  }

  /// The time of the fact with which the running sum comes to the target.
  private func reachedMoment(_ counted: [Fact]) -> Int64 {
    var sum: Int64 = 0
    for fact in counted.sorted(by: { $0.precedes($1) }) {
      sum += fact.amount(for: self) ?? 0
      if sum >= target ?? 0 { return fact.at ?? Self.absent }
    }
    return Self.absent
  }
}

extension Fact {
  /// By time, and of equal times by code, a shorter one first, so that 2 is before 10.
  fileprivate func precedes(_ other: Fact) -> Bool {
    if at != other.at { return (at ?? .min) < (other.at ?? .min) }
    return item.utf8.count == other.item.utf8.count
      ? item.utf8.lexicographicallyPrecedes(other.item.utf8) : item.utf8.count < other.item.utf8.count
  }
}
