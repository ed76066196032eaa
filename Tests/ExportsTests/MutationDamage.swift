import TestSupport

/// What was done to the bytes of a good file, and from which byte on.
struct MutationDamage {
  var bytes: [UInt8]
  /// No byte before this one was changed.
  var start: Int
  /// The part of a workbook whose bytes these are; empty for the file as a whole.
  var part = ""
  /// How many rows the sheets of a workbook still have.
  var rowCount = 0

  /// Damages good bytes once to three times: flips, cuts, inserts, doubles or swaps some of them.
  init(_ good: [UInt8], _ generator: inout SeededGenerator) {
    bytes = good
    start = good.count
    for _ in 0..<Int.random(in: 1...3, using: &generator) where bytes.count > 8 { strike(&generator) }
  }

  private mutating func strike(_ generator: inout SeededGenerator) {
    let first = Int.random(in: 0..<(bytes.count - 4), using: &generator)
    let last = min(bytes.count, first + Int.random(in: 1...60, using: &generator))
    start = min(start, first)
    switch Int.random(in: 0..<7, using: &generator) {
    case 0: bytes[first] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case 1: bytes[first] = generator.pick(Array("\"\r\n,\t;<>&='\0/ ".utf8)) ?? 0
    case 2: bytes.removeSubrange(first..<last)
    case 3: bytes.insert(contentsOf: (0..<3).map { _ in UInt8.random(in: 0...255, using: &generator) }, at: first)
    case 4: bytes.insert(contentsOf: bytes[first..<last], at: first)
    case 5: bytes.removeLast(bytes.count - first)
    default: swap(first..<last, &generator)
    }
  }

  /// Puts a piece where another stood, and the other in its place.
  private mutating func swap(_ piece: Range<Int>, _ generator: inout SeededGenerator) {
    let behind = bytes.count - piece.upperBound
    guard behind > 0 else { return }
    let other = piece.upperBound + Int.random(in: 0..<behind, using: &generator)
    let end = min(bytes.count, other + piece.count)
    let moved = Array(bytes[other..<end]) + bytes[piece.upperBound..<other] + bytes[piece]
    bytes.replaceSubrange(piece.lowerBound..<end, with: moved)
  }
}
