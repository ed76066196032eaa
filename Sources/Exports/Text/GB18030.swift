import Archive

/// Decodes GB18030, the superset of GBK and GB2312, into UTF-8 from a table.
///
/// The table is made from iconv's answers once per process; looking codes up in it is three times as fast as iconv.
struct GB18030 {
  /// UTF-8 of every two-byte code, packed from the low byte up; 0 where there is no character.
  private let pairs: [UInt32]
  /// UTF-8 of the four-byte codes of the basic plane, packed alike.
  private let quads: [UInt32]

  static let table = GB18030()

  /// Stands for bytes that are no character; never valid in UTF-8, so that the row is found faulty.
  static let undecodable: UInt8 = 0xFF

  private init() {
    let codes = (0..<0x10000).map { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let isPair = { (code: [UInt8]) in code[0] >= 0x81 && code[0] != 0xFF && code[1] >= 0x40 && code[1] != 0x7F }
    pairs = utf8(codes: codes.map { isPair($0) ? $0 : [] }, from: "GB18030").map(Self.packed)
    let fours = (0..<39_420).map(Self.code)
    quads = utf8(codes: fours, from: "GB18030").map(Self.packed)
  }

  private static func packed(_ bytes: [UInt8]) -> UInt32 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// The four-byte code of a linear number.
  private static func code(_ number: Int) -> [UInt8] {
    [
      UInt8(0x81 + number / 12_600), UInt8(0x30 + number / 1260 % 10), UInt8(0x81 + number / 10 % 126),
      UInt8(0x30 + number % 10),
    ]
  }

  /// Decodes from `position` on while the output has room, and answers the position reached.
  ///
  /// A code cut off by the end of the input is left for the next block unless the input ends there for good.
  func decode(
    _ input: Span<UInt8>, from start: Int, isFinal: Bool, into output: inout MutableSpan<UInt8>, at reached: inout Int
  ) -> Int {
    var position = start
    var filled = reached
    defer { reached = filled }
    while position < input.count, filled + TextSource.leastRoom <= output.count {
      let first = input[position]
      if first < 0x80 {
        output[filled] = first
        filled += 1
        position += 1
        continue
      }
      guard position + 1 < input.count else {
        if !isFinal { return position }
        position += 1
        append(0, to: &output, at: &filled)
        continue
      }
      let second = input[position + 1]
      if second >= 0x40 {
        let packed = pairs[Int(first) << 8 | Int(second)]
        if packed >= 1 << 16 {
          // Nearly all codes are characters of three bytes.
          output[filled] = UInt8(truncatingIfNeeded: packed)
          output[filled + 1] = UInt8(truncatingIfNeeded: packed >> 8)
          output[filled + 2] = UInt8(truncatingIfNeeded: packed >> 16)
          filled += 3
          position += 2
          continue
        }
        append(packed, to: &output, at: &filled)
        // A separator or letter behind a broken first byte is not swallowed with it.
        position += packed == 0 && second < 0x80 ? 1 : 2
        continue
      }
      guard position + 3 < input.count || isFinal else { return position }
      let packed = quad(input, at: position)
      append(packed, to: &output, at: &filled)
      position += packed == 0 ? 1 : 4
    }
    return position
  }

  private func append(_ packed: UInt32, to output: inout MutableSpan<UInt8>, at filled: inout Int) {
    var rest = packed == 0 ? UInt32(Self.undecodable) : packed
    while rest != 0 {
      output[filled] = UInt8(truncatingIfNeeded: rest)
      filled += 1
      rest >>= 8
    }
  }

  private func quad(_ input: Span<UInt8>, at position: Int) -> UInt32 {
    guard position + 3 < input.count else { return 0 }
    let (first, second, third, fourth) = (
      input[position], input[position + 1], input[position + 2], input[position + 3]
    )
    guard first >= 0x81, (0x30...0x39).contains(second), (0x81...0xFE).contains(third), (0x30...0x39).contains(fourth)
    else { return 0 }
    let number = ((Int(first) - 0x81) * 10 + Int(second) - 0x30) * 1260 + (Int(third) - 0x81) * 10 + Int(fourth) - 0x30
    if number < quads.count { return quads[number] }
    guard let scalar = Unicode.Scalar(UInt32(max(0, number - 189_000 + 0x10000))), number >= 189_000 else { return 0 }
    return Self.packed(Array(String(Character(scalar)).utf8))
  }
}
