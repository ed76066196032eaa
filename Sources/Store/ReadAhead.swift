import Dispatch
import Programme
import Synchronization

/// Reads fact and answer sources on threads of their own while others are landed: SQLite has one writer, and the other processors
/// are better spent on the next files than idle.
final class ReadAhead {
  /// One source to be read.
  struct Reading: Sendable {
    let source: Source
    let files: [SourceFile]
    let context: ReadingContext
    let runFolder: String
    let form: Form

    /// What the rows are.
    enum Form: Sendable {
      case facts(FactTerms)
      case answers(Satisfaction, KnownResponses)
    }

    func read() throws -> Rows {
      switch form {
      case .facts(let terms): .facts(try readFacts(source, files, context, terms, runFolder: runFolder))
      case .answers(let satisfaction, let known):
        .answers(try readAnswers(source, satisfaction, known, files, context, runFolder: runFolder))
      }
    }
  }

  /// What a reading came to.
  enum Rows {
    case facts(FactRows)
    case answers(AnswerRows)
  }

  /// Threads that read at once; each holds a sort budget, so more would cost memory before they gained time.
  private static let threads = 2

  private let readings: [Reading]
  private let shelves: [Shelf]
  private let rollCall: RollCall
  private let open: Turns
  private let threads = DispatchGroup()

  /// The readings that nobody has begun.
  private final class Turns: Sendable {
    let left: Mutex<Range<Int>>

    init(_ count: Int) { left = Mutex(0..<count) }
  }

  /// Starts to read: one thread begins at the end, where the largest source is to stand, the other at the beginning.
  ///
  /// They look at what needs no roster and wait at the roll call for the rest. Whoever starts them must call `stop`.
  init(_ readings: [Reading], rollCall: RollCall) {
    self.readings = readings
    self.rollCall = rollCall
    let shelves = readings.map { _ in Shelf() }
    let open = Turns(readings.count)
    for thread in 0..<min(Self.threads, readings.count) {
      DispatchQueue.global().async(group: threads) {
        while let turn = open.left.withLock({ thread == 0 ? $0.popLast() : $0.popFirst() }) {
          shelves[turn].put(Result { try readings[turn].read() })
        }
      }
    }
    (self.shelves, self.open) = (shelves, open)
  }

  /// Does something on another thread as soon as all is read.
  func whenRead(_ body: @escaping @Sendable () -> Void) {
    threads.notify(queue: .global(), execute: body)
  }

  /// Hands over each source's rows in the order given, or the error that its reading ended with.
  func forEach(_ land: (Source, Result<Rows, any Error>) throws -> Void) throws {
    for (reading, shelf) in zip(readings, shelves) { try land(reading.source, shelf.take()) }
  }

  /// Waits for the threads; readings that have not begun are left out, and those that wait for the roster give up.
  func stop() {
    open.left.withLock { $0 = 0..<0 }
    rollCall.open(nil)
    threads.wait()
  }

  /// Passes one result from the thread that read it to the one that lands it.
  ///
  /// Unchecked, because the result is reached by the reading thread before the signal and by the landing thread after it.
  private final class Shelf: @unchecked Sendable {
    private let filled = DispatchSemaphore(value: 0)
    private var result: Result<Rows, any Error>?

    func put(_ result: Result<Rows, any Error>) {
      self.result = result
      filled.signal()
    }

    func take() -> Result<Rows, any Error> {
      filled.wait()
      defer { result = nil }
      return result ?? .failure(CancellationError())
    }
  }
}
