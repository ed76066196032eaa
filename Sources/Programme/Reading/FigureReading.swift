extension Tally {
  init(_ fields: Fields) {
    id = ""
    place = fields.place
    title = fields.required("title", .text)
    unit = fields.required("unit", .choice)
    let given = TallyOperation.allCases.filter { fields.has($0.rawValue) }
    if given.count != 1 {
      let words = TallyOperation.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      fields.faults.refuse(
        fields.place, Wording("a tally has exactly one of \(words)", "汇总须恰有 \(words) 之一"))
    }
    operation = given.first ?? .count
    let subject = fields.optional(operation.rawValue, .text) ?? ""
    let parts = subject.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    source = Identifier(parts.first ?? "")
    column = parts.count == 2 ? FactColumn(rawValue: parts[1]) : nil
    if !given.isEmpty, operation == .count ? parts.count != 1 : column == nil {
      fields.refuse(
        operation.rawValue,
        operation == .count
          ? Wording("a count names a source", "count 须写数据源名称")
          : Wording(
            "'\(operation.rawValue)' names a source and one of its columns value, at, full, such as 'study.value'",
            "\(operation.rawValue) 须写数据源及其 value、at、full 列之一，如 'study.value'"))
    }
    filter = fields.optional("where", .object(TallyFilter.init)) ?? TallyFilter()
  }
}

extension TallyFilter {
  fileprivate init(_ fields: Fields) {
    category = fields.optional("category", .text)
    submitted = fields.optional("submitted", .boolean)
    flag = fields.optional("flag", .boolean)
  }
}

extension Scheme {
  init(_ fields: Fields) {
    decimals = fields.optional("decimals", .integer(in: 2...2)) ?? 2
    components = fields.required("components", .list(of: .object(Component.init), atLeast: 1))
    pass = fields.required("pass", .object(PassCondition.init))
    rank = fields.optional("rank", .list(of: .rankKey)) ?? []
    rankTies = fields.optional("rank_ties", .choice)
  }
}

extension Component {
  fileprivate init(_ fields: Fields) {
    place = fields.place
    id = Identifier(fields.required("id", .identifier))
    title = fields.required("title", .text)
    short = fields.optional("short", .text) ?? title
    points = fields.required("points", .scaled(to: 2, in: 0...1000))
    cite = fields.optional("cite", .text)
    let node = fields.required("rule", .node)
    rule = Rule(kind: node.textMember("kind") ?? "", node: node)
  }
}

extension Node {
  fileprivate func textMember(_ key: String) -> String? {
    guard case .object(let members) = value,
      case .string(let text)? = members.list.first(where: { $0.key == key })?.node.value
    else { return nil }
    return text
  }
}

extension PassCondition {
  fileprivate init(_ fields: Fields) {
    totalAtLeast = fields.required("total_at_least", .scaled(to: 2, in: 0...1000))
    cite = fields.optional("cite", .text)
  }
}

extension Metric {
  init(_ fields: Fields) {
    id = ""
    place = fields.place
    title = fields.required("title", .text)
    countTitle = fields.optional("count_title", .text)
    format = fields.required("format", .choice)
    numerator = fields.required("numerator", .object(Quantity.init))
    denominator = fields.required("denominator", .object(Quantity.init))
    definition = fields.required("definition", .text)
    cite = fields.optional("cite", .text)
  }
}

extension Quantity {
  fileprivate init(_ fields: Fields) {
    times = fields.optional("times", .integer(in: 1...1_000_000)) ?? 1
    if fields.has("count") {
      switch fields.required("count", .word(among: ["enrolled", "learner"])) {
      case "learner": source = .learners(fields.optional("where", .learnerConditions) ?? [])
      default: source = .enrolled
      }
    } else if fields.has("sum") {
      source = .sum(Identifier(fields.required("sum", .identifier)))
    } else {
      source = .sumPoints(fields.required("sum_points", .list(of: Form.identifier.map { Identifier($0) }, atLeast: 1)))
    }
  }
}

