import Dispatch
import Foundation
import Programme
import Synchronization

/// What the last load left, read on a thread of its own while tonight's first exports are looked at.
///
/// It has a connection of its own and sees what was committed last. Where it cannot be had that way, nothing is lost but time: whoever
/// asks gets nil and reads it himself.
final class LastNight: Sendable {
  private let enrolments = Mutex<Enrolments?>(nil)
  private let tallies = Mutex<TallyTable?>(nil)
  private let enrolmentsRead = DispatchGroup()
  private let talliesRead = DispatchGroup()

  init(_ store: ProgrammeStore) {
    let folder = URL(filePath: store.path).deletingLastPathComponent().path
    let programme = store.programme
    enrolmentsRead.enter()
    talliesRead.enter()
    DispatchQueue.global().async {
      let own = try? ProgrammeStore(programme: programme, folder: folder, readOnly: true)
      let read = own.flatMap { try? Enrolments($0.database) }
      self.enrolments.withLock { $0 = read }
      self.enrolmentsRead.leave()
      if let own, let read {
        let stored = try? TallyTable(stored: own, enrolments: read.count)
        self.tallies.withLock { $0 = stored }
      }
      self.talliesRead.leave()
    }
  }

  /// Everybody who was enrolled; once only, since a second roster begins with what the first one left.
  func takeEnrolments() -> Enrolments? {
    enrolmentsRead.wait()
    return enrolments.withLock { $0.take() }
  }

  /// The tallies, with a row for everybody who was enrolled.
  func takeTallies() -> TallyTable? {
    talliesRead.wait()
    return tallies.withLock { $0.take() }
  }

  /// Waits until nothing reads any more: the connection must be closed before the load commits.
  func stop() { talliesRead.wait() }
}
