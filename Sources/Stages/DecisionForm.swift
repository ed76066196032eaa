import Awards
import Programme
import SQLite
import Synchronization

/// What many candidates of an award have in common: how it ended, and the sentence that says why, with gaps for a candidate's own rank,
/// equals, distance, place on the reserve list and lot.
struct DecisionForm: Hashable {
  private let outcome: Outcome
  private let stage: Stage
  private let decidedBy: Decider
  private let reason: Reason
  private let section: Int32
  private let gapKey: Int?
  private let isMeasured: Bool
  private let isRanked: Bool
  private let isTied: Bool
  private let isReserved: Bool
  private let failed: [Int]
  private let other: Int64?

  /// The form of a decision; `section` is the part in which it was made, 0 in an award that is not divided.
  init(_ decision: Decision, section: Int32) {
    outcome = decision.outcome
    stage = decision.stage
    decidedBy = decision.decidedBy
    reason = decision.reason
    self.section = section
    gapKey = decision.gap?.key
    isMeasured = decision.gap?.difference != nil
    isRanked = decision.rank != nil
    isTied = decision.tied > 1
    isReserved = decision.reserve != nil
    failed = decision.failed
    other = decision.other
  }
}

/// The numbers that the forms of one award have, given when the first decision has it.
final class DecisionForms: Sendable {
  private let numbers: Mutex<(next: Int64, of: [DecisionForm: Int64])>

  /// `first` is the number of the first form.
  init(first: Int64) {
    numbers = Mutex((first, [:]))
  }

  /// The number of a form, and whether no decision had it before.
  func number(of form: DecisionForm) -> (number: Int64, isNew: Bool) {
    numbers.withLock { numbers in
      if let number = numbers.of[form] { return (number, false) }
      numbers.of[form] = numbers.next
      numbers.next += 1
      return (numbers.next - 1, true)
    }
  }
}

extension DecidedAward {
  /// Writes the form that a decision has.
  func writeForm(of decision: Decision, number: Int64, _ programme: Programme, _ database: Database) throws {
    let section = section(of: decision)
    let line = ruling.lines[ruling.split == nil ? 0 : Int(decision.section)]
    let unit = decision.gap.map { programme.unit(of: award.rank[$0.key].value) } ?? Wording("", "")
    let sentence = decision.sentence(
      at: line, in: words, within: section == 0 ? nil : sectionTitles[Int(section) - 1],
      operands: .gaps(drawsLots: award.ties == .lot, unit: unit))
    try database.run(
      """
      INSERT INTO decision_form (id, outcome, stage, decided_by, section, gap_key, no_gap, reason, reason_en)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, .integer(number), .text(decision.outcome.rawValue), .text(decision.stage.rawValue),
      .text(decision.decidedBy.rawValue), .integer(Int64(section)), .optional(decision.gap.map { Int64($0.key) }),
      .optional(noGap(decision, at: line, programme)), .text(sentence.chinese), .text(sentence.english))
  }

  /// No distance in the strongest key; nil for whoever is not ranked and where nobody had to be left out.
  private func noGap(_ decision: Decision, at line: Line, _ programme: Programme) -> String? {
    guard decision.rank != nil, line.keys != nil, let key = award.rank.first else { return nil }
    if case .lot = key.value { return nil }
    return programme.printedDifference(0, key.value).chinese
  }
}
