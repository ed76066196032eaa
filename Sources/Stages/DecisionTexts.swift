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
  private let order: [Int32]

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

  /// `order` holds the places of the decisions in the order in which the words are wanted.
  init(
    award: Award, programme: Programme, words: ReasonWords, ruling: Ruling, entrants: Entrants, sections: [String],
    order: [Int32]
  ) {
    self.sections = sections
    self.order = order
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
    return (start..<min(start + Self.size, ruling.decisions.count)).map { place in
      let index = Int(order[place])
      let decision = ruling.decisions[index]
      let candidate = candidates[index]
      let keys = zip(award.rank, candidate.keys).map { key, value in printed(value, key.value) }
      let line = ruling.line(of: candidate)
      let reason = decision.sentence(
        at: line, in: words, within: ruling.split == nil ? nil : sections[Int(candidate.section)],
        lot: award.ties == .lot ? candidate.lot : nil)
      let distance = decision.gap.flatMap { gap in
        gap.difference.map { programme.printedDifference($0, award.rank[gap.key].value) }
      }
      return Text(
        index: index, keys: keys.joined(separator: "\t"), reason: reason,
        gap: gap(of: decision, at: line, distance), gapKey: decision.gap?.key, distance: distance)
    }
  }

  /// The distance to the line in the strongest key; nil for whoever is not ranked and where nobody had to be left out.
  private func gap(of decision: Decision, at line: Line, _ distance: Wording?) -> String? {
    guard decision.rank != nil, line.keys != nil else { return nil }
    if case .lot = award.rank[0].value { return nil }
    if decision.gap?.key == 0, let distance { return distance.chinese }
    return programme.printedDifference(0, award.rank[0].value).chinese
  }

  /// A key value as the papers print it.
  private func printed(_ value: Int64?, _ key: RankValue) -> String {
    value.map { programme.printed($0, key) } ?? ""
  }
}
