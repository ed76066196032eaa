import Exports
import Programme
import SQLite

/// The facts of one source as the database has them, folded into the tallies of one enrolment at a time.
final class StoredFacts {
  private let folder: TallyFolder
  private let categories: [String]
  private let database: Database
  private let select: Statement

  /// `cohorts` are those of all enrolments; `position` is the source's place in the pipeline file.
  init(_ store: ProgrammeStore, _ source: Source, position: Int, tallies: [Tally], cohorts: [Int32]) throws {
    database = store.database
    select = try database.prepare(
      """
      SELECT \(FactRecord.columns(of: source.kind)) FROM \(source.kind.rawValue)
      WHERE source = (SELECT id FROM fact_source WHERE source = ?1) AND enrolment = ?2 ORDER BY item
      """)
    try select.bind(1, source.id.text)
    let terms = try FactTerms(database, source, position: position)
    categories = terms.categories
    let numbers = Dictionary(
      categories.enumerated().map { ($0.element, UInt8($0.offset + 1)) }, uniquingKeysWith: { first, _ in first })
    folder = TallyFolder(
      source.id, tallies: tallies,
      terms: TallyTerms(
        cohortKeys: try Projects(database).cohortKeys, cohorts: cohorts, categories: numbers, items: terms.items,
        code: database.itemText))
  }

  /// Whether no tally takes facts of the source.
  var isEmpty: Bool { folder.positions.isEmpty }

  /// Puts what the facts of an enrolment come to into its row, some of them with another value.
  func fold(_ enrolment: Int32, into table: inout TallyTable, corrections: [FactCorrection] = []) throws {
    try select.bind(2, Int64(enrolment))
    var stored: [FactRecord] = []
    while try select.step() { stored.append(FactRecord(stored: select, of: enrolment)) }
    select.reset()
    let facts = try stored.map { record in
      guard !corrections.isEmpty else { return record }
      let code = try database.itemText(record.item)
      guard let correction = corrections.first(where: { $0.item == code }), let value = correction.value,
        correction.stated == stated(record)
      else { return record }
      var corrected = record
      corrected.value = Int32(clamping: value)
      corrected.marks = FactRecord.marks(flag: record.flag, missing: nil)
      return corrected
    }
    let row = (Int(enrolment) - 1) * table.tallies.count
    folder.clear(&table.values, row: row)
    try folder.fold(facts, into: &table.values, row: row)
  }

  private func stated(_ record: FactRecord) -> String {
    FactCorrection.stated(
      category: record.category == 0 ? "" : categories[Int(record.category) - 1], value: record.optionalValue,
      full: record.optionalFull, at: record.moment, flag: record.flag, missing: record.missingReason?.rawValue)
  }
}
