extension UnitSelection {
  /// Reads the keys `level` and `among`.
  init(_ fields: Fields) {
    level = Identifier(fields.required("level", .identifier))
    among = fields.optional("among", .choice) ?? .participating
  }
}

extension Form where Value == [UnitCondition] {
  /// Conditions by unit tally: `{ training_time: { at_least: '4学时' }, trained_at: { at_most: { start_of: 'A', minus_days: 10 } } }`.
  static var unitConditions: Form {
    Form<[Entry<UnitBounds>]>.dictionary(of: .object(UnitBounds.init)).map { entries in
      entries.flatMap { entry in
        entry.value.bounds.map { comparison, node in
          UnitCondition(tally: Identifier(entry.key), place: entry.place, comparison: comparison, bound: node)
        }
      }
    }
  }
}

/// The bounds that one tally or figure is held to.
private struct UnitBounds {
  let bounds: [(UnitCondition.Comparison, Node)]

  init(_ fields: Fields) {
    bounds = UnitCondition.Comparison.allCases.compactMap { comparison in
      fields.optional(comparison.rawValue, .node).map { (comparison, $0) }
    }
    guard bounds.isEmpty else { return }
    let words = UnitCondition.Comparison.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    fields.faults.refuse(
      fields.place,
      Wording("a condition without a bound; expected one of \(words)", "条件没有界限；应写 \(words) 之一"))
  }
}

extension CheckCondition {
  /// Reads `{ level: 'county', where: { training: { at_least: '4学时' } } }`, with `pooled: true` for sums over all units below.
  static func unitCondition(_ fields: Fields) -> CheckCondition {
    .units(
      UnitSelection(fields), fields.required("where", .unitConditions),
      pooled: fields.optional("pooled", .boolean) ?? false)
  }

  /// Reads `{ of: 'study_hours', level: 'province', above: 146 }`.
  static func figure(_ fields: Fields) -> CheckCondition {
    .figure(
      UnitSelection(fields), of: Identifier(fields.required("of", .identifier)),
      UnitBounds(fields).bounds.map { FigureBound(comparison: $0, bound: $1) })
  }
}

extension Form where Value == WrittenMoment {
  /// What a tally of times is held to: a date, a date and time, or so many calendar days before a cohort begins or ends:
  /// `{ start_of: '2023-08A', minus_days: 10 }`.
  package static func moment(of cohorts: [Cohort]) -> Form {
    let relative = Form<CalendarDate>.object { fields in
      let days = fields.optional("minus_days", .integer(in: 0...3_660)) ?? 0
      let isEnd = fields.has("end_of")
      let name = fields.required(isEnd ? "end_of" : "start_of", .word(among: cohorts.map(\.id.text)))
      guard let cohort = cohorts.first(where: { $0.id.text == name }) else { return .standIn }
      return CalendarDate(dayNumber: (isEnd ? cohort.to : cohort.from).dayNumber - days)
    }
    return .either(.moment, relative.map { WrittenMoment($0) })
  }
}
