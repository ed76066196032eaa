extension Source {
  init(_ fields: Fields) {
    id = ""
    place = fields.place
    title = fields.required("title", .text)
    kind = fields.required("kind", .choice)
    files = fields.required("files", .text)
    sheet = fields.optional("sheet", .text)
    required = fields.optional("required", .boolean) ?? true
    mode = fields.optional("mode", .choice) ?? .fullSnapshot
    columns = fields.required("columns", .dictionary(of: .object(Column.init))).map { entry in
      var column = entry.value
      column.id = Identifier(entry.key)
      column.place = entry.place
      return column
    }
    duplicates = fields.optional("duplicates", .mergeRules) ?? [:]
    let limits = fields.optional("limits", .object(Limits.init))
    maxRejects = limits?.maxRejects
    maxShrink = limits?.maxShrink
    blankColumns = fields.optional("blank_columns", .oneOrMany(.text)) ?? []
    rulings = kind == .roster ? fields.optional("two_cohorts", .list(of: .object(CohortRuling.init))) ?? [] : []
    transfers = kind == .roster ? fields.optional("transfers", .transferCredit) ?? .current : .current
    by = kind.isFact ? fields.optional("by", .choice) ?? .person : .person
    cohort = kind.isFact ? fields.optional("cohort", .text).map { Identifier($0) } : nil
    match =
      kind == .roster || kind.isFact ? fields.optional("match", .list(of: .choice, atLeast: 2)) : nil
    controlTotals = fields.optional("control_totals", .list(of: .object(ControlTotal.init))) ?? []
    questions =
      kind == .survey
      ? [SurveyQuestion](
        fields.optional("questions", .dictionary(of: SurveyQuestion.form)) ?? [], fields.faults) : []
    stage = kind == .nomination ? fields.required("stage", .choice) : nil
    role = kind == .staff && column("role") == nil ? fields.required("role", .identifier) : nil
    if cohort != nil, column("cohort") != nil {
      fields.refuse(
        "cohort",
        Wording("the rows have a column 'cohort' of their own; name the one or the other", "各行已有 cohort 列；两者只能写其一"))
    }
    if kind == .roster { _ = fields.optional("vanished", .word(among: ["keep"])) }
    let statuses = ["enrolled", "applied", "withdrawn"]
    for word in (kind == .roster ? column("status")?.map.values.sorted() ?? [] : []) where !statuses.contains(word) {
      let hint = Spelling.hint(for: word, among: statuses)
      fields.faults.refuse(
        column("status")?.place ?? fields.place,
        Wording("no status of a learner is named '\(word)'; \(hint.english)", "没有名为“\(word)”的学员状态；\(hint.chinese)"))
    }
    for column in columns where !kind.columns.contains(column.id.text) {
      let hint = Spelling.hint(for: column.id.text, among: kind.columns)
      fields.faults.refuse(
        column.place,
        Wording(
          "a source of kind '\(kind.rawValue)' has no column '\(column.id)'; \(hint.english)",
          "“\(kind.rawValue)”类数据源没有列“\(column.id)”；\(hint.chinese)"))
    }
    for column in columns where column.isRate && !["value", "score"].contains(column.id.text) {
      fields.faults.refuse(
        column.place,
        Wording(
          "the column '\(column.id)' cannot be a rate; only 'value' and 'score' can",
          "列“\(column.id)”不能为比率；只有 value 和 score 可以"))
    }
    if kind == .staff, let duty = column("duty"), duty.type != .integer {
      fields.faults.refuse(
        duty.place,
        Wording("the column 'duty' counts days; its type must be 'integer'", "列“duty”按天计数；type 须为 'integer'"))
    }
    for key in match ?? [] where column(Identifier(key.rawValue)) == nil {
      fields.refuse(
        "match",
        Wording("the source has no column '\(key.rawValue)' to match people by", "数据源没有用于匹配人员的列“\(key.rawValue)”"))
    }
    checkControlTotals(fields.faults)
    // Lists of former winners and of those who withdraw come from the programme's own office and need not name one.
    let isOwn = stage == .former || stage == .withdrawn
    for needed in kind.neededColumns where column(Identifier(needed)) == nil && fields.has("columns") {
      if isOwn, needed == "by" { continue }
      fields.refuse(
        "columns",
        Wording(
          "a source of kind '\(kind.rawValue)' needs the column '\(needed)'",
          "“\(kind.rawValue)”类数据源须有列“\(needed)”"))
    }
  }
}

