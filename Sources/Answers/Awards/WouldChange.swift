import Awards
import Programme
import Scoring
import SQLite
import Stages

extension Inquiry {
  /// What would have to be different for a candidate who is not in to be in; nothing for whoever holds a place.
  func changeAnswers(_ candidacy: Candidacy, _ award: Award) throws -> [Answer] {
    switch candidacy.outcome {
    case .below, .reserve: try overTheLine(candidacy, award)
    case .ineligible: try untilEligible(candidacy, award)
    case .tied:
      [
        Answer(
          "would_change", Wording("what would change it: a decision between the equals", "改变结论：须由人在并列者中决定"))
      ]
    case .in, .excluded, .notFiled, .belowEntry, .notRecommended, .rejected, .withdrawn: []
    }
  }

  /// The figure at the line, and how many in front would have to make room.
  private func overTheLine(_ candidacy: Candidacy, _ award: Award) throws -> [Answer] {
    guard let line = try line(of: award, section: candidacy.section), let rank = candidacy.rank,
      let places = try places(of: award, section: candidacy.section)
    else { return [] }
    var parts: [Answer] = []
    if let key = candidacy.gapKey, line.keys.indices.contains(key), !line.keys[key].isEmpty {
      let title = programme.title(of: award.rank[key].value, in: award)
      let unit = programme.unit(of: award.rank[key].value)
      let next = award.rank.indices.contains(key + 1) ? programme.title(of: award.rank[key + 1].value, in: award) : nil
      let english = next.map { "equal to it, \($0.english) compares" } ?? "equal to it, the rule on ties acts"
      let chinese = next.map { "相等时再比\($0.chinese)" } ?? "相等时按并列规则"
      if case .lot = award.rank[key].value {
      } else {
        parts.append(
          Answer(
            "figure",
            Wording(
              "\(title.english) of \(line.keys[key])\(unit.english.isEmpty ? "" : " \(unit.english)") would reach the line; \(english)",
              "\(title.chinese)达到\(line.keys[key])\(unit.chinese)即到入选线；\(chinese)"),
            ["key": .text(title.chinese), "value": .text(line.keys[key])],
            parts: try improvements(candidacy, award, key)))
      }
    }
    let ahead = rank + candidacy.tied - 1 - places
    if ahead > 0 {
      parts.append(
        Answer(
          "withdrawals",
          Wording(
            "if \(ahead) of those in front withdrew and the places stayed the same, this candidate would be in",
            "名额不变，前面有\(ahead)\(award.counted)退出时入选"), ["count": .number(ahead)]))
    }
    guard !parts.isEmpty else { return [] }
    return [Answer("would_change", Wording("what would change it", "改变结论所需"), parts: parts)]
  }

  /// The components of the total that a learner could still have had points for.
  private func improvements(_ candidacy: Candidacy, _ award: Award, _ key: Int) throws -> [Answer] {
    guard case .learners = award.pool, case .total = award.rank[key].value else { return [] }
    let tallies = try tallies(of: candidacy.subject)
    return scorer.components.compactMap { component in
      guard let step = component.improvementToFull(tallies) else { return nil }
      return Answer(
        "improvement", Wording("\(component.title): ", "\(component.title)：") + step.wording,
        ["gain": .text(step.gain.text)])
    }
  }

  /// Every condition that does not hold, with what is missing.
  private func untilEligible(_ candidacy: Candidacy, _ award: Award) throws -> [Answer] {
    guard case .learners = award.pool else { return [] }
    let tallies = try tallies(of: candidacy.subject)
    let marks = scorer.marks(of: tallies)
    let parts = programme.conditions(of: award).map { $0.explain(tallies, marks, programme.conditionScope) }
      .filter { !$0.holds }.compactMap { explained in
        missing(explained, marks).map { Answer("shortfall", explained.condition.wording + Wording(": ", "：") + $0) }
      }
    guard !parts.isEmpty else { return [] }
    return [Answer("would_change", Wording("what would change it", "改变结论所需"), parts: parts)]
  }

  /// The least that would make a condition hold; nil where no amount says it.
  private func missing(_ explained: ConditionExplanation, _ marks: Marks) -> Wording? {
    if let gap = explained.gap { return gap.wording }
    switch explained.condition.test {
    case .totalAtLeast(let limit):
      let gap = printed(limit - marks.total)
      return Wording("\(gap) points more", "总成绩再增加\(gap)分")
    case .passed(true):
      let lacking = scorer.unmet(marks).map(\.title)
      let line = printed(scorer.passLine)
      let total = marks.total < scorer.passLine ? ["总成绩\(line)分（现\(printed(marks.total))分）"] : []
      let all = (lacking + total).joined(separator: "、")
      return Wording("to pass is lacking: \(all)", "合格尚缺：\(all)")
    default: return nil
    }
  }
}
