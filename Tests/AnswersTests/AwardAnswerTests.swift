import Answers
import Programme
import SQLite
import Store
import Testing

@Test(arguments: ["best_learner", "best_moderator"])
func `an award is told with its arithmetic, its line, its winners and what was refused`(award: String) throws {
  try expectGolden(try Province().explained(award: award), "award-\(award)")
}

@Test(arguments: [
  ("T01", "best_learner", "approved-learner"), ("T02", "best_learner", "ineligible-learner"),
  ("T03", "best_learner", "unrecommended-learner"), ("G1", "best_administrator", "administrator"),
  ("B2", "best_moderator", "tied-moderator"), ("B4", "best_moderator", "moderator-below-entry"),
  ("东市一中", "best_school", "filed-school"), ("西市一中", "best_school", "unfiled-school"),
])
func `a decision is derived step by step in the order of the rules`(name: String, award: String, golden: String) throws
{
  try expectGolden(try Province().explained(name, award: award), "candidate-\(golden)")
}

@Test func `a decision reads the same in English`() throws {
  try expectGolden(
    try Province().explained("G2", award: "best_administrator"), "candidate-administrator.en", in: .english)
}

@Test func `a composite made again from the field is the one that ranked the candidate`() throws {
  let province = try Province()
  for (name, award) in [("G1", "best_administrator"), ("G2", "best_administrator"), ("东市一中", "best_school")] {
    let answer = try province.explained(name, award: award)
    let key = try #require(answer.all("key").first?.text("value"))
    #expect(answer.all("composite").map { $0.text("value") } == [key])
  }
}

@Test func `every candidate of every award has an answer that ends as the decision does`() throws {
  let province = try Province()
  let decisions = try province.store.database.rows(
    "SELECT award, code, outcome FROM award_decision ORDER BY award, position"
  ) {
    row throws(SQLiteError) in (award: row.text(0), code: row.text(1), outcome: row.text(2))
  }
  #expect(decisions.count == 15)
  for decision in decisions {
    #expect(try province.explained(decision.code, award: decision.award).text("outcome") == decision.outcome)
  }
}

@Test func `a member of staff is told of every award the office holds a place or a rank in`() throws {
  try expectGolden(try Province().explained("B1"), "staff")
}
