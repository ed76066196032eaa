package import Programme

/// What a recomputation found, aspect by aspect: that all agrees, or exactly what differs.
package struct Verification: Sendable {
  /// What is compared.
  package enum Aspect: String, Sendable, CaseIterable {
    case bundle, inputs, pipeline, scores, decisions, figures, chain

    var title: Wording {
      switch self {
      case .bundle: Wording("the bundle's own parts", "核验包自身")
      case .inputs: Wording("exports", "导出文件")
      case .pipeline: Wording("pipeline file", "流程文件")
      case .scores: Wording("scores", "成绩")
      case .decisions: Wording("decisions", "评优结论")
      case .figures: Wording("figures of units", "单位指标")
      case .chain: Wording("chain of corrections", "更正记录")
      }
    }
  }

  private var checked: [(aspect: Aspect, count: Int)] = []
  private var differences: [(aspect: Aspect, text: Wording)] = []

  package init() {}

  /// Whether nothing differs.
  package var agrees: Bool { differences.isEmpty }

  /// Notes that so many things of an aspect were looked at.
  package mutating func note(_ aspect: Aspect, _ count: Int) { checked.append((aspect, count)) }

  package mutating func differ(_ aspect: Aspect, _ text: Wording) { differences.append((aspect, text)) }

  /// Compares lines of results; each difference names the line and the value.
  package mutating func compare(_ aspect: Aspect, _ given: [ResultLine], _ reckoned: [ResultLine]) {
    note(aspect, given.count)
    let known = Dictionary(reckoned.map { ($0.key, $0.values) }, uniquingKeysWith: { first, _ in first })
    let keys = Set(given.map(\.key))
    for line in given {
      let name = Self.name(line.key)
      guard let values = known[line.key] else {
        differ(aspect, Wording("\(name): is given, and not found again", "\(name)：重算结果中没有"))
        continue
      }
      for field in Set(line.values.keys).union(values.keys).sorted() where line.values[field] != values[field] {
        let (one, two) = (line.values[field] ?? "—", values[field] ?? "—")
        differ(
          aspect,
          Wording(
            "\(name): \(field) is given as '\(one)', and comes to '\(two)'", "\(name)：\(field) 原为“\(one)”，重算为“\(two)”"))
      }
    }
    for line in reckoned where !keys.contains(line.key) {
      let name = Self.name(line.key)
      differ(aspect, Wording("\(name): is found, and was not given", "\(name)：原结果中没有，重算后出现"))
    }
  }

  private static func name(_ key: [String]) -> String { key.filter { !$0.isEmpty }.joined(separator: " / ") }

  /// The findings as an answer; of many differences of one aspect the first are listed.
  package func answer(of title: Wording, limit: Int) -> Answer {
    let parts = Aspect.allCases.compactMap { aspect -> Answer? in
      let found = differences.filter { $0.aspect == aspect }
      let counts = checked.filter { $0.aspect == aspect }
      guard !found.isEmpty || !counts.isEmpty else { return nil }
      let count = counts.map(\.count).reduce(0, +)
      let state =
        found.isEmpty
        ? Wording("agree (\(count))", "一致（\(count)项）") : Wording("\(found.count) differences", "\(found.count)处不一致")
      var lines = found.prefix(limit).map { Answer("difference", $0.text, ["aspect": .text(aspect.rawValue)]) }
      if found.count > limit {
        let more = found.count - limit
        lines.append(
          Answer(
            "more", Wording("and \(more) more; --all lists them", "另有\(more)处；加 --all 全部列出"),
            ["count": .number(Int64(more))]))
      }
      return Answer(
        "aspect", aspect.title + Wording(": ", "：") + state,
        [
          "aspect": .text(aspect.rawValue), "checked": .number(Int64(count)),
          "differences": .number(Int64(found.count)),
        ],
        parts: lines)
    }
    let state = agrees ? Wording("all agrees", "全部一致") : Wording("differs", "有不一致")
    return Answer(
      "verification", title + Wording(": ", "：") + state, ["agrees": .truth(agrees)], parts: parts)
  }
}
