package import Programme

extension Answer {
  /// The tree as lines, each statement below the one it supports.
  package func lines(in language: Language) -> [String] {
    [text[language]] + partLines(in: language, indent: "")
  }

  private func partLines(in language: Language, indent: String) -> [String] {
    parts.enumerated().flatMap { index, part in
      let isLast = index == parts.count - 1
      let line = indent + (isLast ? "└─ " : "├─ ") + part.text[language]
      return [line] + part.partLines(in: language, indent: indent + (isLast ? "   " : "│  "))
    }
  }
}
