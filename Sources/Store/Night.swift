import Exports
import Foundation
import Programme
import SQLite

/// What is known while the exports of one night are loaded.
///
/// Everything is written in one transaction; whoever calls the steps commits or rolls back.
final class Night {
  let store: ProgrammeStore
  let programme: Programme
  let database: Database
  /// The as-of in words of the database: `2023-08-19`.
  let asOf: String
  /// The first second after the as-of; exports stamped later are refused.
  let end: Int64
  let id: Int64
  /// Grows by one with every load; marks what this load touched.
  let sequence: Int64
  /// Whether no facts were ever loaded.
  let isFirst: Bool
  var accounts: [SheetAccount] = []
  var units = Units()
  var projects = Projects()
  var enrolments = Enrolments()
  var blockages: [Blockage] = []
  /// What the control totals of each source were found to be, in the order of the pipeline file.
  var controlCounts: [Identifier<Source>: [Int]] = [:]
  /// What the rows of the last load may be taken from.
  var memory = MemoryOfRows(folder: "", load: nil, context: "")
  /// What the rows of the fact sources came to, for the next night.
  var marks: [KeptMarks] = []
  /// Enrolments of people of whom tonight's roster says something else than before: what names them may mean something else too.
  var restless: Set<Int32> = []
  /// How many rows and files have been remarked upon.
  private(set) var notices = 0
  /// Where the readers of facts wait for the roster.
  let rollCall = RollCall()
  /// What is left to be written of the roster.
  var finishRoster: () throws -> Void = {}
  /// What people decided about rows that were sent back.
  private let mendings: Mendings
  /// Workbooks of Excel 97-2003 are converted once a night.
  private let conversions = Conversions()
  private let firstFile: Int64
  private var nextKey: Int64 = 0
  private let insertReject: Statement
  private let insertChange: Statement
  private let insertNotice: Statement

