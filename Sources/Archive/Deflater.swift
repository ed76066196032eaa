import CMinizip

/// Packs a long stream (RFC 1951) at more than twice the speed of zlib's fastest level, to about the same size.
///
/// A hash of six bytes finds the last place where they stood, which is taken if it is the same; nothing else is tried. What comes
/// out depends on the bytes and on how they were handed over, and on nothing else.
struct Deflater: ~Copyable {
  /// How far back a repetition may reach.
  private static let window = 32 << 10
  /// The most bytes that are packed as one block.
  private static let block = 128 << 10
  private static let hashBits = 15
  private static let longestCode = 14
  /// The longest repetition.
  private static let longest = 258
  /// Room for the codes of a block, beside two bytes for each of its bytes.
  private static let headRoom = 4 << 10

  /// The window and the block behind it.
  private let input = UnsafeMutableRawPointer.allocate(byteCount: window + block + 8, alignment: 64)
  /// Where the block starts.
  private var start = 0
  /// How many bytes came before the beginning of the input.
  private var origin: UInt32 = 0
  /// Where six bytes with a hash stood last.
  private let places = UnsafeMutablePointer<UInt32>.allocate(capacity: 1 << hashBits)
  /// A byte, or a repetition: its length in the upper half, its distance less one in the lower, and the highest bit.
  private let tokens = UnsafeMutablePointer<UInt32>.allocate(capacity: block)
  private let output = UnsafeMutableRawPointer.allocate(byteCount: 2 * block + headRoom, alignment: 64)
  private var outputCount = 0
  private var bits: UInt64 = 0
  private var bitCount = 0
  /// How often each literal or length, and each distance, occurs in the block.
  private var literalCounts = [UInt32](repeating: 0, count: 286)
  private var distanceCounts = [UInt32](repeating: 0, count: 30)

  init() {
    // As if everything stood too far back.
    unsafe places.initialize(repeating: 0 &- UInt32(2 * Self.window), count: 1 << Self.hashBits)
  }

  deinit {
    input.deallocate()
    places.deallocate()
    tokens.deallocate()
    output.deallocate()
  }

  /// Packs bytes and hands over what came out.
  mutating func pack<Failure: Error>(
    _ bytes: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    var first = 0
    while first < bytes.count {
      let count = min(Self.block, bytes.count - first)
      let piece = unsafe UnsafeRawBufferPointer(rebasing: bytes[first..<(first + count)])
      unsafe UnsafeMutableRawBufferPointer(start: input + start, count: count).copyMemory(from: piece)
      let tokens = findTokens(start + count)
      writeBlock(tokens)
      try drain(body)
      moveWindow(start + count)
      first += count
    }
  }

  /// Ends the stream with an empty block and hands over what is left.
  mutating func finish<Failure: Error>(_ body: (UnsafeRawBufferPointer) throws(Failure) -> Void) throws(Failure) {
    // Final, with the codes that everybody knows, of which the end of the block is seven zeros.
    put(0b011, 3)
    put(0, 7)
    put(0, (8 - bitCount % 8) % 8)
    while bitCount > 0 {
      unsafe output.storeBytes(of: UInt8(truncatingIfNeeded: bits), toByteOffset: outputCount, as: UInt8.self)
      (outputCount, bits, bitCount) = (outputCount + 1, bits >> 8, bitCount - 8)
    }
    try drain(body)
  }

