import Awards
import Programme
import Stages

/// Who told the candidates of two sets of rules apart; the same database where the facts are the same.
struct ComparedNames {
  let before: SubjectNames
  let after: SubjectNames
}

extension AwardMoves {
  /// The award as one statement, with everybody who moves below it.
  func answer(_ names: ComparedNames, limit: Int) throws -> Answer {
    let award = after?.award ?? before?.award
    let title = award?.title ?? ""
    var parts = quotaAnswers + shareAnswers
    parts += try list(.init("enters", Wording("become candidates", "进入候选")), entering, names, limit: limit)
    parts += try list(.init("leaves", Wording("are candidates no more", "不再是候选")), leaving, names, limit: limit)
    parts += try list(.init("changes", Wording("another outcome", "结论变化")), changing, names, limit: limit)
    parts += try list(.init("ranks", Wording("another rank", "名次变化")), reranked, names, limit: limit)
    let count = award.map { award in if case .units = award.pool { "个" } else { "人" } } ?? "人"
    let numbers = Wording(
      "\(candidates.before) candidates → \(candidates.after), \(winners.before) in → \(winners.after)",
      "候选\(candidates.before)\(count)→\(candidates.after)\(count)，入选\(winners.before)\(count)→\(winners.after)\(count)")
    let moves = Wording(
      "\(entering.count) become candidates, \(leaving.count) no longer are, \(changing.count) have another outcome, \(reranked.count) another rank",
      "进入候选\(entering.count)\(count)，不再候选\(leaving.count)\(count)，结论变化\(changing.count)\(count)，名次变化\(reranked.count)\(count)"
    )
    return Answer(
      "award",
      Wording("\(title) (\(award?.id.text ?? "")): ", "\(title)（\(award?.id.text ?? "")）：") + places
        + Wording(", ", "，")
        + numbers + Wording("; ", "；") + moves,
      [
        "award": .text(award?.id.text ?? ""), "title": .text(title),
        "places_before": .optional(before?.step?.places), "places_after": .optional(after?.step?.places),
        "candidates_before": .number(Int64(candidates.before)), "candidates_after": .number(Int64(candidates.after)),
        "winners_before": .number(Int64(winners.before)), "winners_after": .number(Int64(winners.after)),
        "enters": .number(Int64(entering.count)), "leaves": .number(Int64(leaving.count)),
        "changes": .number(Int64(changing.count)), "ranks": .number(Int64(reranked.count)),
      ], parts: parts)
  }

  var places: Wording {
    func text(_ decided: DecidedAward?) -> Wording {
      guard let decided else { return Wording("no such award", "无此奖项") }
      return decided.step.map { Wording("\($0.places)", "\($0.places)个") } ?? Wording("not limited", "不限")
    }
    let (was, becomes) = (text(before), text(after))
    return Wording("places \(was.english) → \(becomes.english)", "名额\(was.chinese)→\(becomes.chinese)")
  }

  /// The arithmetic of the places, where it is another one.
  private var quotaAnswers: [Answer] {
    guard before?.step != after?.step else { return [] }
    func text(_ decided: DecidedAward?) -> Wording { decided?.step?.arithmetic ?? Wording("not limited", "不限") }
    return [
      Answer(
        "quota",
        Wording(
          "places: \(text(before).english) → \(text(after).english)",
          "名额算式：\(text(before).chinese)→\(text(after).chinese)"))
    ]
  }

  /// The parts of a divided award that get another number of places.
  private var shareAnswers: [Answer] {
    func shares(_ decided: DecidedAward?) -> [(title: String, places: Int64)] {
      guard let decided, let split = decided.ruling.split else { return [] }
      return zip(decided.sectionTitles, split.allotments).map { ($0, $1.places) }
    }
    let (was, becomes) = (shares(before), shares(after))
    let titles = was.map(\.title) + becomes.map(\.title).filter { title in !was.contains { $0.title == title } }
    return titles.compactMap { title in
      let (old, new) = (was.first { $0.title == title }?.places, becomes.first { $0.title == title }?.places)
      guard old != new else { return nil }
      func text(_ places: Int64?) -> String { places.map { "\($0)" } ?? "—" }
      return Answer(
        "share",
        Wording("\(title): \(text(old)) places → \(text(new))", "\(title)：名额\(text(old))个→\(text(new))个"),
        ["title": .text(title), "places_before": .optional(old), "places_after": .optional(new)])
    }
  }

  private struct Heading {
    let kind: String
    let wording: Wording

    init(_ kind: String, _ wording: Wording) { (self.kind, self.wording) = (kind, wording) }
  }

  private func list(_ heading: Heading, _ moves: [Move], _ names: ComparedNames, limit: Int) throws -> [Answer] {
    guard !moves.isEmpty else { return [] }
    let parts = try moves.prefix(limit).map { try line(heading.kind, $0, names) }
    return [
      Answer(
        heading.kind,
        heading.wording + Wording(": \(moves.count)", "：\(moves.count)") + rest(moves.count, limit),
        ["count": .number(Int64(moves.count))], parts: parts)
    ]
  }

  private func line(_ kind: String, _ move: Move, _ names: ComparedNames) throws -> Answer {
    let named =
      if let after, let index = move.after {
        try names.after.candidate(index, of: after)
      } else if let before, let index = move.before {
        try names.before.candidate(index, of: before)
      } else {
        SubjectNames.Named()
      }
    let (was, becomes) = decisions(move)
    let (old, new) = (conclusion(was, before, move.before), conclusion(becomes, after, move.after))
    let text =
      kind == "ranks"
      ? Wording(
        ": rank \(rank(was)) → \(rank(becomes)), \(outcome(becomes).english)",
        "：第\(rank(was))名→第\(rank(becomes))名，\(outcome(becomes).chinese)")
      : Wording(": \(old.english) → \(new.english)", "：\(old.chinese) → \(new.chinese)")
    return Answer(
      "candidate", named.title + text,
      fields: named.fields + [
        ("rank_before", .optional(was?.shownRank)), ("rank_after", .optional(becomes?.shownRank)),
        ("outcome_before", .optional(was?.outcome.rawValue)), ("outcome_after", .optional(becomes?.outcome.rawValue)),
        ("reason_before", .optional(move.before.flatMap { before?.reason($0).chinese })),
        ("reason_after", .optional(move.after.flatMap { after?.reason($0).chinese })),
      ], parts: [])
  }

  private func rank(_ decision: Decision?) -> String { decision?.shownRank.map { "\($0)" } ?? "—" }

  private func outcome(_ decision: Decision?) -> Wording {
    decision.map { $0.outcome.wording(at: $0.stage) } ?? Wording("not a candidate", "未参评")
  }

  /// The outcome and why; a reason in the outcome's own words is not said twice.
  func conclusion(_ decision: Decision?, _ decided: DecidedAward?, _ index: Int?) -> Wording {
    guard let decided, let index, decision != nil else { return outcome(nil) }
    let (outcome, reason) = (outcome(decision), decided.reason(index))
    return Wording(
      reason.english.contains(outcome.english) ? reason.english : "\(outcome.english) [\(reason.english)]",
      reason.chinese.contains(outcome.chinese) ? reason.chinese : "\(outcome.chinese)〔\(reason.chinese)〕")
  }
}

/// What is said of a list that is not given in full.
func rest(_ count: Int, _ limit: Int) -> Wording {
  count > limit ? Wording(", the first \(limit) are (--all gives all)", "，列出前\(limit)（--all 列出全部）") : Wording("")
}
