import Exports
import Programme

/// The rows of a questionnaire with one row per answer, read and sorted by response, waiting to be landed.
struct AnswerRows {
  let reader: SourceReader
  let sorter: FactSorter
  let known: KnownResponses
  /// Those known and those that are new, ascending by their keys.
  let responses: [StatedResponse]
  /// The codes of the responses, numbered as these are.
  let codes: TermIndex
  let recall: GroupRecall
}

/// A response as tonight's export names it.
struct StatedResponse {
  let key: Int32
  /// The enrolment of who gave it; 0 where the export names nobody.
  var enrolment: Int32 = 0
  /// The file and row that say so, the first of those that were read.
  var place = UInt64.max
}

/// Reads a questionnaire with one row per answer; needs no database.
func readAnswers(
  _ source: Source, _ satisfaction: Satisfaction, _ known: KnownResponses, _ files: [SourceFile],
  _ context: ReadingContext, runFolder: String
) throws -> AnswerRows {
  let reader = SourceReader(source, context, firstFile: 0)
  let recall = try context.recall(source, patches: false, layout: try reader.layout(of: files), runFolder: runFolder)
  reader.recall = recall
  let look = AnswerLook(
    satisfaction, known, FactSorter(folder: runFolder, name: source.id.text), recall, context.rollCall)
  try reader.read(files) { try look.read($0, $1) }
  try look.awaitRoll()
  try reader.finish(files, recall) { try look.read($0, $1) }
  return AnswerRows(
    reader: reader, sorter: look.sorter, known: known, responses: look.responses, codes: look.codes, recall: recall)
}

/// Reads answer after answer into a sorter; one object, so that nothing is copied from row to row.
private final class AnswerLook {
  private let satisfaction: Satisfaction
  private let known: KnownResponses
  private var enrolments = Enrolments()
  let sorter: FactSorter
  private let recall: GroupRecall
  private let rollCall: RollCall
  private var hasRoll = false
  private(set) var responses: [StatedResponse]
  private(set) var codes: TermIndex
  /// The questions by their names, and by the cells that were read as one.
  private let questions: [String: Int64]
  private var questionCells = TermIndex()
  private var questionOfCell: [Int64] = []
  private let identifier = IdentifierForm()

  init(
    _ satisfaction: Satisfaction, _ known: KnownResponses, _ sorter: FactSorter, _ recall: GroupRecall,
    _ rollCall: RollCall
  ) {
    self.satisfaction = satisfaction
    self.known = known
    self.sorter = sorter
    self.recall = recall
    self.rollCall = rollCall
    codes = known.codes
    responses = known.keys.map { StatedResponse(key: $0) }
    questions = Dictionary(
      satisfaction.items.enumerated().map { ($0.element.question, Int64($0.offset + 1)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Waits for tonight's roster, unless it is known; the responses of whom it says something new are read as a whole.
  func awaitRoll() throws {
    guard !hasRoll else { return }
    let roll = try rollCall.wait()
    let restless = Set(roll.restless.map { roll.enrolments.person[Int($0) - 1] })
    let affected = known.keys.indices.filter { restless.contains(known.persons[$0]) }.map { known.keys[$0] }
    recall.take(restless: affected, of: Int(known.next) - 1)
    enrolments = roll.enrolments
    hasRoll = true
  }

  func read(_ row: Row, _ sheet: SheetColumns) throws -> RowOutcome {
    try awaitRoll()
    var response: Int32?
    defer { recall.note(response, item: 0) }
    return try read(row, sheet, of: &response)
  }

  private func read(_ row: Row, _ sheet: SheetColumns, of response: inout Int32?) throws -> RowOutcome {
    guard let responseCell = sheet.answer.response, let questionCell = sheet.answer.question,
      let valueCell = sheet.fact.value
    else { return .nonData }
    var enrolment: Int32 = 0
    if let cell = sheet.fact.person {
      switch person(row, cell) {
      case .value(let key): enrolment = key
      case .missing: return .rejected(cell.missing(row))
      case .rejected(let rejection): return .rejected(rejection)
      }
    }
    let responseBytes = row.bytes.span.extracting(row.range(responseCell.index))
    guard !responseBytes.isEmpty else { return .rejected(responseCell.missing(row)) }
    guard let number = question(row, questionCell) else {
      return .rejected(
        questionCell.rejection(row, "unknown_question", Wording("is no question of the pipeline file", "不是流程文件所列的题号")))
    }
    let code: Int64
    switch valueCell.number(row) {
    case .value(let value): code = value
    case .missing: return .rejected(valueCell.missing(row))
    case .rejected(let rejection): return .rejected(rejection)
    }
    guard let mark = satisfaction.mark(ofCode: code) else { return .rejected(offTheScale(row, valueCell)) }
    let place = codes.add(responseBytes)
    if place == responses.count {
      responses.append(StatedResponse(key: known.next + Int32(place - known.keys.count)))
    }
    let stands = UInt64(sheet.file) << 32 | UInt64(row.number)
    if stands < responses[place].place { (responses[place].place, responses[place].enrolment) = (stands, enrolment) }
    response = responses[place].key
    try sorter.append(
      FactRecord(
        item: number, enrolment: responses[place].key, at: FactRecord.none, value: Int32(mark), full: FactRecord.none,
        row: UInt32(row.number), file: UInt16(sheet.file), category: 0, marks: 0))
    return .accepted
  }

  /// The number of the question that a cell names.
  private func question(_ row: Row, _ cell: CellReader) -> Int64? {
    let bytes = row.bytes.span.extracting(row.range(cell.index))
    if let known = questionCells.find(bytes) { return questionOfCell[known] }
    guard let number = cell.text(row).value.flatMap({ questions[$0] }) else { return nil }
    _ = questionCells.add(bytes)
    questionOfCell.append(number)
    return number
  }

  private func offTheScale(_ row: Row, _ cell: CellReader) -> Rejection {
    let known = satisfaction.codes.isEmpty ? Array(1...satisfaction.scale.count) : satisfaction.codes.sorted()
    let list = known.map { "\($0)" }.joined(separator: "/")
    return cell.rejection(
      row, "unknown_answer",
      Wording("is no answer of the scale, which has \(list); mend the cell", "不是量表的取值，应为 \(list)；请更正单元格"))
  }

  private func person(_ row: Row, _ cell: CellReader) -> Cell<Int32> {
    let bytes = row.bytes.span.extracting(row.range(cell.index))
    var number = identifier.isPlain(bytes) ? enrolments.persons.find(bytes) : nil
    if number == nil {
      switch cell.text(row) {
      case .value(let code): number = enrolments.persons.find(code)
      case .missing(let reason): return .missing(reason)
      case .rejected(let rejection): return .rejected(rejection)
      }
    }
    guard let number, case .one(let key) = enrolments.match(person: Int32(number) + 1, project: nil, cohort: nil)
    else {
      return .rejected(
        cell.rejection(
          row, "unknown_person", Wording("is not in the roster; check the code or the roster", "不在学员名册中；请核对编号或名册")))
    }
    return .value(key)
  }
}