  private mutating func drain<Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    defer { outputCount = 0 }
    try unsafe body(UnsafeRawBufferPointer(start: output, count: outputCount))
  }

  /// Keeps the end of the input for repetitions to come.
  private mutating func moveWindow(_ end: Int) {
    let kept = min(end, Self.window)
    let gone = end - kept
    unsafe input.copyMemory(from: input + gone, byteCount: kept)
    origin &+= UInt32(truncatingIfNeeded: gone)
    start = kept
  }

  @inline(__always)
  private static func hash(_ word: UInt64) -> Int {
    Int(truncatingIfNeeded: ((word &<< 16) &* 0x9E37_79B9_7F4A_7C15) &>> UInt64(64 - hashBits))
  }

  /// Turns the block into literals and repetitions and answers how many there are.
  private mutating func findTokens(_ end: Int) -> Int {
    let (input, places, tokens, origin) = (UnsafeRawPointer(input), places, tokens, origin)
    // Counted outside of `self`, which two spans cannot share.
    var (literalCounts, distanceCounts) = (
      [UInt32](repeating: 0, count: literalCounts.count), [UInt32](repeating: 0, count: distanceCounts.count)
    )
    defer { (self.literalCounts, self.distanceCounts) = (literalCounts, distanceCounts) }
    var literals = literalCounts.mutableSpan
    var distances = distanceCounts.mutableSpan
    var count = 0
    var position = start
    while position < end - 8 {
      let word = unsafe input.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      let slot = Self.hash(word)
      let place = origin &+ UInt32(truncatingIfNeeded: position)
      let distance = Int(place &- (unsafe places[slot]))
      unsafe places[slot] = place
      // Whatever the slot says, nothing before the input is looked at; what stands there must really be the same.
      if distance <= Self.window, distance <= position, distance > 0 {
        let length = unsafe Self.common(input, position &- distance, position, end: end)
        if length >= 6 {
          unsafe tokens[count] = 1 << 31 | UInt32(truncatingIfNeeded: length &<< 16 | (distance &- 1))
          literals[257 + DeflateCodes.lengthSymbol(length)] &+= 1
          distances[DeflateCodes.distanceSymbol(distance)] &+= 1
          position &+= length
          if position < end - 8 {
            let before = unsafe input.loadUnaligned(fromByteOffset: position &- 2, as: UInt64.self)
            unsafe places[Self.hash(before)] = origin &+ UInt32(truncatingIfNeeded: position &- 2)
          }
          count &+= 1
          continue
        }
      }
      unsafe tokens[count] = UInt32(truncatingIfNeeded: word & 0xFF)
      literals[Int(truncatingIfNeeded: word & 0xFF)] &+= 1
      count &+= 1
      position &+= 1
    }
    while position < end {
      let byte = unsafe input.load(fromByteOffset: position, as: UInt8.self)
      unsafe tokens[count] = UInt32(byte)
      literals[Int(byte)] &+= 1
      count &+= 1
      position &+= 1
    }
    literals[256] = 1
    return count
  }

  /// How many bytes are the same from two positions on, at most 258.
  @inline(__always)
  private static func common(_ input: UnsafeRawPointer, _ early: Int, _ late: Int, end: Int) -> Int {
    let most = min(longest, end &- late)
    var length = 0
    while length &+ 8 <= most {
      let difference =
        unsafe input.loadUnaligned(fromByteOffset: early &+ length, as: UInt64.self)
        ^ input.loadUnaligned(fromByteOffset: late &+ length, as: UInt64.self)
      if difference != 0 { return length &+ difference.trailingZeroBitCount &>> 3 }
      length &+= 8
    }
    while length < most,
      unsafe input.load(fromByteOffset: early &+ length, as: UInt8.self)
        == input.load(fromByteOffset: late &+ length, as: UInt8.self)
    {
      length &+= 1
    }
    return length
  }

  /// Writes a block with codes of its own, which is not the last one.
  private mutating func writeBlock(_ count: Int) {
    let literals = HuffmanCode(literalCounts.span, limit: Self.longestCode)
    // A block without repetitions still has to name the code of one distance.
    if distanceCounts.allSatisfy({ $0 == 0 }) { distanceCounts[0] = 1 }
    let distances = HuffmanCode(distanceCounts.span, limit: Self.longestCode)
    put(0b100, 3)
    writeLengths(literals.lengths + distances.lengths)
    writeTokens(count, literals, distances)
    put(UInt64(literals.codes[256]), Int(literals.lengths[256]))
  }

  /// Writes the lengths of all codes, runs of zeros drawn together.
  private mutating func writeLengths(_ lengths: [UInt8]) {
    var symbols: [(symbol: Int, rest: Int, bits: Int)] = []
    var index = 0
    while index < lengths.count {
      let zeros = min(lengths[index...].prefix { $0 == 0 }.count, 138)
      if zeros >= 3 {
        symbols.append(zeros <= 10 ? (17, zeros - 3, 3) : (18, zeros - 11, 7))
        index += zeros
      } else {
        symbols.append((Int(lengths[index]), 0, 0))
        index += 1
      }
    }
    var counts = [UInt32](repeating: 0, count: 19)
    for symbol in symbols { counts[symbol.symbol] += 1 }
    let code = HuffmanCode(counts.span, limit: 7)
    put(UInt64(literalCounts.count - 257), 5)
    put(UInt64(distanceCounts.count - 1), 5)
    put(UInt64(19 - 4), 4)
    for symbol in DeflateCodes.lengthOrder { put(UInt64(code.lengths[symbol]), 3) }
    for symbol in symbols {
      put(UInt64(code.codes[symbol.symbol]), Int(code.lengths[symbol.symbol]))
      put(UInt64(symbol.rest), symbol.bits)
    }
  }

  private mutating func writeTokens(_ count: Int, _ literals: HuffmanCode, _ distances: HuffmanCode) {
    let bytes = (0..<256).map { Piece(code: UInt32(literals.codes[$0]), bits: Int(literals.lengths[$0])) }
    let lengths = (0...Self.longest).map { Piece(length: $0, literals) }
    let starts = zip(distances.codes, distances.lengths).map { Piece(code: UInt32($0), bits: Int($1)) }
    let (byteSpan, lengthSpan, startSpan) = (bytes.span, lengths.span, starts.span)
    let (tokens, output) = (tokens, output)
    // What changes in the loop is kept out of memory.
    var (bits, bitCount, outputCount) = (bits, bitCount, outputCount)
    defer { (self.bits, self.bitCount, self.outputCount) = (bits, bitCount, outputCount) }
    @inline(__always) func put(_ value: UInt64, _ width: Int) {
      bits |= value &<< UInt64(bitCount)
      bitCount &+= width
      guard bitCount >= 32 else { return }
      unsafe output.storeBytes(of: UInt32(truncatingIfNeeded: bits), toByteOffset: outputCount, as: UInt32.self)
      outputCount &+= 4
      bits &>>= 32
      bitCount &-= 32
    }
    for index in 0..<count {
      let token = unsafe tokens[index]
      guard token >> 31 != 0 else {
        let piece = byteSpan[Int(token)]
        put(piece.code, piece.bits)
        continue
      }
      let length = lengthSpan[Int(token >> 16 & 0x1FF)]
      put(length.code, length.bits)
      let distance = Int(token & 0xFFFF) &+ 1
      let symbol = DeflateCodes.distanceSymbol(distance)
      let start = startSpan[symbol]
      let extra = max(0, symbol / 2 - 1)
      put(
        start.code | UInt64((distance &- 1) & (1 &<< extra &- 1)) &<< UInt64(start.bits), start.bits &+ extra)
    }
  }

  /// Adds bits to the output, at most 32.
  private mutating func put(_ value: UInt64, _ width: Int) {
    bits |= value << UInt64(bitCount)
    bitCount += width
    guard bitCount >= 32 else { return }
    unsafe output.storeBytes(of: UInt32(truncatingIfNeeded: bits), toByteOffset: outputCount, as: UInt32.self)
    outputCount += 4
    bits >>= 32
    bitCount -= 32
  }

  /// Bits that are written at once: a code, and what stands behind it.
  private struct Piece {
    private let word: UInt32

    var code: UInt64 { UInt64(word >> 8) }
    var bits: Int { Int(word & 0xFF) }

    init(code: UInt32, bits: Int) { word = code << 8 | UInt32(bits) }

    /// A whole length with the bits that tell it apart from others of the same code.
    init(length: Int, _ code: HuffmanCode) {
      guard length >= 3 else {
        self.init(code: 0, bits: 0)
        return
      }
      let symbol = 257 + DeflateCodes.lengthSymbol(length)
      let entry = DeflateCodes.literals[symbol]
      let rest = UInt32(length - entry.value) << UInt32(code.lengths[symbol])
      self.init(code: UInt32(code.codes[symbol]) | rest, bits: Int(code.lengths[symbol]) + Int(entry.bits))
    }
  }
}
