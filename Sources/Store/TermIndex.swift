/// Numbers texts in the order of their first appearance, without making a String of any of them.
///
/// The table is open-addressed and holds the first 24 bytes of every text itself, so that looking up a cell touches one line of
/// memory: with a hundred thousand persons the look-up of the person is what reading a row of facts waits for.
package struct TermIndex: Sendable {
  /// All texts one behind the other, to give them back and to compare those longer than a slot holds.
  private var arena: [UInt8] = []
  private var starts: [UInt32] = [0]
  private var slots: [Slot]

  /// The beginning of a text, its length, and the number of its term plus one; 0 is an empty slot.
  private struct Slot: BitwiseCopyable {
    var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
    var length: UInt32 = 0
    var term: UInt32 = 0

    init() {}

    init(_ text: Span<UInt8>) {
      words = (Self.word(text, 0), Self.word(text, 8), Self.word(text, 16))
      length = UInt32(text.count)
    }

    private static func word(_ text: Span<UInt8>, _ start: Int) -> UInt64 {
      var word: UInt64 = 0
      for index in start..<max(start, min(start + 8, text.count)) { word = word << 8 | UInt64(text[index]) }
      return word
    }

    func begins(like other: Slot) -> Bool {
      words.0 == other.words.0 && words.1 == other.words.1 && words.2 == other.words.2 && length == other.length
    }

    var hash: UInt64 {
      var hash = words.0 &* 0x9e37_79b9_7f4a_7c15
      hash = (hash ^ hash >> 32 ^ words.1) &* 0xbf58_476d_1ce4_e5b9
      hash = (hash ^ hash >> 29 ^ words.2 ^ UInt64(length)) &* 0x94d0_49bb_1331_11eb
      return hash ^ hash >> 32
    }
  }

  /// How many bytes of a text a slot holds.
  private static let held = 24

  /// An empty index that can take about `capacity` terms before it grows.
  package init(capacity: Int = 64) {
    var size = 128
    while size < capacity * 2 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
  }

  /// How many different texts there are.
  package var count: Int { starts.count - 1 }

  /// The number of a text, or nil when it has not been added.
  package func find(_ text: Span<UInt8>) -> Int? {
    let wanted = Slot(text)
    var place = Int(truncatingIfNeeded: wanted.hash) & (slots.count - 1)
    while slots[place].term != 0 {
      if slots[place].begins(like: wanted) {
        let term = Int(slots[place].term) - 1
        if text.count <= Self.held || endsAlike(term, text) { return term }
      }
      place = (place + 1) & (slots.count - 1)
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
    var slot = Slot(text)
    slot.term = UInt32(term + 1)
    put(slot)
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

  /// Whether a term and a text of the same length agree behind what the slot holds.
  private func endsAlike(_ term: Int, _ text: Span<UInt8>) -> Bool {
    let start = Int(starts[term])
    return (Self.held..<text.count).allSatisfy { arena[start + $0] == text[$0] }
  }

  private mutating func put(_ slot: Slot) {
    var place = Int(truncatingIfNeeded: slot.hash) & (slots.count - 1)
    while slots[place].term != 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.term != 0 { put(slot) }
  }
}
