/// The hours that a person is to be credited with over several years (十四五期间360学时), whatever terms they come from.
///
/// Hours of one year beyond its share count for the others: only the sum over the cycle is held to the target (seed 2).
package struct Ledger: Sendable {
  package var place: Place
  package var title: String
  /// Hundredths of an hour.
  package var target: Int64
  /// The first year of the cycle.
  package var from: Int
  package var years: Int
  /// The source of hours credited elsewhere or before.
  package var prior: Identifier<Source>?
  package var cite: String?

  /// The last year of the cycle.
  package var through: Int { from + years - 1 }
}

extension Ledger {
  init(_ fields: Fields) {
    place = fields.place
    title = fields.required("title", .text)
    target = fields.required("target", .hours)
    from = fields.required("from", .integer(in: 1990...2199))
    years = fields.required("years", .integer(in: 1...20))
    prior = fields.optional("prior", .identifier).map { Identifier($0) }
    cite = fields.optional("cite", .text)
  }
}

extension Form where Value == Int64 {
  /// Credited hours above zero in hundredths: `360`, `'360'` or `'360学时'`.
  fileprivate static var hours: Form {
    let noun = Noun("hours such as 360 or '360学时'", many: "hours such as '360学时'", "学时数，如 360 或 '360学时'")
    let written = Form<String>.anyText.narrowed(to: noun, standIn: ExactDecimal(1)) { text in
      ExactDecimal(digits: text.hasSuffix("学时") ? text.dropLast(2) : text[...])
    }
    return Form<ExactDecimal>.either(.decimal, written).narrowed(to: noun, standIn: 1) { hours in
      hours.scaled(to: 2).flatMap { (1...100_000_000).contains($0) ? $0 : nil }
    }
  }
}
