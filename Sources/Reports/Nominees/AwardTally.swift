import Awards
import Programme
import SQLite

/// How many candidates of an award came to which outcome, so that nobody is missing from the count.
struct AwardTally: Sendable {
  /// The candidates of one outcome at one stage.
  struct Count: Hashable, Sendable {
    var outcome: Outcome
    var stage: Stage
    var candidates: Int64
  }

  var award: String
  var counts: [Count]

  /// Everybody whom the award had to decide on.
  var candidates: Int64 { counts.reduce(0) { $0 + $1.candidates } }

  /// How many came to an outcome, whatever the stage.
  func count(_ outcome: Outcome) -> Int64 {
    counts.filter { $0.outcome == outcome }.reduce(0) { $0 + $1.candidates }
  }

  /// How many are in with an approval behind them.
  var approved: Int64 {
    counts.filter { $0.outcome == .in && $0.stage.isApproved }.reduce(0) { $0 + $1.candidates }
  }

  /// The least advanced stage among those who are in: what a whole list may be called.
  var stage: Stage {
    counts.filter { $0.outcome == .in }.map(\.stage).min() ?? .candidate
  }

  /// What those who are in are called together.
  var stageTitle: String {
    approved > 0 && approved < count(.in) ? "部分审批" : Outcome.in.title(at: stage)
  }

  /// The outcomes of every award of the programme, in its order.
  static func read(_ database: Database, _ awards: [Award]) throws(SQLiteError) -> [AwardTally] {
    let rows = try database.rows(
      "SELECT award, outcome, stage, count(*) FROM decision GROUP BY award, outcome, stage ORDER BY award, outcome, stage"
    ) { row throws(SQLiteError) in
      (
        award: row.text(0),
        count: Count(
          outcome: try known(row.text(1)), stage: try known(row.text(2)),
          candidates: row.integer(3))
      )
    }
    return awards.map { award in
      AwardTally(award: award.id.text, counts: rows.filter { $0.award == award.id.text }.map(\.count))
    }
  }
}
