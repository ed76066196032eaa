/// How the keys of a ranking compare: the strongest first, each with its direction.
///
/// A key is an integer in the unit in which it is printed (hundredths of a point, seconds, ten-thousandths of a
/// composite), so that two candidates whose papers show the same figures are equals. A missing figure stands behind
/// every figure, whatever the direction, unless the programme says that it stands before them.
package struct KeyOrder: Hashable, Sendable {
  /// Whether larger is better, key by key.
  package var descending: [Bool]
  /// Whether no figure is better than any, key by key.
  package var missingFirst: [Bool]

  /// An order by these directions; a missing figure is the worst unless told.
  package init(descending: [Bool], missingFirst: [Bool]? = nil) {
    self.descending = descending
    self.missingFirst = missingFirst ?? descending.map { _ in false }
  }

  /// The first key in which two candidates differ; nil makes them equals.
  package func firstDifference(_ left: RankKeys, _ right: RankKeys) -> Int? {
    descending.indices.first { left[$0] != right[$0] }
  }

  /// A figure as a number of which less is better.
  func lessIsBetter(_ figure: Int64?, at key: Int) -> Int128 {
    guard let figure else { return missingFirst[key] ? .min : .max }
    return descending[key] ? -Int128(figure) : Int128(figure)
  }

  /// Whether the first candidate is truly better, not merely listed earlier.
  package func isBetter(_ left: RankKeys, than right: RankKeys) -> Bool {
    guard let key = firstDifference(left, right) else { return false }
    return lessIsBetter(left[key], at: key) < lessIsBetter(right[key], at: key)
  }
}
