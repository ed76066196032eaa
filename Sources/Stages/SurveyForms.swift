import Metrics
import Programme
import SQLite
import Store

/// One returned form of a survey.
struct SurveyForm {
  let id: Int64
  let unit: Int64?
  let seconds: Int64?
  /// What tells who gave it from others, where the export has it.
  let person: String?
  let address: String?
  let file: Int64
  let row: Int64
  /// The answer to each item as the form gives it, from 1, the worst word of the scale; 0 for none.
  fileprivate(set) var marks: [Int]

  var isEmpty: Bool { marks.allSatisfy { $0 == 0 } }

  /// Goes through the forms of one wave in the order of their keys, in which they were first returned.
  static func forEach(
    of source: Identifier<Source>, items: Int, _ store: ProgrammeStore, _ body: (SurveyForm) throws -> Void
  ) throws {
    let told = try store.hasRespondents
    let forms = try store.database.prepare(
      """
      SELECT r.id, r.unit, r.seconds, r.file, r.row, coalesce(\(told ? "t.person" : "NULL"), 'person ' || r.person),
        \(told ? "t.address" : "NULL")
      FROM response r \(told ? "LEFT JOIN respondent t ON t.response = r.id" : "") WHERE r.source = ? ORDER BY r.id
      """)
    try forms.bind(1, source.text)
    let answers = try store.database.prepare("SELECT response, question, code FROM answer ORDER BY response, question")
    var hasAnswer = try answers.step()
    while try forms.step() {
      let id = forms.integer(0)
      var marks = [Int](repeating: 0, count: items)
      while hasAnswer, answers.integer(0) <= id {
        let question = Int(answers.integer(1)) - 1
        if answers.integer(0) == id, marks.indices.contains(question) { marks[question] = Int(answers.integer(2)) }
        hasAnswer = try answers.step()
      }
      try body(
        SurveyForm(
          id: id, unit: forms.optionalInteger(1), seconds: forms.optionalInteger(2), person: forms.optionalText(5),
          address: forms.optionalText(6), file: forms.integer(3), row: forms.integer(4), marks: marks))
    }
  }
}
