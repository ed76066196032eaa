/// Unpacks a deflated stream (RFC 1951) in chunks, at about twice the speed of zlib.
///
/// zlib looks at one symbol at a time; here the bits are taken from a word that is filled eight bytes at a time, up to three literals
/// follow one another without a look at the ends, and repetitions are copied in words. Whatever the bytes are, nothing outside the
/// two buffers is touched: a chunk ends as soon as it is full, with room behind it for the longest repetition.
struct Inflater: ~Copyable {
  /// How far back a repetition may reach.
  private static let window = 32 << 10
  /// How many bytes a chunk has at least, but for the last one.
  private static let chunk = 256 << 10
  /// Room behind a chunk: three literals, a repetition of 258 bytes, and a word copied too far.
  private static let slack = 288
  /// The largest head of a block with its code lengths, rounded up.
  private static let longestHead = 1 << 10
  private static let inputSize = 64 << 10

  private let output = UnsafeMutablePointer<UInt8>.allocate(capacity: window + chunk + slack)
  /// How far the output is filled.
  private var position = 0
  /// Packed bytes, behind whose end there are always two words of zeros.
  private let input = UnsafeMutablePointer<UInt8>.allocate(capacity: inputSize + 16)
  private var inputPosition = 0
  private var inputEnd = 0
  private var isInputFinal = false
  private var bits: UInt64 = 0
  private var bitCount = 0

  private var literals = HuffmanTable(primaryBits: 11)
  private var distances = HuffmanTable(primaryBits: 8)
  private var lengths = HuffmanTable(primaryBits: 7)
  private var block = Block.none

  /// Which kind of block is being read.
  private enum Block {
    case none
    case coded(isFinal: Bool)
    case stored(left: Int, isFinal: Bool)
    case finished
  }

  /// What the stream may be found to be.
  enum Fault: Error {
    /// The stream breaks the format or ends early.
    case damaged
    /// The packed bytes cannot be read.
    case unreadable
  }

  deinit {
    output.deallocate()
    input.deallocate()
  }

  /// Unpacks on and hands over the bytes, none once the stream has ended; they stay where they are until the next call.
  ///
  /// `more` fills a buffer with packed bytes and answers how many there were, none at the end and a negative number for a fault.
  mutating func next(_ more: (UnsafeMutableRawBufferPointer) -> Int) throws(Fault) -> UnsafeRawBufferPointer {
    if position > Self.window {
      unsafe output.update(from: output + (position - Self.window), count: Self.window)
      position = Self.window
    }
    let start = position
    let limit = Self.window + Self.chunk
    loop: while position < limit {
      switch block {
      case .finished: break loop
      case .none:
        try fill(Self.longestHead, more)
        try beginBlock()
      case .stored(let left, let isFinal):
        try copyStored(left, isFinal: isFinal, limit: limit, more)
      case .coded(let isFinal):
        try fill(Self.longestHead, more)
        if try decode(limit: limit) { block = isFinal ? .finished : .none }
      }
      // Bits that were looked at and not used are zeros from behind the end when the stream ends early.
      if inputPosition - bitCount / 8 > inputEnd { throw .damaged }
    }
    return unsafe UnsafeRawBufferPointer(start: output + start, count: position - start)
  }

  /// Sees to it that so many packed bytes are at hand, or all that are left.
  private mutating func fill(_ count: Int, _ more: (UnsafeMutableRawBufferPointer) -> Int) throws(Fault) {
    guard !isInputFinal, inputEnd - inputPosition < count else { return }
    giveBack()
    let kept = inputEnd - inputPosition
    unsafe input.update(from: input + inputPosition, count: kept)
    (inputPosition, inputEnd) = (0, kept)
    while inputEnd < Self.inputSize, !isInputFinal {
      let read = more(
        unsafe UnsafeMutableRawBufferPointer(start: input + inputEnd, count: Self.inputSize - inputEnd))
      guard read >= 0 else { throw .unreadable }
      isInputFinal = read == 0
      inputEnd += read
    }
    unsafe (input + inputEnd).update(repeating: 0, count: 16)
  }

  /// Gives back the whole bytes that were looked at and not used.
  private mutating func giveBack() {
    inputPosition -= bitCount / 8
    bitCount %= 8
    bits &= 1 << UInt64(bitCount) - 1
  }

