import Exports
import Programme

/// The rows of a questionnaire with one row per answer, read and sorted by response, waiting to be landed.
struct AnswerRows {
  let reader: SourceReader
  let sorter: FactSorter
  /// The codes of the responses, numbered from 0.
  let responses: TermIndex
  /// The enrolment of each response's person; 0 where the export names none.
  let enrolmentOfResponse: [Int32]
}

/// Reads a questionnaire with one row per answer; needs no database.
func readAnswers(
  _ source: Source, _ satisfaction: Satisfaction, _ files: [SourceFile], _ context: ReadingContext, runFolder: String
) throws -> AnswerRows {
  let reader = SourceReader(source, context, firstFile: 0)
  let look = AnswerLook(
    satisfaction, try context.rollCall.wait().enrolments, FactSorter(folder: runFolder, name: source.id.text))
  try reader.read(files) { try look.read($0, $1) }
  return AnswerRows(
    reader: reader, sorter: look.sorter, responses: look.responses, enrolmentOfResponse: look.enrolmentOfResponse)
}

/// Reads answer after answer into a sorter; one object, so that nothing is copied from row to row.
private final class AnswerLook {
  private let satisfaction: Satisfaction
  private let enrolments: Enrolments
  let sorter: FactSorter
  private(set) var responses = TermIndex(capacity: 4096)
  private(set) var enrolmentOfResponse: [Int32] = []
  /// The questions by their names, and by the cells that were read as one.
  private let questions: [String: Int64]
  private var questionCells = TermIndex()
  private var questionOfCell: [Int64] = []
  private let identifier = IdentifierForm()

  init(_ satisfaction: Satisfaction, _ enrolments: Enrolments, _ sorter: FactSorter) {
    self.satisfaction = satisfaction
    self.enrolments = enrolments
    self.sorter = sorter
    questions = Dictionary(
      satisfaction.items.enumerated().map { ($0.element.question, Int64($0.offset + 1)) },
      uniquingKeysWith: { first, _ in first })
  }

  func read(_ row: Row, _ sheet: SheetColumns) throws -> RowOutcome {
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
    let response = responses.add(responseBytes)
    if response == enrolmentOfResponse.count { enrolmentOfResponse.append(enrolment) }
    try sorter.append(
      FactRecord(
        item: number, enrolment: Int32(response + 1), at: FactRecord.none, value: Int32(mark), full: FactRecord.none,
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
