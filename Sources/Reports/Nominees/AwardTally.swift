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
    let statement = try database.prepare("SELECT outcome, stage FROM decision WHERE award = ? ORDER BY id")
    var tallies: [AwardTally] = []
    for award in awards {
      try statement.bind(1, award.id.text)
      // Candidates lie in the order of the papers, so that most follow others of the same outcome.
      var counts: [Count] = []
      while try statement.step() {
        if let last = counts.indices.last, statement.isText(0, counts[last].outcome.rawValue),
          statement.isText(1, counts[last].stage.rawValue)
        {
          counts[last].candidates += 1
        } else {
          counts.append(
            Count(outcome: try known(statement.text(0)), stage: try known(statement.text(1)), candidates: 1))
        }
      }
      statement.reset()
      tallies.append(AwardTally(award: award.id.text, counts: summed(counts)))
    }
    return tallies
  }

  /// One count for each outcome and stage, in the order of their names.
  private static func summed(_ runs: [Count]) -> [Count] {
    var counts: [Count] = []
    for run in runs {
      if let place = counts.firstIndex(where: { $0.outcome == run.outcome && $0.stage == run.stage }) {
        counts[place].candidates += run.candidates
      } else {
        counts.append(run)
      }
    }
    return counts.sorted {
      ($0.outcome.rawValue, $0.stage.rawValue) < ($1.outcome.rawValue, $1.stage.rawValue)
    }
  }
}
