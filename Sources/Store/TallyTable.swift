package import Programme
import SQLite

extension Tally {
  /// What the tally of an enrolment without rows is.
  package var empty: Int64 { operation == .min || operation == .max ? Self.absent : 0 }
}

/// The tallies of every enrolment, one row of integers each; what scoring reads.
package struct TallyTable: Sendable {
  package let tallies: [Tally]
  /// Row after row, an enrolment's row at (its key - 1) × the number of tallies.
  package var values: [Int64]

  /// A table of empty tallies.
  package init(tallies: [Tally], enrolments: Int) {
    self.tallies = tallies
    values = []
    values.reserveCapacity(enrolments * tallies.count)
    extend(to: enrolments)
  }

  package var enrolments: Int { tallies.isEmpty ? 0 : values.count / tallies.count }

  /// Adds empty rows for enrolments that are new.
  package mutating func extend(to enrolments: Int) {
    let empty = tallies.map(\.empty)
    while values.count < enrolments * tallies.count { values.append(contentsOf: empty) }
  }

  /// Makes the given tallies empty, before their source is folded anew: of every enrolment, or of those that are marked.
  mutating func clear(_ positions: [Int], of marked: [Bool]? = nil) {
    for position in positions {
      for enrolment in 0..<enrolments where marked?[enrolment] ?? true {
        values[enrolment * tallies.count + position] = tallies[position].empty
      }
    }
  }

  /// The position of a tally in a row.
  package func position(of id: Identifier<Tally>) -> Int? {
    tallies.firstIndex { $0.id == id }
  }
}

/// Folds the facts of one source into the tallies that ask for it.
struct TallyFolder {
  private struct Fold {
    let position: Int
    let operation: TallyOperation
    let column: FactColumn?
    let category: UInt8?
    let submitted: Bool?
    let flag: Bool?
    /// What the tally of no facts is.
    let empty: Int64

    /// What a fact adds, nil when the tally does not take it.
    func amount(of record: FactRecord) -> Int64? {
      if let category, category != record.category { return nil }
      if let submitted, submitted != record.isSubmitted { return nil }
      if let flag, flag != record.flag { return nil }
      guard operation != .count else { return 1 }
      return switch column {
      case .at: record.moment
      case .full: record.optionalFull
      case .value, nil: record.optionalValue
      }
    }
  }

  private let folds: [Fold]
  /// The positions of the tallies that this source feeds.
  let positions: [Int]

  /// `categories` numbers the category texts of the source from 1.
  init(_ source: Identifier<Source>, tallies: [Tally], categories: [String: UInt8]) {
    folds = tallies.enumerated().filter { $0.element.source == source }.map { position, tally in
      Fold(
        position: position, operation: tally.operation, column: tally.column,
        category: tally.filter.category.map { categories[$0] ?? UInt8.max },
        submitted: tally.filter.submitted, flag: tally.filter.flag, empty: tally.empty)
    }
    positions = folds.map(\.position)
  }

  func fold(_ record: FactRecord, into values: inout [Int64], row: Int) {
    for fold in folds {
      guard let amount = fold.amount(of: record) else { continue }
      let slot = row + fold.position
      switch fold.operation {
      case .sum, .count: values[slot] += amount
      case .max: values[slot] = max(values[slot], amount)
      case .min: values[slot] = values[slot] == Tally.absent ? amount : min(values[slot], amount)
      }
    }
  }

  /// Puts one fact in the place of another, either of which may be none; false when the row has to be folded anew, because an
  /// extreme has lost the fact that it came from.
  func replace(_ old: FactRecord?, by new: FactRecord?, in values: inout [Int64], row: Int) -> Bool {
    var isInStep = true
    for fold in folds {
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
      }
    }
    return isInStep
  }

  /// Makes the tallies of one row empty that this source feeds.
  func clear(_ values: inout [Int64], row: Int) {
    for fold in folds { values[row + fold.position] = fold.empty }
  }
}
