import Programme
import Scoring

/// A bound on the figure of a metric, compared with what is printed: a mean of 146.004 hours is not above 146.
struct FigureTest: Sendable {
  private let title: String
  /// What a figure is counted in, behind it.
  private let unit: Wording
  private let comparison: UnitCondition.Comparison
  /// In units of the last decimal that is printed, of a per cent for shares.
  let bound: Int64
  /// The demand as a phrase: `人均学时高于146学时`.
  let wording: Wording

  /// nil, and a fault where it stands, for a bound that does not fit the format of the metric.
  init?(_ bound: FigureBound, _ measure: Measure, _ faults: FaultCollector) {
    let format = measure.metric.format
    let decimals = format == .count ? 0 : 2
    guard let read = Self.form(format).read(bound.bound, faults) else { return nil }
    (title, comparison, self.bound) = (measure.metric.title, bound.comparison, read)
    unit =
      switch format {
      case .hours: Wording(" credit hours", "学时")
      case .points: Wording(" marks", "分")
      case .percent: Wording("%", "%")
      case .number, .count: Wording("", "")
      }
    let written = "\(ExactDecimal(read, exponent: -decimals))"
    wording = bound.comparison.wording(title, written, unit)
  }

  /// Whether a figure meets it; something over nothing, as learners on no seats, is above every bound.
  func holds(_ printed: Printed) -> Bool {
    let units = printed.units ?? .max
    return switch comparison {
    case .above: units > bound
    case .atLeast: units >= bound
    case .atMost: units <= bound
    case .below: units < bound
    }
  }

  /// What a unit has, as a phrase: `人均学时145.75学时`.
  func stated(_ printed: Printed) -> Wording {
    let unit = printed.units == nil ? Wording("", "") : unit
    return Wording("\(title) \(printed.number)\(unit.english)", "\(title)\(printed.number)\(unit.chinese)")
  }

  /// The least figure that meets it; nil where it sets none.
  var least: Int64? {
    switch comparison {
    case .above: bound + 1
    case .atLeast: bound
    case .atMost, .below: nil
    }
  }

  /// The greatest figure that meets it; nil where it sets none.
  var most: Int64? {
    switch comparison {
    case .below: bound - 1
    case .atMost: bound
    case .above, .atLeast: nil
    }
  }

  /// Whether every figure meets it, or none, since figures are counts and never below zero.
  var isIdle: Bool { (comparison == .atLeast && bound == 0) || (comparison == .below && bound == 0) }

  /// A bound as it is written for figures of a format: `'95%'`, hours or marks with up to two decimals, a whole number.
  private static func form(_ format: MetricFormat) -> Form<Int64> {
    switch format {
    case .percent:
      let noun = Noun(
        "a percentage with at most two decimals such as '95%'", many: "percentages with at most two decimals",
        "至多两位小数的百分数，如 '95%'")
      return Form<ExactDecimal>.share.narrowed(to: noun, standIn: 0) { $0.scaled(to: 4) }
    case .hours, .points, .number: return .scaled(to: 2, in: 0...1_000_000_000)
    case .count: return .integer(in: 0...1_000_000_000_000)
    }
  }
}

extension UnitCondition.Comparison {
  fileprivate func wording(_ title: String, _ bound: String, _ unit: Wording) -> Wording {
    let words: Wording =
      switch self {
      case .above: Wording("above", "高于")
      case .atLeast: Wording("at least", "不低于")
      case .atMost: Wording("at most", "不高于")
      case .below: Wording("below", "低于")
      }
    return Wording(
      "\(title) \(words.english) \(bound)\(unit.english)", "\(title)\(words.chinese)\(bound)\(unit.chinese)")
  }
}
