import CMinizip
import Foundation

/// A ZIP file being written part after part in constant memory, over minizip.
///
/// It is the plain kind that every office program opens: sizes stand in the local headers, there are no data descriptors
/// and no ZIP64 records, and every date is 1980-01-01, so that the same parts give the same bytes. A part beyond 4 GiB
/// is refused. Writers share nothing; each thread may have its own.
package final class ArchiveWriter {
  /// Where the archive is written.
  package let path: String

  private var handle: zipFile?
  private var part: String?
  /// The part that is packed here and not by minizip, with its length and checksum so far.
  private var deflater: Deflater?
  private var length: UInt64 = 0
  private var checksum: UInt = 0

  /// How a part is packed.
  package enum Packing: Sendable {
    /// At once, for parts of many megabytes.
    case fast
    /// By zlib, from 1 for speed to 9 for size.
    case level(Int)
  }

  /// Starts an archive at `path`, over any file of that name; its folder must exist.
  package init(path: String) throws(ArchiveWriterError) {
    self.path = path
    errno = 0
    handle = zipOpen64(path, APPEND_STATUS_CREATE)
    guard handle != nil else { throw ArchiveWriterError(path: path, part: nil, cause: .system(errno)) }
  }

  deinit {
    if let handle {
      if part != nil { zipCloseFileInZip(handle) }
      zipClose(handle, nil)
    }
  }

  /// Begins a part.
  package func beginPart(_ name: String, packing: Packing) throws(ArchiveWriterError) {
    var information = zip_fileinfo()
    information.dosDate = Self.firstDay
    part = name
    var level: Int32 = 1
    if case .level(let wanted) = packing { level = Int32(clamping: wanted) }
    if case .fast = packing {
      deflater = Deflater()
      (length, checksum) = (0, 0)
    }
    let isPacked: Int32 = deflater == nil ? 0 : 1
    try check(
      zipOpenNewFileInZip2(
        open(), name, &information, nil, 0, nil, 0, nil, Self.deflated, level, isPacked))
  }

  /// Adds bytes to the part that was begun.
  package func write(_ bytes: RawSpan) throws(ArchiveWriterError) {
    try bytes.withUnsafeBytes { bytes throws(ArchiveWriterError) in
      guard deflater != nil else { return try put(bytes) }
      checksum = crc32_z(checksum, bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count)
      length += UInt64(bytes.count)
      try deflater?.pack(bytes, put)
    }
  }

  /// Ends the part, writing its sizes back into its header.
  package func endPart() throws(ArchiveWriterError) {
    if deflater != nil {
      try deflater?.finish(put)
      deflater = nil
      try check(zipCloseFileInZipRaw64(open(), length, checksum))
    } else {
      try check(zipCloseFileInZip(open()))
    }
    part = nil
  }

  private func put(_ bytes: UnsafeRawBufferPointer) throws(ArchiveWriterError) {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
    try check(zipWriteInFileInZip(open(), base, UInt32(bytes.count)))
  }

  /// Writes a whole part.
  package func add(
    _ name: String, _ content: String, packing: Packing = .level(6)
  ) throws(ArchiveWriterError) {
    try beginPart(name, packing: packing)
    try write(Array(content.utf8).span.bytes)
    try endPart()
  }

  /// Writes the directory and closes the file; the archive is whole only if this does not throw.
  package func close() throws(ArchiveWriterError) {
    let archive = open()
    handle = nil
    try check(zipClose(archive, nil))
  }

  /// The archive, which must still be open: writing after `close()` is a mistake of the program.
  private func open() -> zipFile {
    guard let handle else { preconditionFailure("the archive at \(path) is closed") }
    return handle
  }

  private func check(_ status: Int32) throws(ArchiveWriterError) {
    guard status != ZIP_OK else { return }
    let code = errno
    throw ArchiveWriterError(path: path, part: part, cause: status == ZIP_ERRNO ? .system(code) : .format(status))
  }

  /// 1980-01-01 00:00, the first moment that ZIP can name.
  private static let firstDay: UInt = 1 << 21 | 1 << 16
  /// The method number of deflate.
  private static let deflated: Int32 = 8
}
