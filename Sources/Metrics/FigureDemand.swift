import Programme
import Scoring

/// What a metric has to come to in every unit, compared as it is printed: 99.99 % is not all.
package struct FigureDemand: Sendable {
  private let measure: Measure
  let tests: [FigureTest]

  /// nil, and a fault where it stands, when a bound cannot be read or no figure could meet all of them.
  init?(_ bounds: [FigureBound], _ measure: Measure, at place: Place, _ faults: FaultCollector) {
    let tests = bounds.compactMap { FigureTest($0, measure, faults) }
    guard tests.count == bounds.count else { return nil }
    let least = tests.compactMap(\.least).max() ?? .min
    let most = tests.compactMap(\.most).min() ?? .max
    guard least <= most else {
      faults.refuse(
        place,
        Wording(
          "no figure of '\(measure.metric.id)' could meet all of these bounds; correct one of them",
          "指标 '\(measure.metric.id)' 不可能同时符合这些界限；请改正其中之一"))
      return nil
    }
    self.measure = measure
    self.tests = tests
  }

  /// `名额使用率不低于100%`.
  var wording: Wording { tests.map(\.wording).listed(" and ", "，且") }

  /// What a unit has instead; nil for one that meets it, and for one that has nothing to judge, 0/0.
  func failure(_ figure: Figure) -> Wording? {
    let printed = measure.printed(figure)
    if printed.units == nil, figure.numerator == 0 { return nil }
    guard let stated = tests.first(where: { !$0.holds(printed) })?.stated(printed) else { return nil }
    guard let denominator = measure.denominator, (measure.numerator.scale, denominator.scale) == (1, 1),
      measure.metric.format == .percent
    else { return stated }
    let counts = "\(figure.numerator)÷\(figure.denominator)"
    guard printed.units != nil else {
      let title = measure.metric.title
      return Wording("\(title) \(counts) cannot be computed", "\(title)\(counts)无法计算")
    }
    return Wording("\(stated.english) = \(counts)", "\(stated.chinese)＝\(counts)")
  }
}
