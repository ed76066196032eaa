import Programme

/// Warns of a band that only names a mark, where the mark just below its edge prints the same points as the edge.
///
/// 89.99 and 90 of 100 marks are both 9.00 of 10 points, but one is 良好 and the other 优秀: the paper would show equals in different
/// bands. Times are left out, since platforms count them in minutes and the second below an edge is nobody's. Parts of a scaled
/// component are too: they print the mark as it was given.
///
/// What the rounding of components to 0.01 does to a total is no lint: the rule book says that the printed parts are added up, and
/// every comparison is made on that sum.
func lintScale(_ component: ScoredComponent, _ scope: LintScope, _ faults: FaultCollector) {
  guard let named = component.rule.namedMark, named.of.unit == .marks else { return }
  let highest = min(scope.reaches[named.of.index].highest ?? named.fullMarks, named.fullMarks)
  let maximum = component.maximum
  func points(_ mark: Int64) -> Int64 {
    Outcome(mark, times: maximum.units, over: named.fullMarks, ceiling: maximum.units).points
  }
  for band in named.bands.list where band.from > 0 && band.from <= highest {
    let printed = points(band.from)
    guard points(band.from - 1) == printed else { continue }
    let (edge, below) = (named.of.wording(band.from), named.of.wording(band.from - 1))
    let (same, full) = (Points(printed, decimals: maximum.decimals).text, named.of.wording(named.fullMarks))
    faults.warn(
      band.place,
      Wording(
        "\(below.english) are below band '\(band.title)' but are printed as \(same) points, like its edge of \(edge.english); "
          + "make this a part of \(full.english) in a 'scaled' component, which prints the mark as it was given",
        "\(below.chinese)不属于“\(band.title)”，却与其下限\(edge.chinese)同样印作\(same)分；请改为 scaled 中满分\(full.chinese)的一部分，照原分打印"))
  }
}

/// A mark that bands name and a component scales.
private struct NamedMark {
  let of: Operand
  let bands: Bands
  /// In hundredths.
  let fullMarks: Int64
}

extension RuleKind {
  /// The mark whose bands have no points of their own; nil where no band names one.
  fileprivate var namedMark: NamedMark? {
    if let band = self as? Band, let fullMarks = band.fullMarks {
      return NamedMark(of: band.of, bands: band.bands, fullMarks: fullMarks)
    }
    return (self as? Deadline).map { NamedMark(of: $0.of, bands: $0.bands, fullMarks: $0.fullMarks) }
  }
}
