import CMinizip

/// One part listed in the directory of a ZIP archive.
package struct ArchivePart: Sendable, Equatable {
  /// The name of the part with its folders, such as `xl/workbook.xml`.
  package let name: String
  /// What the directory claims the part unpacks to, in bytes; a damaged or hostile archive may lie.
  package let claimedSize: Int
  /// Packed size in bytes.
  package let packedSize: Int
  /// Whether the part is encrypted by ZIP's own means.
  package let isEncrypted: Bool
  /// Whether the part is stored or deflated, the only methods that spreadsheets use.
  package let hasKnownMethod: Bool
  /// The checksum (CRC-32) of what was packed.
  let checksum: UInt
  let position: unz64_file_pos

  /// Parts are the same when their entries in the directory are.
  package static func == (one: ArchivePart, other: ArchivePart) -> Bool {
    one.name == other.name && one.claimedSize == other.claimedSize && one.packedSize == other.packedSize
  }
}

/// The directory of a ZIP archive.
package struct ArchiveReader: Sendable {
  /// Where the archive lies.
  package let path: String
  /// The parts in directory order.
  package let parts: [ArchivePart]

  /// Reads the directory of the archive at `path`, refusing more than `maximumParts` entries.
  package init(path: String, maximumParts: Int = 65_536) throws(ArchiveReadError) {
    let archive = try UnzipHandle(path: path)
    self.path = path
    self.parts = try archive.directory(maximumParts: maximumParts)
  }

  /// The part of that name; when no name is the same, one that differs only in case or in the slash it uses.
  package func part(named name: String) -> ArchivePart? {
    if let part = parts.first(where: { $0.name == name }) { return part }
    let wanted = Self.folded(name)
    return parts.first { Self.folded($0.name) == wanted }
  }

  /// Opens a part for unpacking; without `proves` its checksum is not looked at, for a part that is read another time anyway.
  package func open(
    _ part: ArchivePart, limits: InflationLimits = .default, proves: Bool = true
  ) throws(ArchiveReadError) -> PartReader {
    try PartReader(path: path, part: part, limits: limits, proves: proves)
  }

  private static func folded(_ name: String) -> String {
    String(name.lowercased().map { $0 == "\\" ? "/" : $0 }.drop { $0 == "/" })
  }
}
