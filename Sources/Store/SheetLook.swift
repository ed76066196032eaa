import Exports
import Programme

/// What the values of a sheet tell of its columns before a row is read for good.
struct SheetLook {
  /// Wanted columns that no row fills (`never_filled` of the dirt catalogue): they are treated as absent.
  var unfilled: Set<String> = []
  /// What bare numbers count in the columns of rates whose header does not say so.
  var scales: [String: RateScale] = [:]

  /// What of it gives rows another meaning.
  var described: String {
    "unfilled \(unfilled.sorted()) scales \(scales.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })"
  }
}

extension RateScale {
  /// The scale that the pipeline file states, or else the header.
  init(_ unit: RateUnit?, header: String?) {
    switch unit {
    case .percent: self = .percent
    case .fraction: self = .fraction
    case nil: self = RateScale(headerUnit: header, greatestHundredths: nil)
    }
  }
}

/// Looks at rows until nothing more can be learnt from them: in a sound export that takes the first few.
private struct SheetLooking {
  private let columns: SheetColumns
  /// One more than the place of the last header that must have cells below it.
  private let width: Int
  private(set) var rows = 0
  /// How many cells the longest row has.
  private(set) var longest = 0
  /// Columns in which no value was met yet.
  private(set) var unfilled: [CellReader]
  /// Rates of which nothing says yet what a bare number counts.
  private(set) var undecided: [CellReader]
  private(set) var scales: [String: RateScale] = [:]
  /// Columns of rates with a bare number above nought, and the first row that has one.
  private(set) var questions: [String: (row: Int, text: String)] = [:]

  init(_ source: Source, _ columns: SheetColumns) {
    self.columns = columns
    width = source.widthOfValues(columns.header.headers)
    unfilled = columns.all
    undecided = columns.all.filter(\.isUndecidedRate)
  }

  var isOver: Bool { longest >= width && unfilled.isEmpty && undecided.isEmpty }

  /// Whether values lie under other headers than their own: no row has a cell under the last ones.
  var isShifted: Bool { rows > 0 && longest < width }

  /// The headers that no row has a cell under.
  var headersWithoutCells: [String] { columns.header.headers[longest..<width].filter { !$0.isEmpty } }

  mutating func look(at row: Row) {
    guard row.number > columns.header.dataRow, row.fault == nil, columns.roles.role(of: row) == .data else { return }
    rows += 1
    longest = max(longest, row.count)
    if !unfilled.isEmpty { unfilled.removeAll { !row.isBlank($0.index) } }
    for cell in undecided {
      guard let number = RateForm.bare(row.bytes.span.extracting(row.range(cell.index))) else { continue }
      let id = cell.column.id.text
      let scale = RateScale(headerUnit: nil, greatestHundredths: abs(number.hundredths))
      if scale != .undecided {
        scales[id] = scale
      } else if !number.isNought, questions[id] == nil {
        questions[id] = (row.number, row.text(cell.index))
      }
    }
    undecided.removeAll { scales[$0.column.id.text] != nil }
  }
}

extension SourceReader {
  /// What the values of a sheet tell of its columns.
  ///
  /// - Throws: `BlockedSource` where they cannot mean what the headers say, or leave open what they mean.
  func look(at sheet: Int, of export: Export, _ header: HeaderMatch) throws -> SheetLook {
    let name = export.path.split(separator: "/").suffix(2).joined(separator: "/")
    var looking = SheetLooking(source, SheetColumns(source, header: header, file: 0, minutesPerHour: 1))
    var reader = try export.rows(sheet: sheet)
    var row = Row()
    while !looking.isOver, try reader.next(&row) { looking.look(at: row) }
    if looking.isShifted { throw BlockedSource.shifted(source, file: name, looking.headersWithoutCells) }
    if let cell = looking.undecided.first(where: { looking.questions[$0.column.id.text] != nil }),
      let question = looking.questions[cell.column.id.text]
    {
      throw BlockedSource.undecidedRate(source, file: name, cell, row: question.row, found: question.text)
    }
    var look = SheetLook()
    look.scales = looking.scales
    guard looking.rows > 0 else { return look }
    // A form of which nothing was filled in is a form all the same: without the column everybody on it would be favoured.
    let unfilled = looking.unfilled.filter { source.kind != .nomination || $0.column.id != "verdict" }
    if let cell = unfilled.first(where: { source.meansNothingWithout($0.column) }) {
      throw BlockedSource.unfilled(source, file: name, cell)
    }
    look.unfilled = Set(unfilled.map(\.column.id.text))
    return look
  }
}

