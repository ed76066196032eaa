import Foundation
import Programme
import Reports

/// What the program says: results on stdout, everything else on stderr.
struct Talk {
  let language: Language
  let isQuiet: Bool
  /// Where a terminal is told how far the work is.
  private let line: ProgressLine?

  init(_ arguments: Arguments) {
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    language =
      arguments.options["--lang"].flatMap(Language.init(rawValue:)) ?? (locale.hasPrefix("zh") ? .chinese : .english)
    isQuiet = arguments.switches.contains("--quiet")
    line = isQuiet ? nil : ProgressLine(language)
  }

  /// One that says only what must be seen.
  init(quiet language: Language) {
    self.language = language
    isQuiet = true
    line = nil
  }

  /// The same without the course of the work.
  var quiet: Talk { Talk(quiet: language) }

  func result(_ text: String) {
    write(text, to: .standardOutput)
  }

  func result(_ wording: Wording) {
    result(wording[language])
  }

  /// A line on the course of the work.
  func note(_ wording: Wording) {
    guard !isQuiet else { return }
    complain(wording[language])
  }

  /// A line that must be seen.
  func complain(_ wording: Wording) {
    complain(wording[language])
  }

  /// Numbers of people are covered, as messages may end up in a log.
  func complain(_ text: String) {
    write(Mask.standard.covered(text), to: .standardError)
  }

  /// Does some work; whoever watches at a terminal is told `progress` as long as it lasts.
  func showing<Result>(_ progress: @escaping @Sendable () -> Wording, _ work: () throws -> Result) rethrows -> Result {
    guard let line else { return try work() }
    return try line.show(progress, during: work)
  }

  private func write(_ text: String, to file: FileHandle) {
    let write = { file.write(Data((text + "\n").utf8)) }
    if let line { line.yield(to: write) } else { write() }
  }
}
