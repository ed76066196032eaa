import Dispatch
import Foundation
import Reports
import Synchronization

/// Papers of a job that rest on what is settled already and are written on threads of their own while later stages still compute.
///
/// They lie in the draft of their job; whether that is published is decided when all is known.
final class PapersAhead: Sendable {
  let draft: Publication.Draft
  private let threads = DispatchGroup()
  private let outcomes = Mutex<[Result<StageClock.Span, any Error>]>([])
  private let started = Mutex<Set<BulletinPart>>([])

  /// The parts that have been begun, and need not be written later.
  var begun: Set<BulletinPart> { started.withLock { $0 } }

  init(_ draft: Publication.Draft) {
    self.draft = draft
  }

  /// Starts to write some papers.
  func begin(_ parts: Set<BulletinPart>, _ write: @escaping @Sendable (Publication.Draft) throws -> Void) {
    started.withLock { $0.formUnion(parts) }
    DispatchQueue.global().async(group: threads) { [self] in
      let outcome = Result {
        try StageClock.spanned {
          try write(draft)
          draft.settle()
        }
      }
      outcomes.withLock { $0.append(outcome) }
    }
  }

  /// Waits until all are written, and answers when that was.
  func finish() throws -> [StageClock.Span] {
    threads.wait()
    return try outcomes.withLock { $0 }.map { try $0.get() }
  }

  /// Waits for the threads and takes the draft away.
  func discard() {
    threads.wait()
    try? FileManager.default.removeItem(atPath: draft.folder)
  }
}

/// What the bulletin's papers are made of, as far as it can be written apart.
enum BulletinPart {
  case scores, dataQuality, bulletin
}