extension SourceKind {
  /// The columns that the kind gives a meaning to.
  var columns: [String] {
    switch self {
    case .unit: ["code", "name", "level", "parent", "aliases"]
    case .project: ["code", "name", "stage", "subject"]
    case .roster:
      ["person", "name", "sex", "id_card", "phone", "city", "county", "unit", "project", "cohort", "status", "group"]
    case .measure: ["person", "project", "cohort", "item", "category", "value", "at"] + personKeys
    case .item: ["person", "project", "cohort", "item", "category", "value", "full", "at", "flag"] + personKeys
    case .event: ["person", "project", "cohort", "item", "category", "at"] + personKeys
    case .survey: ["response", "at", "seconds", "city", "county", "unit", "project", "person", "address"]
    case .answer: ["response", "person", "question", "value"]
    case .staff:
      [
        "person", "name", "role", "level", "unit", "project", "chief", "score", "online", "briefs", "id_card", "born",
        "phone", "duty",
      ]
    case .brief: ["item", "unit", "title", "at"]
    case .nomination: ["by", "award", "candidate", "name", "project", "verdict", "reason", "at"]
    case .unitFact: ["unit", "city", "county", "item", "category", "value", "at", "flag"]
    case .credit: ["person", "name", "item", "year", "value"]
    }
  }

  /// What facts may say of a person besides the number.
  private var personKeys: [String] { PersonKey.allCases.map(\.rawValue) }

  /// The columns without which the kind cannot be read.
  var neededColumns: [String] {
    switch self {
    case .unit: ["code", "name", "level"]
    case .project: ["code", "name"]
    case .roster: ["person", "name", "unit"]
    case .measure: ["person", "item", "value"]
    case .item, .event: ["person", "item"]
    case .survey: ["response"]
    case .answer: ["response", "question", "value"]
    case .staff: ["person", "name"]
    case .brief: ["item", "unit"]
    case .nomination: ["by", "award", "candidate"]
    case .unitFact: ["unit"]
    case .credit: ["person", "value"]
    }
  }
}

extension Column {
  init(_ fields: Fields) {
    id = ""
    place = fields.place
    headers = fields.required("from", .oneOrMany(.text))
    let kind = fields.required("type", .choice) as ColumnKind
    required = fields.optional("required", .boolean) ?? false
    map = Dictionary(
      (fields.optional("map", .dictionary(of: .text)) ?? []).map { ($0.key.asCell, $0.value) }, uniquingKeysWith: { $1 }
    )
    let decimals = kind == .decimal ? fields.optional("decimals", .integer(in: 0...6)) ?? 2 : kind == .rate ? 2 : 0
    switch kind {
    case .text: type = .text
    case .name: type = .name
    case .id: type = .identifier
    case .phone: type = .phone
    case .boolean: type = .boolean
    case .date: type = .date
    case .datetime: type = .moment
    case .integer: type = .integer
    case .decimal: type = .decimal(decimals: decimals)
    case .duration: type = .duration(fields.required("unit", .choice))
    case .rate: type = .rate(fields.optional("unit", .choice))
    case .unit: type = .unit
    }
    minimum = fields.optional("min", .scaled(to: decimals, in: -1_000_000_000...1_000_000_000))
    maximum = fields.optional("max", .scaled(to: decimals, in: -1_000_000_000...1_000_000_000))
    maximumFrom = fields.optional("max_from", .identifier).map { Identifier($0) }
    level = kind == .unit ? fields.optional("level", .identifier).map { Identifier($0) } : nil
    clock = kind == .duration ? fields.optional("colon", .choice) : nil
    checksIdentity = kind == .id && fields.optional("check", .word(among: ["gb11643"])) != nil
  }
}

extension Column {
  fileprivate var isRate: Bool {
    if case .rate = type { true } else { false }
  }
}

/// The words that the key `type` of a column takes.
private enum ColumnKind: String, CaseIterable {
  case text, name, id, phone, boolean, date, datetime, integer, decimal, duration, rate, unit
}

