import Answers
import Programme
import SQLite
import Stages
import Store
import TestSupport
import Testing

/// Eight teachers with seeded study and tasks, and seeded rules of the awards that are looked at.
private struct SeededCase {
  let awards: String
  let parts: String
  var study: [(person: String, item: String, minutes: Int)] = []
  var tasks: [(person: String, item: String, mark: Int?)] = []

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func pick(_ words: [String]) -> String { random.pick(words) ?? "" }
    func award(_ id: String) -> String {
      let ties = pick(["'extend'", "'exclude'", "'reserve'", "'person'", "'by_id'", "'lot', seed: '甲'"])
      let size = pick([
        "number: 3", "percent: 50, of: { learners: 'qualified' }, rounding: 'floor'",
        "percent: 40, of: { learners: 'enrolled' }, rounding: 'half_up'",
      ])
      let split = pick([
        "", "", ", split: { by: 'city', base: 'qualified', method: 'largest_remainder', equals: 'larger' }",
      ])
      let quota = pick(["'none'", "{ \(size)\(split) }", "{ \(size)\(split) }", "{ \(size)\(split) }"])
      let eligible = quota == "'none'" ? "[{ total_at_least: 60 }]" : pick(["[]", "[{ passed: true }]"])
      let rank = pick(["['total desc']", "['total desc', 'last asc']", "['handed_in desc', 'total desc']"])
      let entry = pick(["", "", "entry: { top_percent: 60, by: 'total desc', rounding: 'ceiling', ties: 'in' },"])
      return """
        { id: '\(id)', title: '\(id)', pool: { learners: true }, eligible: \(eligible), \(entry) rank: \(rank),
          quota: \(quota)\(quota == "'none'" ? "" : ", ties: \(ties)") },

        """
    }
    awards = award("seeded_one") + award("seeded_two")
    parts = pick(["", ", exclusive: [['seeded_one', 'seeded_two']]"])
    for number in 1...8 {
      for item in ["K1", "K2"] where !random.oneIn(4) {
        study.append(("T0\(number)", item, 10 * Int.random(in: 1...9, using: &random)))
      }
      for item in ["Z1", "Z2"] where !random.oneIn(4) {
        tasks.append(("T0\(number)", item, random.oneIn(6) ? nil : 10 * Int.random(in: 0...10, using: &random)))
      }
    }
  }

  /// The programme loaded from exports with these rows, everything from the beginning.
  func province() throws -> Province {
    let people = (1...8).map { "T0\($0),教师\($0),\($0 < 5 ? "东市一中" : "西市一中"),正常\n" }.joined()
    let times = study.enumerated().map {
      "\($0.element.person),\($0.element.item),\($0.element.minutes),2023-08-1\($0.offset % 10) 10:00\n"
    }
    let marks = tasks.map { "\($0.person),\($0.item),客观题,2023-08-12 12:00,\($0.mark.map(String.init) ?? ""),100,否\n" }
    return try Province(
      awards: awards, parts: parts,
      exports: [
        ("roster", "编号,姓名,学校,状态\n\(people)"), ("study", "编号,课程,分钟,最后学习\n" + times.joined()),
        ("tasks", "编号,作业,题型,提交,得分,满分,优秀\n" + marks.joined()),
      ])
  }
}

/// Who is a candidate by the rules of an award, and who is tied at its line, with a mark behind the code.
private func winners(_ province: Province, _ award: String) throws -> Set<String> {
  Set(
    try province.store.database.rows(
      """
      SELECT code || CASE WHEN outcome = 'tied' THEN ' tied' ELSE '' END FROM award_decision
      WHERE award = ? AND (outcome = 'tied' OR stage NOT IN ('pool', 'eligible', 'ranked'))
      """, .text(award)
    ) { row throws(SQLiteError) in row.text(0) })
}

/// The winners as an answer tells that they would be.
private func told(_ change: Answer, _ before: Set<String>) -> Set<String> {
  func codes(_ name: String) -> [String] { if case .list(let codes)? = change[name] { codes } else { [] } }
  let gone = codes("leaves") + codes("no_longer_tied").map { "\($0) tied" } + codes("enters").map { "\($0) tied" }
  let come = codes("enters") + codes("tied").map { "\($0) tied" }
  return before.subtracting(gone).union(come).subtracting(codes("tied"))
}

