package import Programme
package import Scoring

extension Composite {
  /// The indicator of each candidate, from one row of printed figures per candidate in the order of `parts`.
  ///
  /// - `minMax`: each figure scaled to 0…1 over the candidates given, then the weighted mean; where all have the same
  ///   figure it counts 0 for all, since it tells nobody apart.
  /// - `weighted`: the sum of weight × figure; a capped figure counts as its share of the cap, at most 1.
  /// - `meanOfRanks`: the weighted mean of the competition ranks by each figure, the largest being first; who has no figure comes
  ///   after all who have one.
  ///
  /// A missing figure counts 0. The seeds name the figures of an award and not their weights (seed 3, 评优条件), so the
  /// weights are the programme's. Figures come as printed, with few decimals, so that exact sums stay within 128 bits.
  package func values(of figures: [[Fraction?]]) -> [Fraction] {
    switch method {
    case .minMax: scaledMeans(of: figures)
    case .weighted: figures.map { weightedSum(of: $0) }
    case .meanOfRanks: meanRanks(of: figures)
    }
  }

  private func meanRanks(of figures: [[Fraction?]]) -> [Fraction] {
    let total = Fraction(parts.reduce(0) { $0 + $1.weight })
    var sums = [Fraction](repeating: Fraction(0), count: figures.count)
    for (column, part) in parts.enumerated() {
      let order = figures.indices.sorted { isAhead(figures[$0][column], of: figures[$1][column]) }
      var rank = 0
      for (position, row) in order.enumerated() {
        if position == 0 || figures[order[position - 1]][column] != figures[row][column] { rank = position + 1 }
        sums[row] = sums[row] + Fraction(part.weight) * Fraction(Int64(rank))
      }
    }
    return sums.map { $0.divided(by: total) ?? Fraction(0) }
  }

  private func isAhead(_ left: Fraction?, of right: Fraction?) -> Bool {
    guard let left else { return false }
    guard let right else { return true }
    return right < left
  }

  private func scaledMeans(of figures: [[Fraction?]]) -> [Fraction] {
    let total = Fraction(parts.reduce(0) { $0 + $1.weight })
    var sums = [Fraction](repeating: Fraction(0), count: figures.count)
    for (column, part) in parts.enumerated() {
      let known = figures.compactMap { $0[column] }
      guard let least = known.min(), let greatest = known.max(), least < greatest else { continue }
      for row in figures.indices {
        guard let figure = figures[row][column] else { continue }
        guard let scaled = (figure - least).divided(by: greatest - least) else { continue }
        sums[row] = sums[row] + Fraction(part.weight) * scaled
      }
    }
    return sums.map { $0.divided(by: total) ?? Fraction(0) }
  }

  private func weightedSum(of figures: [Fraction?]) -> Fraction {
    var sum = Fraction(0)
    for (part, figure) in zip(parts, figures) {
      guard let figure else { continue }
      sum = sum + Fraction(part.weight) * part.counted(figure)
    }
    return sum
  }
}

extension CompositePart {
  fileprivate func counted(_ figure: Fraction) -> Fraction {
    guard let cap else { return figure }
    return min(figure, Fraction(cap)).divided(by: Fraction(cap)) ?? Fraction(0)
  }
}
