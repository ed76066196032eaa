import Exports
import Programme
import SQLite

extension Night {
  /// Loads hours that people were credited with elsewhere or before; tonight's list replaces the last, and what differs is noted.
  func landCredit(_ source: Source, _ files: [SourceFile]) throws {
    let landing = try CreditLanding(self, source)
    try read(source, files) { row, sheet in landing.land(row, sheet) }
    try landing.finish()
  }
}

/// Lands the rows of a source of earlier credit.
private final class CreditLanding {
  private let night: Night
  private let source: Source
  private let names: [String]
  private var entries: [Key: Entry] = [:]

  private struct Key: Hashable, Comparable {
    let person: Int64
    let item: String
    /// 0 where the row states none.
    let year: Int64

    static func < (left: Key, right: Key) -> Bool {
      (left.person, left.item, left.year) < (right.person, right.item, right.year)
    }
  }

  private struct Entry {
    /// Hundredths of an hour.
    var hours: Int64
    var file: Int64
    var row: Int64
  }

  init(_ night: Night, _ source: Source) throws {
    self.night = night
    self.source = source
    names =
      source.column("name") == nil
      ? [] : try night.database.rows("SELECT name FROM person ORDER BY id") { row throws(SQLiteError) in row.text(0) }
  }

  func land(_ row: Row, _ sheet: SheetColumns) -> RowOutcome {
    guard let personCell = sheet["person"], let valueCell = sheet["value"] else { return .nonData }
    let fields = RowFields(night, row, sheet)
    let code = fields.text("person", required: true)
    let name = fields.text("name")
    let item = fields.text("item") ?? ""
    let year = fields.number("year") ?? 0
    let value = fields.number("value")
    if let rejection = fields.rejection { return .rejected(rejection) }
    guard let code, let value else { return .rejected(valueCell.missing(row)) }
    guard let person = night.enrolments.persons.find(code) else {
      return .rejected(
        personCell.rejection(
          row, "unknown_person", Wording("is in no roster; check the code", "不在任何一期学员名册中；请核对编号")))
    }
    if let name, names.indices.contains(person), names[person] != name, let cell = sheet["name"] {
      return .rejected(
        cell.rejection(
          row, "other_name",
          Wording(
            "is not the name that the roster has for the code \(code); mend the code or the name",
            "与名册中编号 \(code) 的姓名不同；请更正编号或姓名")))
    }
    guard value >= 0, let hours = hundredths(value) else {
      return .rejected(
        valueCell.rejection(row, "out_of_range", Wording("is no number of credited hours", "不是可计入的学时数")))
    }
    let entry = Entry(hours: hours, file: night.key(ofFile: sheet.file), row: Int64(row.number))
    let key = Key(person: Int64(person) + 1, item: item, year: year)
    guard let known = entries[key] else {
      entries[key] = entry
      return .accepted
    }
    entries[key] = merge(entry, into: known)
    return .duplicate
  }

  /// A value of the column in hundredths of an hour; a duration is so many 学时 of the programme, halves up.
  private func hundredths(_ value: Int64) -> Int64? {
    switch source.column("value")?.type {
    case .integer: value * 100
    case .decimal(let decimals) where decimals <= 2: value * (decimals == 2 ? 1 : decimals == 1 ? 10 : 100)
    case .duration:
      (value * 200 + Int64(night.programme.minutesPerHour) * 60) / (Int64(night.programme.minutesPerHour) * 120)
    default: nil
    }
  }

  private func merge(_ later: Entry, into first: Entry) -> Entry {
    switch source.duplicates["value"] ?? .first {
    case .first: return first
    case .last: return later
    case .max: return later.hours > first.hours ? later : first
    case .min: return later.hours < first.hours ? later : first
    case .sum:
      var sum = first
      sum.hours += later.hours
      return sum
    }
  }

  /// Writes what differs from the last night's list.
  func finish() throws {
    let database = night.database
    let stored = try database.rows(
      "SELECT person, item, year, hours, file, row FROM prior_credit WHERE source = ?", .text(source.id.text)
    ) { row throws(SQLiteError) in
      (
        Key(person: row.integer(0), item: row.text(1), year: row.integer(2)),
        Entry(hours: row.integer(3), file: row.integer(4), row: row.integer(5))
      )
    }
    let old = Dictionary(stored, uniquingKeysWith: { first, _ in first })
    let gone = source.mode == .fullSnapshot ? old.keys.filter { entries[$0] == nil }.sorted() : []
    if let limit = source.maxShrink, Int64(gone.count) * 1_000_000 > limit * Int64(old.count) {
      throw BlockedSource.shrunk(source, missing: gone.count, of: old.count, limit: limit)
    }
    for (key, entry) in entries.sorted(by: { $0.key < $1.key }) where old[key]?.hours != entry.hours {
      try database.run(
        """
        INSERT INTO prior_credit (source, person, item, year, hours, file, row) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET hours = excluded.hours, file = excluded.file, row = excluded.row
        """, .text(source.id.text), .integer(key.person), .text(key.item), .integer(key.year), .integer(entry.hours),
        .integer(entry.file), .integer(entry.row))
      if !old.isEmpty { try note(key, before: old[key], after: entry) }
    }
    for key in gone {
      try database.run(
        "DELETE FROM prior_credit WHERE source = ? AND person = ? AND item = ? AND year = ?", .text(source.id.text),
        .integer(key.person), .text(key.item), .integer(key.year))
      try note(key, before: old[key], after: nil)
    }
  }

  private func note(_ key: Key, before: Entry?, after: Entry?) throws {
    let year = key.year == 0 ? "" : "\(key.year)"
    try night.change(
      kind: source.id.text, enrolment: nil, subject: night.enrolments.persons.text(Int(key.person) - 1),
      item: [year, key.item].filter { !$0.isEmpty }.joined(separator: " "), before: before.map { "\($0.hours)" },
      after: after.map { "\($0.hours)" }, file: after?.file, row: after?.row)
  }
}
