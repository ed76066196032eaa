import Awards
import Programme

/// A contest over one descending key, as most cases need it; keys of candidates are their positions from 1.
func contest(
  _ figures: [Int64?], places: Int64?, ties: TiePolicy = .person, reserves: Int64 = 0,
  recommendation: Opinion = .notAsked, approval: Opinion = .notAsked
) -> Contest {
  let candidates = figures.enumerated().map { position, figure in
    Candidate(key: Int64(position + 1), unit: Int64(position + 1), listing: Int64(position), keys: [figure])
  }
  return Contest(
    order: KeyOrder(descending: [true]), ties: ties, places: places, reserve: .number(reserves),
    recommendation: recommendation, approval: approval, candidates: candidates)
}

/// An office's file that says yes to these candidates, its rows numbered from 1.
func yes(to candidates: Int64...) -> Opinion {
  .given(candidates.enumerated().map { Naming(candidate: $0.element, row: Int64($0.offset + 1)) })
}

extension Ruling {
  var outcomes: [Outcome] { decisions.map(\.outcome) }
  var reasons: [Reason] { decisions.map(\.reason) }
  var stages: [Stage] { decisions.map(\.stage) }
}
