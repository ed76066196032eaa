import Programme
import SQLite

/// Merges the responses of a questionnaire with one row per response with those that lie in the database.
final class ResponseLanding {
  /// What one row says.
  struct Response {
    let code: String
    /// When it was handed in, how long it took, its unit and its project.
    let about: [Int64?]
    let respondent: RespondentMarks
    let marks: [(question: Int, mark: Int)]
    let choices: [(question: Int, option: Int)]
    let file: Int64
    let row: Int64

    /// Differs whenever anything stated differs.
    fileprivate var digest: Int64 {
      var digest: UInt64 = 0x4528_21e6_38d0_1377
      func mix(_ number: Int64?) { FactRecord.mix(UInt64(bitPattern: number ?? Int64.min), into: &digest) }
      about.forEach(mix)
      for word in respondent.words { FactRecord.mix(word, into: &digest) }
      for (question, mark) in marks { [question, mark].forEach { mix(Int64($0)) } }
      mix(nil)
      for (question, option) in choices { [question, option].forEach { mix(Int64($0)) } }
      return Int64(bitPattern: digest | 1)
    }
  }

  private let source: Source
  private var known: EarlierResponses
  private let insertResponse: Statement
  private let insertAnswer: Statement
  private let insertChoice: Statement?
  private let insertRespondent: Statement?
  private let clearChoices: Statement?
  private let clearAnswers: Statement
  private let forget: Statement

  init(_ night: Night, _ source: Source) throws {
    self.source = source
    let database = night.database
    known = try EarlierResponses(database, source)
    insertResponse = try night.responseStatement()
    insertAnswer = try database.prepare("INSERT INTO answer VALUES (?, ?, ?, ?, ?)")
    clearAnswers = try database.prepare("DELETE FROM answer WHERE response = ?")
    forget = try database.prepare("DELETE FROM response WHERE id = ?")
    insertRespondent =
      try night.store.hasRespondents ? try database.prepare("INSERT INTO respondent VALUES (?, ?, ?)") : nil
    let hasChoices = try night.store.hasChoiceTables
    insertChoice = hasChoices ? try database.prepare("INSERT INTO choice VALUES (?, ?, ?)") : nil
    clearChoices = hasChoices ? try database.prepare("DELETE FROM choice WHERE response = ?") : nil
  }

  /// Lands a response, unless the database has the same.
  func land(_ response: Response) throws {
    switch known.take(response.code, digest: response.digest) {
    case .unchanged: return
    case .changed(let id):
      try remove(id)
      try write(id, response)
    case .new(let id): try write(id, response)
    }
  }

  /// Takes away the responses that tonight does not have.
  func finish() throws {
    try known.finish { try remove($0) }
  }

  private func write(_ id: Int64, _ response: Response) throws {
    let about = response.about.map(Value.optional)
    try insertResponse.bind(
      [.integer(id), .text(source.id.text), .text(response.code)] + about + [
        .null, .integer(response.file), .integer(response.row),
      ])
    try insertResponse.run()
    let respondent = response.respondent
    if respondent.person != nil || respondent.address != nil {
      try insertRespondent?.bind([.integer(id), .optional(respondent.person), .optional(respondent.address)])
      try insertRespondent?.run()
    }
    for (question, mark) in response.marks {
      try insertAnswer.bind([
        .integer(id), .integer(Int64(question)), .integer(Int64(mark)), .integer(response.file), .integer(response.row),
      ])
      try insertAnswer.run()
    }
    for (question, option) in response.choices {
      try insertChoice?.bind([.integer(id), .integer(Int64(question)), .integer(Int64(option))])
      try insertChoice?.run()
    }
  }

  /// The choices go first: their past names the file of their response.
  private func remove(_ id: Int64) throws {
    try clearChoices?.bind(1, id)
    try clearChoices?.run()
    try clearAnswers.bind(1, id)
    try clearAnswers.run()
    try forget.bind(1, id)
    try forget.run()
  }
}
