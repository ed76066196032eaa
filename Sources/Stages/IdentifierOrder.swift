import SQLite
import Store

/// Where each enrolment stands when learners are listed by their codes, byte by byte; those of one person stand at one place.
func identifierOrder(_ store: ProgrammeStore, _ learners: Learners) throws -> [Int32] {
  let codes = try PersonCodes(store.database)
  var placeOfPerson = [Int32](repeating: 0, count: codes.ids.last.map { Int($0) + 1 } ?? 1)
  for (place, index) in codes.order.enumerated() { placeOfPerson[Int(codes.ids[Int(index)])] = Int32(place) }
  return learners.person.map { placeOfPerson[Int($0)] }
}

/// The codes of all people, one behind the other: the database would sort them as records, which takes twice as long.
private struct PersonCodes {
  /// The keys of the people, ascending.
  private(set) var ids: [Int32] = []
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]

  init(_ database: Database) throws {
    let rows = try database.prepare("SELECT id, code FROM person ORDER BY id")
    while try rows.step() {
      ids.append(Int32(rows.integer(0)))
      rows.withBytes(1) { code in for index in code.indices { bytes.append(code[index]) } }
      ends.append(bytes.count)
    }
  }

  /// A person's place among `ids`, with what the code says after that with which all codes begin.
  private struct Key {
    let start: UInt64
    let index: Int32
  }

  /// Places among `ids`, by code, then by key.
  var order: [Int32] {
    let common = commonStart
    var keys = ids.indices.map { Key(start: word(of: $0, after: common), index: Int32($0)) }
    keys.sort { left, right in
      if left.start != right.start { return left.start < right.start }
      let (mine, theirs) = (Int(left.index), Int(right.index))
      switch compare(mine, theirs, after: common + 8) {
      case 0: return mine < theirs
      case let sign: return sign < 0
      }
    }
    return keys.map(\.index)
  }

  private func code(_ index: Int) -> Range<Int> { ends[index]..<ends[index + 1] }

  /// How many bytes all codes begin with.
  private var commonStart: Int {
    guard !ids.isEmpty else { return 0 }
    var common = code(0).count
    for index in ids.indices {
      let own = code(index)
      common = min(common, own.count)
      var same = 0
      while same < common, bytes[same] == bytes[own.lowerBound + same] { same += 1 }
      common = same
    }
    return common
  }

  /// Eight bytes of a code as a number that compares as they do; zeros behind its end.
  private func word(of index: Int, after start: Int) -> UInt64 {
    let own = code(index)
    var word: UInt64 = 0
    for offset in start..<start + 8 {
      let place = own.lowerBound + offset
      word = word << 8 | (place < own.upperBound ? UInt64(bytes[place]) : 0)
    }
    return word
  }

  /// Negative when the first of two codes stands before the second, each from a byte on.
  private func compare(_ left: Int, _ right: Int, after start: Int) -> Int {
    let (one, other) = (code(left), code(right))
    for offset in start..<max(start, min(one.count, other.count)) {
      let (mine, theirs) = (bytes[one.lowerBound + offset], bytes[other.lowerBound + offset])
      if mine != theirs { return mine < theirs ? -1 : 1 }
    }
    return one.count - other.count
  }
}
