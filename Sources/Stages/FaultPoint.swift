import Foundation

/// The places where a run can be cut off without harm: before and after every commit, and at every fsync and rename.
///
/// With `JIANBAO_FAULT=n` in the environment the process kills itself at the n-th place it comes to. The end-to-end tests use it to
/// prove that every cut leaves the earlier outputs whole and that the next run finishes the job.
package enum FaultPoint {
  nonisolated(unsafe) private static var passed = 0
  private static let limit = ProcessInfo.processInfo.environment["JIANBAO_FAULT"].flatMap { Int($0) }

  /// Marks such a place; called on the main thread only.
  package static func pass() {
    guard let limit else { return }
    passed += 1
    if passed == limit { kill(getpid(), SIGKILL) }
  }
}
