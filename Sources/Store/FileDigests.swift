import Dispatch
import Exports

/// The SHA-256 digests of a night's exports, taken on a thread of their own: a second processor has time for them while the
/// roster is landed, and nothing needs them before the night is to be recorded.
package final class FileDigests: @unchecked Sendable {
  private let queue = DispatchQueue(label: "digests")
  /// Written on the queue alone, and read behind everything on it.
  private var digests: [String: String] = [:]

  init(_ files: [SourceFile]) {
    queue.async { [self] in
      for file in files where digests[file.name] == nil {
        // A file that cannot be read is a blockage of its source, told where its rows are read.
        digests[file.name] = (try? SHA256.hexadecimal(ofFile: file.path)) ?? "unreadable"
      }
    }
  }

  /// The digest of a file, in hexadecimal; waits until all are taken.
  package subscript(_ name: String) -> String { queue.sync { digests[name] ?? "" } }
}
