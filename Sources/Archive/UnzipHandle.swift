import CMinizip
import Glibc

/// Owner of one minizip handle, which can have one part open at a time.
struct UnzipHandle: ~Copyable {
  private let handle: unzFile

  init(path: String) throws(ArchiveReadError) {
    guard access(path, F_OK) == 0 else { throw .missing }
    guard access(path, R_OK) == 0 else { throw .refused(String(cString: strerror(errno))) }
    guard let handle = unsafe unzOpen64(path) else { throw .notAnArchive }
    unsafe self.handle = handle
  }

  deinit {
    unsafe unzCloseCurrentFile(handle)
    unsafe unzClose(handle)
  }

  func directory(maximumParts: Int) throws(ArchiveReadError) -> [ArchivePart] {
    var parts: [ArchivePart] = []
    var status = unsafe unzGoToFirstFile(handle)
    while status == UNZ_OK {
      guard parts.count < maximumParts else { throw .notAnArchive }
      parts.append(try currentPart())
      status = unsafe unzGoToNextFile(handle)
    }
    guard status == UNZ_END_OF_LIST_OF_FILE, !parts.isEmpty else { throw .notAnArchive }
    return parts
  }

  private func currentPart() throws(ArchiveReadError) -> ArchivePart {
    var facts = unz_file_info64()
    var name = [CChar](repeating: 0, count: 1024)
    var position = unz64_file_pos()
    let status = unsafe unzGetCurrentFileInfo64(handle, &facts, &name, UInt(name.count - 1), nil, 0, nil, 0)
    guard status == UNZ_OK, unsafe unzGetFilePos64(handle, &position) == UNZ_OK else { throw .notAnArchive }
    let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return ArchivePart(
      name: String(decoding: bytes, as: UTF8.self), claimedSize: Int(clamping: facts.uncompressed_size),
      packedSize: Int(clamping: facts.compressed_size), isEncrypted: facts.flag & 1 != 0,
      hasKnownMethod: facts.compression_method == 0 || facts.compression_method == UInt(Z_DEFLATED),
      checksum: UInt(facts.crc), position: position)
  }

  /// Finds where the packed bytes of a part lie in the file, and whether they are deflated and not stored.
  func locate(_ part: ArchivePart) throws(ArchiveReadError) -> (offset: Int, isDeflated: Bool) {
    if part.isEncrypted { throw .encrypted(part: part.name) }
    var position = part.position
    guard unsafe unzGoToFilePos64(handle, &position) == UNZ_OK else { throw .damaged(part: part.name) }
    guard part.hasKnownMethod else { throw .unsupportedMethod(part: part.name) }
    var (method, level) = (Int32(0), Int32(0))
    let isPacked: Int32 = 1
    guard unsafe unzOpenCurrentFile2(handle, &method, &level, isPacked) == UNZ_OK else {
      throw .damaged(part: part.name)
    }
    return (Int(clamping: unsafe unzGetCurrentFileZStreamPos64(handle)), method == Z_DEFLATED)
  }
}
