import Exports
import Programme

/// What reading rows needs to know of the night, apart from the database; a value, so that a thread of its own can read.
struct ReadingContext: Sendable {
  let asOf: String
  /// The first second after the as-of; exports stamped later are refused.
  let end: Int64
  let minutesPerHour: Int
  let limits: ExportLimits
  let projects: Projects
  /// Where tonight's enrolments will be told.
  let rollCall: RollCall
  /// Where the marks of the last load lie, and what they must have been made under.
  let memory: MemoryOfRows
  let mendings: Mendings
  /// Workbooks that had to be converted, for whoever opens them again.
  let conversions: Conversions

  /// Opens an export of the night.
  func open(_ file: SourceFile) throws(ExportError) -> Export {
    try Export.open(file.path, limits: limits, conversions: conversions)
  }
}

/// A row that was not accepted, with its cells as they stand.
struct RejectedRow {
  /// The sheet, counted from 0 within the reading.
  let file: Int
  let rejection: Rejection
  /// The cells as a JSON list.
  let raw: String
  /// Whether somebody has decided to leave the row out.
  let isVoid: Bool
}

/// Reads the sheets of one source row by row and keeps the account of each; it never touches the database.
final class SourceReader {
  let source: Source
  private let context: ReadingContext
  /// The number of the first sheet among those of the night; rows carry the sum.
  private let firstFile: Int
  private(set) var accounts: [SheetAccount] = []
  private(set) var rejected: [RejectedRow] = []
  /// Where the source spares the reading of rows that the last load has read.
  var recall: (any RowRecall)?
  private(set) var mending: RowMending
  /// The accepted rows that control totals are about.
  private(set) var control: ControlCount
  /// Rows that were not known and wait for the roll to be called.
  private var waiting: [Waiting] = []
  /// How many rows wait before the reader itself waits.
  private static let mostWaiting = 65_536
  /// The sheets that were found, by the path of their export.
  private var found: [String: [(Int, HeaderMatch)]] = [:]
  /// The row numbers of totals in the sheet that is being read.
  private var totals: Set<Int> = []
  /// The row numbers of those in that sheet that were sent back and name nobody and nothing.
  private(set) var nameless: Set<Int> = []
  /// What was seen in the sheets that were looked at, by file and sheet.
  private var looks: [String: SheetLook] = [:]

  private struct Waiting {
    let row: Row
    /// The row's number among those with marks.
    let mark: Int
  }

  init(_ source: Source, _ context: ReadingContext, firstFile: Int) {
    self.source = source
    self.context = context
    self.firstFile = firstFile
    mending = RowMending(context.mendings.of(source.id))
    control = ControlCount(source)
  }

  /// Reads every sheet of a source's files row by row, keeping the account of each.
  func read(_ files: [SourceFile], _ body: (Row, SheetColumns) throws -> RowOutcome) throws {
    for file in files {
      let export = try context.open(file)
      for (sheet, header) in try sheets(of: export) { try readSheet(file, export, sheet, header, body) }
    }
  }

  /// What gives the rows of a source's files their meaning: encodings, headers and the columns found under them.
  func layout(of files: [SourceFile]) throws -> String {
    var parts: [String] = []
    for file in files {
      let export = try context.open(file)
      for (sheet, header) in try sheets(of: export) {
        parts.append(
          "\(export.form) \(export.delimiter?.rawValue ?? 0) \(export.sheets[sheet].name) \(header.dataRow) \(header.described) \(try look(export, sheet, header).described)"
        )
      }
    }
    return parts.joined(separator: "\n")
  }

  /// Ends the first look, and reads again what it showed to be needed.
  func finish(
    _ files: [SourceFile], _ recall: GroupRecall, _ body: (Row, SheetColumns) throws -> RowOutcome
  ) throws {
    do {
      if try recall.finish() { try readAgain(files, recall, body) }
    } catch is ChangedWhileRead {
      throw BlockedSource.changedWhileRead(source, files)
    }
  }

