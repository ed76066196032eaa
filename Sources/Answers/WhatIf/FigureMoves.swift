import Metrics
import Programme
import Stages
import Store

/// The printed figures of units that are others under other rules, metric by metric.
struct FigureMoves {
  /// A metric with the units whose figure is another one.
  struct Moved {
    let metric: Metric
    let units: [(unit: Unit, before: Printed, after: Printed)]
  }

  let moved: [Moved]

  init(_ before: Reckoning, _ after: Reckoning) {
    let (old, new) = (before.learners.units, after.learners.units)
    moved = after.folder.measures.enumerated().compactMap { position, measure in
      guard let earlier = before.folder.measures.firstIndex(where: { $0.metric.id == measure.metric.id }) else {
        return nil
      }
      let units = new.all.indices.compactMap { index -> (unit: Unit, before: Printed, after: Printed)? in
        let unit = new.all[index]
        guard let known = old.index(of: unit.id) else { return nil }
        let was = before.folder.measures[earlier].printed(before.measures.figures(unit: known, project: 0)[earlier])
        let becomes = measure.printed(after.measures.figures(unit: index, project: 0)[position])
        return was == becomes ? nil : (unit: unit, before: was, after: becomes)
      }
      return units.isEmpty ? nil : Moved(metric: measure.metric, units: units)
    }
  }

  /// Nothing where no figure is another one.
  func answer(limit: Int) -> [Answer] {
    guard !moved.isEmpty else { return [] }
    let count = moved.reduce(0) { $0 + $1.units.count }
    let parts = moved.map { moved in
      Answer(
        "metric",
        Wording("\(moved.metric.title): \(moved.units.count) units", "\(moved.metric.title)：\(moved.units.count)个单位")
          + rest(moved.units.count, limit),
        ["metric": .text(moved.metric.id.text), "count": .number(Int64(moved.units.count))],
        parts: moved.units.prefix(limit).map { line($0.unit, $0.before, $0.after) })
    }
    return [
      Answer(
        "figures",
        Wording("figures of units: \(count) are printed otherwise", "单位指标：\(count)个数值变化"),
        ["count": .number(Int64(count))], parts: parts)
    ]
  }

  private func line(_ unit: Unit, _ before: Printed, _ after: Printed) -> Answer {
    let moved = PrintedChange(from: before, to: after)?.wording
    let how = moved.map { Wording(", \($0.english)", "，\($0.chinese)") } ?? Wording("")
    return Answer(
      "figure",
      Wording("\(unit.name): \(before.text) → \(after.text)", "\(unit.name)：\(before.text)→\(after.text)") + how,
      [
        "code": .text(unit.code), "name": .text(unit.name), "before": .text(before.text), "after": .text(after.text),
      ])
  }
}
