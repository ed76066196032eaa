import Stages
import Store
import Testing

/// Three schools of two cities, five learners each in the first two, one in the third; minutes fall from 99 on.
private let roster = [
  "1,甲,东市,一中", "2,乙,东市,一中", "3,丙,东市,一中", "4,丁,东市,一中", "5,戊,东市,一中",
  "6,己,西市,二中", "7,庚,西市,二中", "8,辛,西市,二中", "9,壬,西市,二中", "10,癸,西市,二中", "11,子,西市,三中",
]
private let study = (1...11).map { "\($0),A,\(100 - $0)" }

private func decided(_ award: String) throws -> NightFixture {
  let fixture = try NightFixture(awards: award)
  try fixture.write("2023-08-19", roster: roster, study: study)
  _ = try fixture.compute(night: try fixture.load("2023-08-19").night)
  #expect(try fixture.misplacedDecisions() == 0)
  return fixture
}

@Test func `places are divided between units by enrolled learners, each unit with its own ranking`() throws {
  let fixture = try decided(
    """
    { id: 'best', title: '优秀', pool: { learners: true }, rank: ['total desc'], ties: 'person',
      quota: { number: 4, split: { by: 'city', base: 'enrolled', method: 'largest_remainder' } } }
    """)
  #expect(
    try texts(
      fixture.store,
      "SELECT title || ' ' || size || ' ' || exact || ' ' || whole || '+' || added || '=' || places FROM award_split")
      == ["东市 5 1.8182 1+1=2", "西市 6 2.1818 2+0=2"])
  #expect(
    try texts(fixture.store, "SELECT code || ' ' || reason FROM award_decision WHERE outcome = 'in' ORDER BY candidate")
      == ["1 东市第1名，在2个名额内", "2 东市第2名，在2个名额内", "6 西市第1名，在2个名额内", "7 西市第2名，在2个名额内"])
  #expect(try texts(fixture.store, "SELECT arithmetic FROM award_quota") == ["4个（直接规定）"])
}

@Test func `a school without enough candidates passes its places on, and the paper's columns add up`() throws {
  let fixture = try decided(
    """
    { id: 'best', title: '优秀', pool: { learners: true }, eligible: [{ total_at_least: 92 }], rank: ['total desc'],
      ties: 'person', quota: { percent: 50, of: { learners: 'enrolled' }, rounding: 'ceiling',
        split: { by: 'school', base: 'enrolled', method: 'webster', minimum: 1 } } }
    """)
  let shares = try texts(fixture.store, "SELECT title || ' ' || places FROM award_split")
  #expect(shares == ["一中 3", "三中 0", "二中 3"])
  #expect(try texts(fixture.store, "SELECT arithmetic FROM award_quota") == ["11×50%=5.5→6（只入不舍）"])
}

@Test func `places that nobody can take are explained in the database`() throws {
  let fixture = try decided(
    """
    { id: 'best', title: '优秀', pool: { learners: true }, eligible: [{ total_at_least: 97 }], rank: ['total desc'],
      ties: 'person', quota: { number: 5 } }
    """)
  #expect(try texts(fixture.store, "SELECT places || ' ' || message FROM award_vacancy") == ["2 符合条件的参评对象不足"])
}

@Test func `lots are those that sha256sum gives, and settle the tie`() throws {
  let fixture = try NightFixture(
    awards: """
      { id: 'best', title: '优秀', pool: { learners: true }, rank: ['total desc'], ties: 'lot', seed: 's',
        quota: { number: 1 }, reserve: { number: 1 } }
      """)
  try fixture.write("2023-08-19", roster: ["1,甲,东市,一中", "2,乙,东市,一中"], study: ["1,A,50", "2,A,50"])
  _ = try fixture.compute(night: try fixture.load("2023-08-19").night)
  #expect(try fixture.misplacedDecisions() == 0)
  // printf 's\nbest\n1/1/1' | sha256sum, and the same with 2/1/1: the learner's code with those of the project and the cohort.
  #expect(
    try texts(fixture.store, "SELECT code || ' ' || lot || ' ' || outcome FROM award_decision ORDER BY candidate")
      == ["1 730457801aad5468 in", "2 7cf0273e2c349f29 reserve"])
}

@Test func `a draw as the ranking key needs no points, and batches follow it`() throws {
  let fixture = try decided(
    """
    { id: 'draw', title: '抽调', pool: { learners: true }, rank: [{ lot: '2021-10-20' }], ties: 'person',
      quota: { percent: 30, of: { learners: 'enrolled' }, rounding: 'floor' }, batches: [2, 1] }
    """)
  #expect(
    try texts(fixture.store, "SELECT batch FROM award_decision WHERE outcome = 'in' ORDER BY keys") == ["1", "1", "2"])
  #expect(try texts(fixture.store, "SELECT count(DISTINCT keys) FROM award_decision") == ["11"])
}

@Test func `a reserve list is as long as its share of the places says`() throws {
  let fixture = try decided(
    """
    { id: 'best', title: '优秀', pool: { learners: true }, rank: ['total desc'], ties: 'person',
      quota: { number: 5 }, reserve: { percent: 30 } }
    """)
  #expect(
    try texts(fixture.store, "SELECT code || ' ' || reserve FROM award_decision WHERE reserve > 0 ORDER BY reserve")
      == ["6 1", "7 2"])
}
