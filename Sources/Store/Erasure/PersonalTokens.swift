/// The names and numbers of people, to be found wherever a text quotes them.
struct PersonalTokens {
  private var tokens: Set<[Unicode.Scalar]> = []
  /// By first character, how long the tokens are, the longest first.
  private var lengths: [Unicode.Scalar: [Int]] = [:]

  /// A name of one character would be found everywhere; it is none.
  mutating func add(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count >= 2, let first = scalars.first, tokens.insert(scalars).inserted else { return }
    var known = lengths[first] ?? []
    guard !known.contains(scalars.count) else { return }
    known.append(scalars.count)
    lengths[first] = known.sorted(by: >)
  }

  /// The text with every token replaced; nil where it has none.
  func erased(_ text: String, with mark: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var position = 0
    var isChanged = false
    while position < scalars.count {
      if let length = length(at: position, in: scalars) {
        result.append(contentsOf: mark.unicodeScalars)
        position += length
        isChanged = true
      } else {
        result.append(scalars[position])
        position += 1
      }
    }
    return isChanged ? String(result) : nil
  }

  /// Whether a text quotes anybody.
  func occur(in text: String) -> Bool { erased(text, with: "") != nil }

  private func length(at position: Int, in scalars: [Unicode.Scalar]) -> Int? {
    lengths[scalars[position]]?.first { length in
      position + length <= scalars.count && tokens.contains(Array(scalars[position..<(position + length)]))
    }
  }
}
