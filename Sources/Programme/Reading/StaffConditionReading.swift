extension CountBounds {
  /// Reads the keys `at_least` and `at_most`, of which there must be one; `noun` is what they bound.
  init(_ fields: Fields, _ form: Form<Int64>, _ noun: Wording) {
    atMost = fields.optional("at_most", form)
    atLeast = fields.optional("at_least", form)
    if !fields.has("at_most"), !fields.has("at_least") {
      fields.faults.refuse(
        fields.place,
        Wording(
          "\(noun.english) without a bound; expected 'at_least' or 'at_most'",
          "\(noun.chinese)没有界限；应写 'at_least' 或 'at_most'"))
    }
    if let atLeast, let atMost, atMost < atLeast {
      fields.refuse("at_most", Wording("is below at_least, so that no number would do", "小于 at_least，没有数值能够符合"))
    }
  }
}

extension CheckCondition {
  /// Reads `{ role: 'administrator', level: 'county', at_least: 1, at_most: 2 }`.
  static func staffCount(_ fields: Fields) -> CheckCondition {
    let selection = UnitSelection(fields)
    let role = fields.required("role", .identifier)
    let bounds = CountBounds(fields, .integer(in: 0...1_000_000), Wording("a number of staff", "人数"))
    return .staff(selection, role: role, atLeast: bounds.atLeast ?? 0, atMost: bounds.atMost)
  }

  /// Reads `{ role: 'tutor', chief: true, age: { at_most: 45, on: '2023-08-01' } }` or `{ role: 'expert', duty: { at_least: 1 } }`.
  static func staffCondition(_ fields: Fields) -> CheckCondition {
    let condition = StaffCondition(
      role: fields.required("role", .identifier), chief: fields.optional("chief", .boolean),
      age: fields.optional("age", .object(AgeBounds.init)), duty: fields.optional("duty", .object(CountBounds.days)))
    if !fields.has("age"), !fields.has("duty") {
      fields.faults.refuse(
        fields.place,
        Wording("nothing is demanded of the staff; expected 'age' or 'duty'", "没有写明对人员的要求；应写 'age' 或 'duty'"))
    }
    return .people(condition)
  }
}

extension AgeBounds {
  fileprivate init(_ fields: Fields) {
    years = CountBounds(fields, .integer(in: 0...150), Wording("an age", "年龄"))
    on = fields.required("on", .date)
  }
}

extension CountBounds {
  fileprivate static func days(_ fields: Fields) -> CountBounds {
    CountBounds(fields, .integer(in: 0...10_000), Wording("a number of days on duty", "值班天数"))
  }
}

extension JudgedClause {
  init(_ fields: Fields) {
    id = fields.required("id", .identifier)
    title = fields.required("title", .text)
    cite = fields.required("cite", .text)
    by = fields.required("by", .text)
    reason = fields.required("reason", .text)
  }
}
