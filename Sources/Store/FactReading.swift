import Exports
import Programme
import SQLite

/// Turns rows of a fact source into records; hot, so that a plain row makes no String.
struct FactReading {
  private let context: ReadingContext
  /// Tonight's enrolments, which must be set before a row is read.
  var enrolments = Enrolments()
  /// Where a person is looked for whose number lost its digits.
  var matching: PersonMatching?
  /// The rows whose person was found there.
  private(set) var matches: [MatchedRow] = []
  /// Whether the row that was read last is one of them.
  private(set) var wasMatched = false
  private var projects: Projects
  let source: Source
  private let identifier = IdentifierForm()
  /// Numbers of the category texts, from 1.
  private(set) var categories: [String: UInt8] = [:]
  private var categoryCache = TermIndex()
  private var categoryOfCell: [UInt8] = []
  private var cohortCache = TermIndex()
  private var cohortOfCell: [Int32] = []
  /// Item codes that cannot be packed, with their negative keys.
  private(set) var items: [String: Int64]
  private var nextTerm: Int64
  /// Terms met for the first time, for the database to learn.
  private(set) var newTerms: [FactTerms.Term] = []

  /// A row that is no record.
  struct Refused: Error {
    let outcome: RowOutcome

    init(_ rejection: Rejection) { outcome = .rejected(rejection) }
    init(_ outcome: RowOutcome) { self.outcome = outcome }
  }

  init(_ source: Source, _ context: ReadingContext, _ terms: FactTerms) {
    self.source = source
    self.context = context
    projects = context.projects
    items = terms.items
    nextTerm = terms.next
    for text in terms.categories { categories[text] = UInt8(categories.count + 1) }
    for text in (source.column("category")?.map ?? [:]).values.sorted() { addCategory(text) }
  }

  @discardableResult
  private mutating func addCategory(_ text: String) -> UInt8 {
    if let known = categories[text] { return known }
    guard categories.count < 250 else { return 0 }
    let number = UInt8(categories.count + 1)
    categories[text] = number
    _ = addTerm("category", text)
    return number
  }

  private mutating func addTerm(_ kind: String, _ text: String) -> Int64 {
    newTerms.append(FactTerms.Term(id: nextTerm, kind: kind, text: text))
    nextTerm += 1
    return nextTerm - 1
  }

  /// Reads one row; the first fault found rejects it.
  mutating func record(_ row: Row, _ sheet: SheetColumns) -> Result<FactRecord, Refused> {
    do throws(Refused) {
      return .success(try read(row, sheet))
    } catch {
      return .failure(error)
    }
  }

  /// Whether the rows name groups of learners.
  var isByGroup: Bool { source.by == .group }

  /// Reads one row about a group: the same statement about each of its members.
  mutating func groupRecords(_ row: Row, _ sheet: SheetColumns) -> Result<[FactRecord], Refused> {
    do throws(Refused) {
      let members = try members(row, sheet)
      var record = try read(row, sheet, about: members[0])
      return .success(
        members.map { member in
          record.enrolment = member
          return record
        })
    } catch {
      return .failure(error)
    }
  }

  /// The members of the group that a row names, in the project and cohort that it names.
  private mutating func members(_ row: Row, _ sheet: SheetColumns) throws(Refused) -> [Int32] {
    guard let cell = sheet.fact.person else { throw Refused(.nonData) }
    let name: String
    switch cell.text(row) {
    case .value(let text): name = text
    case .missing: throw Refused(cell.missing(row))
    case .rejected(let rejection): throw Refused(rejection)
    }
    let (project, cohort) = (try project(row, sheet), try cohort(row, sheet))
    let members = (enrolments.groups[name] ?? []).filter { key in
      let index = Int(key) - 1
      return (project == nil || project == enrolments.project[index])
        && (cohort == nil || cohort == enrolments.cohort[index])
    }
    guard let first = members.first else {
      throw Refused(
        cell.rejection(
          row, "unknown_group",
          Wording("is no group of the roster; check the name or the roster", "不是名册中的小组；请核对小组名称或名册")))
    }
    let (index, others) = (Int(first) - 1, members.dropFirst().map { Int($0) - 1 })
    guard
      others.allSatisfy({
        enrolments.project[$0] == enrolments.project[index] && enrolments.cohort[$0] == enrolments.cohort[index]
      })
    else {
      throw Refused(
        cell.rejection(
          row, "ambiguous_group",
          Wording("is a group of several projects or cohorts; the row must name them", "在多个项目或班次中都有；该行须写明项目和班次")))
    }
    return members.sorted()
  }

