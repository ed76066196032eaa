import Programme
import SQLite

/// The value of a fact that people corrected, such as an item that was marked again.
///
/// It holds as long as the export states what it stated then: a row that the platform has changed counts as it stands.
package struct FactCorrection: Hashable, Sendable {
  package let source: String
  /// The enrolment's key in the database.
  package let enrolment: Int64
  /// The code of the item.
  package let item: String
  /// In the column's stored unit; nil where the export's value stands again.
  package let value: Int64?
  /// What the export stated when the correction was made.
  package let stated: String

  package init(source: String, enrolment: Int64, item: String, value: Int64?, stated: String) {
    (self.source, self.enrolment, self.item) = (source, enrolment, item)
    (self.value, self.stated) = (value, stated)
  }

  /// What a fact states, wherever it stands, as one text.
  package static func stated(
    category: String, value: Int64?, full: Int64?, at: Int64?, flag: Bool, missing: String?
  ) -> String {
    let numbers = [value, full, at].map { $0.map { "\($0)" } ?? "" }
    return ([category] + numbers + [flag ? "1" : "0", missing ?? ""]).joined(separator: "\u{1F}")
  }

  /// What the chain holds of it.
  package var digest: String {
    chainDigest([source, "\(enrolment)", item, value.map { "\($0)" } ?? "", stated])
  }
}

extension ProgrammeStore {
  /// The last word on every fact that was ever corrected, with the number of its entry, in the order of the entries.
  package func factCorrections() throws -> [(entry: Int64, correction: FactCorrection)] {
    let all = try database.rows(
      """
      SELECT f.entry, f.source, f.enrolment, f.item, f.value, f.stated
      FROM fact_correction f JOIN chronicle c ON c.id = f.entry ORDER BY f.entry
      """
    ) { row throws(SQLiteError) in (entry: row.integer(0), correction: FactCorrection(row, at: 1)) }
    return all.indices.filter { index in
      !all[(index + 1)...].contains { $0.correction.isAbout(all[index].correction) }
    }.map { all[$0] }
  }

  /// What an entry says of a fact; nil for entries of other kinds.
  package func factCorrection(ofEntry entry: Int64) throws -> FactCorrection? {
    try database.rows(
      "SELECT source, enrolment, item, value, stated FROM fact_correction WHERE entry = ?", .integer(entry)
    ) { row throws(SQLiteError) in FactCorrection(row, at: 0) }.first
  }

  /// Keeps a correction with the last entry of the chronicle.
  package func keep(_ correction: FactCorrection) throws {
    try database.run(
      "INSERT INTO fact_correction SELECT max(id), ?, ?, ?, ?, ? FROM chronicle", .text(correction.source),
      .integer(correction.enrolment), .text(correction.item), .optional(correction.value), .text(correction.stated))
  }

  /// Writes what tallies come to with the corrections as they stand.
  package func foldCorrections() throws {
    let cohorts = try database.rows("SELECT cohort FROM enrolment ORDER BY id") { row throws(SQLiteError) in
      Int32(row.integer(0))
    }
    let before = try TallyTable(stored: self, enrolments: cohorts.count)
    var table = before
    try foldCorrected(into: &table, cohorts: cohorts)
    let sequence = (try setting("load").flatMap { Int64($0) } ?? 0) + 1
    try set("load", "\(sequence)")
    try table.write(self, replacing: before, sequence: sequence)
  }

  /// Folds the facts of everybody of whom any was ever corrected, with the corrections that hold.
  func foldCorrected(into table: inout TallyTable, cohorts: [Int32]) throws {
    try fold(try factCorrections().map(\.correction), into: &table, cohorts: cohorts)
  }

  /// Folds the facts of everybody of whom any was ever corrected as the exports state them.
  func foldExported(into table: inout TallyTable, cohorts: [Int32]) throws {
    let ever = try database.rows("SELECT source, enrolment, item, NULL, '' FROM fact_correction ORDER BY entry") {
      row throws(SQLiteError) in FactCorrection(row, at: 0)
    }
    try fold(ever, into: &table, cohorts: cohorts)
  }

  private func fold(_ all: [FactCorrection], into table: inout TallyTable, cohorts: [Int32]) throws {
    let corrections = Dictionary(grouping: all.filter { $0.enrolment <= cohorts.count }, by: \.source)
    for (position, source) in programme.sources.enumerated() {
      guard let own = corrections[source.id.text], source.kind.isFact else { continue }
      let facts = try StoredFacts(self, source, position: position, tallies: table.tallies, cohorts: cohorts)
      for (enrolment, own) in Dictionary(grouping: own, by: \.enrolment).sorted(by: { $0.key < $1.key }) {
        try facts.fold(Int32(enrolment), into: &table, corrections: own)
      }
    }
  }
}

extension FactCorrection {
  fileprivate init(_ row: borrowing Statement, at column: Int) {
    self.init(
      source: row.text(column), enrolment: row.integer(column + 1), item: row.text(column + 2),
      value: row.optionalInteger(column + 3), stated: row.text(column + 4))
  }

  /// Whether two are about the same fact.
  fileprivate func isAbout(_ other: FactCorrection) -> Bool {
    source == other.source && enrolment == other.enrolment && item == other.item
  }
}
