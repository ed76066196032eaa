import Foundation
import Programme
import Synchronization
import Workbook

/// The last line of a terminal, which tells how far the work is and is gone when something else is said.
///
/// There is none where standard error is no terminal, so that logs and cron never see it.
final class ProgressLine: Sendable {
  private struct State {
    /// What is at work; asked again and again, so that it tells of now.
    var text: (@Sendable () -> Wording)?
    var isShown = false
    /// Whether a thread keeps the line up to date; it sleeps while nothing is at work.
    var isKept = false
  }

  private static let eraser = "\r\u{1B}[K"
  /// Longer lines would wrap and could not be taken back.
  private static let width = 78

  private let language: Language
  private let state = Mutex(State())

  /// Nil where nobody would see it.
  init?(_ language: Language) {
    let terminal = ProcessInfo.processInfo.environment["TERM"] ?? ""
    guard isatty(STDERR_FILENO) == 1, !terminal.isEmpty, terminal != "dumb" else { return nil }
    self.language = language
  }

  /// Tells of something for as long as it takes.
  func show<Result>(_ text: @escaping @Sendable () -> Wording, during body: () throws -> Result) rethrows -> Result {
    let isKept = state.withLock { state in
      state.text = text
      defer { state.isKept = true }
      return state.isKept
    }
    if !isKept { Thread.detachNewThread { [weak self] in Self.keep(self) } }
    draw()
    defer {
      state.withLock { state in
        state.text = nil
        Self.erase(&state)
      }
    }
    return try body()
  }

  /// Says something else where the line stands.
  func yield(to say: () -> Void) {
    state.withLock { state in
      Self.erase(&state)
      say()
    }
  }

  private static func keep(_ line: @autoclosure () -> ProgressLine?) {
    while true {
      Thread.sleep(forTimeInterval: 0.2)
      guard let line = line() else { return }
      line.draw()
    }
  }

  private func draw() {
    state.withLock { state in
      guard let text = state.text?() else { return }
      Self.write(Self.eraser + cut(text[language]))
      state.isShown = true
    }
  }

  private func cut(_ text: String) -> String {
    var room = Self.width
    return String(
      text.prefix { character in
        room -= TextWidth.halfWidths(String(character))
        return room >= 0
      })
  }

  private static func erase(_ state: inout State) {
    guard state.isShown else { return }
    write(eraser)
    state.isShown = false
  }

  private static func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