  private mutating func read(_ row: Row, _ sheet: SheetColumns) throws(Refused) -> FactRecord {
    try read(row, sheet, about: try enrolment(row, sheet))
  }

  private mutating func read(
    _ row: Row, _ sheet: SheetColumns, about enrolment: Int32
  ) throws(Refused) -> FactRecord {
    var record = FactRecord(
      item: 0, enrolment: enrolment, at: FactRecord.none, value: FactRecord.none, full: FactRecord.none,
      row: UInt32(row.number), file: UInt16(sheet.file), category: 0, marks: 0)
    record.item = try item(row, sheet)
    if let cell = sheet.fact.category { record.category = try category(row, cell) }
    if let cell = sheet.fact.full, let full = try number(row, cell) { record.full = full }
    var missing: MissingReason?
    if let cell = sheet.fact.value {
      switch cell.number(row) {
      case .value(let value): record.value = try fitting(value, row, cell)
      case .missing(let reason): missing = reason
      case .rejected(let rejection): throw Refused(rejection)
      }
      if cell.column.maximumFrom != nil, record.full != FactRecord.none,
        record.value > record.full
      {
        throw Refused(cell.aboveMaximum(row, Int64(record.full)))
      }
    }
    if let cell = sheet.fact.at {
      switch cell.number(row) {
      case .value(let seconds):
        guard let short = Int32(exactly: seconds - FactRecord.epoch) else {
          throw Refused(cell.rejection(row, "impossible_date", Wording("is far from any training", "远离培训时间")))
        }
        if seconds > context.end {
          throw Refused(
            cell.rejection(
              row, "after_as_of",
              Wording("is later than the as-of \(context.asOf); check the export", "晚于统计时点 \(context.asOf)；请核对导出文件")))
        }
        record.at = short
      case .missing(let reason): missing = missing ?? reason
      case .rejected(let rejection): throw Refused(rejection)
      }
    }
    var flag = false
    if let cell = sheet.fact.flag {
      switch cell.number(row) {
      case .value(let value): flag = value == 1
      case .missing: break
      case .rejected(let rejection): throw Refused(rejection)
      }
    }
    // Only items are kept with the reason why they have no value; elsewhere it would make the same row differ from its fact.
    let keepsReason = source.kind == .item && record.value == FactRecord.none
    record.marks = FactRecord.marks(flag: flag, missing: keepsReason ? missing : nil)
    return record
  }

  private func number(_ row: Row, _ cell: CellReader) throws(Refused) -> Int32? {
    switch cell.number(row) {
    case .value(let value): try fitting(value, row, cell)
    case .missing: nil
    case .rejected(let rejection): throw Refused(rejection)
    }
  }

  private func fitting(_ value: Int64, _ row: Row, _ cell: CellReader) throws(Refused) -> Int32 {
    guard let short = Int32(exactly: value), short != FactRecord.none else {
      throw Refused(cell.rejection(row, "out_of_range", Wording("is beyond any plausible value", "超出合理范围")))
    }
    return short
  }

  /// The enrolment that a row is about.
  private mutating func enrolment(_ row: Row, _ sheet: SheetColumns) throws(Refused) -> Int32 {
    guard let cell = sheet.fact.person else { throw Refused(.nonData) }
    let bytes = row.bytes.span.extracting(row.range(cell.index))
    var number = identifier.isPlain(bytes) ? enrolments.persons.find(bytes) : nil
    wasMatched = false
    if number == nil {
      switch cell.text(row) {
      case .value(let code): number = enrolments.persons.find(code)
      case .missing: throw Refused(cell.missing(row))
      case .rejected(let rejection): number = try matched(row, sheet, rejection)
      }
    }
    guard let number else {
      throw Refused(
        cell.rejection(
          row, "unknown_person", Wording("is not in the roster; check the code or the roster", "不在学员名册中；请核对编号或名册")))
    }
    let project = try project(row, sheet)
    let cohort = try cohort(row, sheet)
    switch enrolments.match(person: Int32(number) + 1, project: project, cohort: cohort) {
    case .one(let key): return key
    case .none:
      throw Refused(
        cell.rejection(
          row, "not_enrolled",
          Wording("is not enrolled in this project and cohort; check the roster", "未报名该项目和班次；请核对名册")))
    case .several:
      throw Refused(
        cell.rejection(
          row, "ambiguous_enrolment",
          Wording(
            "is enrolled more than once; the row must name project and cohort, or the source its cohort",
            "有多条报名记录；该行须写明项目和班次，或在流程文件中为数据源写明 cohort")))
    }
  }

