package import Metrics

/// Where a unit or a project stands tonight: its people, its figures and its place in the ranking.
package struct Standing: Sendable {
  /// One figure tonight, beside the one of the issue before.
  package struct Measured: Sendable {
    package let figure: Figure
    package let printed: Printed
    package let previous: Printed?
    /// The growth of the numerator since the issue before.
    package let growth: Int64?

    init(_ indicator: Indicator, _ figure: Figure, previous: Figure?) {
      self.figure = figure
      printed = indicator.measure.printed(figure)
      self.previous = previous.map(indicator.measure.printed)
      growth = previous.map { figure.numerator - $0.numerator }
    }

    /// The difference of what was printed; nil without an earlier figure.
    package var change: PrintedChange? { previous.flatMap { PrintedChange(from: $0, to: printed) } }
  }

  package let id: Int64
  package let code: String
  package let name: String
  /// 0 for the widest level.
  package let level: Int
  package let parent: Int64?
  /// Learners in every denominator, the vanished among them.
  package let enrolled: Int64
  package let withdrawn: Int64
  package let vanished: Int64
  /// In the order of the bulletin's indicators.
  package let measured: [Measured]
  /// Competition rank (1, 2, 2, 4) among all units of the level; nil without learners.
  package var rank: Int?
  package var previousRank: Int?
  /// The rank among the units under the same parent.
  package var rankWithin: Int?

  /// Places gained since the issue before; negative when places were lost.
  package var climb: Int? {
    guard let rank, let previousRank else { return nil }
    return previousRank - rank
  }
}

/// Ranks 1, 2, 2, 4 from the highest printed figure down; what has no figure has no rank (同率同名次，其后名次顺延).
package func competitionRanks(_ figures: [Printed?]) -> [Int?] {
  let sorted = figures.compactMap { $0?.units }.sorted(by: >)
  var first: [Int64: Int] = [:]
  for (index, units) in sorted.enumerated() where first[units] == nil { first[units] = index + 1 }
  return figures.map { figure in figure?.units.flatMap { first[$0] } }
}

extension [Standing] {
  /// The same rows with their ranks by one figure, now and in the issue before, over all rows and under each parent.
  func ranked(by indicator: Int) -> [Standing] {
    var rows = self
    let ranks = competitionRanks(map { $0.measured[indicator].printed })
    let previous = competitionRanks(map { $0.measured[indicator].previous })
    for index in indices {
      rows[index].rank = ranks[index]
      rows[index].previousRank = previous[index]
    }
    for siblings in Dictionary(grouping: indices, by: { self[$0].parent }).values {
      let within = competitionRanks(siblings.map { self[$0].measured[indicator].printed })
      for (index, rank) in zip(siblings, within) { rows[index].rankWithin = rank }
    }
    return rows
  }

  /// From the first place down, the unranked last; equals stay in administrative order.
  package var byRank: [Standing] {
    enumerated().sorted { ($0.element.rank ?? .max, $0.offset) < ($1.element.rank ?? .max, $1.offset) }.map(\.element)
  }
}
