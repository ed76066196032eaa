import Exports
import Programme

/// The wanted columns of one sheet, found by their headers and ready to read cells.
struct SheetColumns {
  let header: HeaderMatch
  /// The export of the night, counted from 0.
  let file: Int
  let roles: RowRoles
  private let readers: [Identifier<Column>: CellReader]
  /// The columns that facts have, looked up once: a row of facts must not pay for finding its columns.
  let fact: FactCells
  /// The columns that rosters have, likewise.
  let roster: RosterCells
  /// The columns of a questionnaire with one row per answer.
  let answer: (response: CellReader?, question: CellReader?)

  /// Columns of `look` that no row fills are treated as absent.
  init(_ source: Source, header: HeaderMatch, file: Int, minutesPerHour: Int, look: SheetLook = SheetLook()) {
    self.header = header
    self.file = file
    var readers: [Identifier<Column>: CellReader] = [:]
    for column in source.columns where !look.unfilled.contains(column.id.text) {
      guard let found = header.columns.first(where: { $0.id == column.id.text }) else { continue }
      readers[column.id] = CellReader(
        column, at: found, minutesPerHour: minutesPerHour, scale: look.scales[column.id.text])
    }
    self.readers = readers
    fact = FactCells(readers)
    roster = RosterCells(readers)
    answer = (readers["response"], readers["question"])
    // The word for a total stands in one of the first columns, or in one that names people or units.
    roles = RowRoles(
      header: header, keyColumns: Array(Set(0..<4).union(header.columns.prefix(3).map(\.index))).sorted())
  }

  /// The columns that say whom or what a row is about.
  var naming: [CellReader] { all.filter { $0.column.type == .identifier || $0.column.type == .name } }

  subscript(_ id: Identifier<Column>) -> CellReader? { readers[id] }

  /// The columns that are read, in the order of the sheet.
  var all: [CellReader] { readers.values.sorted { $0.index < $1.index } }

  /// The columns whose cells can be added up, in the order of the sheet.
  var amounts: [CellReader] { readers.values.filter(\.isAmount).sorted { $0.index < $1.index } }
}

/// The readers of a fact source's columns.
struct FactCells {
  let person: CellReader?
  let project: CellReader?
  let cohort: CellReader?
  let item: CellReader?
  let category: CellReader?
  let value: CellReader?
  let full: CellReader?
  let at: CellReader?
  let flag: CellReader?

  init(_ readers: [Identifier<Column>: CellReader]) {
    person = readers["person"]
    project = readers["project"]
    cohort = readers["cohort"]
    item = readers["item"]
    category = readers["category"]
    value = readers["value"]
    full = readers["full"]
    at = readers["at"]
    flag = readers["flag"]
  }
}

/// The readers of a roster's columns.
struct RosterCells {
  let person: CellReader?
  let name: CellReader?
  let unit: CellReader?
  let county: CellReader?
  let city: CellReader?
  let project: CellReader?
  let cohort: CellReader?
  let status: CellReader?
  let sex: CellReader?
  let identity: CellReader?
  let phone: CellReader?
  let group: CellReader?

  init(_ readers: [Identifier<Column>: CellReader]) {
    person = readers["person"]
    group = readers["group"]
    name = readers["name"]
    unit = readers["unit"]
    county = readers["county"]
    city = readers["city"]
    project = readers["project"]
    cohort = readers["cohort"]
    status = readers["status"]
    sex = readers["sex"]
    identity = readers["id_card"]
    phone = readers["phone"]
  }
}

/// What a cell holds for the programme.
enum Cell<Value> {
  case value(Value)
  case missing(MissingReason)
  case rejected(Rejection)

  var value: Value? {
    if case .value(let value) = self { value } else { nil }
  }
}

/// Reads the cells of one column as its type says.
final class CellReader {
  let column: Column
  let index: Int
  /// The header as the file has it.
  let header: String
  private let form: NumberForm
  /// Whether the column's texts are replaced by the programme's own.
  let isMapped: Bool
  /// Whether the column holds one of few texts in every row.
  private let repeats: Bool
  private var known = TermIndex()
  private var values: [String] = []
  /// How many different texts of a column are remembered.
  private static let remembered = 20_000

  /// The forms whose values are integers.
  private enum NumberForm {
    case text
    case integer(IntegerForm)
    case decimal(DecimalForm)
    case duration(DurationForm)
    case rate(RateForm)
    case moment(DateTimeForm)
    case date(DateForm)
    case boolean(BooleanForm)
  }

