/// What stands between the address and the value of a cell, such as `" s="5" t="inlineStr"><is><t>`: nearly always the same as in the row
/// before, so that it need not be read again.
struct CellTail {
  /// The most bytes that are kept.
  private static let room = 40

  private var words = InlineArray<5, UInt64>(repeating: 0)
  private var length = 0
  private(set) var style = 0
  private(set) var type = CellType.number
  /// Whether the value is an inline string.
  private(set) var isInline = false

  /// One that no cell has.
  init() {}

  /// Keeps what stands in a range of the bytes for a cell; nil for one that is too long to be kept.
  init?(_ bytes: Span<UInt8>, _ range: Range<Int>, of cell: PlainCell) {
    guard range.count <= Self.room else { return nil }
    for (index, position) in range.enumerated() {
      words[index / 8] |= UInt64(bytes[position]) << UInt64(index % 8 * 8)
    }
    length = range.count
    (style, type, isInline) = (cell.style, cell.type, cell.isInline)
  }

  /// The position behind it when it stands at a position; nil when it does not, or too near to the end of the bytes to be sure.
  func end(in bytes: Span<UInt8>, at start: Int) -> Int? {
    guard length > 0, bytes.count - start >= Self.room else { return nil }
    let raw = bytes.bytes
    var (index, left) = (0, length)
    while left > 0 {
      let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: start &+ index &* 8, as: UInt64.self)
      let difference = word ^ words[index]
      guard left >= 8 ? difference == 0 : difference & (1 << UInt64(left * 8) - 1) == 0 else { return nil }
      left -= 8
      index += 1
    }
    return start + length
  }
}
