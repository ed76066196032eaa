import Exports
import Foundation
import Programme
import SQLite

extension Night {
  /// Loads a questionnaire with one row per response and one column per question (问卷星 layout).
  func landSurvey(_ source: Source, _ files: [SourceFile]) throws {
    try clearAnswers(source)
    guard let satisfaction = programme.satisfaction, satisfaction.source == source.id else { return }
    let insertResponse = try responseStatement()
    let insertAnswer = try answerStatement()
    var codes: Set<String> = []
    var next = (try database.integer("SELECT max(id) FROM response") ?? 0) + 1
    var columnsOfSheet: [Int: [Int?]] = [:]
    try read(source, files) { row, sheet in
      let columns: [Int?]
      if let known = columnsOfSheet[sheet.file] {
        columns = known
      } else {
        columns = try questionColumns(satisfaction, sheet)
        columnsOfSheet[sheet.file] = columns
      }
      let fields = RowFields(self, row, sheet)
      let code = fields.text("response", required: true)
      let unit = fields.unit("unit", level: nil) ?? fields.unit("county", level: nil) ?? fields.unit("city", level: nil)
      let project = fields.project()
      let at = fields.number("at")
      let seconds = fields.number("seconds")
      if let rejection = fields.rejection { return .rejected(rejection) }
      guard let code else { return .nonData }
      guard codes.insert(code).inserted else { return .duplicate }
      var answers: [(Int, Int)] = []
      for (question, column) in columns.enumerated() {
        guard let column else { continue }
        switch answer(row.text(column), satisfaction) {
        case .code(let code): answers.append((question + 1, code))
        case .missing: break
        case .unknown:
          return .rejected(
            Rejection(
              row: row.number, column: sheet.header.headers[column], code: "unknown_answer", found: row.text(column),
              wording: Wording(
                "“\(row.text(column))” is no answer of the scale \(satisfaction.scale.joined(separator: "/"))",
                "“\(row.text(column))”不是量表“\(satisfaction.scale.joined(separator: "/"))”中的选项")))
        }
      }
      let file = Value.integer(key(ofFile: sheet.file))
      try insertResponse.bind([
        .integer(next), .text(source.id.text), .text(code), .optional(at), .optional(seconds),
        .optional(unit.map { units.all[$0].id }), .optional(project), .null, file, .integer(Int64(row.number)),
      ])
      try insertResponse.run()
      for (question, code) in answers {
        try insertAnswer.bind([
          .integer(next), .integer(Int64(question)), .integer(Int64(code)), file, .integer(Int64(row.number)),
        ])
        try insertAnswer.run()
      }
      next += 1
      return .accepted
    }
  }

  /// Loads a questionnaire with one row per answer.
  func landAnswers(_ source: Source, _ files: [SourceFile], runFolder: String) throws {
    try clearAnswers(source)
    guard let satisfaction = programme.satisfaction, satisfaction.source == source.id else { return }
    let questions = Dictionary(
      satisfaction.items.enumerated().map { ($0.element.question, Int64($0.offset + 1)) }, uniquingKeysWith: { first, _ in first })
    var responses = TermIndex(capacity: 4096)
    var enrolmentOfResponse: [Int32] = []
    let sorter = FactSorter(folder: runFolder, name: source.id.text)
    var questionCells = TermIndex()
    var questionOfCell: [Int64] = []
    let identifier = IdentifierForm()
    try read(source, files) { row, sheet in
      guard let responseCell = sheet.answer.response, let questionCell = sheet.answer.question,
        let valueCell = sheet.fact.value
      else { return .nonData }
      var enrolment: Int32 = 0
      if let cell = sheet.fact.person {
        switch person(row, cell, identifier) {
        case .value(let key): enrolment = key
        case .missing: return .rejected(cell.missing(row))
        case .rejected(let rejection): return .rejected(rejection)
        }
      }
      let responseBytes = row.bytes.span.extracting(row.range(responseCell.index))
      guard !responseBytes.isEmpty else { return .rejected(responseCell.missing(row)) }
      let questionBytes = row.bytes.span.extracting(row.range(questionCell.index))
      let known = questionCells.find(questionBytes)
      let number = known.map { questionOfCell[$0] } ?? questionCell.text(row).value.flatMap { questions[$0] }
      guard let number else {
        return .rejected(
          questionCell.rejection(row, "unknown_question", Wording("is no question of the pipeline file", "不是流程文件所列的题号")))
      }
      if known == nil {
        _ = questionCells.add(questionBytes)
        questionOfCell.append(number)
      }
      let code: Int64
      switch valueCell.number(row) {
      case .value(let value): code = value
      case .missing: return .rejected(valueCell.missing(row))
      case .rejected(let rejection): return .rejected(rejection)
      }
      guard code >= 1, code <= Int64(satisfaction.scale.count) else {
        return .rejected(valueCell.aboveMaximum(row, Int64(satisfaction.scale.count)))
      }
      let response = responses.add(responseBytes)
      if response == enrolmentOfResponse.count { enrolmentOfResponse.append(enrolment) }
      try sorter.append(
        FactRecord(
          item: number, enrolment: Int32(response + 1), at: FactRecord.none, value: Int32(code), full: FactRecord.none,
          row: UInt32(row.number), file: UInt16(sheet.file), category: 0, marks: 0))
      return .accepted
    }
    let insertResponse = try responseStatement()
    let insertAnswer = try answerStatement()
    let base = try database.integer("SELECT max(id) FROM response") ?? 0
    let sourceText = source.id.text
    try sorter.forEachGroup { response, rows in
      let enrolment = Int(enrolmentOfResponse[Int(response) - 1])
      let id = base + Int64(response)
      try insertResponse.bind(1, id)
      try insertResponse.bind(2, sourceText)
      try insertResponse.bind(3, responses.text(Int(response) - 1))
      try insertResponse.bindNull(4)
      try insertResponse.bindNull(5)
      try insertResponse.bind(6, enrolment == 0 ? Int64?.none : Int64(enrolments.unit[enrolment - 1]))
      try insertResponse.bind(7, enrolment == 0 ? Int64?.none : Int64(enrolments.project[enrolment - 1]))
      try insertResponse.bind(8, enrolment == 0 ? Int64?.none : Int64(enrolments.person[enrolment - 1]))
      try insertResponse.bind(9, key(ofFile: Int(rows[0].file)))
      try insertResponse.bind(10, Int64(rows[0].row))
      try insertResponse.run()
      var last: Int64 = 0
      for row in rows {
        guard row.item != last else {
          accounts[Int(row.file)].countDuplicate()
          continue
        }
        last = row.item
        try insertAnswer.bind(1, id)
        try insertAnswer.bind(2, row.item)
        try insertAnswer.bind(3, Int64(row.value))
        try insertAnswer.bind(4, key(ofFile: Int(row.file)))
        try insertAnswer.bind(5, Int64(row.row))
        try insertAnswer.run()
      }
    }
  }

