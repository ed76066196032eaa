import TestSupport

/// A way in which a pipeline file goes wrong, as people and programs do it.
enum PipelineMutation: CaseIterable {
  /// Single bits and bytes, as by a broken disk or transfer.
  case flippedBit, otherByte, insertedBytes
  /// The end of the file is lost.
  case truncated
  /// Pieces of up to sixty bytes are lost, doubled, or stand in each other's place.
  case cut, doubled, swapped
  /// A key with its value stands twice in its object.
  case repeatedKey
  /// A letter of a key is lost, or two are exchanged.
  case misspeltKey
  /// A number is another one: negative, huge, with decimals, not finite.
  case otherNumber
  /// A value is of another type.
  case otherType
  /// Two values stand in each other's place.
  case swappedValues
  /// A key is gone with its value.
  case lostKey
  /// A bracket or comma is lost, or is one that a Chinese keyboard writes.
  case otherMark

  /// What was made of a file, and where a fault must be told, if it is known.
  struct Mutant {
    var bytes: [UInt8]
    var place: (line: Int, column: Int)?
  }

  /// Whether whatever comes of it must be refused.
  var isAlwaysRefused: Bool { self == .truncated || self == .repeatedKey }

  func mutant(of good: [UInt8], _ tokens: PipelineTokens, _ random: inout SeededGenerator) -> Mutant {
    var bytes = good
    let first = Int.random(in: 0..<(good.count - 64), using: &random)
    let piece = first..<(first + Int.random(in: 1...60, using: &random))
    switch self {
    case .flippedBit: bytes[first] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case .otherByte: bytes[first] = random.pick(Array("\"'{}[],:/*\\\n 09-+.ez".utf8)) ?? 0
    case .insertedBytes:
      bytes.insert(contentsOf: (0..<3).map { _ in UInt8.random(in: 0...255, using: &random) }, at: first)
    // The last bracket is the last thing in each of the files but for a line end.
    case .truncated: bytes.removeLast(Int.random(in: 2..<good.count, using: &random))
    case .cut: bytes.removeSubrange(piece)
    case .doubled: bytes.insert(contentsOf: good[piece], at: first)
    case .swapped:
      let other = Int.random(in: 0..<(good.count - 60), using: &random)
      for offset in 0..<piece.count { bytes.swapAt(first + offset, (other + offset) % good.count) }
    default: return mutant(of: tokens, &random)
    }
    return Mutant(bytes: bytes)
  }

  private func mutant(of good: PipelineTokens, _ random: inout SeededGenerator) -> Mutant {
    var changed = good
    var place: (line: Int, column: Int)?
    switch self {
    case .repeatedKey:
      let key = random.pick(good.keys) ?? 0
      let value = good.value(behind: key)
      let copy = good.tokens[key..<value.upperBound]
      let comma = [PipelineTokens.Token(kind: .mark, text: ","), .init(kind: .space, text: " ")]
      changed.tokens.insert(contentsOf: comma + copy, at: value.upperBound)
      place = changed.place(of: value.upperBound + 2)
    case .misspeltKey:
      let key = random.pick(good.keys) ?? 0
      var letters = Array(good.tokens[key].text)
      let letter = Int.random(in: letters.indices, using: &random)
      if random.oneIn(2) || letter + 1 == letters.count {
        letters.remove(at: letter)
      } else {
        letters.swapAt(letter, letter + 1)
      }
      changed.tokens[key].text = String(letters)
    case .otherNumber:
      let numbers = good.values.filter { good.tokens[$0].text.first?.isNumber == true }
      changed.tokens[random.pick(numbers) ?? 0].text =
        random.pick([
          "0", "-1", "-0", "1e999", "99999999999999999999999", "0.1", "NaN", "Infinity", "0x7FFFFFFFFFFFFFFF", "1e-400",
          ".5", "5.", "9223372036854775807", "100000",
        ]) ?? ""
    case .otherType:
      changed.tokens[random.pick(good.values) ?? 0].text =
        random.pick(["null", "true", "'文本'", "''", "{}", "[]", "17", "[[[]]]", "{ a: 1 }", "'total desc'", "undefined"])
        ?? ""
    case .swappedValues:
      let (left, right) = (random.pick(good.values) ?? 0, random.pick(good.values) ?? 0)
      changed.tokens.swapAt(left, right)
    case .lostKey:
      let key = random.pick(good.keys) ?? 0
      changed.tokens.removeSubrange(key..<good.value(behind: key).upperBound)
    default:
      let marks = good.tokens.indices.filter { good.tokens[$0].kind == .mark }
      changed.tokens[random.pick(marks) ?? 0].text =
        random.pick(["", "，", "：", "“", "｛", "］", ";", "{", "}", "[", "]", ",", ":", "/*", "//"]) ?? ""
    }
    return Mutant(bytes: Array(changed.file.utf8), place: place)
  }
}
