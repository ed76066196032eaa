extension Form where Value == [Quota] {
  /// `'none'`, or the parts of a quota; a list of none or one.
  static var quota: Form {
    .either(
      Form<String>.word(among: ["none"]).map { _ in [] },
      Form<Quota>.object(Quota.init).map { [$0] })
  }
}

extension Quota {
  fileprivate init(_ fields: Fields) {
    if fields.has("number") {
      self.init(number: fields.required("number", .integer(in: 0...1_000_000_000)))
    } else {
      self.init(
        share: fields.required("percent", .percentInMillionths), base: fields.required("of", .object(QuotaBase.init)),
        rounding: fields.required("rounding", .choice),
        minimum: fields.optional("minimum", .integer(in: 0...1_000_000)) ?? 0)
    }
    split = fields.optional("split", .object(SplitRule.init))
  }
}

extension QuotaBase {
  fileprivate init(_ fields: Fields) {
    if fields.has("staff") {
      self = .staff(
        role: fields.required("staff", .identifier), level: fields.optional("level", .identifier).map { Identifier($0) }
      )
    } else if fields.has("participating") {
      self = .participating(Identifier(fields.required("participating", .identifier)))
    } else if fields.has("number") {
      self = .stated(fields.required("number", .integer(in: 0...1_000_000_000)))
    } else if fields.has("projects") {
      _ = fields.required("projects", .boolean)
      self = .projects
    } else if fields.has("applicants") {
      _ = fields.required("applicants", .boolean)
      self = .applicants
    } else {
      self =
        fields.required("learners", .word(among: ["enrolled", "qualified"])) == "qualified" ? .qualified : .enrolled
    }
  }
}

extension SplitRule {
  /// What a part is and what its size is counted in have no default: the office has to say them.
  fileprivate init(_ fields: Fields) {
    place = fields.place(of: "by")
    by = SplitKey(fields.required("by", .identifier))
    base = fields.required("base", .choice)
    method = fields.required("method", .choice)
    minimum = fields.optional("minimum", .integer(in: 0...1_000_000)) ?? 0
    switch fields.optional("equals", .word(among: ["person", "larger", "lot"])) {
    case "larger": equals = .larger
    case "lot": equals = .lot(seed: fields.required("seed", .text))
    default: equals = .person
    }
    decided = fields.optional("decided", .list(of: .text, atLeast: 1)) ?? []
  }
}

extension SplitKey {
  fileprivate init(_ word: String) {
    switch word {
    case "project": self = .project
    case "subject": self = .subject
    case "cohort": self = .cohort
    default: self = .level(Identifier(word))
    }
  }
}
