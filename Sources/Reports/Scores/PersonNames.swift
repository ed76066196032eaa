import SQLite

/// Codes and names of all people in one run of bytes, and the order of their codes.
///
/// A String for each of a million people would cost more memory than their marks; the rosters only copy bytes.
struct PersonNames: Sendable {
  private var bytes: [UInt8] = []
  private var codeStart: [Int32] = []
  private var nameStart: [Int32] = []
  private var nameEnd: [Int32] = []
  /// Where each person stands when people are listed by code, by person number.
  private(set) var order: [Int32] = []
  private var slot: [Int32] = []

  /// Reads every person; the order of codes costs a second walk and is left out where nobody asks for it.
  static func read(_ database: Database, ordered: Bool = true) throws(SQLiteError) -> PersonNames {
    var names = PersonNames()
    let people = try database.prepare("SELECT id, code, name FROM person ORDER BY id")
    while try people.step() {
      names.begin(person: Int(people.integer(0)))
      people.withBytes(1) { names.append($0) }
      names.nameStart.append(Int32(truncatingIfNeeded: names.bytes.count))
      people.withBytes(2) { names.append($0) }
      names.nameEnd.append(Int32(truncatingIfNeeded: names.bytes.count))
    }
    guard ordered else { return names }
    names.order = Array(repeating: 0, count: names.slot.count)
    // The unique index on the code gives the order without a sort.
    let codes = try database.prepare("SELECT id FROM person ORDER BY code")
    var position: Int32 = 0
    while try codes.step() {
      names.order[Int(codes.integer(0))] = position
      position += 1
    }
    return names
  }

  private mutating func begin(person: Int) {
    while slot.count <= person { slot.append(-1) }
    slot[person] = Int32(truncatingIfNeeded: codeStart.count)
    codeStart.append(Int32(truncatingIfNeeded: bytes.count))
  }

  private mutating func append(_ text: Span<UInt8>) {
    for index in text.indices { bytes.append(text[index]) }
  }

  /// Where a person stands among all people by code.
  func order(of person: Int32) -> Int32 {
    Int(person) < order.count ? order[Int(person)] : Int32.max
  }

  /// Hands over the bytes of a person's code.
  func withCode(_ person: Int32, _ body: (Span<UInt8>) -> Void) {
    guard let here = place(of: person) else { return body(Span()) }
    body(bytes.span.extracting(Int(codeStart[here])..<Int(nameStart[here])))
  }

  /// Hands over the bytes of a person's name.
  func withName(_ person: Int32, _ body: (Span<UInt8>) -> Void) {
    guard let here = place(of: person) else { return body(Span()) }
    body(bytes.span.extracting(Int(nameStart[here])..<Int(nameEnd[here])))
  }

  private func place(of person: Int32) -> Int? {
    guard slot.indices.contains(Int(person)), slot[Int(person)] >= 0 else { return nil }
    return Int(slot[Int(person)])
  }
}
