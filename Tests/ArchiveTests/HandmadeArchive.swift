/// An archive of one stored part, `a/b.txt`, that holds `123456789`; its checksum is the one published for CRC-32.
func archive(contents: String = "123456789", flags: Int = 0, method: Int = 0, claimed: Int? = nil) -> [UInt8] {
  archive(
    packed: Array(contents.utf8), flags: flags, method: method, claimed: claimed ?? contents.utf8.count,
    checksum: 0xCBF4_3926)
}

/// An archive of one part, `a/b.txt`, with these packed bytes; its headers say whatever they are told to say.
func archive(packed: [UInt8], flags: Int = 0, method: Int, claimed: Int, checksum: Int) -> [UInt8] {
  let name = Array("a/b.txt".utf8)
  let facts = littleEndian([
    (20, 2), (flags, 2), (method, 2), (0, 4), (checksum, 4), (packed.count, 4), (claimed, 4), (name.count, 2), (0, 2),
  ])
  let part = littleEndian([(0x0403_4B50, 4)]) + facts + name + packed
  let directory =
    littleEndian([(0x0201_4B50, 4), (20, 2)]) + facts + littleEndian([(0, 2), (0, 2), (0, 2), (0, 4), (0, 4)]) + name
  let end = littleEndian([(0x0605_4B50, 4), (0, 4), (1, 2), (1, 2), (directory.count, 4), (part.count, 4), (0, 2)])
  return part + directory + end
}

private func littleEndian(_ numbers: [(number: Int, width: Int)]) -> [UInt8] {
  numbers.flatMap { number, width in (0..<width).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) } }
}
