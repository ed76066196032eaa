import Stages
import Store
import Testing

private let people = (1...5).map { "\($0),学员\($0),东市,一中" }

/// Minutes of five learners: 90, 80, 80, 70, 60.
private let study = ["1,A,90", "2,A,80", "3,A,80", "4,A,70", "5,A,60"]

private func outcomes(ties: String, places: Int) throws -> [String] {
  let fixture = try NightFixture(
    awards: """
      { id: 'best', title: '优秀', pool: { learners: true }, rank: ['total desc'], ties: '\(ties)',
        quota: { percent: 100, of: { number: \(places) }, rounding: 'floor' } }
      """)
  try fixture.write("2023-08-19", roster: people, study: study)
  let night = try fixture.load("2023-08-19").night
  _ = try fixture.compute(night: night)
  return try texts(fixture.store, "SELECT rank || ' ' || outcome FROM decision ORDER BY candidate")
}

@Test(arguments: [
  ("extend", ["1 in", "2 in", "2 in", "4 below", "5 below"]),
  ("exclude", ["1 in", "2 below", "2 below", "4 below", "5 below"]),
  ("person", ["1 in", "2 tied", "2 tied", "4 below", "5 below"]),
  ("by_id", ["1 in", "2 in", "2 below", "4 below", "5 below"]),
])
func `equals at the line are settled as the pipeline file says`(policy: String, expected: [String]) throws {
  #expect(try outcomes(ties: policy, places: 2) == expected)
}

@Test func `a tie that a person must settle is named with its places`() throws {
  let fixture = try NightFixture(
    awards: """
      { id: 'best', title: '优秀', pool: { learners: true }, rank: ['total desc'], ties: 'person',
        quota: { percent: 40, of: { learners: 'enrolled' }, rounding: 'floor' } }
      """)
  try fixture.write("2023-08-19", roster: people, study: study)
  _ = try fixture.compute(night: try fixture.load("2023-08-19").night)
  let ties = try fixture.store.openTies()
  #expect(ties.map(\.places) == [1])
  #expect(ties.first?.candidates.map(\.code) == ["2", "3"])
  #expect(try fixture.misplacedDecisions() == 0)
  #expect(try texts(fixture.store, "SELECT arithmetic FROM award_quota") == ["5×40%=2→2（只舍不入）"])
}

@Test func `the order of the roster's rows never decides a rank`() throws {
  let fixture = try NightFixture()
  try fixture.write("2023-08-19", roster: people.reversed(), study: study.shuffled())
  let (_, scores) = try fixture.compute(night: try fixture.load("2023-08-19").night)
  #expect(scores.rank == [5, 4, 2, 2, 1])
}
