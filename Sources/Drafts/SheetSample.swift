import Exports
import Foundation
import Programme
import Store

/// One sheet as far as a draft must know it: its kind, its header, and what the cells of its known columns hold.
struct SheetSample {
  /// How many rows of a sheet are looked at; a draft is a proposal, and `check` and `run` read everything.
  static let depth = 50_000

  let path: String
  let sheet: String
  /// UTF-8, GB18030 or XLSX, for the comment.
  let form: String
  let template: KindTemplate
  let match: HeaderMatch
  private(set) var rows = 0
  /// What the cells of each known column hold.
  private(set) var columns: [String: ColumnSample] = [:]
  /// Rows whose key stood in a row before.
  private(set) var repeated = 0
  /// Headers that no column takes, blank ones left out.
  private(set) var unused: [String] = []
  /// The answers of each numbered question, by its column.
  private(set) var questions: [Int: ColumnSample] = [:]

  /// Nil for a sheet of no known kind.
  init?(_ export: Export, sheet index: Int) throws(ExportError) {
    let first = try export.firstRows(ofSheet: index)
    let matches = KindTemplate.all.map { ($0, findHeader(rows: first, wanted: $0.wanted)) }.filter { $0.fits($1) }
    guard let best = matches.map(\.1.columns.count).max(),
      let found = matches.first(where: { $1.columns.count == best })
    else { return nil }
    (template, match) = found
    path = export.path
    sheet = export.sheets[index].name
    form = export.kind == .text ? export.encoding.rawValue : "XLSX"
    let taken = Set(match.columns.map(\.index))
    let open = match.headers.indices.filter { !taken.contains($0) && !match.headers[$0].isEmpty }
    let asked = template.kind == .survey ? open.filter { QuestionHeader(match.headers[$0]).number != nil } : []
    unused = open.filter { !asked.contains($0) }.map { match.headers[$0] }
    for column in match.columns { columns[column.id] = ColumnSample(template.column(column.id)?.type ?? .text) }
    for column in asked { questions[column] = ColumnSample(.text, isAnswer: true) }
    try read(export, sheet: index)
  }

  private mutating func read(_ export: Export, sheet index: Int) throws(ExportError) {
    let roles = RowRoles(header: match, keyColumns: Array(0..<4))
    let key = match.columns.filter { ["person", "project", "cohort", "item"].contains($0.id) }.map(\.index)
    var seen: Set<String> = []
    var reader = try export.rows(sheet: index)
    var row = Row()
    while rows < Self.depth, try reader.next(&row) {
      guard row.number > (match.row ?? 0) + match.height, row.fault == nil, roles.role(of: row) == .data else {
        continue
      }
      rows += 1
      for column in match.columns { columns[column.id]?.take(row, column.index) }
      for column in questions.keys { questions[column]?.take(row, column) }
      if template.kind.isFact, !seen.insert(key.map(row.text).joined(separator: "\u{1F}")).inserted { repeated += 1 }
    }
  }
}

extension KindTemplate {
  /// Whether a header names all that makes a sheet one of this kind.
  fileprivate func fits(_ match: HeaderMatch) -> Bool {
    let found = Set(match.columns.map(\.id))
    return match.row != nil && needed.isSubset(of: found) && (tellingAny.isEmpty || !tellingAny.isDisjoint(with: found))
  }
}

/// What the cells of one column hold.
struct ColumnSample {
  /// How many different texts are kept; a column with more holds no words but values.
  private static let limit = 60

  let type: DraftType
  /// Different texts in the order of their first rows, trimmed; none where there are too many.
  private(set) var texts: [String] = []
  private var known: Set<String> = []
  private(set) var isVaried = false
  private(set) var filled = 0
  /// Cells that cannot be read as the type.
  private(set) var faults = 0
  /// Whether there are numbers without a unit, whose meaning must be told.
  private(set) var hasBareNumbers = false
  /// Whether there are durations of two numbers round a colon, whose meaning must be told.
  private(set) var hasOneColon = false

  /// Whether the cells hold answers to a question: several may be joined by `┋`, each with a remark behind it in `〖…〗`.
  private let isAnswer: Bool
  /// Whether some answers were joined.
  private(set) var areJoined = false

  init(_ type: DraftType, isAnswer: Bool = false) {
    self.type = type
    self.isAnswer = isAnswer
  }

  mutating func take(_ row: Row, _ column: Int) {
    guard case .value(let text, _) = row.read(column, as: TextForm(missing: .questionnaire)) else { return }
    filled += 1
    if isAnswer {
      let answers = text.replacing(/〖[^〗]*(〗|$)/, with: "").split(separator: "┋")
      areJoined = areJoined || answers.count > 1
      for answer in answers { keep(String(answer).trimmed) }
    } else {
      keep(text)
    }
    switch type {
    case .datetime: count(row.read(column, as: DateTimeForm()))
    case .date: count(row.read(column, as: DateForm()))
    case .decimal: count(row.read(column, as: DecimalForm(decimals: 2)))
    case .boolean: count(row.read(column, as: BooleanForm()))
    case .duration:
      count(row.read(column, as: DurationForm(unit: .minutes, colon: .hoursMinutes)))
      hasOneColon = hasOneColon || text.count { $0 == ":" || $0 == "：" } == 1
      hasBareNumbers = hasBareNumbers || row.read(column, as: DecimalForm(decimals: 2)).isPlainNumber
    case .id: count(row.read(column, as: IdentifierForm()))
    case .phone: count(row.read(column, as: PhoneForm()))
    case .text, .name, .unit, .words: break
    }
  }

  private mutating func keep(_ text: String) {
    if !isVaried, known.insert(text).inserted { texts.append(text) }
    if texts.count > Self.limit { (texts, known, isVaried) = ([], [], true) }
  }

  private mutating func count<Value>(_ parsed: Parsed<Value>) {
    if case .fault = parsed { faults += 1 }
  }
}

extension Parsed {
  /// A number with nothing behind it.
  fileprivate var isPlainNumber: Bool {
    if case .value(_, let flags) = self { !flags.contains(.suffix) } else { false }
  }
}
