/// A column that a source wants, with every header it may bear.
package struct WantedColumn: Sendable {
  /// The name by which the pipeline file calls it.
  package let id: String
  /// The headers it may bear, the likeliest first.
  package let headers: [String]
  /// Whether nothing can be done without it.
  package let isRequired: Bool

  /// Describes a wanted column.
  package init(id: String, headers: [String], isRequired: Bool) {
    self.id = id
    self.headers = headers
    self.isRequired = isRequired
  }
}

/// Where the header of a sheet was found and which column is which; everything that was recognised can be printed.
package struct HeaderMatch: Sendable, Equatable {
  /// Index of the header row among the rows given; nil when no row names a wanted column.
  package var row: Int?
  /// How many rows the header takes: 2 when group headers stand above.
  package var height = 1
  /// The headers as they stand in the file, `group/sub` for two rows.
  package var headers: [String] = []
  /// The columns found, in the order wanted.
  package var columns: [Column] = []
  /// Required columns that were not found.
  package var missing: [MissingColumn] = []
  /// Headers that stand over more than one column.
  package var duplicates: [Duplicate] = []
  /// What stands above the header: titles, units, the time of the snapshot.
  package var rowsAbove: [[String]] = []
  /// The time of the snapshot, when the rows above state one: seconds since 1970 in the civil time of the export.
  package var snapshot: Int64?

  /// A wanted column and the one that bears its header.
  package struct Column: Sendable, Equatable {
    /// The wanted column.
    package let id: String
    /// The column in the file, counted from 0.
    package let index: Int
    /// The header as it stands in the file.
    package let header: String
    /// The unit that the header states.
    package let unit: String?
  }

  /// A required column without a match.
  package struct MissingColumn: Sendable, Equatable {
    /// The wanted column.
    package let id: String
    /// Headers of the file that resemble one of its own, the nearest first.
    package let candidates: [String]
  }

  /// A header over several columns; the first of them counts.
  package struct Duplicate: Sendable, Equatable {
    /// The header as it stands in the file.
    package let header: String
    /// The columns, counted from 0.
    package let indices: [Int]
  }

  /// Headers of wanted columns over further columns that nothing reads: which of them is meant is only assumed.
  package var ambiguous: [Duplicate] {
    let taken = Set(columns.map(\.index))
    return duplicates.filter { $0.indices.contains(where: taken.contains) && !$0.indices.allSatisfy(taken.contains) }
  }

  /// The column in the file that holds a wanted one.
  package func index(of id: String) -> Int? {
    columns.first { $0.id == id }?.index
  }

  /// The unit that the header of a wanted column states.
  package func unit(of id: String) -> String? {
    columns.first { $0.id == id }?.unit
  }
}
