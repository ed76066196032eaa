import Foundation

/// Why an archive could not be written.
package struct ArchiveWriterError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What stood in the way.
  package enum Cause: Hashable, Sendable {
    /// The system refused: a full disk, a missing folder. The number is `errno`.
    case system(Int32)
    /// The format cannot hold it: a part beyond 4 GiB. The number is minizip's.
    case format(Int32)
  }

  /// The file.
  package let path: String
  /// The part that was being written, if any.
  package let part: String?
  /// What stood in the way.
  package let cause: Cause

  /// The cause in words.
  package var reason: String {
    switch cause {
    case .system(0): "the system gave no reason"
    case .system(let code): String(cString: strerror(code))
    case .format(let status): "the part is too large for a plain ZIP file (minizip \(status))"
    }
  }

  package var description: String {
    "\(path): \(part.map { "part \($0): " } ?? "")cannot be written: \(reason)"
  }
}
