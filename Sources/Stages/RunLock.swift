import Foundation

/// Keeps a second run of the same programme out; let go when the process ends, however it ends.
package final class RunLock {
  private let descriptor: Int32

  /// nil when another run holds the lock; throws when the folder cannot be written.
  package init?(folder: String) throws(UnwritableFolder) {
    descriptor = open("\(folder)/.lock", O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw UnwritableFolder(path: folder, reason: String(cString: strerror(errno))) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
  }

  deinit {
    close(descriptor)
  }
}

/// A folder in which nothing can be written.
package struct UnwritableFolder: Error, Sendable {
  package let path: String
  package let reason: String
}
