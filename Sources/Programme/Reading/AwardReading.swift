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
    rankStyle = fields.optional("rank_style", .choice) ?? .competition
    seed = ties == .lot ? fields.required("seed", .text) : nil
    oncePer = fields.optional("once_per", .choice)
    reserve = fields.optional("reserve", .object(Reserve.init))
    batches = fields.optional("batches", .list(of: .integer(in: 1...1_000_000_000), atLeast: 1)) ?? []
  }
}

extension Form where Value == [ExclusiveAwards] {
  /// Lists of awards, each in the order of precedence: `[['best_tutor', 'best_moderator']]`.
  static var exclusiveAwards: Form {
    .list(
      of: Form<Placed<[String]>>.placed(.list(of: Form<String>.identifier, atLeast: 2)).map { list in
        ExclusiveAwards(place: list.place, awards: list.value.map { Identifier($0) })
      })
  }
}

extension Reserve {
  fileprivate init(_ fields: Fields) {
    if fields.has("number") {
      self = .number(fields.required("number", .integer(in: 1...1_000_000_000)))
    } else {
      self = .share(
        fields.required("percent", .percentInMillionths), fields.optional("rounding", .choice) ?? .ceiling)
    }
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

extension Form where Value == RankKey {
  /// `'total desc'`, `'completed_at asc missing_last'`, or an object with a lot or a composite.
  ///
  /// A composite ranks from high to low, a mean of ranks and a lot from low to high.
  static var rankKey: Form {
    .either(
      written,
      .object { fields in
        if fields.has("lot") {
          return RankKey(value: .lot(seed: fields.required("lot", .text)), descending: false)
        }
        let composite = Composite(fields)
        return RankKey(value: .composite(composite), descending: composite.method != .meanOfRanks)
      })
  }

  private static var written: Form {
    let noun = Noun(
      "a rank key such as 'total desc' or 'completed_at asc missing_last'",
      many: "rank keys such as 'total desc' or 'completed_at asc missing_last'",
      "排序项，如 'total desc'、'completed_at asc missing_last'")
    return Form<String>.text.narrowed(to: noun, standIn: RankKey(value: .total, descending: true)) { text in
      let words = text.split(separator: " ").map(String.init)
      guard (2...3).contains(words.count), words[1] == "desc" || words[1] == "asc" else { return nil }
      let order = words.count == 3 ? words[2] : "missing_last"
      guard order == "missing_first" || order == "missing_last" else { return nil }
      return RankKey(
        value: words[0] == "total" ? .total : .attribute(words[0]), descending: words[1] == "desc",
        missingFirst: order == "missing_first")
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
