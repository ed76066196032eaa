import Dispatch
import Programme
import Synchronization

/// Who is enrolled tonight, as far as the reading of facts needs to know it.
struct Roll: Sendable {
  let enrolments: Enrolments
  /// Enrolments of people who got another one tonight: a row that named one may now name none, or two.
  let restless: Set<Int32>
  /// Where people whose number lost its digits may be looked for, by source.
  var matchings: [Identifier<Source>: PersonMatching] = [:]
}

/// Where the readers of facts wait for tonight's roster: they begin before it is landed, with the rows that need no looking up.
final class RollCall: Sendable {
  private let roll = Mutex<Roll?>(nil)
  private let isOver = Mutex(false)
  private let called = DispatchGroup()

  init() { called.enter() }

  /// Whether nobody has to wait any more.
  var isOpen: Bool { isOver.withLock { $0 } }

  /// Hands the roll to those who wait; nil tells them to give up. Only the first call counts.
  func open(_ roll: Roll?) {
    let isFirst = isOver.withLock { isOver in
      defer { isOver = true }
      return !isOver
    }
    guard isFirst else { return }
    self.roll.withLock { $0 = roll }
    called.leave()
  }

  /// The roll, as soon as it is there.
  func wait() throws -> Roll {
    called.wait()
    guard let roll = roll.withLock({ $0 }) else { throw CancellationError() }
    return roll
  }
}
