/// Guesses what a misspelt word was meant to be.
package enum Spelling {
  /// The known word nearest to a written one, if it is near enough to be a slip of the hand.
  ///
  /// Near enough is one edit for words of up to four characters and two for longer ones; capitals and the choice between
  /// `-`, `_` and a space do not count. Of two equally near words the one first in the alphabet is taken.
  package static func nearest(to written: String, among known: [String]) -> String? {
    let word = folded(written)
    let allowed = word.count <= 4 ? 1 : 2
    return known.map { (distance: distance(word, folded($0)), word: $0) }
      .filter { $0.distance <= allowed && $0.distance < word.count }
      .min { $0 < $1 }?
      .word
  }

  /// What a Chinese sentence quotes a word in: as the pipeline file writes texts, or as prose does.
  package enum Quotation {
    case code, prose

    fileprivate func quoted(_ word: String) -> String { self == .code ? "'\(word)'" : "“\(word)”" }
    /// What stands between Chinese text and such a word.
    fileprivate var space: String { self == .code ? " " : "" }
  }

  /// The clause that follows "unknown ...": what the writer may have meant, or else what is known.
  package static func hint(for written: String, among known: [String], in quotation: Quotation = .code) -> Wording {
    if let guess = nearest(to: written, among: known) {
      return Wording("did you mean '\(guess)'?", "是否想写\(quotation.space)\(quotation.quoted(guess))？")
    }
    let english = known.map { "'\($0)'" }.joined(separator: ", ")
    let chinese = known.map(quotation.quoted).joined(separator: "、")
    let space = quotation.space
    return switch known.count {
    case 0: Wording("nothing is known here", "此处没有可用的名称")
    case 1: Wording("expected \(english)", "应为\(space)\(chinese)")
    default: Wording("expected one of \(english)", "应为\(space)\(chinese)\(space)之一")
    }
  }

  /// The edits that turn one word into the other: insertions, deletions, substitutions and swaps of neighbours.
  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        let substituted = last[j] + (left[i] == right[j] ? 0 : 1)
        var least = min(substituted, last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          least = min(least, beforeLast[j - 1] + 1)
        }
        row.append(least)
      }
      beforeLast = last
      last = row
    }
    return last[right.count]
  }

  private static func folded(_ word: String) -> [Character] {
    word.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 }
  }
}
