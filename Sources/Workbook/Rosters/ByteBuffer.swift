/// Bytes on their way into an archive, in memory of their own that is reused.
///
/// `reserve` comes before the appends it pays for, which check nothing more. A stored word may reach 32 bytes beyond the
/// end; `reserve` keeps that much free.
struct ByteBuffer: ~Copyable {
  /// How many bytes are held.
  private(set) var count = 0

  private var base: UnsafeMutableRawPointer
  private var capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    base = .allocate(byteCount: capacity, alignment: 64)
  }

  deinit {
    base.deallocate()
  }

  /// Makes room for `length` more bytes.
  mutating func reserve(_ length: Int) {
    guard count + length + 32 > capacity else { return }
    let larger = max(capacity * 2, count + length + 32)
    let memory = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 64)
    memory.copyMemory(from: base, byteCount: count)
    base.deallocate()
    base = memory
    capacity = larger
  }

  /// Appends one byte.
  mutating func append(_ byte: UInt8) {
    base.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count += 1
  }

  /// Appends the first `length` bytes of a word.
  mutating func append<Word: BitwiseCopyable>(_ word: Word, length: Int) {
    base.storeBytes(of: word, toByteOffset: count, as: Word.self)
    count += length
  }

  /// Appends text, making room for it.
  mutating func append(_ text: String) {
    reserve(text.utf8.count)
    for byte in text.utf8 { append(byte) }
  }

  /// Appends `length` bytes from `source`.
  mutating func append(_ source: UnsafePointer<UInt8>, length: Int) {
    (base + count).copyMemory(from: source, byteCount: length)
    count += length
  }

  /// Hands the bytes over and forgets them.
  mutating func drain<Failure: Error>(_ body: (UnsafeRawBufferPointer) throws(Failure) -> Void) throws(Failure) {
    try body(UnsafeRawBufferPointer(start: base, count: count))
    count = 0
  }
}
