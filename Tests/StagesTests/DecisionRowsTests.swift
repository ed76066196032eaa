import Awards
import Foundation
import Metrics
import Programme
import SQLite
import Scoring
import Stages
import Store
import TestSupport
import Testing

/// Two cities with equals everywhere; two learners have nothing, one has withdrawn in nobody's file.
private let roster = (1...14).map { "\($0),名\($0),\($0 % 2 == 0 ? "东市" : "西市"),\(["一中", "二中", "三中"][$0 % 3])" }
private let study = [95, 95, 95, 90, 90, 88, 88, 88, 81, 70, 60, 60].enumerated().map { "\($0 + 1),A,\($1)" }

/// Awards whose decisions have every kind of sentence that needs no office: within, below, tied in each way, on a reserve list, unmet,
/// divided, drawn, without limit, and barred by another award.
private let awards = [
  "{ id: 'a', title: '甲', pool: { learners: true }, rank: ['total desc'], ties: 'extend', quota: { number: 2 } }",
  "{ id: 'a', title: '甲', pool: { learners: true }, rank: ['total desc'], ties: 'exclude', quota: { number: 4 } }",
  """
  { id: 'a', title: '甲', pool: { learners: true }, eligible: [{ total_at_least: 60 }], rank: ['total desc', 'courses desc'],
    ties: 'reserve', quota: { number: 7 }, reserve: { number: 2 } }
  """,
  "{ id: 'a', title: '甲', pool: { learners: true }, rank: ['total desc'], ties: 'by_id', quota: { number: 7 }, reserve: { number: 2 } }",
  "{ id: 'a', title: '甲', pool: { learners: true }, rank: ['total desc'], ties: 'lot', seed: 's', quota: { number: 7 } }",
  "{ id: 'a', title: '甲', pool: { learners: true }, rank: ['total desc', { lot: 's' }], ties: 'person', quota: { number: 7 } }",
  "{ id: 'a', title: '甲', pool: { learners: true }, rank: ['total desc'], rank_style: 'dense', ties: 'person', quota: { number: 7 } }",
  "{ id: 'a', title: '甲', pool: { learners: true }, rank: ['time desc', 'last desc missing_last'], ties: 'extend', quota: { number: 4 } }",
  "{ id: 'a', title: '甲', pool: { learners: true }, eligible: [{ total_at_least: 80 }], rank: ['total desc'], ties: 'extend', quota: 'none' }",
  """
  { id: 'a', title: '甲', pool: { learners: true }, rank: ['total desc'], ties: 'exclude',
    quota: { percent: 50, of: { learners: 'enrolled' }, rounding: 'floor',
      split: { by: 'city', base: 'enrolled', method: 'largest_remainder' } } }
  """,
  """
  { id: 'a', title: '甲', pool: { learners: true }, rank: ['total desc'], ties: 'exclude', quota: { number: 4 } },
  { id: 'b', title: '乙', pool: { learners: true }, rank: ['total desc'], ties: 'extend', quota: { number: 4 } }
  """,
]

private func decided(_ rules: String) throws -> (NightFixture, Reckoning) {
  let fixture = try NightFixture(
    awards: rules, tallies: ", last: { max: 'study.at', title: '最近学习', unit: 'moment' }")
  try fixture.write("2023-08-19", roster: roster, study: study)
  _ = try fixture.compute(night: try fixture.load("2023-08-19").night)
  let faults = FaultCollector()
  let scorer = Scorer(fixture.programme, faults: faults)
  let folder = MetricFolder(fixture.programme, scorer, faults: faults)
  return (fixture, try Reckoning(fixture.store, scorer, folder))
}

@Test(arguments: awards)
func `the database puts together the sentences that the rules give`(rules: String) throws {
  let (fixture, reckoning) = try decided(rules)
  for award in reckoning.awards {
    let expected = award.ruling.decisions.indices.map { index in
      let decision = award.ruling.decisions[index]
      return
        "\(decision.candidate) \(decision.outcome.rawValue) \(award.reason(index).chinese) \(award.reason(index).english)"
    }
    let written = try fixture.store.database.rows(
      "SELECT candidate, outcome, reason, reason_en FROM decision WHERE award = ? ORDER BY candidate",
      .text(award.award.id.text)
    ) { row throws(SQLiteError) in "\(row.integer(0)) \(row.text(1)) \(row.text(2)) \(row.text(3))" }
    #expect(written == expected)
    #expect(written.allSatisfy { !$0.contains("⟦") })
  }
}

