extension Metric {
  init(_ fields: Fields) {
    id = ""
    place = fields.place
    title = fields.required("title", .text)
    countTitle = fields.optional("count_title", .text)
    format = fields.required("format", .choice)
    numerator = fields.required("numerator", .object(Quantity.init))
    if format == .count {
      denominator = Quantity(source: .one, times: 1)
      if fields.has("denominator") {
        fields.refuse(
          "denominator",
          Wording(
            "a count is divided by nothing; leave 'denominator' out, or choose another format",
            "计数（count）不除以任何数；请去掉 denominator，或改用其他 format"))
      }
    } else {
      denominator = fields.required("denominator", .object(Quantity.init))
    }
    definition = fields.required("definition", .text)
    cite = fields.optional("cite", .text)
  }
}

extension Quantity {
  fileprivate init(_ fields: Fields) {
    times = fields.optional("times", .integer(in: 1...1_000_000)) ?? 1
    if fields.has("count") {
      switch fields.required("count", .word(among: ["enrolled", "learner", "unit", "response"])) {
      case "learner": source = .learners(fields.optional("where", .learnerConditions) ?? [])
      case "unit": source = .units(UnitSelection(fields), fields.optional("where", .unitConditions) ?? [])
      case "response": source = .responses(Identifier(fields.required("source", .identifier)))
      default: source = .enrolled
      }
    } else if fields.has("sum") {
      source = .sum(Identifier(fields.required("sum", .identifier)))
    } else {
      source = .sumPoints(fields.required("sum_points", .list(of: Form.identifier.map { Identifier($0) }, atLeast: 1)))
    }
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
    weights = fields.optional("weights", .list(of: .integer(in: 0...1000))) ?? []
    alpha = fields.optional("alpha", .object(AlphaRules.init))
    checks = fields.optional("answer_checks", .object(AnswerChecks.init))
    waves = fields.optional("waves", .list(of: .object(SurveyWave.init), atLeast: 2)) ?? []
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
    checkWeights(fields)
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
    isReverse = fields.optional("reverse", .boolean) ?? false
  }
}

extension Form where Value == [Labelled] {
  fileprivate static var labelled: Form {
    Form<[Entry<String>]>.dictionary(of: .text).map { $0.map { Labelled(id: $0.key, title: $0.value) } }
  }
}
