import Foundation
import SQLite
import Stages
import Store
import TestSupport
import Testing

private let roster = ["1,甲,东市,一中", "2,乙,东市,一中", "3,丙,西市,二中"]
private let words = ChronicleWords(reason: "复核", approvedBy: "项目办")
private let award = """
  { id: 'best', title: '优秀', pool: { learners: true }, rank: ['total desc'], ties: 'person', quota: { number: 1 } }
  """

/// Another number of minutes for a course, as the export has so many of it; nil takes earlier ones back.
private func correction(_ enrolment: Int64, _ course: String, _ minutes: Int?, stated: Int) -> FactCorrection {
  FactCorrection(
    source: "study", enrolment: enrolment, item: course, value: minutes.map { Int64($0) * 60 },
    stated: FactCorrection.stated(
      category: "", value: Int64(stated) * 60, full: nil, at: nil, flag: false, missing: nil))
}

private func outcomes(_ fixture: NightFixture) throws -> [String] {
  try texts(fixture.store, "SELECT outcome FROM decision ORDER BY candidate")
}

@Test func `a corrected value moves who wins, holds over the next night, and ends when the export changes the row`()
  throws
{
  let fixture = try NightFixture(awards: award)
  try fixture.write("2023-08-19", roster: roster, study: ["1,A,90", "2,A,80", "2,B,5", "3,A,70"])
  let first = try fixture.load("2023-08-19").night
  _ = try fixture.compute(night: first)
  #expect(try outcomes(fixture) == ["in", "below", "below"])
  try fixture.store.correct(correction(2, "A", 95, stated: 80), words)
  _ = try fixture.compute(night: first)
  #expect(try outcomes(fixture) == ["below", "in", "below"])
  // Another row of the learner changes, and the corrected one stands.
  try fixture.write("2023-08-20", roster: roster, study: ["1,A,99", "2,A,80", "2,B,3", "3,A,70"])
  let second = try fixture.load("2023-08-20").night
  _ = try fixture.compute(night: second)
  #expect(try fixture.store.database.integer("SELECT time FROM tally WHERE enrolment = 2") == 98 * 60)
  #expect(try outcomes(fixture) == ["in", "below", "below"])
  try fixture.write("2023-08-21", roster: roster, study: ["1,A,99", "2,A,85", "2,B,3", "3,A,70"])
  let third = try fixture.load("2023-08-21").night
  _ = try fixture.compute(night: third)
  #expect(try fixture.store.database.integer("SELECT time FROM tally WHERE enrolment = 2") == 88 * 60)
  #expect(try fixture.store.brokenEntry() == nil)
}

@Test func `a correction that is taken back leaves what the export says`() throws {
  let fixture = try NightFixture(awards: award)
  try fixture.write("2023-08-19", roster: roster, study: ["1,A,90", "2,A,80", "3,A,70"])
  let night = try fixture.load("2023-08-19").night
  _ = try fixture.compute(night: night)
  try fixture.store.correct(correction(2, "A", 95, stated: 80), words)
  try fixture.store.correct(correction(2, "A", nil, stated: 80), words)
  _ = try fixture.compute(night: night)
  #expect(try outcomes(fixture) == ["in", "below", "below"])
  #expect(try fixture.store.factCorrections().map(\.entry) == [2])
}

@Test func `tallies are what exports and corrections come to, whatever the nights and corrections were`() throws {
  for seed in Cases.seeds(usually: 20) {
    var random = SeededGenerator(seed: seed)
    let fixture = try NightFixture()
    try fixture.store.database.execute("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY")
    var exported: [String: Int] = [:]
    var corrected: [String: (value: Int, stated: Int)] = [:]
    for day in 11...14 {
      for key in ["1,A", "1,B", "2,A", "2,B", "3,A"] where day == 11 || random.oneIn(3) {
        exported[key] = random.oneIn(5) ? nil : Int.random(in: 1...60, using: &random)
      }
      let rows = exported.sorted { $0.key < $1.key }.map { "\($0.key),\($0.value)" }
      try fixture.write("2023-08-\(day)", roster: roster, study: rows + ["1,C,1", "2,C,1", "3,C,1"])
      for _ in 0...(random.oneIn(3) ? 1 : 0) { try fixture.load("2023-08-\(day)") }
      if let key = random.pick(exported.keys.sorted()), let stated = exported[key] {
        let value = random.oneIn(4) ? nil : Int.random(in: 61...99, using: &random)
        let parts = key.split(separator: ",")
        try fixture.store.correct(
          correction(Int64(parts[0]) ?? 0, String(parts[1]), value, stated: stated), words)
        corrected[key] = value.map { ($0, stated) }
      }
      let expected = (1...3).map { learner in
        60
          * exported.filter { $0.key.hasPrefix("\(learner),") }.reduce(1) { sum, fact in
            guard let other = corrected[fact.key], other.stated == fact.value else { return sum + fact.value }
            return sum + other.value
          }
      }
      let found = try texts(fixture.store, "SELECT time FROM tally ORDER BY enrolment")
      #expect(found == expected.map { "\($0)" }, "SEED=\(seed) day \(day)")
    }
    #expect(try fixture.store.brokenEntry() == nil, "SEED=\(seed)")
  }
}
