/// Something wrong in the pipeline file, with its place and a sentence for the person who edits the file.
///
/// The sentence says what is wrong, then what was expected, or what the writer may have meant.
package struct Fault: Hashable, Sendable, Comparable {
  /// Whether the file can be used in spite of the fault.
  package enum Severity: Hashable, Sendable {
    /// The file is refused.
    case error
    /// The file is used, and the sentence is printed.
    case warning
  }

  /// Where the fault is.
  package let place: Place
  /// Whether the file is refused for it.
  package let severity: Severity
  /// The sentence, in both languages.
  package let wording: Wording

  /// A fault at a place; an error unless said otherwise.
  package init(_ place: Place, _ wording: Wording, severity: Severity = .error) {
    self.place = place
    self.severity = severity
    self.wording = wording
  }

  /// The sentence in one language.
  package func message(in language: Language) -> String { wording[language] }

  /// `file:line:column: message`; a warning says that it is one.
  package func line(file: String, in language: Language) -> String {
    let mark =
      switch (severity, language) {
      case (.error, _): ""
      case (.warning, .english): "warning: "
      case (.warning, .chinese): "提醒："
      }
    return "\(file):\(place): \(mark)\(message(in: language))"
  }

  /// Faults are listed in the order of the file.
  package static func < (left: Fault, right: Fault) -> Bool {
    (left.place, left.wording.english) < (right.place, right.wording.english)
  }
}
