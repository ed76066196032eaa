import Awards
import Programme
import Scoring
import SQLite
import Stages
import Store

/// One learner whose facts are tried otherwise, one at a time: everything else is as it is.
///
/// Whatever is tried comes to tallies, tallies to marks, and marks to a standing in every award for learners. Trials with the same
/// standings and the same result have the same winners, so that each such case is reckoned once, in full, and remembered.
final class LearnerTrial {
  private let inquiry: Inquiry
  private let base: Reckoning
  private let awards: [LearnerStandings]
  private let learner: Int
  private let row: [Int64]
  private var known: [Case: [Identifier<Award>: WinnersChange]] = [:]

  /// What decides who wins, as far as the learner has a part in it.
  private struct Case: Hashable {
    let standings: [Standing?]
    let passed: Bool
  }

  init(_ inquiry: Inquiry, _ base: Reckoning, _ awards: [LearnerStandings], learner: Int) {
    (self.inquiry, self.base, self.awards, self.learner) = (inquiry, base, awards, learner)
    row = Array(base.learners.tallies.values[base.learners.row(learner)])
    known[caseOf(row, inquiry.scorer.marks(of: row))] = [:]
  }

  /// How the winners of an award differ when the facts of a source are others; nil when they do not.
  func change(of award: Identifier<Award>, _ tallies: [Int64]) throws -> WinnersChange? {
    let marks = inquiry.scorer.marks(of: tallies)
    let trial = caseOf(tallies, marks)
    if let changes = known[trial] { return changes[award] }
    let other = try Reckoning(base, inquiry.store, inquiry.scorer, tallies: tallies, ofLearner: learner)
    var changes: [Identifier<Award>: WinnersChange] = [:]
    for (before, after) in zip(base.awards, other.awards) where before.kind == "learner" {
      let change = WinnersChange(from: before.ruling, to: after.ruling)
      if !change.isNone { changes[before.award.id] = change }
    }
    known[trial] = changes
    return changes[award]
  }

  /// The total that tallies come to.
  func total(_ tallies: [Int64]) -> Int64 { inquiry.scorer.marks(of: tallies).total }

  var total: Int64 { total(row) }

  private func caseOf(_ tallies: [Int64], _ marks: Marks) -> Case {
    Case(standings: awards.map { $0.standing(of: learner, tallies, marks) }, passed: marks.passed)
  }

  /// The learner's tallies when the facts of a source are these.
  func tallies(of source: Source, _ facts: [Fact]) -> [Int64] {
    var changed = row
    for (position, tally) in inquiry.programme.tallies.enumerated()
    where tally.source == source.id && tally.subject == .learner {
      changed[position] = tally.folded(facts)
    }
    return changed
  }
}
