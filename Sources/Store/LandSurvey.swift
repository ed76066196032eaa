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

  /// Merges the sorted rows of a questionnaire with one row per answer with what the last night left: a response that says the
  /// same about the same learner stays as it is.
  func landAnswers(_ source: Source, _ answers: AnswerRows) throws {
    let firstFile = accounts.count
    try take(answers.reader)
    let landing = try AnswerLanding(self, source, firstFile: firstFile)
    try answers.sorter.forEachGroup { response, rows in
      try landing.land(
        code: answers.responses.text(Int(response) - 1), enrolment: answers.enrolmentOfResponse[Int(response) - 1],
        &rows)
    }
    try landing.finish()
  }

  private func clearAnswers(_ source: Source) throws {
    try database.run(
      "DELETE FROM answer WHERE response IN (SELECT id FROM response WHERE source = ?)", .text(source.id.text))
    try database.run("DELETE FROM response WHERE source = ?", .text(source.id.text))
  }

  func responseStatement() throws -> Statement {
    try database.prepare(
      "INSERT INTO response (id, source, code, at, seconds, unit, project, person, file, row) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    )
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