  /// `scale` is what the values of a rate's column were found to count; nil leaves it to the pipeline file and the header.
  init(_ column: Column, at found: HeaderMatch.Column, minutesPerHour: Int, scale: RateScale? = nil) {
    self.column = column
    index = found.index
    header = found.header
    isMapped = !column.map.isEmpty
    repeats = column.type == .text || column.type == .unit
    form =
      switch column.type {
      case .integer: .integer(IntegerForm())
      case .decimal(let decimals): .decimal(DecimalForm(decimals: decimals))
      case .duration(let unit):
        .duration(
          DurationForm(
            unit: Self.unit(stated: found.unit, minutesPerHour) ?? Self.unit(unit), colon: Self.colon(column.clock)))
      case .rate(let unit): .rate(RateForm(scale: scale ?? RateScale(unit, header: found.unit)))
      case .moment: .moment(DateTimeForm())
      case .date: .date(DateForm())
      case .boolean: .boolean(BooleanForm())
      default: .text
      }
  }

  /// The unit that the header itself states goes before the pipeline file's.
  private static func unit(stated: String?, _ minutesPerHour: Int) -> DurationForm.Unit? {
    switch stated {
    case "分钟", "分", "min", "minutes": .minutes
    case "小时", "时", "h", "hours": .hours
    case "秒", "s", "seconds": .seconds
    case "天", "日": .days
    case "学时": .creditHours(minutes: minutesPerHour)
    default: nil
    }
  }

  private static func colon(_ clock: ClockReading?) -> DurationForm.Colon {
    switch clock {
    case .hoursMinutes: .hoursMinutes
    case .minutesSeconds: .minutesSeconds
    case nil: .refused
    }
  }

  private static func unit(_ unit: DurationUnit) -> DurationForm.Unit {
    switch unit {
    case .seconds: .seconds
    case .minutes: .minutes
    case .hours: .hours
    }
  }

  /// The cell as an integer in the column's stored unit, its bounds kept.
  func number(_ row: Row) -> Cell<Int64> {
    switch parsed(row) {
    case .value(let value, _):
      if let rejection = outOfBounds(value, row) { return .rejected(rejection) }
      return .value(value)
    case .missing(let reason):
      guard !column.required else { return .rejected(missing(row)) }
      return .missing(reason)
    case .fault(let fault):
      return .rejected(.value(fault, found: row.text(index), column: header, row: row.number))
    }
  }

  private func parsed(_ row: Row) -> Parsed<Int64> {
    let bytes = row.bytes.span.extracting(row.range(index))
    return switch form {
    case .integer(let form): form.parse(bytes)
    case .decimal(let form): form.parse(bytes)
    case .duration(let form): form.parse(bytes)
    case .rate(let form): form.parse(bytes)
    case .moment(let form): form.parse(bytes)
    case .date(let form): form.parse(bytes)
    case .boolean(let form): form.parse(bytes).map { $0 ? 1 : 0 }
    case .text: .missing(.none)
    }
  }

  /// What a bare number of a rate counts; nil for a column of anything else.
  var rateScale: RateScale? {
    if case .rate(let form) = form { form.scale } else { nil }
  }

  /// Whether the cells of a column can be added up: amounts, but no rates, moments or yes and no.
  var isAmount: Bool {
    guard !header.contains("率"), !header.contains("%"), !header.contains("％") else { return false }
    return switch form {
    case .integer, .decimal, .duration: true
    case .rate, .moment, .date, .boolean, .text: false
    }
  }

  /// What the cell adds to a sum, whatever its bounds: nothing where it is missing, nil where it cannot be read.
  func addend(_ row: Row) -> Int64? {
    switch parsed(row) {
    case .value(let value, _): value
    case .missing: 0
    case .fault: nil
    }
  }

  /// The amount that a cell of a total states; nil where it states none.
  func statedTotal(_ row: Row) -> Int64? {
    if case .value(let value, _) = parsed(row) { value } else { nil }
  }

  /// An amount in the column's stored unit as a person reads it.
  func amount(_ value: Int64) -> Wording {
    guard case .duration = form else { return Wording(printed(value), printed(value)) }
    if value % 3600 == 0 { return Wording("\(value / 3600) h", "\(value / 3600)小时") }
    if value % 60 == 0 { return Wording("\(value / 60) min", "\(value / 60)分钟") }
    return Wording("\(value) s", "\(value)秒")
  }

