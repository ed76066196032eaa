import Archive
import Foundation
import Testing

/// The bytes of the part, read through a buffer of a few bytes.
private func read(_ bytes: [UInt8], bufferSize: Int = 4, limits: InflationLimits = .default) throws -> [UInt8] {
  let path = FileManager.default.temporaryDirectory.appending(path: "archive-\(UUID().uuidString)").path
  try Data(bytes).write(to: URL(filePath: path))
  defer { try? FileManager.default.removeItem(atPath: path) }
  let reader = try ArchiveReader(path: path)
  let part = try #require(reader.part(named: "A\\B.TXT"))
  var stream = try reader.open(part, limits: limits)
  var buffer = [UInt8](repeating: 0, count: bufferSize)
  var found: [UInt8] = []
  while true {
    let count = try stream.read(into: &buffer, from: 0)
    found += buffer.prefix(count)
    if count < buffer.count { return found }
  }
}

struct ArchiveReaderTests {
  @Test(arguments: [1, 2, 3, 4, 9, 10, 64])
  func `a part is read through a buffer of any size`(size: Int) throws {
    #expect(try read(archive(), bufferSize: size) == Array("123456789".utf8))
  }

  @Test func `a part whose bytes changed fails its checksum`() {
    #expect(throws: ArchiveReadError.checksum(part: "a/b.txt")) { try read(archive(contents: "123456780")) }
  }

  @Test func `encrypted parts and unknown methods are told apart`() {
    #expect(throws: ArchiveReadError.encrypted(part: "a/b.txt")) { try read(archive(flags: 1)) }
    #expect(throws: ArchiveReadError.unsupportedMethod(part: "a/b.txt")) { try read(archive(method: 14)) }
    #expect(throws: ArchiveReadError.damaged(part: "a/b.txt")) { try read(archive(method: 8)) }
  }

  @Test func `a part that swells beyond its limit is given up`() {
    #expect(throws: ArchiveReadError.overInflated(part: "a/b.txt", limit: 8)) {
      try read(archive(), limits: InflationLimits(bytes: 8, ratio: 1))
    }
  }

  @Test func `a file that is no archive is refused`() {
    #expect(throws: ArchiveReadError.notAnArchive) { try read(Array(archive().dropLast(30))) }
    #expect(throws: ArchiveReadError.missing) { try ArchiveReader(path: "/nowhere/a.zip") }
  }
}
