import Archive
import Foundation
import TestSupport
import Testing

/// Runs `body` with a path in a fresh folder that is removed afterwards.
private func withFile<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder.appending(path: "parts.zip").path)
}

/// The local headers of a ZIP file as its bytes say: flags, method, date, packed and unpacked size, name.
private struct LocalHeader {
  let flags: Int
  let version: Int
  let date: Int
  let packed: Int
  let unpacked: Int
  let extra: Int

  static func all(in bytes: [UInt8]) -> [LocalHeader] {
    func number(_ start: Int, _ length: Int) -> Int {
      (0..<length).reversed().reduce(0) { $0 << 8 | Int(bytes[start + $1]) }
    }
    var headers: [LocalHeader] = []
    var start = 0
    while start + 30 <= bytes.count, number(start, 4) == 0x0403_4B50 {
      let header = LocalHeader(
        flags: number(start + 6, 2), version: number(start + 4, 2), date: number(start + 10, 4),
        packed: number(start + 18, 4), unpacked: number(start + 22, 4), extra: number(start + 28, 2))
      headers.append(header)
      start += 30 + number(start + 26, 2) + header.extra + header.packed
    }
    return headers
  }
}

@Test func `an archive is plain: sizes in the local headers, no descriptors, no ZIP64, the first day of ZIP`() throws {
  try withFile { path in
    let archive = try ArchiveWriter(path: path)
    try archive.add("one.xml", "甲乙丙")
    try archive.add("folder/two.xml", String(repeating: "丁", count: 100_000), packing: .fast)
    try archive.close()
    let headers = LocalHeader.all(in: Array(try Data(contentsOf: URL(filePath: path))))
    #expect(headers.map(\.unpacked) == [9, 300_000])
    for header in headers {
      #expect(header.flags & 8 == 0)
      #expect(header.version == 20)
      #expect(header.extra == 0)
      #expect(header.packed > 0)
      #expect(header.date == 0x0021_0000)
    }
  }
}

@Test func `what was written in pieces is read back whole`() throws {
  for seed in Cases.seeds(usually: 20) {
    var generator = SeededGenerator(seed: seed)
    let size = Int.random(in: 0...300_000, using: &generator)
    let content = (0..<size).map { _ in UInt8.random(in: 0...15, using: &generator) }
    try withFile { path in
      let archive = try ArchiveWriter(path: path)
      try archive.beginPart("part", packing: .level(Int.random(in: 1...9, using: &generator)))
      var start = 0
      while start < size {
        let end = min(size, start + Int.random(in: 1...70_000, using: &generator))
        try archive.write(Array(content[start..<end]).span.bytes)
        start = end
      }
      try archive.endPart()
      try archive.close()
      let reader = try ArchiveReader(path: path)
      var part = try reader.open(try #require(reader.part(named: "part")))
      var buffer = [UInt8](repeating: 0, count: size + 1)
      #expect(try part.read(into: &buffer, from: 0) == size, "SEED=\(seed)")
      #expect(Array(buffer.prefix(size)) == content, "SEED=\(seed)")
    }
  }
}

@Test func `a folder that is not there is an error with the system's reason`() throws {
  let error = #expect(throws: ArchiveWriterError.self) { _ = try ArchiveWriter(path: "/nowhere/parts.zip") }
  #expect(error?.description == "/nowhere/parts.zip: cannot be written: No such file or directory")
}

@Test func `a full disk is not swallowed`() throws {
  let error = #expect(throws: ArchiveWriterError.self) {
    let archive = try ArchiveWriter(path: "/dev/full")
    try archive.add("one.xml", "甲")
    try archive.close()
  }
  #expect(error?.reason == "No space left on device")
}
