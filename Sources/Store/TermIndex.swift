/// Numbers texts in the order of their first appearance, without making a String of any of them.
///
/// The bytes lie in one arena and the table is open-addressed, so that a look-up of a cell costs one hash and one comparison.
package struct TermIndex: Sendable {
  private var arena: [UInt8] = []
  private var starts: [UInt32] = [0]
  /// Upper half: hash; lower half: number of the term plus one; 0 is an empty slot.
  private var slots: [UInt64]

  /// An empty index that can take about `capacity` terms before it grows.
  package init(capacity: Int = 64) {
    var size = 128
    while size < capacity * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
  }

  /// How many different texts there are.
  package var count: Int { starts.count - 1 }

  /// The number of a text, or nil when it has not been added.
  package func find(_ text: Span<UInt8>) -> Int? {
    let hash = Self.hash(text)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let entry = slots[slot]
      if UInt32(truncatingIfNeeded: entry >> 32) == hash {
        let term = Int(UInt32(truncatingIfNeeded: entry)) - 1
        if holds(term, text) { return term }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The number of a text, added at the end when it is new.
  package mutating func add(_ text: Span<UInt8>) -> Int {
    if let known = find(text) { return known }
    if (count + 1) * 2 > slots.count { grow() }
    let term = count
    for index in text.indices { arena.append(text[index]) }
    starts.append(UInt32(arena.count))
    place(term, hash: Self.hash(text))
    return term
  }

  /// The number of a text, or nil when it has not been added.
  package func find(_ text: String) -> Int? {
    find(Array(text.utf8).span)
  }

  /// The number of a text, added at the end when it is new.
  @discardableResult
  package mutating func add(_ text: String) -> Int {
    add(Array(text.utf8).span)
  }

  /// The text with a number.
  package func text(_ term: Int) -> String {
    String(decoding: arena[Int(starts[term])..<Int(starts[term + 1])], as: UTF8.self)
  }

  private func holds(_ term: Int, _ text: Span<UInt8>) -> Bool {
    let start = Int(starts[term])
    guard Int(starts[term + 1]) - start == text.count else { return false }
    for index in text.indices where arena[start + index] != text[index] { return false }
    return true
  }

  private mutating func place(_ term: Int, hash: UInt32) {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt64(hash) << 32 | UInt64(term + 1)
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    for entry in old where entry != 0 {
      place(Int(UInt32(truncatingIfNeeded: entry)) - 1, hash: UInt32(truncatingIfNeeded: entry >> 32))
    }
  }

  /// Four lanes, because a chain of multiplications is what a hash waits for.
  private static func hash(_ text: Span<UInt8>) -> UInt32 {
    let prime: UInt64 = 0x100_0000_01b3
    var lanes: (UInt64, UInt64, UInt64, UInt64) = (0xcbf2_9ce4, 0x8422_2325, 0x9e37_79b9, 0x7f4a_7c15)
    var index = 0
    while index + 4 <= text.count {
      lanes.0 = (lanes.0 ^ UInt64(text[index])) &* prime
      lanes.1 = (lanes.1 ^ UInt64(text[index + 1])) &* prime
      lanes.2 = (lanes.2 ^ UInt64(text[index + 2])) &* prime
      lanes.3 = (lanes.3 ^ UInt64(text[index + 3])) &* prime
      index += 4
    }
    while index < text.count {
      lanes.0 = (lanes.0 ^ UInt64(text[index])) &* prime
      index += 1
    }
    var hash = lanes.0 ^ lanes.1 &* 0x9e37_79b9_7f4a_7c15
    hash ^= (lanes.2 &* 0xbf58_476d_1ce4_e5b9) ^ (lanes.3 &* 0x94d0_49bb_1331_11eb) ^ UInt64(text.count)
    hash ^= hash >> 29
    hash = hash &* 0xbf58_476d_1ce4_e5b9
    return UInt32(truncatingIfNeeded: hash >> 32)
  }
}