  private func person(_ row: Row, _ cell: CellReader, _ identifier: IdentifierForm) -> Cell<Int32> {
    let bytes = row.bytes.span.extracting(row.range(cell.index))
    var number = identifier.isPlain(bytes) ? enrolments.persons.find(bytes) : nil
    if number == nil {
      switch cell.text(row) {
      case .value(let code): number = enrolments.persons.find(code)
      case .missing(let reason): return .missing(reason)
      case .rejected(let rejection): return .rejected(rejection)
      }
    }
    guard let number, case .one(let key) = enrolments.match(person: Int32(number) + 1, project: nil, cohort: nil) else {
      return .rejected(
        cell.rejection(
          row, "unknown_person", Wording("is not in the roster; check the code or the roster", "不在学员名册中；请核对编号或名册")))
    }
    return .value(key)
  }

  private func clearAnswers(_ source: Source) throws {
    try database.run(
      "DELETE FROM answer WHERE response IN (SELECT id FROM response WHERE source = ?)", .text(source.id.text))
    try database.run("DELETE FROM response WHERE source = ?", .text(source.id.text))
  }

  private func responseStatement() throws -> Statement {
    try database.prepare(
      "INSERT INTO response (id, source, code, at, seconds, unit, project, person, file, row) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
  }

  private func answerStatement() throws -> Statement {
    try database.prepare("INSERT INTO answer VALUES (?, ?, ?, ?, ?)")
  }

  /// The column of each question, found by the number that its header starts with; a question without one is remarked.
  private func questionColumns(_ satisfaction: Satisfaction, _ sheet: SheetColumns) throws -> [Int?] {
    try satisfaction.items.map { item in
      let column = sheet.header.headers.firstIndex { QuestionHeader($0).asks(item.question) }
      if column == nil {
        try notice(
          file: sheet.file, row: nil, code: "missing_question",
          Wording("no column holds question \(item.question)", "没有第 \(item.question) 题的列"))
      }
      return column
    }
  }

  private enum Answer {
    case code(Int)
    case missing
    case unknown
  }

  private func answer(_ text: String, _ satisfaction: Satisfaction) -> Answer {
    let clean = text.split(separator: "〖").first.map { $0.filter { !$0.isWhitespace } } ?? ""
    if ["", "-2", "-3", "(跳过)", "（跳过）", "(空)", "（空）"].contains(clean) { return .missing }
    if let position = satisfaction.scale.firstIndex(of: clean) { return .code(satisfaction.scale.count - position) }
    return .unknown
  }
}

/// A header of a questionnaire export taken apart: `3、对课程开发团队的评价(教学内容)` or `第3题(教学内容)`.
package struct QuestionHeader {
  private let number: String
  private let isNumbered: Bool
  /// What stands in the last brackets, the row of a matrix question.
  private let part: String

  package init(_ header: String) {
    let lead = header.prefix { !$0.isNumber }
    number = String(header.dropFirst(lead.count).prefix { $0.isNumber })
    isNumbered = lead.isEmpty || lead == "第"
    let round = header.replacingOccurrences(of: "（", with: "(").replacingOccurrences(of: "）", with: ")")
    part = round.hasSuffix(")") ? String(round.dropLast().split(separator: "(").last ?? "") : ""
  }

  /// Whether the header asks the question that the pipeline file calls `3`, or `3(教学内容)` for one row of a matrix.
  package func asks(_ question: String) -> Bool {
    let parts = question.split(separator: "(", maxSplits: 1)
    guard isNumbered, parts.first.map(String.init) == number else { return false }
    return parts.count == 1 || parts[1].dropLast() == part
  }
}
