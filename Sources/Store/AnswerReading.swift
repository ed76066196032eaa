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
    AnswerReading(satisfaction, known), FactSorter(folder: runFolder, name: source.id.text), recall, context.rollCall)
  try reader.read(files) { try look.read($0, $1) }
  try look.awaitRoll()
  try reader.finish(files, recall) { try look.read($0, $1) }
  return AnswerRows(
    reader: reader, sorter: look.sorter, known: known, responses: look.reading.responses, codes: look.reading.codes,
    recall: recall)
}

/// Reads answer after answer into a sorter; one object, so that nothing is copied from row to row.
private final class AnswerLook {
  private(set) var reading: AnswerReading
  let sorter: FactSorter
  private let recall: GroupRecall
  private let rollCall: RollCall
  private var hasRoll = false

  init(_ reading: AnswerReading, _ sorter: FactSorter, _ recall: GroupRecall, _ rollCall: RollCall) {
    self.reading = reading
    self.sorter = sorter
    self.recall = recall
    self.rollCall = rollCall
  }

  /// Waits for tonight's roster, unless it is known; the responses of whom it says something new are read as a whole.
  func awaitRoll() throws {
    guard !hasRoll else { return }
    let roll = try rollCall.wait()
    let restless = Set(roll.restless.map { roll.enrolments.person[Int($0) - 1] })
    let known = reading.known
    let affected = known.keys.indices.filter { restless.contains(known.persons[$0]) }.map { known.keys[$0] }
    recall.take(restless: affected, of: Int(known.next) - 1)
    reading.enrolments = roll.enrolments
    hasRoll = true
  }

  func read(_ row: Row, _ sheet: SheetColumns) throws -> RowOutcome {
    try awaitRoll()
    switch reading.record(row, sheet) {
    case .success(let record):
      try sorter.append(record)
      recall.note(record.enrolment, item: 0)
      return .accepted
    case .failure(let refused):
      recall.note(nil, item: 0)
      return refused.outcome
    }
  }
}

/// Turns answers into records whose enrolment is the key of their response.
private struct AnswerReading {
  private let satisfaction: Satisfaction
  let known: KnownResponses
  /// Tonight's enrolments, which must be set before a row is read.
  var enrolments = Enrolments()
  private(set) var responses: [StatedResponse]
  private(set) var codes: TermIndex
  /// The questions by their names, and by the cells that were read as one.
  private let questions: [String: Int64]
  private var questionCells = TermIndex()
  private var questionOfCell: [Int64] = []
  private let identifier = IdentifierForm()

  init(_ satisfaction: Satisfaction, _ known: KnownResponses) {
    self.satisfaction = satisfaction
    self.known = known
    codes = known.codes
    responses = known.keys.map { StatedResponse(key: $0) }
    questions = Dictionary(
      satisfaction.items.enumerated().map { ($0.element.question, Int64($0.offset + 1)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Reads one row; the first fault found rejects it. Mutating, so that the enrolments are not copied for each.
  mutating func record(_ row: Row, _ sheet: SheetColumns) -> Result<FactRecord, FactReading.Refused> {
    do throws(FactReading.Refused) {
      return .success(try read(row, sheet))
    } catch {
      return .failure(error)
    }
  }

  private mutating func read(_ row: Row, _ sheet: SheetColumns) throws(FactReading.Refused) -> FactRecord {
    guard let responseCell = sheet.answer.response, let questionCell = sheet.answer.question,
      let valueCell = sheet.fact.value
    else { throw FactReading.Refused(.nonData) }
    var enrolment: Int32 = 0
    if let cell = sheet.fact.person { enrolment = try person(row, cell) }
    let responseBytes = row.bytes.span.extracting(row.range(responseCell.index))
    guard !responseBytes.isEmpty else { throw FactReading.Refused(responseCell.missing(row)) }
    guard let number = question(row, questionCell) else {
      throw FactReading.Refused(
        questionCell.rejection(row, "unknown_question", Wording("is no question of the pipeline file", "不是流程文件所列的题号")))
    }
    let code: Int64
    switch valueCell.number(row) {
    case .value(let value): code = value
    case .missing: throw FactReading.Refused(valueCell.missing(row))
    case .rejected(let rejection): throw FactReading.Refused(rejection)
    }
    guard let mark = satisfaction.mark(ofCode: code) else { throw FactReading.Refused(offTheScale(row, valueCell)) }
    let place = codes.add(responseBytes)
    if place == responses.count {
      responses.append(StatedResponse(key: known.next + Int32(place - known.keys.count)))
    }
    let stands = UInt64(sheet.file) << 32 | UInt64(row.number)
    if stands < responses[place].place { (responses[place].place, responses[place].enrolment) = (stands, enrolment) }
    return FactRecord(
      item: number, enrolment: responses[place].key, at: FactRecord.none, value: Int32(mark), full: FactRecord.none,
      row: UInt32(row.number), file: UInt16(sheet.file), category: 0, marks: 0)
  }

  /// The number of the question that a cell names.
  private mutating func question(_ row: Row, _ cell: CellReader) -> Int64? {
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

  /// The enrolment of who answers.
  private func person(_ row: Row, _ cell: CellReader) throws(FactReading.Refused) -> Int32 {
    let bytes = row.bytes.span.extracting(row.range(cell.index))
    var number = identifier.isPlain(bytes) ? enrolments.persons.find(bytes) : nil
    if number == nil {
      switch cell.text(row) {
      case .value(let code): number = enrolments.persons.find(code)
      case .missing: throw FactReading.Refused(cell.missing(row))
      case .rejected(let rejection): throw FactReading.Refused(rejection)
      }
    }
    guard let number, case .one(let key) = enrolments.match(person: Int32(number) + 1, project: nil, cohort: nil)
    else {
      throw FactReading.Refused(
        cell.rejection(
          row, "unknown_person", Wording("is not in the roster; check the code or the roster", "不在学员名册中；请核对编号或名册")))
    }
    return key
  }
}
