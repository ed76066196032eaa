import Foundation
import Programme

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

  func complain(_ text: String) {
    FileHandle.standardError.write(Data((Self.masked(text) + "\n").utf8))
  }

  /// Hides what looks like an identity number or a phone, as messages may end up in a log.
  static func masked(_ text: String) -> String {
    var result = ""
    var digits = ""
    func flush() {
      let isIdentity = digits.count == 18 || digits.count == 15
      let isPhone = digits.count == 11 && digits.hasPrefix("1")
      if isIdentity {
        result += digits.prefix(6) + String(repeating: "*", count: digits.count - 10) + digits.suffix(4)
      } else if isPhone {
        result += digits.prefix(3) + "****" + digits.suffix(4)
      } else {
        result += digits
      }
      digits = ""
    }
    for character in text {
      if character.isASCII, character.isNumber || (character.uppercased() == "X" && digits.count == 17) {
        digits.append(character)
      } else {
        flush()
        result.append(character)
      }
    }
    flush()
    return result
  }
}