extension Night {
  /// Remarks on columns that no row of a sheet fills.
  func noticeUnfilled(_ account: SheetAccount, file: Int) throws {
    for header in account.unfilledHeaders {
      try notice(
        file: file, row: account.headerRow, column: header, code: "never_filled",
        Wording(
          "“\(header)” is blank in every row and was treated as absent; ask the platform if it should hold values",
          "“\(header)”整列为空，按没有此列处理；如应有内容，请向平台核实"))
    }
  }
}

extension Source {
  /// How many columns must have cells: up to the last header, remarks and the like left out.
  ///
  /// What offices fill in by hand has blanks as they please.
  fileprivate func widthOfValues(_ headers: [String]) -> Int {
    guard ![.nomination, .unitFact, .credit].contains(kind) else { return 0 }
    let mayBeBlank = Set((blankColumns + Self.oftenBlank).map { HeaderText($0).key })
    return (headers.lastIndex { !mayBeBlank.contains(HeaderText($0).key) && !HeaderText($0).key.isEmpty } ?? -1) + 1
  }

  private static var oftenBlank: [String] { ["备注", "说明", "附注", "注", "签名", "签字", "学员签名", "学员签字"] }

  /// Whether a column without a value leaves open what the rows are about.
  fileprivate func meansNothingWithout(_ column: Column) -> Bool {
    isNeeded(column) || kind == .roster && ["project", "cohort"].contains(column.id.text)
  }
}

extension CellReader {
  /// Whether neither the pipeline file nor the header says what a bare number of a rate counts.
  fileprivate var isUndecidedRate: Bool { rateScale == .undecided }
}

extension BlockedSource {
  fileprivate static func shifted(_ source: Source, file: String, _ headers: [String]) -> BlockedSource {
    let list = headers.map { "“\($0)”" }.joined(separator: "、")
    let example = headers.map { "'\($0)'" }.joined(separator: ", ")
    return BlockedSource(
      source: source.id, code: "column_shift",
      wording: Wording(
        "\(file): no row has a cell under the last headers \(list), so that values may stand under the wrong headers; compare the export with the platform, and if the columns are blank indeed, say blank_columns: [\(example)]",
        "\(file)：各行在最后的表头\(list)下都没有单元格，数据可能错列；请与平台核对，如该列确实为空，请在流程文件中写 blank_columns: [\(example)]"))
  }

  fileprivate static func undecidedRate(
    _ source: Source, file: String, _ cell: CellReader, row: Int, found: String
  ) -> BlockedSource {
    BlockedSource(
      source: source.id, code: "rate_scale",
      wording: Wording(
        "\(file):\(row): “\(cell.header)” has no value above 1, so that “\(found)” may be a fraction or a percentage; say in the pipeline file which: unit: 'fraction' or unit: 'percent'",
        "\(file) 第 \(row) 行：“\(cell.header)”的值都不大于 1，“\(found)”是小数还是百分数无法判断；请在流程文件中写明 unit: 'fraction'（小数）或 unit: 'percent'（百分数）"
      ))
  }

  fileprivate static func unfilled(_ source: Source, file: String, _ cell: CellReader) -> BlockedSource {
    BlockedSource(
      source: source.id, code: "never_filled",
      wording: Wording(
        "\(file): “\(cell.header)” is blank in every row, and nothing can be read without it; export it again, or name another header in the pipeline file",
        "\(file)：“\(cell.header)”整列为空，缺少它无法读取；请重新导出，或在流程文件中改用其他表头"))
  }
}
