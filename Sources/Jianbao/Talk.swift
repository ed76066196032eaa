import Foundation
import Programme
import Reports

/// What the program says: results on stdout, everything else on stderr.
struct Talk {
  let language: Language
  let isQuiet: Bool

  init(_ arguments: Arguments) {
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    language =
      arguments.options["--lang"].flatMap(Language.init(rawValue:)) ?? (locale.hasPrefix("zh") ? .chinese : .english)
    isQuiet = arguments.switches.contains("--quiet")
  }

  /// One that says only what must be seen.
  init(quiet language: Language) {
    self.language = language
    isQuiet = true
  }

  private init(language: Language, isQuiet: Bool) {
    (self.language, self.isQuiet) = (language, isQuiet)
  }

  /// The same without the course of the work.
  var quiet: Talk { Talk(language: language, isQuiet: true) }

  func result(_ text: String) {
    FileHandle.standardOutput.write(Data((text + "\n").utf8))
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
    FileHandle.standardError.write(Data((Mask.standard.covered(text) + "\n").utf8))
  }
}
