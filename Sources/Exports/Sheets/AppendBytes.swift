extension [UInt8] {
  /// The bytes of a span.
  init(_ bytes: Span<UInt8>) {
    self.init()
    append(bytes)
  }

  /// Adds the bytes of a span.
  mutating func append(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { append(contentsOf: unsafe $0) }
  }
}
