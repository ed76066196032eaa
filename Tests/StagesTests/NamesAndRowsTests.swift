import SQLite
import Store
import TestSupport
import Testing

private let awards = """
  { id: 'best', title: '优秀', pool: { learners: true }, rank: ['total desc'], ties: 'reserve',
    quota: { percent: 40, of: { learners: 'enrolled' }, rounding: 'half_up',
      split: { by: 'city', base: 'qualified', method: 'largest_remainder', equals: 'larger' } } },
  { id: 'drawn', title: '抽签', pool: { learners: true }, rank: ['total desc'], ties: 'lot', seed: '2021-10-20 第7期',
    quota: { number: 2 } },
  """

/// From the exports on: names stand in no rank key and no order, and rows may come as they like.
@Test func `other names and another order of the rows of all exports change no decision`() throws {
  for seed in Cases.seeds(usually: 15) {
    var random = SeededGenerator(seed: seed)
    let schools = ["东市,一中", "东市,二中", "西市,三中"]
    let people = (1...9).map { ("\($0)", schools[Int.random(in: 0..<3, using: &random)]) }
    let study = people.map { "\($0.0),A,\(Int.random(in: 70...80, using: &random))" }
    let names = people.map { "名\($0.0)" }
    func decisions(_ names: [String], shuffles: Bool) throws -> [String] {
      let fixture = try NightFixture(awards: awards)
      try fixture.store.database.execute("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY")
      var roster = zip(people, names).map { "\($0.0),\($1),\($0.1)" }
      var rows = study
      if shuffles {
        roster.shuffle(using: &random)
        rows.shuffle(using: &random)
      }
      try fixture.write("2023-08-19", roster: roster, study: rows)
      _ = try fixture.compute(night: try fixture.load("2023-08-19").night)
      return try texts(
        fixture.store,
        """
        SELECT award || ' ' || code || ' ' || outcome || ' ' || stage || ' ' || coalesce(rank, '') || ' ' || reason
          || ' ' || coalesce(lot, '') FROM award_decision ORDER BY award, code
        """)
    }
    let first = try decisions(names, shuffles: false)
    #expect(try decisions(names, shuffles: true) == first, "SEED=\(seed)")
    #expect(try decisions(names.reversed(), shuffles: true) == first, "SEED=\(seed)")
    #expect(try decisions(Array(repeating: "同名", count: 9), shuffles: false) == first, "SEED=\(seed)")
  }
}
