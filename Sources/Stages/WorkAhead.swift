import Dispatch
import Synchronization

/// Makes piece after piece on another thread, one ahead of the piece that is being used: words are made on one processor while the
/// database writes those before on the other.
func forEachPiece<Piece: Sendable>(
  _ count: Int, make: @escaping @Sendable (Int) -> Piece, use: (Piece) throws -> Void
) rethrows {
  let next = NextPiece<Piece>()
  let queue = DispatchQueue(label: "pieces")
  for index in 0..<count {
    let piece = queue.sync { next.take() } ?? make(index)
    if index + 1 < count { queue.async { next.put(make(index + 1)) } }
    do {
      try use(piece)
    } catch {
      queue.sync {}
      throw error
    }
  }
}

/// Holds the piece that is ready and not yet used.
private final class NextPiece<Piece: Sendable>: Sendable {
  private let piece = Mutex<Piece?>(nil)

  func put(_ made: Piece) { piece.withLock { $0 = made } }

  func take() -> Piece? { piece.withLock { $0.take() } }
}
