/// The codes of the symbols of one deflated block (RFC 1951, 3.2.2): the more often a symbol occurs, the shorter its code.
struct HuffmanCode {
  /// How many bits the code of each symbol has; 0 for one that does not occur.
  let lengths: [UInt8]
  /// The codes as they stand in the stream, the first bit lowest.
  let codes: [UInt16]

  /// Codes of at most `limit` bits for symbols that occur so often.
  init(_ counts: Span<UInt32>, limit: Int) {
    let symbols = counts.indices.filter { counts[$0] > 0 }.sorted { (counts[$0], $0) < (counts[$1], $1) }
    var lengths = [UInt8](repeating: 0, count: counts.count)
    var next = 0
    let numbers = Self.numbers(of: symbols.map { UInt64(counts[$0]) }, limit: limit)
    for length in stride(from: limit, through: 1, by: -1) {
      for _ in 0..<numbers[length] {
        lengths[symbols[next]] = UInt8(length)
        next += 1
      }
    }
    self.lengths = lengths
    codes = Self.codes(lengths)
  }

  /// How many codes of each length there are for ascending counts.
  private static func numbers(of counts: [UInt64], limit: Int) -> [Int] {
    var numbers = [Int](repeating: 0, count: limit + 1)
    guard counts.count > 1 else {
      numbers[1] = counts.count
      return numbers
    }
    for depth in depths(counts) { numbers[min(depth, limit)] += 1 }
    // Codes that were cut to the limit take too much room: one is moved under another until all fit.
    var room = (1...limit).reduce(0) { $0 + numbers[$1] << (limit - $1) }
    while room > 1 << limit {
      guard let length = (1..<limit).last(where: { numbers[$0] > 0 }) else { break }
      numbers[length] -= 1
      numbers[length + 1] += 2
      numbers[limit] -= 1
      room -= 1
    }
    return numbers
  }

  /// How deep each of ascending counts lies in the tree that joins the two rarest again and again.
  private static func depths(_ counts: [UInt64]) -> [Int] {
    let leaves = counts.count
    var weights = counts
    var parents = [Int](repeating: 0, count: 2 * leaves - 1)
    var (leaf, branch) = (0, leaves)
    func rarest() -> Int {
      if leaf < leaves, branch >= weights.count || weights[leaf] <= weights[branch] {
        leaf += 1
        return leaf - 1
      }
      branch += 1
      return branch - 1
    }
    for node in leaves..<(2 * leaves - 1) {
      let (one, other) = (rarest(), rarest())
      (parents[one], parents[other]) = (node, node)
      weights.append(weights[one] + weights[other])
    }
    var depths = [Int](repeating: 0, count: 2 * leaves - 1)
    for node in (0..<(2 * leaves - 2)).reversed() { depths[node] = depths[parents[node]] + 1 }
    return Array(depths[..<leaves])
  }

  /// The codes that the lengths stand for.
  private static func codes(_ lengths: [UInt8]) -> [UInt16] {
    var numbers = [UInt16](repeating: 0, count: 17)
    for length in lengths where length > 0 { numbers[Int(length)] += 1 }
    var next = [UInt16](repeating: 0, count: 17)
    for length in 1...15 { next[length] = (next[length - 1] + numbers[length - 1]) << 1 }
    return lengths.map { length in
      guard length > 0 else { return 0 }
      defer { next[Int(length)] += 1 }
      return DeflateCodes.reversed(next[Int(length)], Int(length))
    }
  }
}
