import Metrics
import Programme
import Scoring
import SQLite
import Store

extension Inquiry {
  /// One metric of a unit: value, both counts, definition, clause, the change since the night before, and its children, or the learners
  /// of a unit that has none.
  func metricAnswer(
    at place: Int, _ index: Int, _ units: Units, _ night: Night, before: Night?, _ shares: LearnerShares?
  ) throws -> Answer {
    let measure = folder.measures[place]
    let metric = measure.metric
    let unit = units.all[index]
    guard let figure = try figure(of: measure, unit: unit.id, night: night.id) else {
      return Answer(
        "metric", Wording("\(metric.title): no figure", "\(metric.title)：无数据"), ["id": .text(metric.id.text)])
    }
    guard measure.isOf(level: unit.level) else {
      return Answer(
        "metric",
        Wording(
          "\(metric.title): none, the questionnaire asks for no unit of this level", "\(metric.title)：无，问卷不填写这一级单位"),
        ["id": .text(metric.id.text)])
    }
    let printed = measure.printed(figure)
    var parts: [Answer] = []
    if let before, let earlier = try self.figure(of: measure, unit: unit.id, night: before.id) {
      parts.append(change(from: earlier, to: figure, measure, before))
    }
    parts.append(Answer("definition", Wording("definition: \(metric.definition)", "口径：\(metric.definition)")))
    if let cite = metric.cite { parts.append(clause(cite)) }
    let terms =
      metric.isCount
      ? [(metric.numerator, figure.numerator, Wording(""))]
      : [
        (metric.numerator, figure.numerator, Wording("numerator: ", "分子：")),
        (metric.denominator, figure.denominator, Wording("denominator: ", "分母：")),
      ]
    for (quantity, count, name) in terms {
      parts.append(Answer("quantity", name + wording(of: quantity, count, at: metric.place), ["count": .number(count)]))
    }
    parts += try children(measure, figure, index, units, night)
    if let shares, let answer = sharesAnswer(measure, at: place, figure, shares) { parts.append(answer) }
    return Answer(
      "metric",
      Wording("\(metric.title) \(printed.text)", "\(metric.title)\(printed.text)") + equation(measure, figure),
      fields: [("id", .text(metric.id.text))] + fields(measure, figure), parts: parts)
  }

  private func fields(_ measure: Measure, _ figure: Figure) -> [(name: String, value: AnswerValue)] {
    [
      ("value", .text(measure.printed(figure).text)), ("numerator", .number(figure.numerator)),
      ("denominator", .number(figure.denominator)),
    ]
  }

  /// Numerator over denominator in the units in which they are counted.
  private func formula(_ measure: Measure, _ figure: Figure) -> Wording {
    let metric = measure.metric
    if metric.isCount { return amount(of: metric.numerator, figure.numerator) }
    let parts = [amount(of: metric.numerator, figure.numerator), amount(of: metric.denominator, figure.denominator)]
    let hour =
      metric.format == .hours ? [Wording("\(programme.minutesPerHour) min", "\(programme.minutesPerHour)分钟")] : []
    return (parts + hour).joined(by: Wording(" ÷ ", "÷"))
  }

  /// ` = ` and what a figure is made of; nothing for a count, which is made of itself alone.
  private func equation(_ measure: Measure, _ figure: Figure) -> Wording {
    measure.metric.isCount ? Wording("") : Wording(" = ", "＝") + formula(measure, figure)
  }

  private func change(from earlier: Figure, to later: Figure, _ measure: Measure, _ before: Night) -> Answer {
    let was = measure.printed(earlier)
    let moved = PrintedChange(from: was, to: measure.printed(later))?.wording ?? Wording("not comparable", "无法比较")
    let then = equation(measure, earlier)
    return Answer(
      "change",
      Wording(
        "since \(before.asOf): \(moved.english) (then \(was.text)\(then.english))",
        "较\(before.asOf)：\(moved.chinese)（当时\(was.text)\(then.chinese)）"),
      fields: [("as_of", .text(before.asOf))] + fields(measure, earlier))
  }

  /// The units below, a line each, and what of the two counts belongs to none of them.
  private func children(
    _ measure: Measure, _ figure: Figure, _ index: Int, _ units: Units, _ night: Night
  ) throws -> [Answer] {
    var (numerator, denominator) = (figure.numerator, figure.denominator)
    var lines: [Answer] = []
    for child in units.all where child.parent == index && measure.isOf(level: child.level) {
      guard let own = try self.figure(of: measure, unit: child.id, night: night.id) else { continue }
      numerator -= own.numerator
      denominator -= own.denominator
      lines.append(
        Answer(
          "child",
          Wording("\(child.name) \(measure.printed(own).text)", "\(child.name)\(measure.printed(own).text)")
            + equation(measure, own),
          fields: [("code", .text(child.code)), ("name", .text(child.name))] + fields(measure, own)))
    }
    guard !lines.isEmpty else { return [] }
    if measure.metric.isCount { denominator = 0 }
    let level = units.all[index].level + 1
    let title = programme.levels.indices.contains(level) ? programme.levels[level].title : ""
    if numerator != 0 || denominator != 0 {
      let rest = formula(measure, Figure(numerator: numerator, denominator: denominator))
      lines.append(Answer("directly", Wording("belonging to none of these: ", "直属，不属于以上单位：") + rest))
    }
    return [
      Answer(
        "children",
        Wording(
          "by \(title), \(lines.count); their counts add up to \(measure.metric.isCount ? "it" : "those above")",
          "按\(title)（\(lines.count)个），\(measure.metric.isCount ? "相加即得" : "分子、分母之和即以上两数")"),
        parts: lines)
    ]
  }
}
