package import Programme

/// The best part of a pool by one figure, as a condition of entry (seed 3: 在线时间居前50%).
package struct EntryCut: Hashable, Sendable {
  /// How many were compared: the whole pool, whoever else is ineligible.
  package var pool: Int64
  /// How many the share admits before those tied at the cut are counted.
  package var admitted: Int64
  /// Who comes in, in the order of the figures given.
  package var isIn: [Bool]
}

extension EntryPercentile {
  /// Draws the cut over a pool; a candidate without a figure counts in the pool and never comes in.
  package func cut(_ figures: [Int64?]) -> EntryCut {
    let admitted = rounding.quotient(Int128(figures.count) * Int128(share), over: millionths)
    let known = figures.compactMap(\.self).sorted { key.descending ? $0 > $1 : $0 < $1 }
    guard admitted > 0, !known.isEmpty else {
      return EntryCut(pool: Int64(figures.count), admitted: admitted, isIn: figures.map { _ in false })
    }
    let last = min(Int(admitted), known.count) - 1
    let edge = known[last]
    let edgeComesIn = tiesIn || last + 1 == known.count || known[last + 1] != edge
    let isIn = figures.map { figure in
      guard let figure else { return false }
      if figure == edge { return edgeComesIn }
      return key.descending ? figure > edge : figure < edge
    }
    return EntryCut(pool: Int64(figures.count), admitted: admitted, isIn: isIn)
  }
}
