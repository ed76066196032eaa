import CMinizip
import TestSupport

/// What zlib makes of a deflated stream; nil when it refuses the stream or misses its end.
func unpackedByZlib(_ packed: [UInt8]) -> [UInt8]? {
  var stream = z_stream()
  guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
  defer { inflateEnd(&stream) }
  var packed = packed
  var output: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 1 << 16)
  return packed.withUnsafeMutableBufferPointer { packed in
    stream.next_in = packed.baseAddress
    stream.avail_in = UInt32(packed.count)
    while true {
      let status = piece.withUnsafeMutableBufferPointer { piece in
        stream.next_out = piece.baseAddress
        stream.avail_out = UInt32(piece.count)
        return inflate(&stream, Z_NO_FLUSH)
      }
      output += piece.prefix(piece.count - Int(stream.avail_out))
      if status == Z_STREAM_END { return output }
      guard status == Z_OK, output.count < 1 << 24 else { return nil }
    }
  }
}

/// Packs bytes by zlib at a level and with a strategy.
func packedByZlib(_ bytes: [UInt8], level: Int32, strategy: Int32) -> [UInt8] {
  var stream = z_stream()
  deflateInit2_(&stream, level, Z_DEFLATED, -15, 9, strategy, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  defer { deflateEnd(&stream) }
  var bytes = bytes
  var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
  let count = bytes.withUnsafeMutableBufferPointer { bytes in
    output.withUnsafeMutableBufferPointer { output in
      stream.next_in = bytes.baseAddress
      stream.avail_in = UInt32(bytes.count)
      stream.next_out = output.baseAddress
      stream.avail_out = UInt32(output.count)
      deflate(&stream, Z_FINISH)
      return output.count - Int(stream.avail_out)
    }
  }
  return Array(output.prefix(count))
}

/// Bytes like those of a sheet, of a text without repetitions, or of one letter.
func sample(_ generator: inout SeededGenerator) -> [UInt8] {
  let count = Int.random(
    in: 0...([300, 70_000, 700_000].randomElement(using: &generator) ?? 300), using: &generator)
  var bytes: [UInt8] = []
  let kind = Int.random(in: 0..<4, using: &generator)
  while bytes.count < count {
    switch kind {
    case 0: bytes.append(.random(in: 0...255, using: &generator))
    case 1: bytes.append(UInt8(ascii: "a"))
    case 2: bytes += "<c r=\"B\(bytes.count)\"><v>\(Int.random(in: 0..<1000, using: &generator))</v></c>".utf8
    default:
      let length = Int.random(in: 1...300, using: &generator)
      let start = bytes.count - min(bytes.count, Int.random(in: 1...33_000, using: &generator))
      bytes += bytes[start..<min(bytes.count, start + length)] + [.random(in: 0...255, using: &generator)]
    }
  }
  return bytes
}
