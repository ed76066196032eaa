/// What the tallies of a file are read against: the sources that they fold, the cohorts, and the length of a credit hour.
package struct TallyScope: Sendable {
  package let sources: [Source]
  package let cohorts: [Cohort]
  /// Seconds of one credit hour (学时).
  package let creditHour: Int64

  /// How the value column of a source is stored; nil where there is no such source or column.
  func valueType(of source: Identifier<Source>) -> ColumnType? {
    sources.first { $0.id == source }?.column("value")?.type
  }

  /// Whether the facts of a source are about units.
  func isOfUnits(_ source: Identifier<Source>) -> Bool { sources.first { $0.id == source }?.kind == .unitFact }
}

extension Tally {
  init(_ fields: Fields, _ scope: TallyScope) {
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
    let value = Form.stored(as: scope.valueType(of: source), creditHour: scope.creditHour)
    target = operation == .reached ? fields.requiredUnlessFaulty("target", value) : nil
    let isOfUnits = scope.isOfUnits(source)
    filter = fields.optional("where", .object { TallyFilter($0, value, scope, isOfUnits: isOfUnits) }) ?? TallyFilter()
    counter = fields.optional("counter", .text)
    checkUnit(fields)
  }

  /// A moment is a time and never a sum of times; only items have a measure word.
  private func checkUnit(_ fields: Fields) {
    if operation == .reached, unit != .moment {
      fields.refuse(
        "unit", Wording("'reached' gives a moment; expected the unit 'moment'", "reached 的结果是时刻；unit 应为 'moment'"))
    }
    if operation == .reached, let column, column != .value {
      fields.refuse(
        "reached",
        Wording(
          "'reached' adds up values; expected '\(source).value'", "reached 累计的是数值；应为 '\(source).value'"))
    }
    if operation == .reached, let target, target <= 0 {
      fields.refuse("target", Wording("the target is reached from the start; expected more than zero", "目标须大于零"))
    }
    if counter != nil, unit != .items {
      fields.refuse(
        "counter",
        Wording(
          "a measure word goes with items; expected the unit 'items', or no 'counter'",
          "量词只用于 items；unit 应为 'items'，或删去 counter"))
    }
  }
}

extension TallyFilter {
  fileprivate init(_ fields: Fields, _ value: Form<Int64>, _ scope: TallyScope, isOfUnits: Bool) {
    let at = fields.optional("at", .object { MomentRange($0, scope.cohorts, isOfUnits: isOfUnits) })
    let amount = fields.optional("value", .object { AmountRange($0, value) })
    self.init(
      categories: (fields.optional("category", .oneOrMany(.text)) ?? []).map(\.asCell),
      items: (fields.optional("item", .oneOrMany(.text)) ?? []).map(\.asCell),
      submitted: fields.optional("submitted", .boolean), missing: fields.optional("missing", .boolean),
      flag: fields.optional("flag", .boolean), from: at?.from, until: at?.until, atLeast: amount?.atLeast,
      below: amount?.below)
    windows = at?.windows ?? []
    timePlace = at?.place
  }
}

/// The keys of `value`.
private struct AmountRange {
  let atLeast: Int64?
  let below: Int64?

  init(_ fields: Fields, _ value: Form<Int64>) {
    atLeast = fields.optional("at_least", value)
    below = fields.optional("below", value)
    if let atLeast, let below, below <= atLeast {
      fields.refuse("below", Wording("no value is in this range", "没有数值落在此范围内"))
    }
    if !fields.has("at_least"), !fields.has("below") {
      fields.faults.refuse(
        fields.place, Wording("expected 'at_least', 'below' or both", "应写 'at_least'、'below' 之一或两者"))
    }
  }
}

extension Form where Value == Int64 {
  /// A number as a value column of that type stores it: decimals are scaled, a duration is in seconds.
  fileprivate static func stored(as type: ColumnType?, creditHour: Int64) -> Form {
    let whole = Form.integer(in: -1_000_000_000_000...1_000_000_000_000)
    return switch type {
    case .decimal(let decimals): .scaled(to: decimals, in: -1_000_000_000...1_000_000_000)
    case .duration: .either(whole, .duration(creditHour: creditHour))
    default: whole
    }
  }
}
