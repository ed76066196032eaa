import Dispatch
import Programme
import Synchronization

/// Reads fact and answer sources on threads of their own while others are landed: SQLite has one writer, and the other processors
/// are better spent on the next files than idle.
enum ReadAhead {
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
      case answers(Satisfaction)
    }

    func read() throws -> Rows {
      switch form {
      case .facts(let terms): .facts(try readFacts(source, files, context, terms, runFolder: runFolder))
      case .answers(let satisfaction):
        .answers(try readAnswers(source, satisfaction, files, context, runFolder: runFolder))
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

  /// Hands over each source's rows in the order given, or the error that its reading ended with.
  ///
  /// One thread begins at the end, where the largest source is to stand, the other at the beginning. `meanwhile` runs while the
  /// first ones are read. When `land` throws, readings that have not begun are left out.
  static func forEach(
    _ readings: [Reading], meanwhile: () throws -> Void, land: (Source, Result<Rows, any Error>) throws -> Void
  ) throws {
    let shelves = readings.map { _ in Shelf() }
    let open = Mutex(0..<readings.count)
    let threads = DispatchGroup()
    for thread in 0..<min(Self.threads, readings.count) {
      DispatchQueue.global().async(group: threads) {
        while let turn = open.withLock({ thread == 0 ? $0.popLast() : $0.popFirst() }) {
          shelves[turn].put(Result { try readings[turn].read() })
        }
      }
    }
    defer {
      open.withLock { $0 = 0..<0 }
      threads.wait()
    }
    try meanwhile()
    for (reading, shelf) in zip(readings, shelves) { try land(reading.source, shelf.take()) }
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