/// The keys of `limits`.
private struct Limits {
  let maxRejects: RejectLimit?
  let maxShrink: Int64?

  init(_ fields: Fields) {
    maxRejects = fields.optional("max_rejects", .rejectLimit)
    maxShrink = fields.optional("max_shrink", .millionths)
  }
}

extension CohortRuling {
  fileprivate init(_ fields: Fields) {
    person = fields.required("person", .text)
    project = fields.optional("project", .text)
    cohort = Identifier(fields.required("cohort", .text))
  }
}

extension ControlTotal {
  fileprivate init(_ fields: Fields) {
    place = fields.place
    conditions = (fields.optional("where", .dictionary(of: .oneOrMany(.text))) ?? []).map {
      (Identifier($0.key), $0.value)
    }
    rows = fields.required("rows", .integer(in: 0...1_000_000_000))
  }
}

extension Source {
  /// Reports control totals over columns by which the rows of the source cannot be counted.
  ///
  /// Facts are counted as they stand in the end, rows of one key having become one.
  fileprivate func checkControlTotals(_ faults: FaultCollector) {
    let countable =
      kind == .answer ? [] : kind.isFact ? ["project", "cohort", "item", "category"] : columns.map(\.id.text)
    for total in controlTotals {
      for (column, _) in total.conditions where !countable.contains(column.text) {
        let hint = Spelling.hint(for: column.text, among: countable)
        faults.refuse(
          total.place,
          Wording(
            "rows of '\(kind.rawValue)' cannot be counted by '\(column)'; \(hint.english)",
            "“\(kind.rawValue)”类数据源的行不能按“\(column)”计数；\(hint.chinese)"))
      }
    }
  }
}

extension Form where Value == TransferCredit {
  /// The unit that counts; a division of the credit is refused with the reason.
  fileprivate static var transferCredit: Form {
    let word = Form<String>.word(among: TransferCredit.allCases.map(\.rawValue) + ["by_period"])
    return Form(word.noun, standIn: .current, admits: word.admits) { node, faults in
      guard let text = word.read(node, faults) else { return nil }
      guard text == "by_period" else { return TransferCredit(rawValue: text) }
      faults.refuse(
        node.place,
        Wording(
          "'by_period' cannot be had: exports say what a learner has come to, not when each part of it was earned, so that it cannot be shared out between two units, and a learner must be in one denominator; say 'current' or 'original'",
          "无法按时段分记（by_period）：导出文件只有累计结果，没有逐段记录，不能分给两个单位，且每名学员只能计入一个分母；请写 'current'（现单位）或 'original'（原单位）"))
      return nil
    }
  }
}

extension Form where Value == RejectLimit {
  /// A share such as `'1%'`, or a number of rows such as `20`.
  fileprivate static var rejectLimit: Form {
    .either(Form<Int64>.millionths.map { .share($0) }, Form<Int64>.integer(in: 0...1_000_000_000).map { .count($0) })
  }
}

extension Form where Value == Int64 {
  /// A share such as `'5%'`, in millionths of the whole.
  static var millionths: Form {
    let noun = Noun("a percentage such as '5%'", many: "percentages such as '5%'", "百分数，如 '5%'")
    return Form<ExactDecimal>.share.narrowed(to: noun, standIn: 0) { $0.scaled(to: 6) }
  }

  /// A percentage for a key that says so in its name, in millionths of the whole: 4 is 40,000.
  static var percentInMillionths: Form {
    let noun = Noun("a percentage with at most 4 decimals", many: "percentages", "至多 4 位小数的百分数")
    return Form<ExactDecimal>.percent.narrowed(to: noun, standIn: 0) { $0.scaled(to: 4) }
  }
}

extension Form where Value == [Identifier<Column>: MergeRule] {
  /// One rule for every column, or a rule for each.
  fileprivate static var mergeRules: Form {
    .either(
      Form<MergeRule>.choice.map { rule in ["value": rule, "at": rule] },
      Form<[Entry<MergeRule>]>.dictionary(of: .choice).map { entries in
        Dictionary(entries.map { (Identifier($0.key), $0.value) }, uniquingKeysWith: { $1 })
      })
  }
}
