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

  /// Begins a part; `level` is 1 for speed to 9 for size.
  package func beginPart(_ name: String, level: Int) throws(ArchiveWriterError) {
    var information = zip_fileinfo()
    information.dosDate = Self.firstDay
    part = name
    try check(
      zipOpenNewFileInZip(open(), name, &information, nil, 0, nil, 0, nil, Self.deflated, Int32(clamping: level)))
  }

  /// Adds bytes to the part that was begun.
  package func write(_ bytes: RawSpan) throws(ArchiveWriterError) {
    let status = bytes.withUnsafeBytes { bytes in
      bytes.baseAddress.map { zipWriteInFileInZip(open(), $0, UInt32(bytes.count)) } ?? ZIP_OK
    }
    try check(status)
  }

  /// Ends the part, writing its sizes back into its header.
  package func endPart() throws(ArchiveWriterError) {
    let status = zipCloseFileInZip(open())
    try check(status)
    part = nil
  }

  /// Writes a whole part.
  package func add(_ name: String, _ content: String, level: Int = 6) throws(ArchiveWriterError) {
    try beginPart(name, level: level)
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
