import Archive
import Foundation
import TestSupport
import Testing

/// The packed bytes of a part that holds `content`, handed over in pieces that end at the given positions.
private func packed(_ content: [UInt8], _ packing: ArchiveWriter.Packing, ends: [Int] = []) throws -> [UInt8] {
  let path = FileManager.default.temporaryDirectory.appending(path: "deflater-\(UUID().uuidString)").path
  defer { try? FileManager.default.removeItem(atPath: path) }
  let archive = try ArchiveWriter(path: path)
  try archive.beginPart("p", packing: packing)
  var start = 0
  for end in ends + [content.count] {
    try archive.write(content.span.extracting(start..<end).bytes)
    start = end
  }
  try archive.endPart()
  try archive.close()
  let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
  let size = (18..<22).reversed().reduce(0) { $0 << 8 | Int(bytes[$1]) }
  return Array(bytes[31..<(31 + size)])
}

struct DeflaterTests {
  @Test func `zlib unpacks whatever was packed at once, in whatever pieces it came`() throws {
    for seed in Cases.seeds(usually: 300) {
      var generator = SeededGenerator(seed: seed)
      let content = sample(&generator)
      let ends = (0..<Int.random(in: 0...3, using: &generator))
        .map { _ in Int.random(in: 0...content.count, using: &generator) }.sorted()
      #expect(try unpackedByZlib(packed(content, .fast, ends: ends)) == content, "SEED=\(seed)")
    }
  }

  @Test func `codes stay within 14 bits however rare a byte is`() throws {
    // Fibonacci numbers give the deepest tree that a code can have.
    var (content, pair): ([UInt8], (Int, Int)) = ([], (1, 1))
    for byte in 0..<24 as Range<UInt8> {
      // Between bytes that never repeat in the same order, so that each counts as itself.
      content += [UInt8](repeating: byte, count: pair.0)
      pair = (pair.1, pair.0 + pair.1)
    }
    var generator = SeededGenerator(seed: 1)
    content.shuffle(using: &generator)
    let one = Array(content.prefix(120_000))
    #expect(try unpackedByZlib(packed(one, .fast)) == one)
  }

  @Test func `rows of a sheet come out within a tenth of zlib's fastest, and noise hardly grows`() throws {
    var rows: [UInt8] = []
    for row in 2..<20_000 {
      let marks = "<c r=\"B\(row)\" s=\"5\"><v>\(row * 7919 % 101).5</v></c><c r=\"C\(row)\" s=\"5\"><v>90.00</v></c>"
      rows += "<row r=\"\(row)\"><c r=\"A\(row)\" s=\"2\" t=\"s\"><v>\(row * 31 % 97)</v></c>\(marks)</row>".utf8
    }
    let (own, fastest) = (try packed(rows, .fast).count, try packed(rows, .level(1)).count)
    #expect(own * 10 < fastest * 11, "\(own) bytes, zlib \(fastest)")
    var generator = SeededGenerator(seed: 2)
    let noise = (0..<300_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    #expect(try packed(noise, .fast).count < noise.count + noise.count / 100)
  }
}
