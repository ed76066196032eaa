import Awards
import Programme

/// The words of an award's decisions, made piece by piece: all at once they would take more memory than the candidates.
struct DecisionTexts: Sendable {
  private let award: Award
  private let programme: Programme
  private let words: ReasonWords
  private let ruling: Ruling
  private let candidates: [Candidate]
  private let sections: [String]

  /// What a decision is printed with.
  struct Text: Sendable {
    /// The decision's place in the ruling.
    let index: Int
    let keys: String
    let reason: Wording
    let gap: String?
    /// The first key in which the candidate differs from the line, and by how much, signed; nil where one of the two has no figure.
    let gapKey: Int?
    let distance: Wording?
  }

  init(
    award: Award, programme: Programme, words: ReasonWords, ruling: Ruling, entrants: Entrants, sections: [String]
  ) {
    self.sections = sections
    self.award = award
    self.programme = programme
    self.words = words
    self.ruling = ruling
    candidates = entrants.candidates
  }

  private static let size = 4_096

  /// How many pieces there are.
  var pieces: Int { (ruling.decisions.count + Self.size - 1) / Self.size }

  /// The words of one piece.
  @Sendable func piece(_ number: Int) -> [Text] {
    let start = number * Self.size
    return (start..<min(start + Self.size, ruling.decisions.count)).map { index in
      let decision = ruling.decisions[index]
      let keys = zip(award.rank, candidates[index].keys).map { key, value in printed(value, key.value) }
      let candidate = candidates[index]
      let reason = decision.sentence(
        at: ruling.line(of: candidate), in: words, within: ruling.split == nil ? nil : sections[Int(candidate.section)],
        lot: award.ties == .lot ? candidate.lot : nil)
      return Text(
        index: index, keys: keys.joined(separator: "\t"), reason: reason,
        gap: gap(of: decision, at: ruling.line(of: candidate)), gapKey: decision.gap?.key,
        distance: decision.gap.flatMap { gap in
          gap.difference.map { programme.printedDifference($0, award.rank[gap.key].value) }
        })
    }
  }

  /// The distance to the line in the strongest key; nil for whoever is not ranked and where nobody had to be left out.
  private func gap(of decision: Decision, at line: Line) -> String? {
    guard decision.rank != nil, line.keys != nil else { return nil }
    if case .lot = award.rank[0].value { return nil }
    guard let gap = decision.gap, gap.key == 0, let difference = gap.difference else {
      return programme.printedDifference(0, award.rank[0].value).chinese
    }
    return programme.printedDifference(difference, award.rank[0].value).chinese
  }

  /// A key value as the papers print it.
  private func printed(_ value: Int64?, _ key: RankValue) -> String {
    value.map { programme.printed($0, key) } ?? ""
  }
}