extension Form where Value == [LearnerCondition] {
  /// Conditions by tally: `{ study_time: { above: 0 }, passed: true, total_at_least: 90 }`.
  static var learnerConditions: Form {
    Form<[Entry<Node>]>.dictionary(of: .node).flatMapped { entry, faults in
      switch entry.key {
      case "passed": Form<Bool>.boolean.read(entry.value, faults).map { [.passed($0)] }
      case "total_at_least":
        Form<Int64>.scaled(to: 2, in: 0...1000).read(entry.value, faults).map { [.totalAtLeast($0)] }
      default:
        Form<[LearnerCondition]>.object { fields in
          let tally = Identifier<Tally>(entry.key)
          let above = fields.optional("above", .amount).map { LearnerCondition.above(tally, $0) }
          let atLeast = fields.optional("at_least", .amount).map { LearnerCondition.atLeast(tally, $0) }
          return [above, atLeast].compactMap { $0 }
        }.read(entry.value, faults)
      }
    }
  }
}

extension Form {
  /// The values of an object's entries, each read with its key at hand, joined into one list.
  fileprivate func flatMapped<Element>(
    _ read: @escaping (Entry<Node>, FaultCollector) -> [Element]?
  ) -> Form<[Element]> where Value == [Entry<Node>] {
    Form<[Element]>(noun, standIn: [], admits: admits) { node, faults in
      self.read(node, faults)?.flatMap { read($0, faults) ?? [] }
    }
  }
}

extension Form where Value == Int64 {
  /// A whole number, or a duration in seconds: `0`, `'45min'`.
  package static var amount: Form {
    .either(.integer(in: -1_000_000_000_000...1_000_000_000_000), .duration)
  }
}

extension Satisfaction {
  init(_ fields: Fields) {
    place = fields.place
    source = Identifier(fields.required("source", .identifier))
    let answers = fields.required("scale", .list(of: .placed(.text), atLeast: 2))
    scale = answers.map(\.value)
    codes = fields.optional("codes", .list(of: .integer(in: 0...999))) ?? []
    top = fields.required("top", .integer(in: 1...10))
    minimumN = fields.required("min_n", .integer(in: 1...1000))
    by = fields.optional("by", .identifier).map { Identifier($0) }
    objects = fields.required("objects", .labelled)
    dimensions = fields.required("dimensions", .labelled)
    items = fields.required("items", .list(of: .object(SurveyItem.init), atLeast: 1))
    cite = fields.optional("cite", .text)
    if codes.isEmpty || codes.count == scale.count {
      // Without codes a scale of numbers still has no second meaning: its texts are all that is read.
      answers.enumerated().map { index, answer in
        SurveyOption(place: answer.place, text: answer.value, code: codes.isEmpty ? -1 - index : codes[index])
      }.checkSpellings(fields.faults)
    } else {
      fields.refuse(
        "codes",
        Wording(
          "\(codes.count) codes for a scale of \(scale.count) answers; expected one for each, from best to worst",
          "量表有 \(scale.count) 档，代码有 \(codes.count) 个；应从最好到最差逐档各写一个"))
    }
    let (objects, dimensions) = (Set(self.objects.map(\.id)), Set(self.dimensions.map(\.id)))
    for item in items where !objects.contains(item.object) || !dimensions.contains(item.dimension) {
      fields.refuse(
        "items",
        Wording(
          "question '\(item.question)' names an object or dimension that is not declared",
          "第 \(item.question) 题的评价对象或维度未在 objects、dimensions 中列出"))
    }
  }
}

extension SurveyItem {
  fileprivate init(_ fields: Fields) {
    question = fields.required("question", .text)
    object = fields.required("object", .identifier)
    dimension = fields.required("dimension", .identifier)
  }
}

extension Form where Value == [Labelled] {
  fileprivate static var labelled: Form {
    Form<[Entry<String>]>.dictionary(of: .text).map { $0.map { Labelled(id: $0.key, title: $0.value) } }
  }
}
