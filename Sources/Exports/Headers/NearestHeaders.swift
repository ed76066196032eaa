/// The headers that resemble one of those wanted, the nearest first, at most three.
///
/// Only to be shown to a person: no column is ever taken for another because it resembles it.
func nearestHeaders(to wanted: [String], among headers: [String], excluding taken: Set<Int>) -> [String] {
  let keys = wanted.map { Array(HeaderText($0).key.unicodeScalars) }
  let rated = headers.enumerated().compactMap { index, header -> (header: String, score: Int)? in
    let key = Array(HeaderText(header).key.unicodeScalars)
    guard !taken.contains(index), !key.isEmpty, key.count <= 40 else { return nil }
    let score = keys.map { resemblance($0, key) }.max() ?? 0
    return score >= 50 ? (header, score) : nil
  }
  return rated.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }.prefix(3).map {
    $0.element.header
  }
}

/// Twice the characters in common, in order, out of all characters, in percent.
private func resemblance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
  guard !one.isEmpty, !other.isEmpty else { return 0 }
  var lengths = [Int](repeating: 0, count: other.count + 1)
  for scalar in one {
    var diagonal = 0
    for index in other.indices {
      let above = lengths[index + 1]
      lengths[index + 1] = scalar == other[index] ? diagonal + 1 : max(above, lengths[index])
      diagonal = above
    }
  }
  return 200 * lengths[other.count] / (one.count + other.count)
}
