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
        submitted: tally.filter.submitted, flag: tally.filter.flag)
    }
    positions = folds.map(\.position)
  }

  func fold(_ record: FactRecord, into values: inout [Int64], row: Int) {
    for fold in folds {
      if let category = fold.category, category != record.category { continue }
      if let submitted = fold.submitted, submitted != record.isSubmitted { continue }
      if let flag = fold.flag, flag != record.flag { continue }
      let slot = row + fold.position
      if fold.operation == .count {
        values[slot] += 1
        continue
      }
      let amount: Int64? =
        switch fold.column {
        case .at: record.moment
        case .full: record.optionalFull
        case .value, nil: record.optionalValue
        }
      guard let amount else { continue }
      switch fold.operation {
      case .sum, .count: values[slot] += amount
      case .max: values[slot] = max(values[slot], amount)
      case .min: values[slot] = values[slot] == Tally.absent ? amount : min(values[slot], amount)
      }
    }
  }
}
