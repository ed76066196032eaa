package import Metrics
package import Programme
import Scoring

/// One figure that the bulletin shows for every unit: a metric of the pipeline file and how its figures print.
package struct Indicator: Sendable {
  package let measure: Measure
  /// What its two counts are counts of: 人, 学时, 分, 项.
  package let unit: String
  private let numeratorScale: Int64
  private let denominatorScale: Int64

  package var title: String { measure.metric.title }
  package var isShare: Bool { measure.metric.format == .percent }
  /// 百分点 for shares, the unit of the figure itself otherwise.
  package var changeUnit: String { isShare ? "百分点" : unit }
  /// What the line above a table names as the unit of its figures; nil for counts, whose headings have it, and for plain numbers.
  var unitOfFigures: String? {
    switch measure.metric.format {
    case .percent: "%"
    case .hours, .points: unit
    case .number, .count: nil
    }
  }
  /// What the numerator counts, where it counts learners: 参训.
  package var learners: String? {
    guard isShare, case .learners = measure.metric.numerator.source else { return nil }
    return measure.metric.countTitle
  }

  /// The numerator as it is printed: a count of people, hours or marks.
  package func numerator(_ figure: Figure) -> Printed {
    Printed(Fraction(Int128(figure.numerator), over: Int128(numeratorScale)), decimals: numeratorScale == 1 ? 0 : 2)
  }

  /// The denominator as it is printed; a plain count has none.
  package func denominator(_ figure: Figure) -> Printed {
    if measure.metric.isCount { return .missing }
    return Printed(
      Fraction(Int128(figure.denominator), over: Int128(denominatorScale)), decimals: denominatorScale == 1 ? 0 : 2)
  }

  init(_ measure: Measure, in programme: Programme) {
    self.measure = measure
    numeratorScale = Self.scale(of: measure.metric.numerator.source, measure.metric.format, in: programme)
    denominatorScale = Self.scale(of: measure.metric.denominator.source, measure.metric.format, in: programme)
    unit = Self.unit(of: measure.metric, in: programme)
  }

  private static func scale(of source: QuantitySource, _ format: MetricFormat, in programme: Programme) -> Int64 {
    switch source {
    case .enrolled, .learners, .units, .responses, .one: return 1
    case .sumPoints: return Int64(powerOfTen(programme.scoring.decimals))
    case .sum(let id):
      guard let tally = programme.tallies.first(where: { $0.id == id }) else { return 1 }
      if tally.unit == .seconds, format == .hours { return Int64(programme.minutesPerHour) * 60 }
      return Int64(powerOfTen(tally.unit.decimals))
    }
  }

  private static func unit(of metric: Metric, in programme: Programme) -> String {
    switch metric.numerator.source {
    case .enrolled, .learners: return "人"
    case .units, .one: return "个"
    case .responses: return "份"
    case .sumPoints: return "分"
    case .sum(let id):
      return switch programme.tallies.first(where: { $0.id == id })?.unit {
      case .seconds: metric.format == .hours ? "学时" : "秒"
      case .marks: "分"
      case .items where metric.isCount: programme.tallies.first { $0.id == id }?.counter ?? "项"
      case .items, .moment, nil: "项"
      }
    }
  }
}

/// The figures of a bulletin in the order of the pipeline file, and which of them lead.
package struct Indicators: Sendable {
  package let all: [Indicator]
  /// The place of the one that units are ranked by.
  package let ranked: Int
  /// The places of those that count learners, the ranked one apart; the first is who takes part at all (参训).
  package let counted: [Int]
  /// The place of the study hours, if there are any.
  package let hours: Int?

  /// Reads what the programme's bulletin names; it must have a bulletin.
  package init(_ programme: Programme) throws(ReportsError) {
    guard let bulletin = programme.reports.bulletin else { throw .missingFigure("reports.bulletin") }
    let faults = FaultCollector()
    let measures = MetricFolder(programme, Scorer(programme, faults: faults), faults: faults).measures
    all = bulletin.metrics.compactMap { id in
      measures.first { $0.metric.id == id }.map { Indicator($0, in: programme) }
    }
    guard let ranked = all.firstIndex(where: { $0.measure.metric.id == bulletin.rankBy }) else {
      throw .missingFigure(bulletin.rankBy.text)
    }
    self.ranked = ranked
    counted = all.indices.filter { [all] in $0 != ranked && all[$0].learners != nil }
    hours = all.firstIndex { $0.measure.metric.format == .hours }
  }

  /// The one that units are ranked by.
  package var headline: Indicator { all[ranked] }

  /// The places of the figures that stand in the ranking tables and the trend: two that count learners, then the ranked one.
  package var leading: [Int] { counted.prefix(2) + [ranked] }
}