  /// The number of the person whom a row means by what else it says, its own number having lost its digits.
  private mutating func matched(_ row: Row, _ sheet: SheetColumns, _ rejection: Rejection) throws(Refused) -> Int {
    guard rejection.isOfLostPrecision, let person = matching?.find(row, sheet) else { throw Refused(rejection) }
    wasMatched = true
    matches.append(MatchedRow(file: sheet.file, rejection: rejection, person: person))
    return Int(person) - 1
  }

  private mutating func project(_ row: Row, _ sheet: SheetColumns) throws(Refused) -> Int32? {
    guard let cell = sheet.fact.project else { return nil }
    let key = projects.key(row.bytes.span.extracting(row.range(cell.index)))
    guard key != 0 else {
      if cell.text(row).value == nil { throw Refused(cell.missing(row)) }
      throw Refused(cell.unknownProject(row))
    }
    return key
  }

  private mutating func cohort(_ row: Row, _ sheet: SheetColumns) throws(Refused) -> Int32? {
    guard let cell = sheet.fact.cohort else { return source.cohort.flatMap { projects.cohortKeys[$0.text] } }
    let bytes = row.bytes.span.extracting(row.range(cell.index))
    if let known = cohortCache.find(bytes) { return cohortOfCell[known] == 0 ? nil : cohortOfCell[known] }
    let key: Int32
    switch cell.text(row) {
    case .value(let text):
      guard let found = projects.cohortKeys[text] else {
        throw Refused(cell.rejection(row, "unknown_cohort", Wording("is no cohort of the programme", "不是本项目的班次")))
      }
      key = found
    case .missing: key = 0
    case .rejected(let rejection): throw Refused(rejection)
    }
    _ = cohortCache.add(bytes)
    cohortOfCell.append(key)
    return key == 0 ? nil : key
  }

  private mutating func category(_ row: Row, _ cell: CellReader) throws(Refused) -> UInt8 {
    let bytes = row.bytes.span.extracting(row.range(cell.index))
    if let known = categoryCache.find(bytes) { return categoryOfCell[known] }
    let number: UInt8
    switch cell.text(row) {
    case .value(let text): number = addCategory(text)
    case .missing: number = 0
    case .rejected(let rejection): throw Refused(rejection)
    }
    _ = categoryCache.add(bytes)
    categoryOfCell.append(number)
    return number
  }

  private mutating func item(_ row: Row, _ sheet: SheetColumns) throws(Refused) -> Int64 {
    guard let cell = sheet.fact.item else { throw Refused(.nonData) }
    let bytes = row.bytes.span.extracting(row.range(cell.index))
    if let key = ItemKey.packed(bytes) { return key }
    switch cell.text(row) {
    case .value(let code):
      if let key = ItemKey.packed(Array(code.utf8).span) { return key }
      if let key = items[code] { return key }
      let key = -addTerm("item", code)
      items[code] = key
      return key
    case .missing: throw Refused(cell.missing(row))
    case .rejected(let rejection): throw Refused(rejection)
    }
  }
}

/// The words of a fact source that the database knows, as a value.
struct FactTerms: Sendable {
  /// A word and its key.
  struct Term: Sendable {
    let id: Int64
    let kind: String
    let text: String
  }

  /// In the order of their numbers.
  let categories: [String]
  /// Item codes that cannot be packed, with their negative keys.
  let items: [String: Int64]
  /// The first key that no word has.
  let next: Int64

  /// Keys are set apart by source, so that several sources can be read before any of them is landed.
  init(_ database: Database, _ source: Source, position: Int) throws {
    let rows = try database.rows(
      "SELECT id, kind, text FROM term WHERE source = ? ORDER BY id", .text(source.id.text)
    ) { row throws(SQLiteError) in Term(id: row.integer(0), kind: row.text(1), text: row.text(2)) }
    categories = rows.filter { $0.kind == "category" }.map(\.text)
    items = Dictionary(
      rows.filter { $0.kind == "item" }.map { ($0.text, -$0.id) }, uniquingKeysWith: { first, _ in first })
    let range = Int64(position + 1) << 32
    next = max(range, (rows.map(\.id).filter { $0 >> 32 == Int64(position + 1) }.max() ?? 0) + 1)
  }
}

extension Database {
  /// The code that an item key stands for.
  func itemText(_ key: Int64) throws -> String {
    if key > 0 { return ItemKey.code(key) }
    return try text("SELECT text FROM term WHERE id = ?", .integer(-key)) ?? ""
  }
}
