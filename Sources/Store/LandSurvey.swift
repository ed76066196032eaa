import Exports
import Foundation
import Programme
import SQLite

extension Night {
  /// Loads a questionnaire with one row per response (问卷星 layout), its answers as texts or as codes.
  func landSurvey(_ source: Source, _ files: [SourceFile]) throws {
    try store.makeChoiceTables(source)
    try store.makeRespondents(source)
    let satisfaction = programme.satisfaction?.asked(in: source.id)
    let landing = try ResponseLanding(self, source)
    var codes: Set<String> = []
    var columnsOfSheet: [Int: SurveyColumns] = [:]
    try read(source, files) { row, sheet in
      let columns = try columnsOfSheet[sheet.file] ?? surveyColumns(source, satisfaction, sheet)
      columnsOfSheet[sheet.file] = columns
      let fields = RowFields(self, row, sheet)
      let code = fields.text("response", required: true)
      let unit = fields.unit("unit", level: nil) ?? fields.unit("county", level: nil) ?? fields.unit("city", level: nil)
      let project = fields.project()
      let at = fields.number("at")
      let seconds = fields.number("seconds")
      let respondent = RespondentMarks(fields, programme.id.text)
      if let rejection = fields.rejection { return .rejected(rejection) }
      guard let code else { return .nonData }
      guard codes.insert(code).inserted else { return .duplicate }
      let marks: [(question: Int, mark: Int)]
      let choices: [(question: Int, option: Int)]
      do throws(UnknownAnswer) {
        marks = try columns.marks(of: row)
        choices = try columns.choices(of: row)
      } catch {
        return .rejected(error.rejection(row: row.number))
      }
      try landing.land(
        ResponseLanding.Response(
          code: code, about: [at, seconds, unit.map { units.all[$0].id }, project], respondent: respondent,
          marks: marks, choices: choices,
          file: key(ofFile: sheet.file), row: Int64(row.number)))
      return .accepted
    }
    try landing.finish()
  }

  /// Merges the sorted rows of a questionnaire with one row per answer with what the last night left: a response that says the
  /// same about the same learner stays as it is.
  func landAnswers(_ source: Source, _ answers: AnswerRows) throws {
    let firstFile = accounts.count
    try take(answers.reader)
    let landing = try AnswerLanding(self, source, answers, firstFile: firstFile)
    try answers.sorter.forEachGroup { try landing.land($0, &$1) }
    try landing.finish()
    marks.append(KeptMarks(source: source.id, answers.recall, repeating: landing.repeating))
  }

  func responseStatement() throws -> Statement {
    try database.prepare(
      "INSERT INTO response (id, source, code, at, seconds, unit, project, person, file, row) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    )
  }

  /// The columns of a sheet's questions; what cannot be read of them is remarked.
  private func surveyColumns(
    _ source: Source, _ satisfaction: Satisfaction?, _ sheet: SheetColumns
  ) throws -> SurveyColumns {
    let columns = SurveyColumns(source, satisfaction, headers: sheet.header.headers)
    for remark in columns.remarks { try notice(file: sheet.file, row: nil, code: remark.code, remark.wording) }
    return columns
  }
}
