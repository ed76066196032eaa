package import Programme
package import Store

/// What is different between the states of two nights, source by source.
///
/// Both states are rebuilt, so that a value that changed and changed back is no difference.
package struct Difference: Sendable {
  package let from: History.Night
  package let to: History.Night
  /// Who entered and who left each award; nil, and why, where that cannot be told.
  package let awards: AwardDifferences
  package let sections: [DifferenceSection]
}

/// How a row of the later state differs from the earlier one.
package enum DifferenceKind: String, Sendable, CaseIterable {
  /// Not there before: a learner, or a fact.
  case new
  /// The same learner or fact states something else.
  case changed
  /// A learner in another unit.
  case moved
  /// A learner who has withdrawn.
  case withdrawn
  /// A learner no longer in the roster who has not withdrawn.
  case vanished
  /// A learner who had vanished or withdrawn and is enrolled again.
  case returned
  /// A learner who waited for approval and is enrolled now.
  case approved
  /// A fact that the later exports do not have.
  case gone

  package var title: Wording {
    switch self {
    case .new: Wording("new", "新增")
    case .changed: Wording("changed", "变化")
    case .moved: Wording("moved", "变动单位")
    case .withdrawn: Wording("withdrawn", "退出")
    case .vanished: Wording("vanished", "消失")
    case .returned: Wording("returned", "恢复")
    case .approved: Wording("approved", "审核通过")
    case .gone: Wording("gone", "不再存在")
    }
  }
}

/// One difference, about one learner.
package struct DifferenceLine: Sendable {
  package let kind: DifferenceKind
  package let code: String
  package let name: String
  /// What differs: a column of the roster or an item; empty where it is the learner as such.
  package let subject: Wording
  package let before: Wording?
  package let after: Wording?
  /// The row that says so; where a fact is gone, the row that said it last. A vanished learner has none.
  let source: SourcePlace?

  /// Where the row stands; empty where there is none.
  package var place: Wording { source?.wording ?? Wording("") }
}

/// The differences of one source.
package struct DifferenceSection: Sendable {
  package let source: Identifier<Source>
  package let title: String
  package private(set) var counts: [DifferenceKind: Int] = [:]
  /// The first of each kind, in the order of the roster.
  package private(set) var lines: [DifferenceLine] = []
  private let limit: Int

  init(_ source: Source, limit: Int) {
    self.source = source.id
    title = source.title
    self.limit = limit
  }

  mutating func add(_ line: DifferenceLine) {
    counts[line.kind, default: 0] += 1
    if counts[line.kind] ?? 0 <= limit { lines.append(line) }
  }

  /// The kinds that occur, with their numbers.
  package var kinds: [(kind: DifferenceKind, count: Int)] {
    DifferenceKind.allCases.compactMap { kind in counts[kind].map { (kind, $0) } }
  }

  package var count: Int { counts.values.reduce(0, +) }
}

extension Difference {
  /// The differences as a tree, for text and JSON.
  package var answer: Answer {
    let count = sections.reduce(0) { $0 + $1.count }
    return Answer(
      "diff",
      Wording("\(from.asOf) → \(to.asOf): \(count) differences", "\(from.asOf) → \(to.asOf)：\(count)处变化"),
      ["from": .text(from.asOf), "to": .text(to.asOf), "count": .number(Int64(count))],
      parts: awards.answers + sections.map(\.answer))
  }
}

extension DifferenceSection {
  fileprivate var answer: Answer {
    let summary = kinds.map { Wording("\($0.count) \($0.kind.title.english)", "\($0.kind.title.chinese)\($0.count)") }
      .joined(by: Wording(", ", "，"))
    var parts = lines.map(\.answer)
    if lines.count < count {
      let rest = count - lines.count
      parts.append(
        Answer(
          "more", Wording("and \(rest) more; --all lists them", "另有\(rest)处；加 --all 全部列出"),
          ["count": .number(Int64(rest))]))
    }
    return Answer(
      "source", Wording(title) + Wording(": ", "：") + (count == 0 ? Wording("no difference", "无变化") : summary),
      fields: [("source", .text(source.text))] + kinds.map { ($0.kind.rawValue, .number(Int64($0.count))) },
      parts: parts)
  }
}

extension DifferenceLine {
  fileprivate var answer: Answer {
    let person = Wording("\(name) (\(code))", "\(name)（\(code)）")
    let values = [before, after].compactMap { $0 }.joined(by: Wording(" → "))
    let words = [person, subject, values].filter { !$0.english.isEmpty }.joined(by: Wording(", ", "，"))
    return Answer(
      kind.rawValue, kind.title + Wording(": ", "：") + words + source.arrow,
      fields: [
        ("code", .text(code)), ("name", .text(name)), ("subject", .text(subject.chinese)),
        ("before", .optional(before?.chinese)), ("after", .optional(after?.chinese)),
      ] + source.fields)
  }
}
