import Dispatch
import Exports
import Synchronization

/// The SHA-256 digests of a night's exports, taken on a thread of their own and not before they are asked for or a processor is
/// free: nothing needs them before the night is to be recorded.
package final class FileDigests: @unchecked Sendable {
  /// What stands in place of the digest of a file that was written to while it was read: whatever the file is found to be next time
  /// differs from it, so that it is read again.
  package static let unsettled = "changed while it was read"

  private let files: [SourceFile]
  private let queue = DispatchQueue(label: "digests")
  private let hasBegun = Mutex(false)
  /// Written on the queue alone, and read behind everything on it.
  private var digests: [String: String] = [:]

  init(_ files: [SourceFile]) {
    self.files = files
  }

  /// Starts to take them, unless that was done.
  func begin() {
    hasBegun.withLock { begun in
      guard !begun else { return }
      begun = true
      // Inside the lock: whoever finds that it has begun finds the work on the queue before what is asked of it.
      queue.async(execute: take)
    }
  }

  @Sendable private func take() {
    for file in files where digests[file.name] == nil {
      // A file that cannot be read is a blockage of its source, told where its rows are read.
      let digest = (try? SHA256.hexadecimal(ofFile: file.path)) ?? "unreadable"
      digests[file.name] = file.stands ? digest : Self.unsettled
    }
  }

  /// The digest of a file, in hexadecimal; waits until all are taken.
  package subscript(_ name: String) -> String {
    begin()
    return queue.sync { digests[name] ?? "" }
  }
}
