import Archive
import CMinizip
import Foundation
import TestSupport
import Testing

/// What the reader makes of a part with these packed bytes; nil when it refuses them.
private func unpacked(_ packed: [UInt8], as expected: [UInt8]) throws -> [UInt8]? {
  let checksum = Int(crc32(0, expected, UInt32(expected.count)))
  let path = FileManager.default.temporaryDirectory.appending(path: "inflater-\(UUID().uuidString)").path
  try Data(archive(packed: packed, method: 8, claimed: expected.count, checksum: checksum))
    .write(to: URL(filePath: path))
  defer { try? FileManager.default.removeItem(atPath: path) }
  let reader = try ArchiveReader(path: path)
  var stream = try reader.open(reader.parts[0], limits: InflationLimits(bytes: 1 << 24, ratio: 1 << 20))
  var found: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 50_000)
  do throws(ArchiveReadError) {
    while true {
      let count = try stream.read(into: &buffer, from: 0)
      found += buffer.prefix(count)
      if count < buffer.count { return found }
    }
  } catch {
    // Asking again must neither wait nor find anything.
    #expect(try stream.read(into: &buffer, from: 0) == 0)
    #expect(error == .damaged(part: "a/b.txt") || error == .checksum(part: "a/b.txt"))
    return nil
  }
}

private func bytes(_ hexadecimal: String) -> [UInt8] {
  hexadecimal.split(separator: " ").compactMap { UInt8($0, radix: 16) }
}

struct InflaterTests {
  /// The streams by which zlib's own test covers its inflate (test/infcover.c), with what zlib makes of them.
  @Test(arguments: [
    ("fixed", "3 0", 0), ("stored", "1 1 0 fe ff 0", 1), ("pull 17", "5 c0 21 d 0 0 0 80 b0 fe 6d 2f 91 6c", 0),
    ("long code", "5 e0 81 91 24 cb b2 2c 49 e2 f 2e 8b 9a 47 56 9f fb fe ec d2 ff 1f", 0),
    ("length extra", "ed c0 1 1 0 0 0 40 20 ff 57 1b 42 2c 4f", 516),
    ("long distance", "ed cf c1 b1 2c 47 10 c4 30 fa 6f 35 1d 1 82 59 3d fb be 2e 2a fc f c", 518),
    (
      "window end",
      "ed c0 81 0 0 0 0 80 a0 fd a9 17 a9 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 6", 23_737
    ),
  ])
  func `streams at the edge of the format unpack`(name: String, stream: String, count: Int) throws {
    let expected = try #require(unpackedByZlib(bytes(stream)), "\(name)")
    #expect(expected.count == count, "\(name)")
    #expect(try unpacked(bytes(stream), as: expected) == expected, "\(name)")
  }

  /// The broken streams of the same test.
  @Test(arguments: [
    ("stored block lengths", "0 0 0 0 0"), ("block type", "6"), ("too many symbols", "fc 0 0"),
    ("code lengths set", "4 0 fe ff"), ("repeat at the beginning", "4 0 24 49 0"), ("repeat", "4 0 24 e9 ff ff"),
    ("missing end of block", "4 0 24 e9 ff 6d"),
    ("literal set", "4 80 49 92 24 49 92 24 71 ff ff 93 11 0"),
    ("distance set", "4 80 49 92 24 49 92 24 f b4 ff ff c3 84"),
    ("literal code", "4 c0 81 8 0 0 0 0 20 7f eb b 0 0"), ("distance code", "2 7e ff ff"),
    ("too far back", "c c0 81 0 0 0 0 0 90 ff 6b 4 0"), ("nothing at all", ""),
    ("cut off", "ed c0 1 1 0 0 0 40 20 ff 57 1b"),
  ])
  func `broken streams are refused`(name: String, stream: String) throws {
    #expect(unpackedByZlib(bytes(stream)) == nil, "\(name)")
    #expect(try unpacked(bytes(stream), as: []) == nil, "\(name)")
  }

  @Test func `whatever zlib packed unpacks to the same bytes, whole or damaged`() throws {
    for seed in Cases.seeds(usually: 300) {
      var generator = SeededGenerator(seed: seed)
      let plain = sample(&generator)
      let strategy = [Z_DEFAULT_STRATEGY, Z_HUFFMAN_ONLY, Z_RLE, Z_FIXED].randomElement(using: &generator) ?? Z_FIXED
      var packed = packedByZlib(plain, level: .random(in: 0...9, using: &generator), strategy: strategy)
      #expect(try unpacked(packed, as: plain) == plain, "seed \(seed)")
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        packed[.random(in: packed.indices, using: &generator)] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      }
      if Bool.random(using: &generator) { packed.removeLast(.random(in: 0...min(9, packed.count), using: &generator)) }
      let damaged = unpackedByZlib(packed)
      #expect(try unpacked(packed, as: damaged ?? plain) == damaged, "seed \(seed), damaged")
    }
  }
}