@Test func `the rows that winners hang on are those without which a fresh load has other winners, and no others`()
  throws
{
  for seed in Cases.seeds(whileBuilding: 1, whenChecking: 8) {
    let base = SeededCase(seed: seed)
    let province = try base.province()
    let answer = try reply(try province.inquiry(listsAll: true).sensitivity(beside: 2))
    for award in ["seeded_one", "seeded_two"] {
      let before = try winners(province, award)
      let near = try #require(answer.all("award").first { $0.text("award") == award }).all("candidate")
      #expect(!near.isEmpty, "SEED=\(seed)")
      for candidate in near {
        let code = candidate.text("code") ?? ""
        for source in ["study", "task"] {
          let items =
            source == "study" ? base.study.map { ($0.person, $0.item) } : base.tasks.map { ($0.person, $0.item) }
          for (index, row) in items.enumerated() where row.0 == code {
            var other = base
            if source == "study" { other.study.remove(at: index) } else { other.tasks.remove(at: index) }
            let after = try winners(other.province(), award)
            let change = candidate.all("removal").first { $0.text("source") == source && $0.text("item") == row.1 }
            #expect(
              (change.map { told($0, before) } ?? before) == after,
              "SEED=\(seed) \(award) \(code) without \(source) \(row.1)")
          }
        }
      }
    }
  }
}

@Test
func `the smallest change of a mark has the winners that a fresh load has with it, and no smaller one changes them`()
  throws
{
  var tried = 0
  for seed in Cases.seeds(whileBuilding: 1, whenChecking: 5) {
    let base = SeededCase(seed: seed)
    let province = try base.province()
    let answer = try reply(try province.inquiry(listsAll: true).sensitivity(beside: 1))
    for award in ["seeded_one", "seeded_two"] {
      let before = try winners(province, award)
      let near = try #require(answer.all("award").first { $0.text("award") == award }).all("candidate")
      for candidate in near {
        for (index, row) in base.study.enumerated() where row.person == candidate.text("code") {
          func winnersWith(_ minutes: Int) throws -> Set<String> {
            var other = base
            other.study[index].minutes = minutes
            return try winners(other.province(), award)
          }
          let change = candidate.all("regrade").first { $0.text("item") == row.item && $0.text("source") == "study" }
          let value = change?.number("value_after").map { Int($0 / 60) }
          let name = "SEED=\(seed) \(award) \(row.person) \(row.item) \(row.minutes) → \(value.map(String.init) ?? "-")"
          if let change, let value {
            #expect(try winnersWith(value) == told(change, before), "\(name)")
            #expect(told(change, before) != before, "\(name)")
          }
          // The largest value that anybody has bounds what is tried.
          let highest = base.study.map(\.minutes).max() ?? 0
          let distance = value.map { abs($0 - row.minutes) } ?? max(row.minutes, highest - row.minutes) + 1
          // All that is nearer, but for a quick look while the program is written only the nearest and the farthest of it.
          for smaller in Set([1, 2, distance / 2, distance - 1]) where smaller > 0 && smaller < distance {
            for minutes in [row.minutes - smaller, row.minutes + smaller] where minutes >= 0 && minutes <= highest {
              #expect(try winnersWith(minutes) == before, "\(name), at \(minutes)")
              tried += 1
            }
          }
        }
      }
    }
  }
  #expect(tried > 0)
}

@Test(arguments: [Language.chinese, .english])
func `what the places hang on is told for those nearest to the line`(language: Language) throws {
  let answer = try reply(try Province().inquiry().sensitivity())
  try expectGolden(answer, "sensitivity.\(language.rawValue)", in: language)
}

@Test func `an award that there is not is refused with what was probably meant`() throws {
  guard case .unknown(let wording) = try Province().inquiry().sensitivity(award: "best_lerner") else {
    Issue.record("an award that there is not was found")
    return
  }
  #expect(wording.english == "--award: unknown award 'best_lerner'; did you mean 'best_learner'?")
}

private func reply(_ reply: Reply) throws -> Answer {
  switch reply {
  case .found(let answer): return answer
  case .unknown(let wording):
    Issue.record("\(wording.english)")
    throw CancellationError()
  }
}