  /// Takes up to 32 bits as a number.
  private mutating func take(_ count: Int) -> Int {
    refill()
    let number = Int(bits & (1 << UInt64(count) - 1))
    bits >>= UInt64(count)
    bitCount -= count
    return number
  }

  /// Fills the word of bits up to at least 56; at the end of the input with zeros.
  private mutating func refill() {
    if inputPosition <= inputEnd + 8 {
      bits |= unsafe UnsafeRawPointer(input + inputPosition).loadUnaligned(as: UInt64.self) << UInt64(bitCount)
    }
    inputPosition += (63 - bitCount) >> 3
    bitCount |= 56
  }

  private mutating func beginBlock() throws(Fault) {
    let isFinal = take(1) == 1
    switch take(2) {
    case 0:
      _ = take(bitCount % 8)
      let length = take(16)
      guard take(16) == ~length & 0xFFFF else { throw .damaged }
      giveBack()
      block = .stored(left: length, isFinal: isFinal)
    case 1:
      try fillTables(DeflateCodes.fixedLiterals, DeflateCodes.fixedDistances)
      block = .coded(isFinal: isFinal)
    case 2:
      try readCodes()
      block = .coded(isFinal: isFinal)
    default: throw .damaged
    }
  }

  /// Reads the lengths of the codes of a block, which are packed themselves.
  private mutating func readCodes() throws(Fault) {
    let (literalCount, distanceCount, lengthCount) = (take(5) + 257, take(5) + 1, take(4) + 4)
    guard literalCount <= 286, distanceCount <= 30 else { throw .damaged }
    var own = InlineArray<19, UInt8>(repeating: 0)
    for index in 0..<lengthCount { own[DeflateCodes.lengthOrder[index]] = UInt8(take(3)) }
    let meanings = DeflateCodes.lengths
    guard lengths.fill(own.span, meanings: meanings.span) else { throw .damaged }
    var found = InlineArray<316, UInt8>(repeating: 0)
    let total = literalCount + distanceCount
    var index = 0
    while index < total {
      refill()
      let entry = lengths.lookup[bits]
      if entry.isExceptional { throw .damaged }
      bits >>= entry.bits
      bitCount -= Int(entry.bits)
      guard entry.value >= 16 else {
        found[index] = UInt8(entry.value)
        index += 1
        continue
      }
      guard entry.value > 16 || index > 0 else { throw .damaged }
      let value = entry.value == 16 ? found[index - 1] : 0
      let count = entry.value == 16 ? 3 + take(2) : entry.value == 17 ? 3 + take(3) : 11 + take(7)
      guard index + count <= total else { throw .damaged }
      for _ in 0..<count {
        found[index] = value
        index += 1
      }
    }
    // Without a code for its end a block has none.
    guard found[256] != 0 else { throw .damaged }
    let all = found.indices.map { found[$0] }
    try fillTables(Array(all[..<literalCount]), Array(all[literalCount..<total]))
  }

  private mutating func fillTables(_ literalLengths: [UInt8], _ distanceLengths: [UInt8]) throws(Fault) {
    let (ofLiterals, ofDistances) = (DeflateCodes.literals, DeflateCodes.distances)
    guard literals.fill(literalLengths.span, meanings: ofLiterals.span),
      distances.fill(distanceLengths.span, meanings: ofDistances.span)
    else { throw .damaged }
  }

  /// Copies what stands in the stream as it is.
  private mutating func copyStored(
    _ left: Int, isFinal: Bool, limit: Int, _ more: (UnsafeMutableRawBufferPointer) -> Int
  ) throws(Fault) {
    try fill(min(left, 1), more)
    let count = min(left, inputEnd - inputPosition, limit - position)
    guard count > 0 || left == 0 else { throw .damaged }
    unsafe (output + position).update(from: input + inputPosition, count: count)
    position += count
    inputPosition += count
    if left > count {
      block = .stored(left: left - count, isFinal: isFinal)
    } else {
      block = isFinal ? .finished : .none
    }
  }

