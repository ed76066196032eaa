/// How the keys of a ranking compare: the strongest first, each with its direction.
///
/// A key is an integer in the unit in which it is printed (hundredths of a point, seconds, ten-thousandths of a
/// composite), so that two candidates whose papers show the same figures are equals. A missing figure stands behind
/// every figure, whatever the direction.
package struct KeyOrder: Hashable, Sendable {
  /// Whether larger is better, key by key.
  package var descending: [Bool]

  /// An order by these directions.
  package init(descending: [Bool]) {
    self.descending = descending
  }

  /// The first key in which two candidates differ; nil makes them equals.
  package func firstDifference(_ left: RankKeys, _ right: RankKeys) -> Int? {
    descending.indices.first { left[$0] != right[$0] }
  }

  /// A figure as a number of which less is better; a missing figure is more than any.
  func lessIsBetter(_ figure: Int64?, at key: Int) -> Int128 {
    guard let figure else { return .max }
    return descending[key] ? -Int128(figure) : Int128(figure)
  }

  /// Whether the first candidate is truly better, not merely listed earlier.
  package func isBetter(_ left: RankKeys, than right: RankKeys) -> Bool {
    guard let key = firstDifference(left, right) else { return false }
    guard let mine = left[key] else { return false }
    guard let theirs = right[key] else { return true }
    return descending[key] ? mine > theirs : mine < theirs
  }
}
