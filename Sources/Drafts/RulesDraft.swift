import Programme

/// The tallies, figures and checks that follow from the facts at hand, and a proposal for the rules that only an office's
/// document can settle.
struct RulesDraft {
  private let sources: [DraftSource]

  init(_ sources: [DraftSource]) { self.sources = sources }

  func writeTallies(_ text: inout PipelineText) {
    text.comment("每位学员一行整数：考核规则只读这些数")
    text.part("tallies: {", closing: "},") { text in
      for source in sources { writeTallies(of: source, &text) }
    }
  }

  private func writeTallies(of source: DraftSource, _ text: inout PipelineText) {
    let (id, title) = (source.id, source.title)
    switch source.kind {
    case .measure:
      text.line("\(id)_time: { sum: '\(id).value', title: \(quoted(title)), unit: 'seconds' },")
      if source.has("at") { text.line("\(id)_last: { max: '\(id).at', title: '最后学习时间', unit: 'moment' },") }
    case .item:
      for (name, category) in categories(of: source) {
        let filter = category.isEmpty ? "" : ", where: { category: \(quoted(category)) }"
        let label = category.isEmpty ? "" : "·\(label(of: category, source))"
        text.line("\(name): { sum: '\(id).value'\(filter), title: \(quoted("\(title)得分合计\(label)")), unit: 'marks' },")
      }
      text.line(
        "\(id)_handed_in: { count: '\(id)', where: { submitted: true }, title: \(quoted("已交\(title)")), unit: 'items' },"
      )
      if source.has("flag") {
        text.line(
          "\(id)_excellent: { count: '\(id)', where: { flag: true }, title: \(quoted("优秀\(title)")), unit: 'items' },")
      }
    case .event: text.line("\(id)_count: { count: '\(id)', title: \(quoted(title)), unit: 'items' },")
    default: break
    }
  }

  /// The tallies of marks of a source: one for each category, or one for all.
  private func categories(of source: DraftSource) -> [(name: String, category: String)] {
    guard source.has("value") else { return [] }
    let texts = source.column("category")?.texts ?? []
    let words = texts.map { Vocabulary.category.words[$0] }
    guard (2...6).contains(texts.count) else { return [("\(source.id)_marks", "")] }
    let areKnown = words.allSatisfy { $0 != nil }
    return texts.enumerated().map { index, text in
      let word = areKnown ? words[index] ?? text : text
      return (areKnown ? "\(source.id)_\(word)" : "\(source.id)_marks\(index + 1)", word)
    }
  }

  /// What an export calls a category.
  private func label(of category: String, _ source: DraftSource) -> String {
    source.column("category")?.texts.first { Vocabulary.category.words[$0] == category } ?? category
  }

  /// Weights, targets and the pass line stand in the office's document and nowhere else, so they are asked for.
  func writeScoring(_ text: inout PipelineText) {
    text.ask("scoring", "考核项目、分值（合计100分）和合格线，见本项目的考核办法；可将下列草案去掉 //、填好 __ 后代替 null")
    text.proposal { text in
      text.part("scoring: {", closing: "},") { text in
        text.part("components: [", closing: "],") { text in
          for line in sources.flatMap(components) { text.line(line) }
        }
        text.line("pass: { total_at_least: __ },")
      }
    }
  }

  private func components(_ source: DraftSource) -> [String] {
    func component(_ id: String, _ title: String, _ rule: String) -> String {
      "{ id: '\(id)', title: \(quoted(title)), points: __, rule: { \(rule) } },"
    }
    switch source.kind {
    case .measure:
      return [component(source.id, source.title, "kind: 'proportion', of: '\(source.id)_time', target: '__h'")]
    case .item:
      let full = source.column("full").flatMap { $0.texts.count == 1 ? $0.texts.first : nil } ?? "__"
      var lines = categories(of: source).map { name, category in
        component(
          name, category.isEmpty ? source.title : label(of: category, source),
          "kind: 'mean_rate', of: '\(name)', full_marks: \(full), required: __")
      }
      if source.has("flag") {
        lines.append(
          component("excellent", "优秀\(source.title)", "kind: 'threshold', of: '\(source.id)_excellent', at_least: 1"))
      }
      return lines
    case .event: return [component(source.id, source.title, "kind: 'per_item', of: '\(source.id)_count', each: __")]
    default: return []
    }
  }

  func writeMetrics(_ text: inout PipelineText) {
    text.comment("指标口径；denominator 的 enrolled 为报名学员（不含已退出）。请核对")
    text.part("metrics: {", closing: "},") { text in
      for metric in metrics { text.line(metric.text) }
    }
  }

  private var metrics: [(id: String, text: String)] {
    func rate(_ id: String, _ title: String, _ count: String, _ condition: String, _ definition: String) -> (
      String, String
    ) {
      (
        id,
        "\(id): { title: '\(title)', count_title: '\(count)', format: 'percent', numerator: { count: 'learner', where: { \(condition) } }, "
          + "denominator: { count: 'enrolled' }, definition: '\(definition)' },"
      )
    }
    var metrics: [(String, String)] = []
    if let study = sources.first(where: { $0.kind == .measure })?.id {
      metrics.append(
        rate("participation_rate", "参训率", "参训", "\(study)_time: { above: 0 }", "有学习记录的学员数÷报名学员数"))
      metrics.append(
        (
          "study_hours",
          "study_hours: { title: '人均学时', format: 'hours', numerator: { sum: '\(study)_time' }, denominator: { count: 'enrolled' }, "
            + "definition: '在线学习总时长÷报名学员数' },"
        ))
    }
    if let event = sources.first(where: { $0.kind == .event })?.id {
      metrics.append(
        rate("discussion_rate", "参与讨论率", "参与讨论", "\(event)_count: { at_least: 1 }", "参与1次及以上的学员数÷报名学员数"))
    }
    metrics.append(rate("pass_rate", "合格率", "合格", "passed: true", "合格学员数÷报名学员数"))
    return metrics
  }

  func writeReports(_ text: inout PipelineText) {
    text.part("reports: {", closing: "},") { text in
      let list = metrics.map { "'\($0.id)'" }.joined(separator: ", ")
      text.line("bulletin: { title: '学情通报', first_number: 1, rank_by: 'pass_rate', metrics: [\(list)] },")
      text.line("summary: { title: '培训工作总结' },")
    }
  }

  func writeChecks(_ text: inout PipelineText) {
    guard let study = sources.first(where: { $0.kind == .measure })?.id else { return }
    text.part("checks: [", closing: "],") { text in
      text.line(
        "{ id: 'study_covers_roster', severity: 'warn', coverage: { of: 'roster', by: '\(study)', at_least: '80%' } },")
    }
  }
}
