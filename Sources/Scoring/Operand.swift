package import Programme

/// A tally that a rule counts: where it stands in a learner's row, and what it is called.
package struct Operand: Hashable, Sendable {
  /// Its place in the row of tallies, which is its place in the pipeline file.
  package let index: Int
  package let id: Identifier<Tally>
  package let title: String
  package let unit: TallyUnit
  /// The measure word of items; nil for `项`.
  package let counter: String?

  /// Stands in for one that could not be read; a programme with such an operand is refused.
  static let unread = Operand(index: 0, id: "", title: "", unit: .items, counter: nil)
}

extension Operand {
  /// An amount of the tally as it stands in a sentence: `13小时30分钟`, `1000字`.
  package func wording(_ amount: Int64) -> Wording { unit.wording(amount, counter: counter) }

  /// The learner's value with the title: `学习时长13小时30分钟`.
  func stated(_ tallies: Span<Int64>) -> Wording {
    let value = tallies[index]
    guard value != Tally.absent else { return Wording("\(title): no record", "\(title)没有记录") }
    let amount = wording(value)
    return Wording("\(title) \(amount.english)", "\(title)\(amount.chinese)")
  }
}
