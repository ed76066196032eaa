import Foundation
import Metrics
import SQLite
import Scoring
import Stages
import Store

/// Times the award stage over so many candidates beside what SQLite needs to fetch the same rows ordered by the same keys, both from the
/// same file, in turn, each time with a connection of its own.
///
/// Ours is everything from opening the file to the commit: learners and tallies read, scored, ranked, decided, a decision written for
/// everybody, their indexes made. SQLite's is the query stepped through to its last row: over the tables as they lie, and over one table that has
/// nothing but the candidates and their keys. The ratios are medians of the pairs.
func timeAwards(_ options: Options) throws {
  let candidates = try options.number("candidates", usually: 1_000_000)
  let made = try CandidateDatabase(
    candidates: candidates, seed: UInt64(try options.number("seed", usually: 1)), place: try options.required("folder"))
  try prepare(made)
  var trials: [Trial] = []
  for _ in 0..<max(1, try options.number("runs", usually: 5)) { trials.append(try Trial(made, candidates)) }
  var table = Table(columns: [
    "\(grouped(candidates)) candidates", "seconds", "ratio to ORDER BY", "ratio to one table",
  ])
  func row(_ title: String, _ seconds: (Trial) -> Double) {
    table.add([
      title, decimal(median(trials.map(seconds)), 3), decimal(median(trials.map { seconds($0) / $0.ordered }), 2),
      decimal(median(trials.map { seconds($0) / $0.plain }), 2),
    ])
  }
  row("from the file to committed decisions") { $0.reading + $0.deciding }
  row("of which read and scored") { $0.reading }
  row("of which the award stage") { $0.deciding }
  row("SQLite: SELECT … ORDER BY, enrolment ⋈ score ⋈ tally") { $0.ordered }
  row("SQLite: SELECT … ORDER BY, one table") { $0.plain }
  print("\nAwards: ranked, decided and written, beside SQLite's ordered rows (\(trials.count) runs in turn)\n")
  table.print()
}

/// Scores everybody once, as the nights before did, and lays the keys into one table for the second query.
private func prepare(_ made: CandidateDatabase) throws {
  let store = try made.open(readOnly: false)
  try store.database.transaction {
    let learners = try Learners(store)
    _ = try score(store, learners, made.scorer, rewritesAll: true)
    try store.database.execute(
      """
      CREATE TABLE bench_candidate (id INTEGER PRIMARY KEY, unit INTEGER NOT NULL, code TEXT NOT NULL, total INTEGER NOT NULL, done_at INTEGER) STRICT;
      INSERT INTO bench_candidate SELECT e.id, e.unit, p.code, s.total, t.done_at FROM enrolment e JOIN person p ON p.id = e.person
      JOIN score s ON s.enrolment = e.id JOIN tally t ON t.enrolment = e.id
      """)
  }
}

/// One run of each.
private struct Trial {
  let reading: Double
  let deciding: Double
  let ordered: Double
  let plain: Double

  init(_ made: CandidateDatabase, _ candidates: Int) throws {
    (reading, deciding) = try Self.decide(made, candidates)
    ordered = try Self.step(
      made, candidates,
      """
      SELECT e.id, e.unit, p.code, s.total, t.done_at FROM enrolment e JOIN person p ON p.id = e.person
      JOIN score s ON s.enrolment = e.id JOIN tally t ON t.enrolment = e.id ORDER BY \(CandidateDatabase.order)
      """)
    plain = try Self.step(
      made, candidates,
      "SELECT id, unit, code, total, done_at FROM bench_candidate ORDER BY total DESC, done_at IS NULL, done_at")
  }

  private static func decide(_ made: CandidateDatabase, _ candidates: Int) throws -> (Double, Double) {
    let start = ContinuousClock.now
    let store = try made.open(readOnly: false)
    let learners = try Learners(store)
    let scores = evaluate(store, learners, made.scorer)
    let measures = try fold(store, learners, scores, made.folder)
    let read = ContinuousClock.now
    try store.database.transaction { try award(store, learners, scores, measures) }
    let end = ContinuousClock.now
    let written = try store.database.integer("SELECT count(*) FROM decision") ?? 0
    guard written == candidates else { throw MeasureError(description: "\(written) decisions of \(candidates)") }
    return ((read - start) / .seconds(1), (end - read) / .seconds(1))
  }

  /// Steps through a query to its end and takes every column.
  private static func step(_ made: CandidateDatabase, _ candidates: Int, _ query: String) throws -> Double {
    let start = ContinuousClock.now
    let rows = try made.open(readOnly: true).database.prepare(query)
    var (count, taken) = (0, 0)
    var last = Int64.max
    while try rows.step() {
      guard rows.integer(3) <= last else { throw MeasureError(description: "the rows are not in order") }
      last = rows.integer(3)
      count += 1
      taken &+=
        Int(rows.integer(0) &+ rows.integer(1) &+ (rows.optionalInteger(4) ?? 0)) &+ rows.withBytes(2) { $0.count }
    }
    guard count == candidates, taken != 0 else { throw MeasureError(description: "\(count) rows of \(candidates)") }
    return (ContinuousClock.now - start) / .seconds(1)
  }
}
