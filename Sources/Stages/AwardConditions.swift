package import Programme
package import Scoring

extension Programme {
  /// What a learner must meet to compete for an award: the award's own conditions, and to be spared by the vetoes that bar awards.
  ///
  /// The pipeline file was read without a fault, so that every condition can be read.
  package func conditions(of award: Award) -> [Condition] {
    let unheard = FaultCollector()
    let own = award.eligible.compactMap { Condition($0, conditionScope, at: award.place, faults: unheard) }
    guard case .learners = award.pool else { return own }
    return own
      + scoring.vetoes.indices.filter { scoring.vetoes[$0].barsAwards }.map { index in
        Condition(sparedBy: scoring.vetoes[index], bit: 1 << UInt64(scoring.requirements.count + index))
      }
  }
}
