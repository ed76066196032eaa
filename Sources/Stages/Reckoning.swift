package import Metrics
package import Programme
package import Scoring
package import Store

/// What one set of rules makes of the facts of a night: points, figures and decisions, reckoned and not written.
package struct Reckoning: Sendable {
  package let programme: Programme
  package let folder: MetricFolder
  package let learners: Learners
  package let scores: Scores
  package let measures: UnitMeasures
  package let awards: [DecidedAward]

  /// Reckons from the facts and tallies of a database; `learners` are those that were read before by rules with the same tallies.
  package init(
    _ store: ProgrammeStore, _ scorer: Scorer, _ folder: MetricFolder, learners known: Learners? = nil
  ) throws {
    programme = store.programme
    self.folder = folder
    learners = try known ?? Learners(store)
    scores = evaluate(store, learners, scorer)
    measures = try fold(store, learners, scores, folder)
    var awards: [DecidedAward] = []
    try CandidateField(store, learners, scores, measures).forEachAward { awards.append($0) }
    self.awards = awards
  }

  /// The same with other tallies of one learner: everything that hangs on them is reckoned again.
  package init(
    _ base: Reckoning, _ store: ProgrammeStore, _ scorer: Scorer, tallies row: [Int64], ofLearner index: Int
  ) throws {
    programme = base.programme
    folder = base.folder
    var learners = base.learners
    learners.tallies.values.replaceSubrange(learners.row(index), with: row)
    var scores = base.scores
    scores.take(scorer.marks(of: row), index)
    self.learners = learners
    self.scores = scores
    measures = try fold(store, learners, scores, folder)
    var awards: [DecidedAward] = []
    try CandidateField(store, learners, scores, measures).forEachAward { awards.append($0) }
    self.awards = awards
  }

  /// The award of an id; nil where these rules have none.
  package func award(_ id: Identifier<Award>) -> DecidedAward? { awards.first { $0.award.id == id } }
}