  private func outOfBounds(_ value: Int64, _ row: Row) -> Rejection? {
    if let minimum = column.minimum, value < minimum {
      let code = value < 0 ? "negative_value" : "below_minimum"
      return rejection(
        row, code,
        Wording("is below the lowest allowed, \(printed(minimum))", "低于允许的最小值 \(printed(minimum))"))
    }
    if let maximum = column.maximum, value > maximum { return aboveMaximum(row, maximum) }
    return nil
  }

  /// The rejection of a value above its maximum.
  func aboveMaximum(_ row: Row, _ maximum: Int64) -> Rejection {
    rejection(
      row, "above_maximum", Wording("is above the highest allowed, \(printed(maximum))", "超过允许的最大值 \(printed(maximum))")
    )
  }

  private func printed(_ value: Int64) -> String {
    switch column.type {
    case .decimal(let decimals) where decimals > 0: Self.printed(value, decimals)
    case .rate: Self.printed(value, 2) + "%"
    default: "\(value)"
    }
  }

  private static func printed(_ value: Int64, _ decimals: Int) -> String {
    var text = "\(ExactDecimal(value, exponent: -decimals))"
    if text.hasSuffix(".0") { text.removeLast(2) }
    return text
  }

  /// The cell as text: names and identifiers cleaned, mapped texts replaced by the programme's own.
  ///
  /// Columns of texts repeat themselves, so what was read once is remembered by its bytes.
  func text(_ row: Row) -> Cell<String> {
    let bytes = row.bytes.span.extracting(row.range(index))
    if column.type == .identifier, !column.checksIdentity, !isMapped, IdentifierForm().isPlain(bytes) {
      return .value(String(decoding: row.bytes[row.range(index)], as: UTF8.self))
    }
    guard repeats else { return readText(row, bytes) }
    if let known = known.find(bytes) { return .value(values[known]) }
    let cell = readText(row, bytes)
    if case .value(let value) = cell, values.count < Self.remembered {
      _ = known.add(bytes)
      values.append(value)
    }
    return cell
  }

  private func readText(_ row: Row, _ bytes: Span<UInt8>) -> Cell<String> {
    let parsed: Parsed<String> =
      switch column.type {
      case .name: NameForm().parse(bytes)
      case .identifier: column.checksIdentity ? IdentityNumberForm().parse(bytes) : IdentifierForm().parse(bytes)
      case .phone: PhoneForm().parse(bytes)
      default: TextForm(missing: .questionnaire).parse(bytes)
      }
    switch parsed {
    case .value(let text, _):
      guard isMapped else { return .value(text) }
      guard let mapped = column.map[text] else { return .rejected(unknownValue(row)) }
      return .value(mapped)
    case .missing(let reason):
      guard !column.required else { return .rejected(missing(row)) }
      return .missing(reason)
    case .fault(let fault):
      return .rejected(.value(fault, found: row.text(index), column: header, row: row.number))
    }
  }

  /// What was set aside from a name that this cell gave, or was lost before: a remark behind it, a `?` for a character.
  func dirt(of name: String, in row: Row) -> ValueFlags {
    let isWhole = name.utf8.count == row.range(index).count && !name.utf8.contains(UInt8(ascii: "?"))
    guard !isWhole, case .value(_, let flags) = NameForm().parse(row.bytes.span.extracting(row.range(index))) else {
      return []
    }
    return flags.intersection([.remark, .lostCharacter])
  }

  private func unknownValue(_ row: Row) -> Rejection {
    let known = column.map.keys.sorted().map { "“\($0)”" }.joined(separator: "、")
    return rejection(
      row, "unknown_value",
      Wording("is none of \(known); mend the cell or add it to the column's map", "不是\(known)之一；请更正单元格，或在 map 中添加"))
  }

  /// The rejection of an empty cell that must not be empty.
  func missing(_ row: Row) -> Rejection {
    Rejection(
      row: row.number, column: header, code: column.id == "person" ? "missing_person" : "missing_required",
      found: row.text(index),
      wording: Wording("“\(header)” is empty; fill it in", "“\(header)”为空；请填写"))
  }

  /// A rejection that begins with what was found in the cell.
  func rejection(_ row: Row, _ code: String, _ wording: Wording) -> Rejection {
    let found = row.text(index)
    return Rejection(
      row: row.number, column: header, code: code, found: found,
      wording: Wording("“\(found)” \(wording.english)", "“\(found)”\(wording.chinese)"))
  }
}