  /// Reads those rows again that were known at the first look and belong to a group that has to be read as a whole.
  ///
  /// Such a row was accepted before; should it not be now, its account follows.
  private func readAgain(
    _ files: [SourceFile], _ recall: GroupRecall, _ body: (Row, SheetColumns) throws -> RowOutcome
  ) throws {
    var marks = try recall.marksOfTonight()
    var number = 0
    for file in files {
      let export = try context.open(file)
      for (sheet, header) in try sheets(of: export) {
        let columns = SheetColumns(
          source, header: header, file: firstFile + number, minutesPerHour: context.minutesPerHour,
          look: try look(export, sheet, header))
        var reader = try export.rows(sheet: sheet)
        var row = Row()
        while true {
          let mark = try marks.next()
          guard let mark, recall.wants(mark.group) else {
            guard try reader.pass(&row) else { break }
            guard mark != nil else { throw ChangedWhileRead() }
            marks.advance()
            continue
          }
          guard try reader.next(&row) else { break }
          guard reader.digest(of: row) == mark.digest else { throw ChangedWhileRead() }
          recall.readAgain(mark, row: marks.passed)
          marks.advance()
          guard case .rejected(let rejection) = try body(row, columns) else { continue }
          accounts[number].accepted -= 1
          reject(rejection, row, in: number)
        }
        number += 1
      }
    }
    if marks.passed != recall.marks.count { throw ChangedWhileRead() }
  }

  private func readSheet(
    _ file: SourceFile, _ export: Export, _ sheet: Int, _ header: HeaderMatch,
    _ body: (Row, SheetColumns) throws -> RowOutcome
  ) throws {
    var account = SheetAccount(source, file: file, sheet: export.sheets[sheet].name, encoding: export.form)
    account.snapshot = header.snapshot
    account.headerRow = header.dataRow
    account.mapping = header.described
    let number = accounts.count
    let look = try look(export, sheet, header)
    let columns = SheetColumns(
      source, header: header, file: firstFile + number, minutesPerHour: context.minutesPerHour, look: look)
    account.unfilledHeaders = header.columns.filter { look.unfilled.contains($0.id) }.map(\.header)
    account.ambiguousHeaders = header.ambiguous
    account.isHiddenSheet = export.sheets[sheet].isHidden
    accounts.append(account)
    if let snapshot = header.snapshot, snapshot > context.end {
      throw BlockedSource(
        source: source.id, code: "stamped_later",
        wording: Wording(
          "\(file.name): the export is stamped \(moment(snapshot)), later than the as-of \(context.asOf); take the export of the night",
          "\(file.name)：导出时间为 \(moment(snapshot))，晚于统计时点 \(context.asOf)；请使用当晚的导出文件"))
    }
    totals = []
    nameless = []
    var reader = try export.rows(sheet: sheet)
    var row = Row()
    // Bound once: most rows of a night are known, and what is made for each of them costs as much as finding its end.
    let recall = recall
    let knows: (UInt64) throws -> Bool = { try recall?.knows($0) ?? false }
    var known = 0
    reading: while true {
      if let recall {
        switch try reader.next(&row, unlessKnown: knows) {
        case .row: break
        case .end: break reading
        case .known:
          known += 1
          if row.isHidden { countHidden(row, in: number) }
          recall.passOver(row: row.number, sheet: columns.file)
          continue
        }
        if recall.awaitsRoll, recall.hasMemory, !context.rollCall.isOpen, waiting.count < Self.mostWaiting {
          waiting.append(Waiting(row: row, mark: recall.pending))
          continue
        }
        try takeWaiting(columns, number, body)
      } else if try !reader.next(&row) {
        break
      }
      try take(row, columns, number, body)
    }
    accounts[number].read += known
    accounts[number].accepted += known
    try takeWaiting(columns, number, body)
    if export.isFull(rows: accounts[number].read, lastRow: row.number) { accounts[number].fullAt = row.number }
    accounts[number].hiddenColumns = header.headers(in: reader.hiddenColumns)
    try refuseSwappedColumns(of: export, sheet: sheet, columns, number)
    setAside(try wordlessTotals(of: export, sheet: sheet, columns, number), in: number)
    accounts[number].differences = try differences(fromTotals: totals, of: export, sheet: sheet, columns)
  }

