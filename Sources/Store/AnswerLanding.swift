import Programme
import SQLite

/// Merges the responses of one questionnaire with those that lie in the database.
final class AnswerLanding {
  private let night: Night
  private let source: Source
  private let firstFile: Int
  /// The key of the source among those with digests.
  private let key: Int64
  private let answers: AnswerRows
  /// What each response came to, and whether tonight has it, in the order of the responses.
  private var digests: [Int64] = []
  private var seen: [Bool]
  /// Responses with two answers to one question.
  private(set) var repeating: [Int32] = []
  /// The response that was landed last, among them all.
  private var place = 0
  private let insertResponse: Statement
  private let insertAnswers: Statement
  private let insertAnswer: Statement
  private let clear: Statement
  private let forget: Statement
  private let selectAbout: Statement
  private let updateResponse: Statement
  private let selectAnswers: Statement
  private let updateAnswer: Statement
  private let deleteAnswer: Statement
  /// Answers that wait to be written together.
  private var waiting: [(response: Int64, answer: FactRecord)] = []
  private static let many = 24

  init(_ night: Night, _ source: Source, _ answers: AnswerRows, firstFile: Int) throws {
    self.night = night
    self.answers = answers
    self.source = source
    self.firstFile = firstFile
    let database = night.database
    try database.run("INSERT INTO fact_source (source) VALUES (?) ON CONFLICT DO NOTHING", .text(source.id.text))
    key = try database.integer("SELECT id FROM fact_source WHERE source = ?", .text(source.id.text)) ?? 0
    insertResponse = try night.responseStatement()
    insertAnswer = try database.prepare("INSERT INTO answer VALUES (?, ?, ?, ?, ?)")
    insertAnswers = try database.prepare(
      "INSERT OR FAIL INTO answer VALUES "
        + Array(repeating: "(?, ?, ?, ?, ?)", count: Self.many).joined(separator: ", "))
    clear = try database.prepare("DELETE FROM answer WHERE response = ?")
    forget = try database.prepare("DELETE FROM response WHERE id = ?")
    selectAbout = try database.prepare("SELECT unit, project, person FROM response WHERE id = ?")
    updateResponse = try database.prepare(
      "UPDATE OR FAIL response SET unit = ?2, project = ?3, person = ?4, file = ?5, row = ?6 WHERE id = ?1")
    selectAnswers = try database.prepare("SELECT question, code FROM answer WHERE response = ? ORDER BY question")
    updateAnswer = try database.prepare(
      "UPDATE OR FAIL answer SET code = ?3, file = ?4, row = ?5 WHERE response = ?1 AND question = ?2")
    deleteAnswer = try database.prepare("DELETE FROM answer WHERE response = ? AND question = ?")
    seen = [Bool](repeating: false, count: answers.responses.count)
    let stored = try database.prepare("SELECT digests FROM fact_digest WHERE source = ?")
    try stored.bind(1, key)
    if try stored.step() { digests = stored.integers(0) }
    // Digests of another set of responses say nothing about these.
    if digests.count != answers.known.keys.count { digests = [] }
    digests += [Int64](repeating: 0, count: answers.responses.count - digests.count)
  }

  /// Lands the answers of one response, which come in the order of their keys; of two answers to one question the first counts.
  func land(_ key: Int32, _ rows: inout [FactRecord]) throws {
    let count = rows.count
    merge(&rows)
    if rows.count < count { repeating.append(key) }
    while answers.responses[place].key < key { place += 1 }
    seen[place] = true
    let enrolment = answers.responses[place].enrolment
    let digest = digest(of: rows, enrolment)
    guard digests[place] != digest else { return }
    digests[place] = digest
    if place < answers.known.keys.count {
      try change(Int64(key), enrolment, rows)
    } else {
      try write(Int64(key), answers.codes.text(place), enrolment, rows)
    }
  }

  /// Takes away the responses that tonight does not have, and keeps the digests for the next night.
  func finish() throws {
    try flush()
    let unchanged = answers.recall.standing
    for (place, key) in answers.known.keys.enumerated() where !seen[place] {
      seen[place] = unchanged.indices.contains(Int(key) - 1) && unchanged[Int(key) - 1]
      if !seen[place] { try remove(Int64(key)) }
    }
    let kept = seen.indices.filter { seen[$0] }
    let store = try night.database.prepare(
      "INSERT INTO fact_digest VALUES (?, ?) ON CONFLICT DO UPDATE SET digests = excluded.digests")
    try store.bind(1, key)
    try store.bind(2, integers: kept.map { digests[$0] })
    try store.run()
  }

  private func merge(_ rows: inout [FactRecord]) {
    var kept = 0
    for index in rows.indices.dropFirst() {
      if rows[index].item == rows[kept].item {
        night.accounts[firstFile + Int(rows[index].file)].countDuplicate()
      } else {
        kept += 1
        rows[kept] = rows[index]
      }
    }
    rows.removeLast(rows.count - 1 - kept)
  }

