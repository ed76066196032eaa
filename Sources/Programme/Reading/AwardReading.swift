extension Award {
  init(_ fields: Fields) {
    place = fields.place
    id = Identifier(fields.required("id", .identifier))
    title = fields.required("title", .text)
    cite = fields.optional("cite", .text)
    pool = fields.required("pool", .object(Pool.init))
    eligible = (fields.optional("eligible", .list(of: .learnerConditions)) ?? []).flatMap { $0 }
    filedBy = fields.optional("filed_by", .identifier).map { Identifier($0) }
    recommendedBy = fields.optional("recommended_by", .identifier).map { Identifier($0) }
    approvedBy = fields.optional("approved_by", .identifier).map { Identifier($0) }
    entry = fields.optional("entry", .object(EntryPercentile.init))
    let quota = fields.required("quota", .quota)
    self.quota = quota.count == 1 ? quota[0] : nil
    rank = fields.required("rank", .list(of: .rankKey, atLeast: 1))
    ties = self.quota == nil ? fields.optional("ties", .choice) ?? .extend : fields.required("ties", .choice)
    oncePerUnit = fields.optional("once_per", .word(among: ["unit"])) != nil
  }
}

extension Pool {
  fileprivate init(_ fields: Fields) {
    if fields.has("staff") {
      self = .staff(
        role: fields.required("staff", .identifier),
        level: fields.optional("level", .identifier).map { Identifier($0) },
        chief: fields.optional("chief", .boolean))
    } else if fields.has("unit") {
      self = .units(
        level: Identifier(fields.required("unit", .identifier)),
        byProject: fields.optional("by_project", .boolean) ?? false)
    } else {
      _ = fields.required("learners", .boolean)
      self = .learners
    }
  }
}

extension EntryPercentile {
  fileprivate init(_ fields: Fields) {
    share = fields.required("top_percent", .percentInMillionths)
    key = fields.required("by", .rankKey)
    rounding = fields.required("rounding", .choice)
    tiesIn = fields.required("ties", .word(among: ["in", "out"])) == "in"
  }
}

extension Form where Value == [Quota] {
  /// `'none'`, or the five parts of a quota; a list of none or one.
  fileprivate static var quota: Form {
    .either(
      Form<String>.word(among: ["none"]).map { _ in [] },
      Form<Quota>.object(Quota.init).map { [$0] })
  }
}

extension Quota {
  fileprivate init(_ fields: Fields) {
    share = fields.required("percent", .percentInMillionths)
    base = fields.required("of", .object(QuotaBase.init))
    rounding = fields.required("rounding", .choice)
    minimum = fields.optional("minimum", .integer(in: 0...1_000_000)) ?? 0
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
    } else {
      self =
        fields.required("learners", .word(among: ["enrolled", "qualified"])) == "qualified" ? .qualified : .enrolled
    }
  }
}

extension Form where Value == RankKey {
  /// `'total desc'`, `'last_study asc'`, or an object with a composite, which always ranks from high to low.
  static var rankKey: Form {
    .either(written, .object { RankKey(value: .composite(Composite($0)), descending: true) })
  }

  private static var written: Form {
    let noun = Noun(
      "a rank key such as 'total desc'", many: "rank keys such as 'total desc'", "排序项，如 'total desc'")
    return Form<String>.text.narrowed(to: noun, standIn: RankKey(value: .total, descending: true)) { text in
      let words = text.split(separator: " ").map(String.init)
      guard words.count == 2, words[1] == "desc" || words[1] == "asc" else { return nil }
      return RankKey(value: words[0] == "total" ? .total : .attribute(words[0]), descending: words[1] == "desc")
    }
  }
}

extension Composite {
  fileprivate init(_ fields: Fields) {
    method = fields.required("method", .choice)
    parts = fields.required("composite", .dictionary(of: .compositeWeight)).map { entry in
      CompositePart(figure: entry.key, weight: entry.value.weight, cap: entry.value.cap)
    }
  }
}

/// A weight alone, or a weight and a cap.
private struct CompositeWeight {
  let weight: Int64
  let cap: Int64?
}

extension Form where Value == CompositeWeight {
  fileprivate static var compositeWeight: Form {
    .either(
      Form<Int64>.integer(in: 0...1_000_000).map { CompositeWeight(weight: $0, cap: nil) },
      .object { fields in
        CompositeWeight(
          weight: fields.required("weight", .integer(in: 0...1_000_000)),
          cap: fields.optional("cap", .integer(in: 1...1_000_000_000)))
      })
  }
}
