import Dispatch
import Synchronization

/// Unpacks a part on a thread of its own, a few chunks ahead of its reader: unpacking takes about as long as reading cells does.
///
/// Chunks change hands rather than being copied, so that no more memory is held than the few. Whoever reads may stop anywhere; the
/// thread then ends with the chunk that it is at.
final class UnpackedAhead {
  private let exchange = Exchange()

  /// Starts to unpack.
  init(_ unpacking: consuming PartUnpacking) {
    let worker = Worker(unpacking)
    DispatchQueue.global().async { [exchange] in worker.fill(exchange) }
  }

  deinit {
    exchange.giveUp()
  }

  /// Exchanges a chunk that was read for the next one, which is empty once the part has ended and was sound.
  func next(_ chunk: inout UnpackedChunk) throws(ArchiveReadError) {
    chunk = try exchange.take(for: chunk).get()
  }

  /// Owner of the part on its thread.
  ///
  /// Unchecked, because nobody but that thread reaches the part once the worker is made.
  private final class Worker: @unchecked Sendable {
    private var unpacking: PartUnpacking

    init(_ unpacking: consuming PartUnpacking) { self.unpacking = unpacking }

    func fill(_ exchange: Exchange) {
      while var chunk = exchange.spare() {
        let result: Result<UnpackedChunk, ArchiveReadError>
        do throws(ArchiveReadError) {
          try unpacking.next(into: &chunk)
          result = .success(chunk)
        } catch {
          result = .failure(error)
        }
        exchange.put(result)
        guard case .success(let chunk) = result, chunk.count > 0 else { return }
      }
    }
  }

  /// Where chunks change hands.
  private final class Exchange: Sendable {
    private static let mostWaiting = 3

    private struct Shelf {
      var waiting: [Result<UnpackedChunk, ArchiveReadError>] = []
      var spare: [UnpackedChunk] = []
      var isGivenUp = false
    }

    private let shelf = Mutex(Shelf())
    private let filled = DispatchSemaphore(value: 0)
    private let room = DispatchSemaphore(value: mostWaiting)

    /// Waits for room and answers a chunk to be filled; nil when nobody reads any more.
    func spare() -> UnpackedChunk? {
      room.wait()
      return shelf.withLock { $0.isGivenUp ? nil : $0.spare.popLast() ?? UnpackedChunk() }
    }

    func put(_ result: Result<UnpackedChunk, ArchiveReadError>) {
      shelf.withLock { $0.waiting.append(result) }
      filled.signal()
    }

    /// Waits for the next chunk and leaves another to be filled again.
    func take(for chunk: UnpackedChunk) -> Result<UnpackedChunk, ArchiveReadError> {
      filled.wait()
      defer { room.signal() }
      return shelf.withLock {
        $0.spare.append(chunk)
        return $0.waiting.removeFirst()
      }
    }

    func giveUp() {
      shelf.withLock { $0.isGivenUp = true }
      room.signal()
    }
  }
}
