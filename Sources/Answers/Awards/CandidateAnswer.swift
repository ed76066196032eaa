import Awards
import Programme
import Scoring
import SQLite
import Stages

extension Inquiry {
  /// One decision as a tree: what it rests on, step by step in the order in which the rules take them.
  func candidateAnswer(_ candidacy: Candidacy, _ award: Award) throws -> Answer {
    let outcome = candidacy.outcome.wording(at: candidacy.stage)
    var parts = [conclusion(candidacy)] + (try candidacyCorrections(candidacy, award))
    if let cite = award.cite { parts.append(clause(cite)) }
    parts.append(try poolAnswer(award))
    parts += try conditionAnswers(candidacy, award)
    parts += try officeAnswer(.filed, candidacy, award)
    parts += try entryAnswer(candidacy, award)
    parts += try sameUnitAnswer(candidacy, award)
    parts += try rankAnswers(candidacy, award)
    parts += try quotaAnswer(award)
    parts += try ownShareAnswer(candidacy, award)
    parts += try lineAnswers(candidacy, award)
    parts += try changeAnswers(candidacy, award)
    parts += try officeAnswer(.recommended, candidacy, award)
    parts += try officeAnswer(.approved, candidacy, award)
    parts += try mendedRows(naming: candidacy.code, of: .nomination)
    return Answer(
      "candidacy",
      Wording(
        "\(award.title), \(candidacy.title.english): \(outcome.english)",
        "\(award.title)，\(candidacy.title.chinese)：\(outcome.chinese)"),
      fields: candidacy.fields(award), parts: parts)
  }

  private func conclusion(_ candidacy: Candidacy) -> Answer {
    let (stage, decider) = (candidacy.stage.wording, candidacy.decider.wording)
    return Answer(
      "conclusion",
      Wording(
        "because: \(candidacy.reason.english); stage reached: \(stage.english); decided by \(decider.english)",
        "理由：\(candidacy.reason.chinese)；到达阶段：\(stage.chinese)；决定者：\(decider.chinese)"))
  }

  /// Who competes, and how many there are.
  func poolAnswer(_ award: Award) throws -> Answer {
    let count = try store.outcomes(of: award).reduce(0) { $0 + $1.count }
    let who = programme.wording(of: award.pool)
    return Answer(
      "pool", Wording("pool: \(who.english), \(count) candidates", "参评范围：\(who.chinese)，共\(count)\(award.counted)"),
      ["candidates": .number(count)])
  }

  /// Each condition with the learner's own figure.
  private func conditionAnswers(_ candidacy: Candidacy, _ award: Award) throws -> [Answer] {
    guard case .learners = award.pool else { return [] }
    let tallies = try tallies(of: candidacy.subject)
    let marks = scorer.marks(of: tallies)
    return programme.conditions(of: award).map { condition in
      let holds = condition.holds(tallies.span, marks)
      let figure = figure(behind: condition.test, tallies, marks)
      let verdict = holds ? Wording("met", "满足") : Wording("not met", "不满足")
      return Answer(
        "condition",
        Wording(
          "condition: \(condition.wording.english): \(verdict.english) (\(figure.english))",
          "条件：\(condition.wording.chinese)：\(verdict.chinese)（\(figure.chinese)）"), ["holds": .truth(holds)])
    }
  }

  /// The other entries of a unit that can win only once.
  private func sameUnitAnswer(_ candidacy: Candidacy, _ award: Award) throws -> [Answer] {
    guard let once = award.oncePer else { return [] }
    let own =
      once == .unit
      ? "d.subject = ?2"
      : "d.kind = 'learner' AND e.person = (SELECT person FROM enrolment WHERE id = ?2)"
    let others = try candidacies(
      of: award, where: "\(own) AND d.candidate <> ?3", [.integer(candidacy.subject), .integer(candidacy.candidate)])
    let lines = others.map { other in
      let outcome = other.outcome.wording(at: other.stage)
      let figures = other.keys.joined(separator: "、")
      return Answer(
        "other_entry",
        Wording(
          "\(other.projectName): \(figures), \(outcome.english)", "\(other.projectName)：\(figures)，\(outcome.chinese)"),
        fields: other.fields(award))
    }
    let count =
      others.isEmpty
      ? Wording("it has no other", "没有其他项目参评")
      : Wording("\(others.count) other\(others.count == 1 ? "" : "s")", "另有\(others.count)个项目参评")
    let rule =
      once == .unit
      ? Wording("a unit wins once, with its best project: ", "同一单位不重复评优，以最好的项目参评：")
      : Wording("a person wins once, with the best entry: ", "同一人不重复评优，以最好的项目参评：")
    return [Answer("once_per_\(once.rawValue)", rule + count, parts: lines)]
  }
}

extension Award {
  /// What candidates are counted by: 人 for people, 个 for units.
  var counted: String {
    if case .units = pool { "个" } else { "人" }
  }
}
