import Archive

/// A ZIP file copied with some of its parts changed, as somebody who means harm or another program would leave it.
package enum AlteredArchive {
  /// Copies an archive; `change` gets the name and the text of every part and answers the new text, or nil to leave the part out.
  package static func copy(
    _ source: String, to target: String, adding parts: [(name: String, text: String)] = [],
    _ change: (_ name: String, _ text: String) -> String? = { $1 }
  ) throws {
    let reader = try ArchiveReader(path: source)
    let writer = try ArchiveWriter(path: target)
    for part in reader.parts {
      guard let text = change(part.name, String(decoding: try bytes(of: part, in: reader), as: UTF8.self)) else {
        continue
      }
      try writer.add(part.name, text)
    }
    for part in parts { try writer.add(part.name, part.text) }
    try writer.close()
  }

  private static func bytes(of part: ArchivePart, in reader: ArchiveReader) throws -> [UInt8] {
    var unpacking = try reader.open(part)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try unpacking.read(into: &buffer, from: 0)
      if count == 0 { return bytes }
      bytes += buffer.prefix(count)
    }
  }
}
