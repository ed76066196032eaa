extension Reports {
  init(_ fields: Fields) {
    bulletin = fields.optional("bulletin", .object(BulletinReport.init))
    summary = fields.optional("summary", .object(SummaryReport.init))
    nominees = fields.optional("nominees", .object(NomineesReport.init))
  }
}

extension BulletinReport {
  fileprivate init(_ fields: Fields) {
    title = fields.required("title", .text)
    firstNumber = fields.optional("first_number", .integer(in: 1...100_000)) ?? 1
    let rank = fields.required("rank_by", .placed(.identifier))
    (rankBy, rankPlace) = (Identifier(rank.value), rank.place)
    let shown = fields.required("metrics", .list(of: .placed(.identifier), atLeast: 1))
    (metrics, metricPlaces) = (shown.map { Identifier($0.value) }, shown.map(\.place))
  }
}

extension SummaryReport {
  fileprivate init(_ fields: Fields) {
    title = fields.required("title", .text)
  }
}

extension NomineesReport {
  fileprivate init(_ fields: Fields) {
    title = fields.required("title", .text)
    publicity = fields.optional("publicity", .object(Publicity.init)) ?? Publicity()
    certificates = fields.optional("certificates", .object(Certificates.init))
  }
}

extension Check {
  init(_ fields: Fields) {
    place = fields.place
    id = Identifier(fields.required("id", .identifier))
    blocks = fields.required("severity", .word(among: ["warn", "block"])) == "block"
    title = fields.optional("title", .text) ?? id.text
    cite = fields.optional("cite", .text)
    after = fields.optional("after", .date)
    if fields.has("unit_condition") {
      condition = fields.required("unit_condition", .object(CheckCondition.unitCondition))
    } else if fields.has("staff_count") {
      condition = fields.required("staff_count", .object(CheckCondition.staffCount))
    } else if fields.has("staff_condition") {
      condition = fields.required("staff_condition", .object(CheckCondition.staffCondition))
    } else if fields.has("figure") {
      condition = fields.required("figure", .object(CheckCondition.figure))
    } else if fields.has("day_change") {
      condition = fields.required(
        "day_change",
        .object { change in
          .dayChange(
            of: Identifier(change.required("of", .identifier)),
            level: Identifier(change.required("level", .identifier)),
            maxDrop: change.required("max_drop", .millionths))
        })
    } else {
      condition = fields.required(
        "coverage",
        .object { coverage in
          .coverage(
            of: Identifier(coverage.required("of", .identifier)), by: Identifier(coverage.required("by", .identifier)),
            atLeast: coverage.required("at_least", .millionths))
        })
    }
  }
}
