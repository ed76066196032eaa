import Programme
import Scoring

extension Inquiry {
  /// What a rule counted: the tally, how it is made of facts, each of them with its place, and those it leaves out.
  func operandAnswer(_ operand: Operand, value: Int64, _ enrolment: Enrolment) throws -> Answer {
    let tally = programme.tallies[operand.index]
    let fields: KeyValuePairs<String, AnswerValue> = [
      "tally": .text(operand.id.text), "unit": .text(operand.unit.rawValue),
      "value": value == Tally.absent ? .none : .number(value),
    ]
    let amount = value == Tally.absent ? Wording("no record", "没有记录") : operand.wording(value)
    let title = Wording("\(operand.title) \(amount.english)", "\(operand.title)\(amount.chinese)")
    guard let source = programme.sources.first(where: { $0.id == tally.source }) else {
      return Answer("operand", title, fields)
    }
    if tally.subject == .unit {
      return Answer(
        "operand", title, fields: fields.map { (name: $0.key, value: $0.value) },
        parts: try unitOperand(operand.index, tally, source, enrolment))
    }
    let facts = try facts(of: source, enrolment.id)
    let counted = facts.filter { Omission(of: $0, from: tally) == nil }
    var parts: [Answer] = []
    if tally.folded(facts) != value { parts.append(disagreement(tally.folded(facts), operand)) }
    parts += counted.prefix(shown(20)).map { factAnswer($0, source) }
    if counted.count > shown(20) { parts.append(more(counted.count - shown(20))) }
    parts += omitted(facts, from: tally, source)
    return Answer(
      "operand", title + Wording(" = ", "＝") + tally.making(of: counted.count, source),
      fields: fields.map { (name: $0.key, value: $0.value) }, parts: parts)
  }

  /// The line that ends a list cut short.
  func more(_ count: Int) -> Answer {
    Answer(
      "more", Wording("and \(count) more; --all lists them", "另有\(count)条；加 --all 全部列出"),
      ["count": .number(Int64(count))])
  }

  private func factAnswer(_ fact: Fact, _ source: Source) -> Answer {
    Answer(
      "fact", source.wording(fact) + fact.place.arrow,
      fields: [
        ("item", .text(fact.item)), ("category", .text(fact.category)), ("value", .optional(fact.value)),
        ("full", .optional(fact.full)), ("at", .optional(fact.at.map { TallyUnit.moment.wording($0).english })),
        ("flag", .truth(fact.flag)),
      ] + fact.place.fields)
  }

  /// One line for each reason why facts of the source are left out, with their codes.
  private func omitted(_ facts: [Fact], from tally: Tally, _ source: Source) -> [Answer] {
    var groups: [(reason: Omission, items: [Fact])] = []
    for fact in facts {
      guard let reason = Omission(of: fact, from: tally) else { continue }
      if let group = groups.firstIndex(where: { $0.reason == reason }) {
        groups[group].items.append(fact)
      } else {
        groups.append((reason, [fact]))
      }
    }
    return groups.map { group in
      let codes = group.items.prefix(shown(12)).map { source.exportedItem($0.item) }.joined(separator: "、")
      let rest = group.items.count > shown(12) ? Wording(" …", "等") : Wording("")
      let why = group.reason.wording(source)
      return Answer(
        "omitted",
        Wording(
          "not counted, \(group.items.count), \(why.english): \(codes)\(rest.english)",
          "不计入\(group.items.count)条（\(why.chinese)）：\(codes)\(rest.chinese)"),
        ["count": .number(Int64(group.items.count)), "items": .list(group.items.map(\.item))])
    }
  }

  private func disagreement(_ folded: Int64, _ operand: Operand) -> Answer {
    let amount = folded == Tally.absent ? Wording("no record", "没有记录") : operand.wording(folded)
    return Answer(
      "disagreement",
      Wording(
        "attention: the facts below come to \(amount.english); run the programme with --from load",
        "注意：以下记录合计为\(amount.chinese)，与统计量不符；请用 --from load 重新运行"),
      ["facts": folded == Tally.absent ? .none : .number(folded)])
  }
}
