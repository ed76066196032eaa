import Programme

/// What a metric has to come to in every unit, compared as it is printed: 99.99 % is not all.
package struct FigureDemand: Sendable {
  /// The metric, and its place among the measures.
  let measure: Measure
  let place: Int
  /// In millionths of the whole.
  let bounds: CountBounds

  /// nil for a metric that is none or has faults of its own; a fault for one that is no share.
  init?(
    _ metric: Identifier<Metric>, _ bounds: CountBounds, _ measures: [Measure], at mention: Place,
    _ faults: FaultCollector
  ) {
    guard let place = measures.firstIndex(where: { $0.metric.id == metric }) else { return nil }
    guard measures[place].metric.format == .percent else {
      faults.refuse(
        mention,
        Wording(
          "'\(metric)' is no share; name a metric of format 'percent'", "'\(metric)' 不是比率；请写 format 为 'percent' 的指标"))
      return nil
    }
    measure = measures[place]
    self.place = place
    self.bounds = bounds
  }

  /// `名额使用率不低于100%`.
  var wording: Wording {
    let title = measure.metric.title
    return bounds.wording(
      least: { Wording("\(title) of at least \($0.share)", "\(title)不低于\($0.share)") },
      most: { Wording("\(title) of at most \($0.share)", "\(title)不高于\($0.share)") })
  }

  /// What a unit has instead; nil for one that meets it, and for one without such a figure.
  func failure(_ figure: Figure) -> Wording? {
    let printed = measure.printed(figure)
    // Hundredths of a per cent are a hundred millionths each.
    guard let units = printed.units, !bounds.hold(units * 100) else { return nil }
    let scales = (measure.numerator.scale, measure.denominator.scale)
    let counts = scales == (1, 1) ? "\(figure.numerator)÷\(figure.denominator)" : ""
    return Wording(
      "\(measure.metric.title) \(printed.text)" + (counts.isEmpty ? "" : " = \(counts)"),
      "\(measure.metric.title)\(printed.text)" + (counts.isEmpty ? "" : "（\(counts)）"))
  }
}

extension Int64 {
  /// Millionths as a percentage without idle zeros: `100%`.
  fileprivate var share: String {
    let text = "\(ExactDecimal(self, exponent: -4))"
    return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text) + "%"
  }
}
