import Answers
import Foundation
import Programme
import SQLite
import Store
import Testing
import TestSupport

/// Everything that a letter says, a line each, as it is kept beside the tests.
func lines(_ reply: ObjectionReply, _ language: Language) -> [String] {
  var lines: [String] = [reply.title[language], reply.addressee[language], reply.opening[language]]
  for section in reply.sections {
    lines.append((section.isPart ? "### " : "## ") + section.title[language])
    for line in section.lines { lines.append(String(repeating: "  ", count: line.depth) + "- " + line.text[language]) }
    for record in section.records {
      lines.append("| \(record.text[language]) | \(record.file) | \(record.sheet) | \(record.row) |")
    }
  }
  return lines + [reply.closing[language], reply.office]
}

private func reply(_ answer: Answer, _ province: Province) throws -> ObjectionReply {
  try answer.objectionReply(of: province.store.programme, asOf: "2023-08-20")
}

struct ObjectionReplyTests {
  private let province: Province

  init() throws { province = try Province() }

  @Test(arguments: [("T03", "letter-learner", Language.chinese), ("T03", "letter-learner.en", .english)])
  func `the reply about a score reads as recorded`(code: String, golden: String, language: Language) throws {
    try expectGolden(lines(try reply(try province.explained(code), province), language), golden)
  }

  @Test(arguments: [("T03", "best_learner", "letter-below-line"), ("B3", "best_moderator", "letter-tied")])
  func `the reply about a decision reads as recorded`(code: String, award: String, golden: String) throws {
    let answer = try province.explained(code, award: award)
    try expectGolden(lines(try reply(answer, province), .chinese), golden)
  }

  @Test(arguments: ["T01", "T02", "T03", "T06"])
  func `every row that was counted stands in the letter with file and row`(code: String) throws {
    let answer = try province.explained(code)
    let records = try reply(answer, province).sections.flatMap(\.records)
    for fact in answer.all("fact") {
      let (file, row) = (try #require(fact.text("file")), try #require(fact.number("row")))
      #expect(records.contains { $0.file == file && $0.row == Int64(row) && !$0.text.chinese.contains("←") })
    }
    #expect(!answer.all("fact").isEmpty)
  }

  @Test func `a letter names nobody but who asked`() throws {
    let database = province.store.database
    let people = try database.rows("SELECT code, name FROM person UNION SELECT code, name FROM staff ORDER BY 1") {
      row throws(SQLiteError) in
      (code: row.text(0), name: row.text(1))
    }
    var letters = 0
    for person in people {
      for award in province.store.programme.awards {
        guard case .found(let answer) = try province.inquiry().explain(person.code, award: award.id.text),
          answer.kind == "candidacy"
        else { continue }
        let text = lines(try reply(answer, province), .chinese).joined(separator: "\n")
        for other in people where other.code != person.code && other.name != person.name {
          #expect(!text.contains(other.name), "\(person.code) \(award.id) names \(other.code)")
        }
        letters += 1
      }
    }
    #expect(letters > 5)
  }

  @Test func `commands of the program are no part of a letter`() throws {
    for code in ["T01", "T02", "T03", "T06"] {
      let text = lines(try reply(try province.explained(code), province), .chinese).joined()
      #expect(!text.contains("--award") && !text.contains("--all") && !text.contains("jianbao"))
    }
  }

  @Test func `a unit and an award as a whole get no letter`() throws {
    for answer in [try province.explained("云川省"), try province.explained(award: "best_learner")] {
      #expect(throws: NoLetter.notOfOnePerson) { try reply(answer, province) }
    }
  }

  @Test func `figures that do not agree with their rows get no letter`() throws {
    try province.store.database.execute("UPDATE tally SET time = time + 60 WHERE enrolment = 1")
    #expect(throws: NoLetter.figuresDiffer) { try reply(try province.explained("T01"), province) }
  }
}