  /// Unpacks a coded block until it ends, which is answered, the chunk is full or more packed bytes are wanted.
  private mutating func decode(limit: Int) throws(Fault) -> Bool {
    // What changes in the loop is kept out of memory.
    var (bits, bitCount, inputPosition, position) = (bits, bitCount, inputPosition, position)
    defer { (self.bits, self.bitCount, self.inputPosition, self.position) = (bits, bitCount, inputPosition, position) }
    let (input, output) = (UnsafeRawPointer(input), output)
    let (literals, distances) = (literals.lookup, distances.lookup)
    // A symbol takes 48 bits at most; with less at hand the input is filled up first, unless this is all there is.
    let last = isInputFinal ? inputEnd + 8 : inputEnd - 16
    while position < limit, inputPosition <= last {
      bits |= unsafe input.loadUnaligned(fromByteOffset: inputPosition, as: UInt64.self) &<< UInt64(bitCount)
      inputPosition &+= (63 &- bitCount) &>> 3
      bitCount |= 56
      var entry = literals[bits]
      if entry.isLiteral {
        unsafe output[position] = UInt8(truncatingIfNeeded: entry.value)
        bits &>>= entry.bits
        bitCount &-= Int(entry.bits)
        entry = literals[bits]
        if entry.isLiteral {
          unsafe output[position &+ 1] = UInt8(truncatingIfNeeded: entry.value)
          bits &>>= entry.bits
          bitCount &-= Int(entry.bits)
          entry = literals[bits]
          if entry.isLiteral {
            unsafe output[position &+ 2] = UInt8(truncatingIfNeeded: entry.value)
            position &+= 3
            bits &>>= entry.bits
            bitCount &-= Int(entry.bits)
            continue
          }
          position &+= 1
        }
        position &+= 1
      }
      if entry.isExceptional {
        if entry.isLonger {
          bits &>>= entry.bits
          bitCount &-= Int(entry.bits)
          entry = literals[bits, behind: entry]
        }
        if entry.isUndefined { throw .damaged }
        if entry.isLiteral {
          unsafe output[position] = UInt8(truncatingIfNeeded: entry.value)
          position &+= 1
          bits &>>= entry.bits
          bitCount &-= Int(entry.bits)
          continue
        }
        if entry.isExceptional {
          bits &>>= entry.bits
          bitCount &-= Int(entry.bits)
          return true
        }
      }
      let length = entry.value &+ Int(bits & (1 &<< entry.bits &- 1)) &>> Int(entry.codeBits)
      bits &>>= entry.bits
      bitCount &-= Int(entry.bits)
      // Two literals and a length may have taken 42 bits, and a distance takes up to 28.
      if bitCount < 28 {
        guard inputPosition <= inputEnd + 8 else { throw .damaged }
        bits |= unsafe input.loadUnaligned(fromByteOffset: inputPosition, as: UInt64.self) &<< UInt64(bitCount)
        inputPosition &+= (63 &- bitCount) &>> 3
        bitCount |= 56
      }
      entry = distances[bits]
      if entry.isExceptional {
        if entry.isUndefined { throw .damaged }
        bits &>>= entry.bits
        bitCount &-= Int(entry.bits)
        entry = distances[bits, behind: entry]
        if entry.isUndefined { throw .damaged }
      }
      let distance = entry.value &+ Int(bits & (1 &<< entry.bits &- 1)) &>> Int(entry.codeBits)
      bits &>>= entry.bits
      bitCount &-= Int(entry.bits)
      guard distance <= position else { throw .damaged }
      unsafe Self.copy(output + position, from: output + (position &- distance), length: length, distance: distance)
      position &+= length
    }
    return false
  }

  /// Repeats what stands `distance` bytes before, up to seven bytes further than asked.
  @inline(__always)
  private static func copy(
    _ target: UnsafeMutablePointer<UInt8>, from source: UnsafeMutablePointer<UInt8>, length: Int, distance: Int
  ) {
    var index = 0
    if distance >= 8 {
      repeat {
        let word = unsafe UnsafeRawPointer(source).loadUnaligned(fromByteOffset: index, as: UInt64.self)
        unsafe UnsafeMutableRawPointer(target).storeBytes(of: word, toByteOffset: index, as: UInt64.self)
        index &+= 8
      } while index < length
    } else {
      while index < length {
        unsafe target[index] = unsafe source[index]
        index &+= 1
      }
    }
  }
}
