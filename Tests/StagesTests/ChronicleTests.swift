import Foundation
import SQLite
import Stages
import Store
import Testing

private let roster = ["1,甲,东市,一中", "2,乙,东市,一中", "3,丙,西市,二中"]
private let study = ["1,A,90", "2,A,80", "3,A,70"]
private let words = ChronicleWords(reason: "复核", evidence: "来信1号", askedBy: "某校", approvedBy: "项目办")

private let correction = FactCorrection(
  source: "study", enrolment: 3, item: "A", value: 95 * 60,
  stated: FactCorrection.stated(category: "", value: 70 * 60, full: nil, at: nil, flag: false, missing: nil))

private let award = """
  { id: 'best', title: '优秀', pool: { learners: true }, rank: ['total desc'], ties: 'person', quota: { number: 1 } }
  """

/// A night with one award of one place, decided.
private func decided() throws -> (NightFixture, decide: () throws -> Void) {
  let fixture = try NightFixture(awards: award)
  try fixture.write("2023-08-19", roster: roster, study: study)
  let night = try fixture.load("2023-08-19").night
  _ = try fixture.compute(night: night)
  return (fixture, { _ = try fixture.compute(night: night) })
}

private func outcomes(_ fixture: NightFixture) throws -> [String] {
  try texts(fixture.store, "SELECT outcome FROM decision ORDER BY candidate")
}

@Test func `a correction moves the next one up, and taking it back moves both again`() throws {
  let (fixture, decide) = try decided()
  #expect(try outcomes(fixture) == ["in", "below", "below"])
  try fixture.store.correct("best", candidate: 1, .disqualify, words)
  try decide()
  #expect(try outcomes(fixture) == ["ineligible", "in", "below"])
  try fixture.store.correct("best", candidate: 2, .withdraw, words)
  try decide()
  #expect(try outcomes(fixture) == ["ineligible", "withdrawn", "in"])
  try fixture.store.correct("best", candidate: 1, .restore, words)
  try decide()
  #expect(try outcomes(fixture) == ["in", "withdrawn", "below"])
  #expect(try fixture.store.brokenEntry() == nil)
}

@Test func `what moves after results were frozen is listed, and nothing else`() throws {
  let (fixture, decide) = try decided()
  try fixture.store.freeze("best", words)
  #expect(try fixture.store.movementsSinceFrozen().isEmpty)
  try fixture.store.correct("best", candidate: 1, .withdraw, words)
  try decide()
  #expect(
    try fixture.store.movementsSinceFrozen().map { "\($0.code) \($0.before) \($0.after)" }
      == ["1 in withdrawn", "2 below in"])
  try fixture.store.freeze("best", words)
  #expect(try fixture.store.movementsSinceFrozen().isEmpty)
}

@Test(arguments: [
  "DELETE FROM chronicle", "UPDATE chronicle SET effect = 'restore' WHERE id = 1", "DELETE FROM chronicle_words",
  "UPDATE chronicle_words SET reason = '别的理由'", "DELETE FROM frozen_decision",
  "UPDATE frozen_decision SET outcome = 'in'", "DELETE FROM fact_correction", "UPDATE fact_correction SET value = 0",
  "INSERT INTO chronicle SELECT 9, award, effect, candidate, night, entered_at, words_digest, decisions_digest, previous, 'x' FROM chronicle",
])
func `the database refuses to change history`(sql: String) throws {
  let (fixture, _) = try decided()
  try fixture.store.freeze("best", words)
  try fixture.store.correct(correction, words)
  #expect(throws: SQLiteError.self) { try fixture.store.database.execute(sql) }
  #expect(try fixture.store.brokenEntry() == nil)
}

@Test(arguments: [
  ("chronicle_unchanged", "UPDATE chronicle SET candidate = 2 WHERE id = 2", 2),
  ("chronicle_words_erased", "UPDATE chronicle_words SET reason = '别的理由' WHERE entry = 2", 2),
  ("frozen_decision_unchanged", "UPDATE frozen_decision SET outcome = 'below' WHERE candidate = 1", 1),
  ("frozen_decision_stays", "DELETE FROM frozen_decision WHERE candidate = 3", 1),
  ("fact_correction_unchanged", "UPDATE fact_correction SET value = 0", 3),
  ("fact_correction_stays", "DELETE FROM fact_correction", 3),
  ("chronicle_stays", "PRAGMA foreign_keys = OFF; DELETE FROM chronicle WHERE id = 3", 3),
])
func `history changed behind the database's back is shown by the chain`(trigger: String, sql: String, entry: Int64)
  throws
{
  let (fixture, _) = try decided()
  try fixture.store.freeze("best", words)
  try fixture.store.correct("best", candidate: 1, .withdraw, words)
  try fixture.store.correct(correction, words)
  #expect(try fixture.store.brokenEntry() == nil)
  try fixture.store.database.execute("DROP TRIGGER \(trigger); \(sql)")
  #expect(try fixture.store.brokenEntry() == entry)
}

@Test func `the words of an entry can be erased and the chain holds`() throws {
  let (fixture, _) = try decided()
  try fixture.store.correct("best", candidate: 1, .withdraw, words)
  try fixture.store.database.execute(
    "UPDATE chronicle_words SET salt = '', reason = '', evidence = '', asked_by = '', approved_by = ''")
  #expect(try fixture.store.brokenEntry() == nil)
}
