/// A figure of a unit, always a fraction whose two counts are kept.
package struct Metric: Sendable {
  package var id: Identifier<Metric>
  package var place: Place
  package var title: String
  /// What the numerator counts, where the papers show the count beside the rate.
  package var countTitle: String?
  package var format: MetricFormat
  package var numerator: Quantity
  package var denominator: Quantity
  /// The footnote (口径) that goes with it.
  package var definition: String
  package var cite: String?
}

package enum MetricFormat: String, Sendable, CaseIterable {
  /// A share, printed with two decimals and a percent sign.
  case percent
  /// Seconds turned into 学时 of the programme's minutes, two decimals.
  case hours
  /// Marks, two decimals.
  case points
  /// A plain number, two decimals.
  case number
  /// What the numerator counts, divided by nothing and printed whole.
  case count
}

extension Metric {
  /// Whether the figure is a count that nothing divides.
  package var isCount: Bool { format == .count }
}

/// What is counted or summed over the learners of a unit.
package struct Quantity: Sendable {
  package var source: QuantitySource
  /// What the result is multiplied by.
  package var times: Int64
}

package enum QuantitySource: Sendable {
  /// Learners, the withdrawn left out.
  case enrolled
  /// Those of them who meet every condition.
  case learners([LearnerCondition])
  case sum(Identifier<Tally>)
  /// Printed points of components, or of the total (`total`), added up.
  case sumPoints([Identifier<Component>])
  /// Units of a level that meet every condition, themselves and not their learners.
  case units(UnitSelection, [UnitCondition])
  /// One, whatever the unit: the denominator of a plain count.
  case one
  /// Filled-in questionnaires of a survey, by the unit that they name.
  case responses(Identifier<Source>)
}

extension Programme {
  /// The metric by which learners take part at all (参训率): the bulletin's first that counts learners among all enrolled, besides the
  /// one that units are ranked by.
  package var participation: Metric? {
    guard let bulletin = reports.bulletin else { return nil }
    let shown = bulletin.metrics.compactMap { id in metrics.first { $0.id == id } }
    let first = shown.first { metric in
      guard metric.format == .percent, metric.id != bulletin.rankBy else { return false }
      return switch metric.numerator.source {
      case .learners: true
      default: false
      }
    }
    guard case .enrolled = first?.denominator.source else { return nil }
    return first
  }
}
