import Archive

/// The directory of an OLE compound file, by which an Excel 97-2003 workbook is told from an encrypted one and from
/// other Office documents; all of them begin with the same bytes. ([MS-CFB])
struct CompoundFile: ~Copyable {
  /// The bytes that every compound file begins with.
  static let magic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  private let file: InputFile
  private let sectorSize: Int
  /// The allocation table: the sector that follows each one.
  private var following: [UInt32] = []
  private var entries: [Entry] = []

  /// A stream or storage with its place in the tree of names.
  private struct Entry {
    let name: String
    let left: Int
    let right: Int
    let child: Int
    let start: Int
    let size: Int
  }

  /// Streams shorter than this lie in a stream of their own, not in sectors.
  private static let leastStream = 4096
  private static let entrySize = 128
  /// More sectors than a directory or allocation table of any real workbook takes.
  private static let mostSectors = 100_000

  /// What the compound file of that path is.
  static func kind(of path: String) throws(ExportError) -> FileKind {
    do throws(ArchiveReadError) {
      let file = try InputFile(path: path)
      let header = try bytes(512, of: file, at: 0)
      guard header.count == 512, header[30] == 9 || header[30] == 12 else { throw .damaged(part: "OLE") }
      var compound = CompoundFile(file, sectorSize: 1 << Int(header[30]))
      try compound.readTable(header)
      try compound.readDirectory(from: Int(number(header, 48)))
      return try compound.kind()
    } catch {
      throw ExportError(path: path, error)
    }
  }

  private init(_ file: consuming InputFile, sectorSize: Int) {
    self.file = file
    self.sectorSize = sectorSize
  }

  /// What the file is, by the streams at the root of the directory.
  private func kind() throws(ArchiveReadError) -> FileKind {
    let streams = rootEntries()
    let names = Set(streams.map(\.name))
    if names.contains("EncryptedPackage") || names.contains("EncryptionInfo") { return .encryptedWorkbook }
    guard let workbook = streams.first(where: { $0.name == "Workbook" || $0.name == "Book" }) else {
      return .otherDocument
    }
    return try isEncrypted(workbook) ? .encryptedWorkbook : .legacyWorkbook
  }

  /// Whether the workbook's stream begins by telling how it is encrypted.
  private func isEncrypted(_ stream: Entry) throws(ArchiveReadError) -> Bool {
    guard stream.size >= Self.leastStream else { return false }
    let beginning = try Self.bytes(sectorSize, of: file, at: (stream.start + 1) * sectorSize)
    var position = 0
    while position + 4 <= beginning.count {
      let record = Int(beginning[position]) | Int(beginning[position + 1]) << 8
      if record == 0x2F { return true }
      position += 4 + Int(beginning[position + 2]) + Int(beginning[position + 3]) << 8
      // BOF, and what may stand between it and FILEPASS: a template's mark and a write protection.
      guard [0x0809, 0x0060, 0x0086].contains(record) else { return false }
    }
    return false
  }

  /// The entries below the root, in no order; storages inside storages belong to embedded objects.
  private func rootEntries() -> [Entry] {
    var found: [Entry] = []
    var waiting = entries.first.map { [$0.child] } ?? []
    while let index = waiting.popLast(), found.count <= entries.count {
      guard entries.indices.contains(index) else { continue }
      found.append(entries[index])
      waiting += [entries[index].left, entries[index].right]
    }
    return found
  }

  /// Reads the allocation table, whose own sectors are listed in the header and, in large files, in a chain behind it.
  private mutating func readTable(_ header: [UInt8]) throws(ArchiveReadError) {
    var sectors = (0..<109).map { number(header, 76 + 4 * $0) }
    var next = Int(number(header, 68))
    var visited = 0
    while next < Self.lastSector, visited < Self.mostSectors / (sectorSize / 4) {
      let list = try sector(next)
      sectors += (0..<(sectorSize / 4 - 1)).map { number(list, 4 * $0) }
      next = Int(number(list, sectorSize - 4))
      visited += 1
    }
    for place in sectors.prefix(Self.mostSectors) where place < Self.lastSector {
      let table = try sector(Int(place))
      following += (0..<(sectorSize / 4)).map { number(table, 4 * $0) }
    }
  }

  private mutating func readDirectory(from start: Int) throws(ArchiveReadError) {
    var place = start
    var visited = 0
    while place < Self.lastSector {
      guard visited < Self.mostSectors, following.indices.contains(place) else { throw .damaged(part: "OLE") }
      let bytes = try sector(place)
      for entry in stride(from: 0, to: bytes.count, by: Self.entrySize) {
        entries.append(Self.entry(bytes[entry..<(entry + Self.entrySize)]))
      }
      place = Int(following[place])
      visited += 1
    }
    guard !entries.isEmpty else { throw .damaged(part: "OLE") }
  }

  /// Numbers from here on mark ends and free sectors.
  private static let lastSector = 0xFFFF_FFFA

  private static func entry(_ slice: ArraySlice<UInt8>) -> Entry {
    let bytes = Array(slice)
    let length = min(Int(bytes[64]) | Int(bytes[65]) << 8, 64)
    let units = stride(from: 0, to: max(length - 2, 0), by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
    return Entry(
      name: String(decoding: units, as: UTF16.self), left: Int(number(bytes, 68)), right: Int(number(bytes, 72)),
      child: Int(number(bytes, 76)), start: Int(number(bytes, 116)), size: Int(number(bytes, 120)))
  }

  private func sector(_ place: Int) throws(ArchiveReadError) -> [UInt8] {
    let bytes = try Self.bytes(sectorSize, of: file, at: (place + 1) * sectorSize)
    guard bytes.count == sectorSize else { throw .damaged(part: "OLE") }
    return bytes
  }

  private static func bytes(
    _ count: Int, of file: borrowing InputFile, at offset: Int
  ) throws(ArchiveReadError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    try file.move(to: offset)
    let filled = try file.read(into: &bytes, from: 0)
    return Array(bytes.prefix(filled))
  }
}

private func number(_ bytes: [UInt8], _ position: Int) -> UInt32 {
  (0..<4).reduce(0) { $0 | UInt32(bytes[position + $1]) << UInt32($1 * 8) }
}
