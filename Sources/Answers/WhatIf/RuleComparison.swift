package import Programme
package import Stages
package import Store

/// What would be different if rules were: the same facts under the rules as they are, and under others.
package struct RuleComparison {
  /// A sentence of the rule book as it is and as it would be; nil where there is none.
  package struct Sentence: Sendable {
    package let title: String
    package let before: String?
    package let after: String?

    package init(title: String, before: String?, after: String?) {
      (self.title, self.before, self.after) = (title, before, after)
    }
  }

  private let differences: [RuleDifference]
  private let sentences: [Sentence]
  private let before: Reckoning
  private let after: Reckoning
  private let names: ComparedNames

  /// `stores` are where the facts of the one and of the other lie.
  package init(
    _ differences: [RuleDifference], _ sentences: [Sentence] = [], before: (Reckoning, ProgrammeStore),
    after: (Reckoning, ProgrammeStore)
  ) {
    (self.differences, self.sentences) = (differences, sentences)
    (self.before, self.after) = (before.0, after.0)
    names = ComparedNames(before: SubjectNames(store: before.1), after: SubjectNames(store: after.1))
  }

  /// The answer; long lists are cut at 20 unless all is asked for.
  package func answer(asOf: String, listsAll: Bool = false) throws -> Answer {
    let limit = listsAll ? Int.max : 20
    let moves = awards
    let moving = moves.filter { !$0.isUnchanged }
    var parts = [rulesAnswer] + sentencesAnswer
    parts.append(try ScoreMoves(before, after).answer(names, limit: limit))
    parts += try moving.map { try $0.answer(names, limit: limit) }
    let still = moves.filter(\.isUnchanged).compactMap { $0.after?.award ?? $0.before?.award }
    if !still.isEmpty {
      let titles = still.map(\.title).joined(separator: "、")
      parts.append(
        Answer(
          "unchanged", Wording("awards in which nobody moves: \(titles)", "无人变动的奖项：\(titles)"),
          ["awards": .list(still.map(\.id.text))]))
    }
    parts += FigureMoves(before, after).answer(limit: limit)
    let (entering, leaving) = moving.reduce((0, 0)) { ($0.0 + $1.entering.count, $0.1 + $1.leaving.count) }
    return Answer(
      "what_if",
      Wording(
        "if the rules were changed (\(differences.count) \(differences.count == 1 ? "value" : "values")), as of \(asOf): \(entering) become candidates for an award, \(leaving) no longer are; nothing was written",
        "假设规则改变（\(differences.count)处），统计时点 \(asOf)：进入候选\(entering)，不再候选\(leaving)；未写入任何数据"),
      [
        "as_of": .text(asOf), "differences": .number(Int64(differences.count)), "enters": .number(Int64(entering)),
        "leaves": .number(Int64(leaving)),
      ], parts: parts)
  }

  /// Every award of either set of rules, in the order of the one as it is.
  private var awards: [AwardMoves] {
    let ids = before.programme.awards.map(\.id)
    let new = after.programme.awards.map(\.id).filter { !ids.contains($0) }
    return (ids + new).map { AwardMoves(before.award($0), after.award($0)) }
  }

  private var rulesAnswer: Answer {
    let nothing = Wording("nothing", "无")
    let lines = differences.map { difference in
      let (was, becomes) = (
        difference.before.map { Wording($0) } ?? nothing, difference.after.map { Wording($0) } ?? nothing
      )
      return Answer(
        "rule",
        Wording(
          "\(difference.path): \(was.english) → \(becomes.english)",
          "\(difference.path)：\(was.chinese) → \(becomes.chinese)"),
        [
          "path": .text("\(difference.path)"), "before": .optional(difference.before),
          "after": .optional(difference.after),
        ])
    }
    return Answer("rules", Wording("values of the pipeline file", "流程文件的取值"), parts: lines)
  }

  /// Both rules side by side, in the words of the rule book, which are in the language of the papers.
  private var sentencesAnswer: [Answer] {
    guard !sentences.isEmpty else { return [] }
    let parts = sentences.map { sentence in
      let (was, becomes) = (sentence.before ?? "—", sentence.after ?? "—")
      return Answer(
        "sentence", Wording(sentence.title), ["before": .text(was), "after": .text(becomes)],
        parts: [
          Answer("before", Wording("now: ", "现行：") + Wording(was)),
          Answer("after", Wording("then: ", "改为：") + Wording(becomes)),
        ])
    }
    return [Answer("sentences", Wording("the rules side by side", "规则对照"), parts: parts)]
  }
}
