import Foundation

/// Says which damaged file was being read when reading crashes, or does not come back.
///
/// A crash takes the whole test process with it, so the words are ready beforehand and a signal only writes them out.
package final class MutationWatch: Sendable {
  package static let shared = MutationWatch()

  private static let slots = 64
  private static let length = 128
  /// One line a slot, empty when nothing is being read; a handler of signals can reach nothing else.
  private nonisolated(unsafe) static let lines = UnsafeMutablePointer<CChar>.allocate(capacity: slots * length)
  private nonisolated(unsafe) static let starts = UnsafeMutablePointer<Int>.allocate(capacity: slots)

  private init() {
    Self.lines.initialize(repeating: 0, count: Self.slots * Self.length)
    Self.starts.initialize(repeating: .max, count: Self.slots)
    for signal in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE] {
      Foundation.signal(signal) { number in
        MutationWatch.tell()
        Foundation.signal(number, SIG_DFL)
        raise(number)
      }
    }
    Thread.detachNewThread {
      while true {
        Thread.sleep(forTimeInterval: 1)
        let now = time(nil)
        // A case takes a millisecond; a minute is beyond what a busy machine can explain.
        if (0..<Self.slots).contains(where: { Self.starts[$0] < now - 60 }) { abort() }
      }
    }
  }

  /// Notes that a case of a kind begins.
  package func begin(_ slot: Int, _ kind: String, seed: UInt64) {
    let line = Array("mutation suite was reading \(kind), SEED=\(seed)\n".utf8CString.prefix(Self.length - 1))
    for (index, byte) in line.enumerated() { Self.lines[slot * Self.length + index] = byte }
    Self.lines[slot * Self.length + line.count] = 0
    Self.starts[slot] = time(nil)
  }

  /// Notes that a kind is done.
  package func end(_ slot: Int) {
    Self.lines[slot * Self.length] = 0
    Self.starts[slot] = .max
  }

  private static func tell() {
    for slot in 0..<slots {
      let line = lines + slot * length
      _ = write(STDERR_FILENO, line, strlen(line))
    }
  }
}
