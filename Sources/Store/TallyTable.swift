package import Programme
import SQLite

extension Tally {
  /// What the tally of an enrolment without rows is.
  package var empty: Int64 { operation.canBeAbsent ? Self.absent : 0 }
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