@Test(arguments: awards)
func `a learner's decision is found by the place that is kept, and a line without a search`(rules: String) throws {
  let (fixture, reckoning) = try decided(rules)
  let database = fixture.store.database
  for award in reckoning.awards {
    let id = award.award.id.text
    for learner in 0...15 as ClosedRange<Int64> {
      let searched = try database.integer(
        "SELECT id FROM decision WHERE award = ? AND candidate = ?", .text(id), .integer(learner))
      #expect(try fixture.store.decision(of: award.award, enrolment: learner) == searched)
    }
    let kept = try database.rows(
      "SELECT section, ranked, rank, tied, keys FROM award_line WHERE award = ? ORDER BY section", .text(id)
    ) { row throws(SQLiteError) in "\(row.integer(0)) \(row.integer(1)) \(row.text(2)) \(row.text(3)) \(row.text(4))" }
    // The last of those whom the places reach, said in SQL.
    let searched = try database.rows(
      """
      SELECT s.section, s.ranked, coalesce(l.rank, ''), coalesce(l.tied, ''), coalesce(l.keys, '') FROM (
        SELECT section, max(rank + tied - 1) AS ranked FROM decision WHERE award = ?1 AND rank IS NOT NULL GROUP BY section
      ) s LEFT JOIN (
        SELECT section, rank, tied, keys, row_number() OVER (PARTITION BY section ORDER BY rank DESC, position DESC) AS n
        FROM decision d WHERE award = ?1 AND rank <= coalesce(
          (SELECT places FROM quota_share q WHERE q.award = ?1 AND q.section = d.section),
          (SELECT sum(places) FROM quota_step q WHERE q.award = ?1))
      ) l ON l.section = s.section AND l.n = 1 ORDER BY s.section
      """, .text(id)
    ) { row throws(SQLiteError) in "\(row.integer(0)) \(row.integer(1)) \(row.text(2)) \(row.text(3)) \(row.text(4))" }
    #expect(kept == searched)
  }
}

@Test func `decisions of an earlier program are read as they were written`() throws {
  let (fixture, _) = try decided(awards[9])
  let columns = """
    award, listing, candidate, kind, project, subject, unit, position, rank, shown_rank, tied, keys, outcome, stage, decided_by, reason,
    reason_en, gap, gap_key, gap_text, gap_text_en, section, reserve, batch, lot
    """
  func rows(_ database: Database) throws -> [[String]] {
    try database.rows("SELECT \(columns) FROM decision ORDER BY award, listing") { row throws(SQLiteError) in
      (0..<25).map { row.text($0) }
    }
  }
  let expected = try rows(fixture.store.database)
  let upgraded = try upgradedFromSchema6(fixture, decisions: columns)
  #expect(try rows(upgraded.database) == expected && expected.count == 14)
  #expect(
    try texts(upgraded, "SELECT award || section || ' ' || ranked || ' ' || rank || ' ' || keys FROM award_line")
      == texts(fixture.store, "SELECT award || section || ' ' || ranked || ' ' || rank || ' ' || keys FROM award_line"))
  let award = try #require(fixture.programme.awards.first)
  #expect(try upgraded.decision(of: award, enrolment: 5) != nil)
  #expect(try upgraded.decision(of: award, enrolment: 99) == nil)
}

/// A database of schema 6 that has the same decisions, opened by this program, which brings it up to date.
private func upgradedFromSchema6(_ fixture: NightFixture, decisions columns: String) throws -> ProgrammeStore {
  let schema = try String(contentsOfFile: Repository.path("Sources/Store/schema.sql"), encoding: .utf8)
  let end = try #require(schema.range(of: "PRAGMA user_version = 6;"))
  let folder = "\(fixture.folder)/earlier"
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  let earlier = try Database(path: "\(folder)/p.sqlite")
  try earlier.execute(String(schema[..<end.upperBound]))
  try earlier.run("ATTACH ? AS newer", .text(fixture.store.path))
  try earlier.execute(
    """
    INSERT INTO quota_step SELECT * FROM newer.quota_step;
    INSERT INTO quota_share SELECT * FROM newer.quota_share;
    INSERT INTO decision (\(columns)) SELECT \(columns) FROM newer.decision;
    """)
  return try ProgrammeStore(programme: fixture.programme, folder: folder)
}
