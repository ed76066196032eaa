import Awards
package import Programme
import Stages
import Store

/// Who entered and who left each award between two nights, both of them decided by the rules as they are now.
package enum AwardDifferences: Sendable {
  /// The awards of the pipeline file in its order.
  case found([AwardDifference])
  /// Why it cannot be told.
  case unknown(Wording)
}

/// One award on two nights.
package struct AwardDifference: Sendable {
  package let award: Identifier<Award>
  package let title: String
  /// Places, candidates and winners on both nights, in one line.
  package let summary: Wording
  let fields: [(name: String, value: AnswerValue)]
  /// How many moved in each way.
  package let counts: [AwardMoveKind: Int]
  /// The first of each kind that is told, by rank.
  package let movers: [AwardMover]

  /// Whether nobody gained or lost a place or a candidacy.
  package var isStill: Bool { AwardMoveKind.told.allSatisfy { counts[$0] == nil } }
}

/// How somebody moved in an award.
package enum AwardMoveKind: String, Sendable, CaseIterable {
  /// Holds a place and did not.
  case wins
  /// Held a place and does not.
  case loses
  /// Is a candidate by the rules and was none.
  case enters
  /// Was a candidate by the rules and is none.
  case leaves
  /// Has another outcome without any of these.
  case changes
  /// Has another rank alone.
  case ranks

  /// Those that are told by name.
  static let told: [Self] = [.wins, .loses, .enters, .leaves]

  package var title: Wording {
    switch self {
    case .wins: Wording("takes a place", "新入选")
    case .loses: Wording("loses the place", "不再入选")
    case .enters: Wording("becomes a candidate", "进入候选")
    case .leaves: Wording("is no candidate any more", "不再候选")
    case .changes: Wording("another outcome", "结论变化")
    case .ranks: Wording("another rank", "名次变化")
    }
  }
}

/// Somebody who gained or lost a place or a candidacy, and because of what.
package struct AwardMover: Sendable {
  package let kind: AwardMoveKind
  package let code: String
  package let name: String
  let title: Wording
  package let before: Wording
  package let after: Wording
  let fields: [(name: String, value: AnswerValue)]
  package let causes: [AwardCause]
}

/// A row, a figure or a change of others that moved somebody.
package struct AwardCause: Sendable {
  /// `row` for a row of an export, `figure` of the candidate's unit, `correction`, `award` for what changed for everybody.
  let kind: String
  package let text: Wording
  var fields: [(name: String, value: AnswerValue)] = []
  var source: SourcePlace?

  /// The cause with the row it stands in.
  package var wording: Wording { text + source.arrow }

  var answer: Answer { Answer(kind, wording, fields: fields + source.fields) }
}

extension AwardDifferences {
  var answers: [Answer] {
    switch self {
    case .unknown(let why): return [Answer("awards", Wording("awards: ", "评优：") + why)]
    case .found(let awards):
      guard !awards.isEmpty else { return [] }
      let moving = awards.filter { !$0.isStill }
      func count(_ kind: AwardMoveKind) -> Int { moving.reduce(0) { $0 + ($1.counts[kind] ?? 0) } }
      let still = awards.filter(\.isStill)
      var parts = moving.map(\.answer)
      if !still.isEmpty {
        let titles = still.map(\.title).joined(separator: "、")
        parts.append(
          Answer(
            "unchanged", Wording("nobody enters or leaves: \(titles)", "无人进出：\(titles)"),
            ["awards": .list(still.map(\.award.text))]))
      }
      return [
        Answer(
          "awards",
          Wording(
            "awards, both nights by the rules as they are: \(count(.wins)) take a place, \(count(.loses)) lose theirs; \(count(.enters)) others become candidates, \(count(.leaves)) are none any more",
            "评优（两期均按现行规则）：新入选\(count(.wins))，不再入选\(count(.loses))；另有进入候选\(count(.enters))，不再候选\(count(.leaves))"),
          fields: AwardMoveKind.told.map { ($0.rawValue, .number(Int64(count($0)))) }, parts: parts)
      ]
    }
  }
}

extension AwardDifference {
  fileprivate var answer: Answer {
    let parts = AwardMoveKind.told.flatMap { kind -> [Answer] in
      let own = movers.filter { $0.kind == kind }
      let rest = (counts[kind] ?? 0) - own.count
      let more =
        rest == 0
        ? []
        : [
          Answer(
            "more",
            kind.title + Wording(": and \(rest) more; --all lists them", "：另有\(rest)；加 --all 全部列出"),
            ["count": .number(Int64(rest))])
        ]
      return own.map(\.answer) + more
    }
    return Answer("award", summary, fields: fields, parts: parts)
  }
}

extension AwardMover {
  fileprivate var answer: Answer {
    Answer(
      kind.rawValue,
      kind.title + Wording(": ", "：") + title
        + Wording(": \(before.english) → \(after.english)", "：\(before.chinese) → \(after.chinese)"), fields: fields,
      parts: causes.map(\.answer))
  }
}