  /// What a response states, and about whom.
  private func digest(of rows: [FactRecord], _ enrolment: Int32) -> Int64 {
    var digest: UInt64 = 0x1319_8a2e_0370_7344
    for number in about(enrolment) { FactRecord.mix(UInt64(bitPattern: number ?? -1), into: &digest) }
    for row in rows { row.digest(into: &digest) }
    return Int64(bitPattern: digest | 1)
  }

  /// Unit, project and person of an enrolment; nothing for an anonymous response.
  private func about(_ enrolment: Int32) -> [Int64?] {
    guard enrolment > 0 else { return [nil, nil, nil] }
    let index = Int(enrolment) - 1
    return [night.enrolments.unit[index], night.enrolments.project[index], night.enrolments.person[index]].map(
      Int64.init)
  }

  private func write(_ id: Int64, _ code: String, _ enrolment: Int32, _ rows: [FactRecord]) throws {
    let about = about(enrolment)
    try insertResponse.bind(1, id)
    try insertResponse.bind(2, source.id.text)
    try insertResponse.bind(3, code)
    try insertResponse.bindNull(4)
    try insertResponse.bindNull(5)
    for place in 0..<3 { try insertResponse.bind(6 + place, about[place]) }
    try insertResponse.bind(9, night.key(ofFile: firstFile + Int(rows[0].file)))
    try insertResponse.bind(10, Int64(rows[0].row))
    try insertResponse.run()
    for row in rows { try add(row, to: id) }
  }

  private func add(_ row: FactRecord, to id: Int64) throws {
    waiting.append((id, row))
    guard waiting.count == Self.many else { return }
    for (position, entry) in waiting.enumerated() {
      try bind(entry.response, entry.answer, to: insertAnswers, after: position * 5)
    }
    try insertAnswers.run()
    waiting.removeAll(keepingCapacity: true)
  }

  /// Brings a response of the last night to what tonight says: answers that say the same stand as they stood.
  private func change(_ id: Int64, _ enrolment: Int32, _ rows: [FactRecord]) throws {
    try restate(id, about(enrolment), rows[0])
    var stored = try storedAnswers(of: id)[...]
    for row in rows {
      while let old = stored.first, old.question < row.item {
        try remove(id, old.question)
        stored.removeFirst()
      }
      if let old = stored.first, old.question == row.item {
        if old.code != Int64(row.value) {
          try bind(id, row, to: updateAnswer, after: 0)
          try updateAnswer.run()
        }
        stored.removeFirst()
      } else {
        try add(row, to: id)
      }
    }
    for old in stored { try remove(id, old.question) }
  }

  /// Puts another unit, project or person in place of those that a response was about, if they are others.
  private func restate(_ id: Int64, _ about: [Int64?], _ row: FactRecord) throws {
    try selectAbout.bind(1, id)
    defer { selectAbout.reset() }
    guard try selectAbout.step(), (0..<3).map({ selectAbout.optionalInteger($0) }) != about else { return }
    selectAbout.reset()
    try updateResponse.bind(1, id)
    for place in 0..<3 { try updateResponse.bind(2 + place, about[place]) }
    try updateResponse.bind(5, night.key(ofFile: firstFile + Int(row.file)))
    try updateResponse.bind(6, Int64(row.row))
    try updateResponse.run()
  }

  private func storedAnswers(of id: Int64) throws -> [(question: Int64, code: Int64)] {
    try selectAnswers.bind(1, id)
    defer { selectAnswers.reset() }
    var stored: [(Int64, Int64)] = []
    while try selectAnswers.step() { stored.append((selectAnswers.integer(0), selectAnswers.integer(1))) }
    return stored
  }

  private func remove(_ id: Int64, _ question: Int64) throws {
    try deleteAnswer.bind(1, id)
    try deleteAnswer.bind(2, question)
    try deleteAnswer.run()
  }

  private func flush() throws {
    for entry in waiting {
      try bind(entry.response, entry.answer, to: insertAnswer, after: 0)
      try insertAnswer.run()
    }
    waiting.removeAll(keepingCapacity: true)
  }

  private func bind(_ id: Int64, _ row: FactRecord, to insert: borrowing Statement, after place: Int) throws {
    try insert.bind(place + 1, id)
    try insert.bind(place + 2, row.item)
    try insert.bind(place + 3, Int64(row.value))
    try insert.bind(place + 4, night.key(ofFile: firstFile + Int(row.file)))
    try insert.bind(place + 5, Int64(row.row))
  }

  private func remove(_ id: Int64) throws {
    try remove(id, by: clear)
    try remove(id, by: forget)
  }

  private func remove(_ id: Int64, by statement: borrowing Statement) throws {
    try statement.bind(1, id)
    try statement.run()
  }
}
