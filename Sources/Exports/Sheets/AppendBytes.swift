extension [UInt8] {
  /// The bytes of a span.
  init(_ bytes: Span<UInt8>) {
    self.init()
    append(bytes)
  }

  /// Adds the bytes of a span.
  mutating func append(_ bytes: Span<UInt8>) {
    append(addingCapacity: bytes.count) { output in
      for index in bytes.indices { output.append(bytes[index]) }
    }
  }
}
