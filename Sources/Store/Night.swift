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
  private var firstFile: Int64
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
    firstFile = (try database.integer("SELECT max(id) FROM source_file") ?? 0) + 1
    insertReject = try database.prepare(
      "INSERT INTO reject (file, row, column_name, code, found, message, message_en, raw) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    insertChange = try database.prepare(
      "INSERT INTO fact_change (night, kind, enrolment, subject, item, before, after, file, row) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    insertNotice = try database.prepare(
      "INSERT INTO notice (file, night, row, column_name, code, message, message_en) VALUES (?, ?, ?, ?, ?, ?, ?)")
  }

  /// The database key of an export of this night.
  func key(ofFile file: Int) -> Int64 { firstFile + Int64(file) }

  /// Reads every sheet of a source's files row by row, keeping the account of each.
  func read(
    _ source: Source, _ files: [SourceFile], _ body: (Row, SheetColumns) throws -> RowOutcome
  ) throws {
    for file in files {
      let export = try Export.open(file.path)
      let sheets = try sheets(of: export, for: source)
      for (sheet, header) in sheets {
        try readSheet(source, file, export, sheet, header, body)
      }
    }
  }

  private func readSheet(
    _ source: Source, _ file: SourceFile, _ export: Export, _ sheet: Int, _ header: HeaderMatch,
    _ body: (Row, SheetColumns) throws -> RowOutcome
  ) throws {
    var account = SheetAccount(source, file: file, sheet: export.sheets[sheet].name, encoding: export.encodingName)
    account.snapshot = header.snapshot
    account.headerRow = header.dataRow
    account.mapping = header.described
    let number = accounts.count
    let columns = SheetColumns(source, header: header, file: number, minutesPerHour: programme.minutesPerHour)
    accounts.append(account)
    if let snapshot = header.snapshot, snapshot > end {
      throw BlockedSource(
        source: source.id, code: "stamped_later",
        wording: Wording(
          "\(file.name): the export is stamped \(moment(snapshot)), later than the as-of \(asOf); take the export of the night",
          "\(file.name)：导出时间为 \(moment(snapshot))，晚于统计时点 \(asOf)；请使用当晚的导出文件"))
    }
    var reader = try export.rows(sheet: sheet)
    var row = Row()
    while try reader.next(&row) {
      if row.isBlank && row.fault == nil { continue }
      accounts[number].read += 1
      if row.number <= header.dataRow {
        accounts[number].nonData += 1
        continue
      }
      if let fault = row.fault {
        try reject(.row(fault, row: row.number), row, in: number)
        continue
      }
      switch try body(row, columns) {
      case .accepted: accounts[number].accepted += 1
      case .duplicate: accounts[number].duplicates += 1
      case .nonData: accounts[number].nonData += 1
      case .rejected(let rejection):
        switch columns.roles.role(of: row) {
        case .data, .blank: try reject(rejection, row, in: number)
        case .total, .note, .header: accounts[number].nonData += 1
        }
      }
    }
  }

  /// The sheets of an export that a source reads, with their headers; a source that finds none is blocked.
  private func sheets(of export: Export, for source: Source) throws -> [(Int, HeaderMatch)] {
    var found: [(Int, HeaderMatch)] = []
    var best: HeaderMatch?
    for (sheet, name) in export.sheets.enumerated() where source.sheet == nil || source.sheet == name.name {
      let header = findHeader(rows: try export.firstRows(ofSheet: sheet), wanted: source.wantedColumns)
      if header.row != nil, header.missing.isEmpty {
        found.append((sheet, header))
      } else if best == nil || header.columns.count > (best?.columns.count ?? 0) {
        best = header
      }
    }
    guard found.isEmpty else { return found }
    let name = export.path.split(separator: "/").suffix(2).joined(separator: "/")
    if let sheet = source.sheet, !export.sheets.contains(where: { $0.name == sheet }) {
      let names = export.sheets.map { "“\($0.name)”" }.joined(separator: "、")
      throw BlockedSource(
        source: source.id, code: "missing_sheet",
        wording: Wording(
          "\(name): no sheet is named “\(sheet)”; it has \(names)", "\(name)：没有名为“\(sheet)”的工作表；现有\(names)"))
    }
    let missing = best?.missing ?? []
    let columns = missing.map { missing in
      let headers = source.column(Identifier(missing.id))?.headers ?? [missing.id]
      let near = missing.candidates.prefix(3).map { "“\($0)”" }.joined(separator: "、")
      return (headers.map { "“\($0)”" }.joined(separator: "/"), near)
    }
    let english = columns.map { $0.0 + ($0.1.isEmpty ? "" : " (nearest: \($0.1))") }.joined(separator: ", ")
    let chinese = columns.map { $0.0 + ($0.1.isEmpty ? "" : "（相近的有\($0.1)）") }.joined(separator: "、")
    throw BlockedSource(
      source: source.id, code: "missing_column",
      wording: Wording(
        "\(name): no header row has the required column \(english); mend the export or add the header to the pipeline file",
        "\(name)：找不到必需的列\(chinese)；请更正导出文件，或在流程文件的 from 中添加该表头"))
  }

  /// Stores a rejected row as it stands.
  func reject(_ rejection: Rejection, _ row: Row, in file: Int) throws {
    accounts[file].rejected += 1
    try insertReject.bind([
      .integer(key(ofFile: file)), .integer(Int64(rejection.row)), .text(rejection.column), .text(rejection.code),
      .text(rejection.found), .text(rejection.wording.chinese), .text(rejection.wording.english),
      .text(jsonList((0..<row.count).map(row.text))),
    ])
    try insertReject.run()
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
  }

  /// Writes the accounts; the schema refuses one that does not balance.
  func closeAccounts() throws {
    let insert = try database.prepare(
      """
      INSERT INTO source_file (id, night, source, title, path, sheet, size, digest, encoding, as_of, header_row, mapping,
        rows_read, accepted, duplicates, rejected, non_data, current)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
      """)
    for (index, account) in accounts.enumerated() {
      try insert.bind([
        .integer(key(ofFile: index)), .integer(id), .text(account.source.text), .text(account.title),
        .text(account.file.name), .text(account.sheet), .integer(account.file.size), .text(account.file.digest),
        .text(account.encoding), .optional(account.snapshot.map(moment)), .integer(Int64(account.headerRow)),
        .text(account.mapping), .integer(Int64(account.read)), .integer(Int64(account.accepted)),
        .integer(Int64(account.duplicates)), .integer(Int64(account.rejected)), .integer(Int64(account.nonData)),
      ])
      try insert.run()
    }
  }
}

/// Stops a source; caught by the load, which goes on with what does not need it.
struct BlockedSource: Error {
  let source: Identifier<Source>
  let code: String
  let wording: Wording
}

extension Export {
  var encodingName: String { kind == .text ? encoding.rawValue : "XLSX" }
}

extension HeaderMatch {
  /// The physical row of the last header row.
  var dataRow: Int { (row ?? 0) + height }

  /// What was recognised, as JSON: the headers, and which column each wanted one is.
  var described: String {
    let found = columns.map { "\(jsonText($0.id)):\($0.index)" }.joined(separator: ",")
    return "{\"headers\":\(jsonList(headers)),\"columns\":{\(found)}}"
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
  let rest = seconds - Int64(days) * 86_400
  func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
  return "\(CalendarDate(dayNumber: days)) \(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))"
}
