import Glibc

/// An open file, read front to back.
///
/// Blocks are read into the caller's own buffer, so that memory stays flat whatever the size of the file.
package struct InputFile: ~Copyable {
  private let descriptor: Int32

  /// The size of the file in bytes when it was opened.
  package let size: Int

  /// Opens a regular file for reading.
  package init(path: String) throws(ArchiveReadError) {
    // Without waiting: a pipe is refused below, and would otherwise wait for somebody to write to it.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw errno == ENOENT ? .missing : .refused(Self.systemMessage())
    }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .notAFile
    }
    self.descriptor = descriptor
    self.size = Int(facts.st_size)
  }

  deinit {
    close(descriptor)
  }

  /// Fills the buffer from `start` to its end as far as the file reaches, and answers how many bytes came.
  ///
  /// Fewer bytes than asked for, or none, mean that the file ends there.
  package func read(into buffer: inout [UInt8], from start: Int) throws(ArchiveReadError) -> Int {
    try buffer.withUnsafeMutableBufferPointer { bytes throws(ArchiveReadError) in
      try read(into: unsafe UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: bytes[start...])))
    }
  }

  /// Fills a buffer as far as the file reaches, and answers how many bytes came.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveReadError) -> Int {
    var filled = 0
    while filled < buffer.count {
      let count = unsafe Glibc.read(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw .refused(Self.systemMessage())
      }
      filled += count
    }
    return filled
  }

  /// Goes on reading at an offset from the beginning, for files whose directory says where their parts lie.
  package func move(to offset: Int) throws(ArchiveReadError) {
    guard lseek(descriptor, offset, SEEK_SET) == offset else { throw .refused(Self.systemMessage()) }
  }

  private static func systemMessage() -> String {
    String(cString: strerror(errno))
  }
}