  init(_ store: ProgrammeStore, asOf: String, end: Int64) throws {
    self.store = store
    programme = store.programme
    database = store.database
    self.asOf = asOf
    self.end = end
    isFirst = try database.integer("SELECT count(*) FROM night") == 0
    try database.run("INSERT INTO night (as_of) VALUES (?) ON CONFLICT DO NOTHING", .text(asOf))
    id = try database.integer("SELECT id FROM night WHERE as_of = ?", .text(asOf)) ?? 0
    sequence = (try database.integer("SELECT value FROM setting WHERE name = 'load'") ?? 0) + 1
    try database.run(
      "INSERT INTO setting VALUES ('load', ?) ON CONFLICT DO UPDATE SET value = excluded.value", .text("\(sequence)"))
    try database.run("UPDATE source_file SET current = 0 WHERE night = ?", .integer(id))
    try database.run("DELETE FROM notice WHERE night = ?", .integer(id))
    mendings = try Mendings(database)
    firstFile = (try database.integer("SELECT max(id) FROM source_file") ?? 0) + 1
    insertReject = try database.prepare(
      "INSERT INTO reject (file, row, column_name, code, found, message, message_en, raw, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    )
    insertChange = try database.prepare(
      "INSERT INTO fact_change (night, kind, enrolment, subject, item, before, after, file, row) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    )
    insertNotice = try database.prepare(
      "INSERT INTO notice (file, night, row, column_name, code, message, message_en) VALUES (?, ?, ?, ?, ?, ?, ?)")
  }

  /// The database key of a file and sheet of this night; also of one that is just being read and not accounted for yet.
  func key(ofFile file: Int) -> Int64 {
    file < accounts.count ? accounts[file].key : nextKey + Int64(file - accounts.count)
  }

  /// Sets the keys that the sheets of a source get: they stand in the order of the pipeline file, whenever they are landed.
  func begin(_ source: Source) {
    let position = programme.sources.firstIndex { $0.id == source.id } ?? 0
    nextKey = firstFile + Int64(position) * Self.sheetsOfSource
  }

  private static let sheetsOfSource: Int64 = 4_096

  /// What a reading away from the database needs to know of this night.
  var reading: ReadingContext {
    ReadingContext(
      asOf: asOf, end: end, minutesPerHour: programme.minutesPerHour, limits: ExportLimits(programme.limits),
      projects: projects, rollCall: rollCall, memory: memory, mendings: mendings,
      conversions: conversions)
  }

  /// Reads every sheet of a source's files row by row, and takes over the accounts and rejects.
  func read(
    _ source: Source, _ files: [SourceFile], recall: (any RowRecall)? = nil,
    _ body: (Row, SheetColumns) throws -> RowOutcome
  ) throws {
    let reader = SourceReader(source, reading, firstFile: accounts.count)
    reader.recall = recall
    try reader.read(files, body)
    controlCounts[source.id] = reader.control.counts
    try take(reader)
  }

  /// Takes over what a reader accounted for and stores the rejected rows as they stand.
  func take(_ reader: SourceReader) throws {
    let first = accounts.count
    for account in reader.accounts {
      accounts.append(account)
      accounts[accounts.count - 1].key = nextKey
      nextKey += 1
    }
    for rejected in reader.rejected {
      let rejection = rejected.rejection
      try insertReject.bind([
        .integer(key(ofFile: first + rejected.file)), .integer(Int64(rejection.row)), .text(rejection.column),
        .text(rejection.code), .text(rejection.found), .text(rejection.wording.chinese),
        .text(rejection.wording.english), .text(rejected.raw), .text(rejected.isVoid ? "void" : "open"),
      ])
      try insertReject.run()
    }
    for mended in reader.mending.mended {
      for mending in mended.mendings {
        try database.run(
          "INSERT INTO mended_row VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
          .integer(key(ofFile: first + mended.file)), .integer(Int64(mended.row)), .integer(mending.id))
      }
    }
    for (index, account) in reader.accounts.enumerated() { try noticeHidden(account, file: first + index) }
    for (index, account) in reader.accounts.enumerated() { try noticeAmbiguousHeaders(account, file: first + index) }
    for (index, account) in reader.accounts.enumerated() { try noticeUnfilled(account, file: first + index) }
    for (index, account) in reader.accounts.enumerated() { try noticeTotals(account, file: first + index) }
    for (index, account) in reader.accounts.enumerated() {
      guard let row = account.fullAt else { continue }
      try notice(
        file: first + index, row: row, code: "cut_off",
        Wording(
          "the export ends at the last row that a spreadsheet can hold, so rows may have been cut off; export it in parts",
          "导出正好止于表格软件的最大行数，之后的行可能已被截断；请分批导出"))
    }
  }

  /// Records one change since the last night.
  func change(
    kind: String, enrolment: Int64?, subject: String, item: String, before: String?, after: String?, file: Int64?,
    row: Int64?
  ) throws {
    try insertChange.bind([
      .integer(id), .text(kind), .optional(enrolment), .text(subject), .text(item), .optional(before), .optional(after),
      .optional(file), .optional(row),
    ])
    try insertChange.run()
  }

  /// Remarks on an accepted row or a whole file.
  func notice(file: Int?, row: Int?, column: String = "", code: String, _ wording: Wording) throws {
    try insertNotice.bind([
      .optional(file.map(key(ofFile:))), .integer(id), .optional(row.map(Int64.init)), .text(column), .text(code),
      .text(wording.chinese), .text(wording.english),
    ])
    try insertNotice.run()
    notices += 1
  }

  /// Writes the accounts; the schema refuses one that does not balance.
  func closeAccounts(_ digests: FileDigests) throws {
    let insert = try database.prepare(
      """
      INSERT INTO source_file (id, night, source, title, path, sheet, size, digest, encoding, as_of, header_row, mapping,
        rows_read, accepted, duplicates, rejected, non_data, current)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
      """)
    for (index, account) in accounts.enumerated() {
      try insert.bind([
        .integer(key(ofFile: index)), .integer(id), .text(account.source.text), .text(account.title),
        .text(account.file.name), .text(account.sheet), .integer(account.file.size), .text(digests[account.file.name]),
        .text(account.encoding), .optional(account.snapshot.map(moment)), .integer(Int64(account.headerRow)),
        .text(account.mapping), .integer(Int64(account.read)), .integer(Int64(account.accepted)),
        .integer(Int64(account.duplicates)), .integer(Int64(account.rejected)), .integer(Int64(account.nonData)),
      ])
      try insert.run()
    }
  }
}

/// A list of texts as JSON.
func jsonList(_ texts: [String]) -> String {
  "[" + texts.map(jsonText).joined(separator: ",") + "]"
}

/// A text as JSON.
package func jsonText(_ text: String) -> String {
  var json = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": json += "\\\""
    case "\\": json += "\\\\"
    case "\n": json += "\\n"
    case "\r": json += "\\r"
    case "\t": json += "\\t"
    case _ where scalar.value < 0x20:
      let digits = String(scalar.value, radix: 16)
      json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: json.unicodeScalars.append(scalar)
    }
  }
  return json + "\""
}

/// Civil seconds since 1970 as `2023-08-19 23:59:00`.
package func moment(_ seconds: Int64) -> String {
  let days = Int((seconds >= 0 ? seconds : seconds - 86_399) / 86_400)
  let rest = Int(seconds - Int64(days) * 86_400)
  let date = CalendarDate(dayNumber: days)
  // Hundreds of thousands of times are printed in a night, and interpolation takes ten times as long.
  return String(unsafeUninitializedCapacity: 19) { text in
    var end = 0
    func put(_ byte: UInt8) {
      text[end] = byte
      end += 1
    }
    func put(_ pair: Int) {
      put(UInt8(ascii: "0") + UInt8(pair / 10 % 10))
      put(UInt8(ascii: "0") + UInt8(pair % 10))
    }
    put(date.year / 100)
    put(date.year % 100)
    put(UInt8(ascii: "-"))
    put(date.month)
    put(UInt8(ascii: "-"))
    put(date.day)
    put(UInt8(ascii: " "))
    put(rest / 3600)
    put(UInt8(ascii: ":"))
    put(rest / 60 % 60)
    put(UInt8(ascii: ":"))
    put(rest % 60)
    return end
  }
}
