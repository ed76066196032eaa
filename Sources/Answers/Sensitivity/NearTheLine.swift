import Awards
import Programme
import Scoring
import Stages

extension DecidedAward {
  /// The candidates nearest to the line on either side by the figures that rank, in the order of these; of each part of a divided award.
  func near(_ beside: Int) -> [Int] {
    let parts = Dictionary(grouping: order) { ruling.split == nil ? 0 : Int(candidate($0).section) }
    return parts.sorted { $0.key < $1.key }.flatMap { _, order -> [Int] in
      let inside = order.filter { ruling.decisions[$0].stage >= .candidate }
      let tied = order.filter { ruling.decisions[$0].outcome == .tied }
      let outside = order.filter { ruling.decisions[$0].stage < .candidate && ruling.decisions[$0].outcome != .tied }
      return inside.suffix(beside) + tied.prefix(beside) + outside.prefix(beside)
    }
  }

  /// The number of a staff row that ranks first; nil where another thing does.
  var ownFigure: String? {
    if case .attribute(let name)? = award.rank.first?.value { name } else { nil }
  }
}

extension Inquiry {
  func award(_ decided: DecidedAward, _ lines: [Answer]) -> Answer {
    let title = "\(decided.award.title)"
    let hanging = lines.count { ($0.count ?? 0) > 0 }
    return Answer(
      "award",
      Wording(
        "\(title) (\(decided.award.id)): \(lines.count) nearest to the line, \(hanging) of them hang on one fact",
        "\(title)（\(decided.award.id)）：入选线两侧\(lines.count)\(decided.award.counted)，其中\(hanging)\(decided.award.counted)的结果系于一项或一行"
      ),
      ["award": .text(decided.award.id.text), "near": .number(Int64(lines.count)), "hanging": .number(Int64(hanging))],
      parts: lines)
  }

  /// An award that goes by figures of whole units.
  func byFigures(_ decided: DecidedAward) -> Answer {
    Answer(
      "award",
      Wording(
        "\(decided.award.title) (\(decided.award.id)): goes by figures of whole units; their rows are not tried one by one",
        "\(decided.award.title)（\(decided.award.id)）：按单位指标评定，不逐行试算"),
      ["award": .text(decided.award.id.text), "near": .none, "hanging": .none])
  }

  func candidate(
    _ index: Int, _ decided: DecidedAward, _ names: SubjectNames, count: Int, parts: [Answer]
  ) throws -> Answer {
    let decision = decided.ruling.decisions[index]
    let named = try names.candidate(index, of: decided)
    let isInside = decision.stage >= .candidate
    let side =
      isInside
      ? Wording("inside", "线内") : decision.outcome == .tied ? Wording("at the line", "线上并列") : Wording("outside", "线外")
    let figures = zip(decided.award.rank, decided.candidate(index).keys).map { key, value in
      value.map { programme.printed($0, key.value) } ?? "—"
    }.joined(separator: "、")
    let verdict =
      count == 0
      ? Wording("; no single one changes who wins", "；任何单项、单行的变动都不改变入选结果") : Wording("")
    return Answer(
      "candidate", named.title + Wording(": \(side.english), \(figures)", "：\(side.chinese)，\(figures)") + verdict,
      fields: named.fields + [
        ("side", .text(isInside ? "in" : decision.outcome == .tied ? "tied" : "out")),
        ("rank", .optional(decision.shownRank)), ("count", .number(Int64(count))),
      ], parts: parts)
  }

  /// Who would enter, leave, or be tied.
  func movement(_ change: WinnersChange, _ decided: DecidedAward, _ names: SubjectNames) throws -> Wording {
    let groups: [(Wording, [Int])] = [
      (Wording("enters ", "进入"), change.entering), (Wording("leaves ", "退出"), change.leaving),
      (Wording("tied at the line ", "线上并列"), change.tying), (Wording("no longer tied ", "不再并列"), change.losing),
    ]
    let told = try groups.filter { !$0.1.isEmpty }.map { heading, indexes in
      let named = try indexes.prefix(5).map { try names.candidate($0, of: decided) }
      let list = named.map { "\($0.name)（\($0.code)）" }.joined(separator: "、")
      let rest = indexes.count > 5 ? Wording(" and \(indexes.count - 5) more", "等\(indexes.count)") : Wording("")
      return heading + Wording(list) + rest
    }
    return told.joined(by: Wording("; ", "；"))
  }

  func fields(
    _ change: WinnersChange, _ decided: DecidedAward, _ names: SubjectNames
  ) throws -> [(name: String, value: AnswerValue)] {
    func codes(_ indexes: [Int]) throws -> AnswerValue {
      .list(try indexes.map { try names.candidate($0, of: decided).code })
    }
    return [
      ("enters", try codes(change.entering)), ("leaves", try codes(change.leaving)),
      ("tied", try codes(change.tying)), ("no_longer_tied", try codes(change.losing)),
    ]
  }
}

extension Answer {
  fileprivate var count: Int64? {
    if case .number(let number)? = fields.first(where: { $0.name == "count" })?.value { number } else { nil }
  }
}
