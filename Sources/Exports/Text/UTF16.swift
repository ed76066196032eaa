/// Decodes UTF-16 into UTF-8.
struct UTF16Decoder {
  let isHighByteFirst: Bool

  /// Decodes from `start` on while the output has room, and answers the position reached; see `GB18030.decode`.
  func decode(
    _ input: Span<UInt8>, from start: Int, isFinal: Bool, into output: inout MutableSpan<UInt8>, at filled: inout Int
  ) -> Int {
    var position = start
    while position < input.count, filled + TextSource.leastRoom <= output.count {
      guard position + 1 < input.count else {
        if !isFinal { return position }
        output[filled] = GB18030.undecodable
        filled += 1
        return input.count
      }
      let unit = unit(input, at: position)
      var scalar = Unicode.Scalar(UInt32(unit))
      var width = 2
      if unit & 0xFC00 == 0xD800 {
        guard position + 3 < input.count || isFinal else { return position }
        if position + 3 < input.count {
          let low = self.unit(input, at: position + 2)
          if low & 0xFC00 == 0xDC00 {
            scalar = Unicode.Scalar(0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(low & 0x3FF)))
            width = 4
          }
        }
      }
      append(scalar, to: &output, at: &filled)
      position += width
    }
    return position
  }

  private func unit(_ input: Span<UInt8>, at position: Int) -> UInt16 {
    let (first, second) = (UInt16(input[position]), UInt16(input[position + 1]))
    return isHighByteFirst ? first << 8 | second : second << 8 | first
  }

  private func append(_ scalar: Unicode.Scalar?, to output: inout MutableSpan<UInt8>, at filled: inout Int) {
    guard let scalar else {
      output[filled] = GB18030.undecodable
      filled += 1
      return
    }
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
      output[filled] = byte
      filled += 1
    }
  }
}
