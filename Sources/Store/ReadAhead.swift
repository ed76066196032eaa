import Dispatch
import Programme
import Synchronization

/// Reads fact and answer sources on a thread of its own, one after another, while the one before is landed: SQLite has one writer, and a
/// second processor is better spent on the next file than idle.
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

  /// Hands over each source's rows in the order given, or the error that its reading ended with.
  ///
  /// At most one source waits while another is landed, so that memory holds two sort budgets and no more. When `land` throws, the
  /// reading under way is finished and its rows are dropped.
  static func forEach(_ readings: [Reading], land: (Source, Result<Rows, any Error>) throws -> Void) throws {
    let shelf = Shelf()
    let thread = DispatchQueue(label: "read-ahead")
    thread.async {
      for reading in readings where !shelf.isAbandoned {
        shelf.put(Result { try reading.read() })
      }
    }
    defer {
      shelf.abandon()
      thread.sync {}
    }
    for reading in readings { try land(reading.source, shelf.take()) }
  }

  /// Passes results from the reading thread to the landing one, one at a time.
  ///
  /// Unchecked, because a result is reached by the reading thread before it is put and by the landing thread after it is taken.
  private final class Shelf: @unchecked Sendable {
    private let free = DispatchSemaphore(value: 1)
    private let filled = DispatchSemaphore(value: 0)
    private let abandoned = Mutex(false)
    private var result: Result<Rows, any Error>?

    var isAbandoned: Bool { abandoned.withLock { $0 } }

    func put(_ result: Result<Rows, any Error>) {
      free.wait()
      guard !isAbandoned else { return }
      self.result = result
      filled.signal()
    }

    func take() -> Result<Rows, any Error> {
      filled.wait()
      defer {
        result = nil
        free.signal()
      }
      return result ?? .failure(CancellationError())
    }

    func abandon() {
      abandoned.withLock { $0 = true }
      free.signal()
    }
  }
}