  /// Reads the rows that waited for the roll.
  private func takeWaiting(
    _ columns: SheetColumns, _ number: Int, _ body: (Row, SheetColumns) throws -> RowOutcome
  ) throws {
    guard let recall, !waiting.isEmpty else { return }
    let mark = recall.pending
    for entry in waiting {
      recall.pending = entry.mark
      try take(entry.row, columns, number, body)
    }
    waiting = []
    recall.pending = mark
  }

  /// Reads one row and takes it into the account of its sheet.
  private func take(
    _ row: Row, _ columns: SheetColumns, _ number: Int, _ body: (Row, SheetColumns) throws -> RowOutcome
  ) throws {
    if row.isBlank && row.fault == nil { return }
    accounts[number].read += 1
    countHidden(row, in: number)
    if row.number <= columns.header.dataRow {
      accounts[number].nonData += 1
      return
    }
    if let fault = row.fault {
      reject(.row(fault, row: row.number), row, in: number)
      return
    }
    var outcome = try judged(row, columns, body)
    if case .rejected(let rejection) = outcome {
      outcome = try mending.outcome(of: rejection, row, columns, file: number) { try judged($0, $1, body) }
    }
    switch outcome {
    case .accepted:
      accounts[number].accepted += 1
      control.count(row, columns)
    case .duplicate: accounts[number].duplicates += 1
    case .nonData: accounts[number].nonData += 1
    case .rejected(let rejection):
      switch columns.roles.role(of: row) {
      case .data, .blank:
        reject(rejection, row, in: number)
        let isOpen = rejected.last?.isVoid == false
        if isOpen, columns.naming.allSatisfy({ row.isBlank($0.index) }) { nameless.insert(row.number) }
      case .total:
        totals.insert(row.number)
        accounts[number].nonData += 1
      case .note, .header: accounts[number].nonData += 1
      }
    }
  }

  /// What a row comes to; one that lacks the value of a formula is sent back before anything is read from it.
  private func judged(
    _ row: Row, _ columns: SheetColumns, _ body: (Row, SheetColumns) throws -> RowOutcome
  ) throws -> RowOutcome {
    guard row.lacksValues, let rejection = columns.unsavedFormula(in: row, kind: source.kind) else {
      return try body(row, columns)
    }
    recall?.note(nil, item: 0)
    return .rejected(rejection)
  }

  /// What the values of a sheet tell of its columns; looked for once.
  private func look(_ export: Export, _ sheet: Int, _ header: HeaderMatch) throws -> SheetLook {
    let place = "\(export.path)\u{0}\(sheet)"
    if let known = looks[place] { return known }
    let look = try look(at: sheet, of: export, header)
    looks[place] = look
    return look
  }

  /// Takes rows out of those that were sent back: they turned out to be no data.
  private func setAside(_ rows: Set<Int>, in file: Int) {
    guard !rows.isEmpty else { return }
    rejected.removeAll { $0.file == file && rows.contains($0.rejection.row) }
    accounts[file].rejected -= rows.count
    accounts[file].nonData += rows.count
  }

  /// The sheets of an export that a source reads, with their headers; a source that finds none is blocked.
  private func sheets(of export: Export) throws -> [(Int, HeaderMatch)] {
    if let known = found[export.path] { return known }
    let sheets = try findSheets(of: export)
    found[export.path] = sheets
    return sheets
  }

  private func findSheets(of export: Export) throws -> [(Int, HeaderMatch)] {
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

  private func countHidden(_ row: Row, in file: Int) {
    guard row.isHidden else { return }
    if accounts[file].hidden == 0 { accounts[file].firstHidden = row.number }
    accounts[file].hidden += 1
  }

  private func reject(_ rejection: Rejection, _ row: Row, in file: Int) {
    accounts[file].rejected += 1
    let raw = row.raw
    let isVoid = mending.isVoid(raw)
    if isVoid { accounts[file].void += 1 }
    rejected.append(RejectedRow(file: file, rejection: rejection, raw: raw, isVoid: isVoid))
  }
}

/// Stops a source; caught by the load, which goes on with what does not need it.
struct BlockedSource: Error {
  let source: Identifier<Source>
  let code: String
  let wording: Wording
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
