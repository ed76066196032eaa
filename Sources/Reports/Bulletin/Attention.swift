import Metrics
import Scoring

/// Something that the bulletin points out: a fact found by a rule, with the condition that raised it.
package struct Concern: Sendable {
  package let unit: String
  package let fact: String
  package let condition: String

  package init(unit: String, fact: String, condition: String) {
    self.unit = unit
    self.fact = fact
    self.condition = condition
  }
}

/// The rules of 需要关注, in the order in which they are printed; within a rule the largest gap comes first.
extension BulletinFigures {
  /// How far below the whole a unit of the first level is named, in hundredths of the figure's unit.
  static let farBelow: Int64 = 1000
  /// The same for the levels below it, which are counted together.
  static let veryFarBelow: Int64 = 2000

  /// Everything the rules found on this night.
  package var concerns: [Concern] {
    levels.flatMap { withoutLearners($0) } + (levels.first.map(farBelow) ?? [])
      + levels.dropFirst().compactMap(veryFarBelow)
      + (levels.last { !$0.isLast }.map(withoutProgress) ?? []) + [awaitingMarks, vanished].compactMap(\.self)
      + failedChecks + staffFailures.concerns(of: wholeTitle)
  }

  /// Units whose learners have all stayed away, unless the unit above is named for it already; those of the last level are
  /// counted together.
  private func withoutLearners(_ level: Level) -> [Concern] {
    guard let index = indicators.counted.first, let word = indicators.all[index].learners else { return [] }
    let isEmpty = { (unit: Standing) in unit.enrolled > 0 && unit.measured[index].figure.numerator == 0 }
    let empty = level.units.filter { isEmpty($0) && !ancestors(of: $0).contains(where: isEmpty) }
    let condition = "\(word)人数为0"
    guard level.isLast else {
      return empty.map {
        Concern(unit: fullName(of: $0), fact: "报名\(grouped($0.enrolled))人，尚无学员\(word)。", condition: condition)
      }
    }
    guard !empty.isEmpty else { return [] }
    let people = grouped(empty.reduce(0) { $0 + $1.enrolled })
    let fact = "有\(empty.count)\(level.measureWord)\(level.title)尚无学员\(word)，涉及报名学员\(people)人。"
    return [Concern(unit: names(empty), fact: fact, condition: condition)]
  }

  private func farBelow(_ level: Level) -> [Concern] {
    level.units.byRank.reversed().compactMap { unit in
      guard let gap = gap(of: unit), gap >= Self.farBelow else { return nil }
      return Concern(
        unit: unit.name,
        fact: "\(indicators.headline.title)\(printed(unit).text)，低于\(wholeTitle)\(points(gap))\(openLearners(unit))。",
        condition: "低于\(wholeTitle)\(wholePoints(Self.farBelow))以上")
    }
  }

  private func veryFarBelow(_ level: Level) -> Concern? {
    guard !level.isLast else { return nil }
    let units = level.units.byRank.reversed().filter { (gap(of: $0) ?? 0) >= Self.veryFarBelow }
    guard !units.isEmpty else { return nil }
    let condition = "低于\(wholeTitle)\(wholePoints(Self.veryFarBelow))以上"
    if units.count == 1, let unit = units.first, let gap = gap(of: unit) {
      // Of one unit the figure itself is told.
      return Concern(
        unit: names(units), fact: "\(indicators.headline.title)\(printed(unit).text)，低于\(wholeTitle)\(points(gap))。",
        condition: condition)
    }
    return Concern(
      unit: names(units),
      fact: "有\(units.count)\(level.measureWord)\(level.title)\(indicators.headline.title)\(condition)。",
      condition: condition)
  }

  private func withoutProgress(_ level: Level) -> [Concern] {
    guard let word = indicators.headline.learners else { return [] }
    let growth = { (unit: Standing) in unit.measured[self.indicators.ranked].growth }
    let open = level.units.filter { unit in
      let figure = unit.measured[indicators.ranked].figure
      return unit.enrolled > 0 && figure.numerator < figure.denominator
    }
    let still = open.filter { growth($0) == 0 }
    let fewer = level.units.filter { (growth($0) ?? 0) < 0 }
    let counted = { (units: [Standing]) in
      (units.count == 1 ? "" : "有\(units.count)\(level.measureWord)\(level.title)") + "\(word)人数较上期"
    }
    var concerns: [Concern] = []
    if !still.isEmpty {
      concerns.append(
        Concern(unit: names(still), fact: "\(counted(still))无增加。", condition: "\(word)人数增量为0，且未全部\(word)"))
    }
    if !fewer.isEmpty {
      concerns.append(Concern(unit: names(fewer), fact: "\(counted(fewer))减少。", condition: "\(word)人数增量小于0"))
    }
    return concerns
  }

  private var awaitingMarks: Concern? {
    guard let ungraded, let first = ungraded.projects.first else { return nil }
    let days = UngradedWork.patienceInDays
    return Concern(
      unit: wholeTitle,
      fact:
        "待批阅作业\(grouped(ungraded.items))份，其中提交满\(days)天的\(grouped(ungraded.overdue))份；涉及\(ungraded.projects.count)个项目，最多的是\(first.name)（\(grouped(first.items))份）。",
      condition: "有已提交未批阅的作业")
  }

  private var vanished: Concern? {
    guard whole.vanished > 0 else { return nil }
    let units = (levels.first?.units ?? []).filter { $0.vanished > 0 }
    return Concern(
      unit: names(units), fact: "\(grouped(whole.vanished))名学员不在本期名册中，也无退出记录，仍计入分母，请核实去向。", condition: "名册中消失")
  }

  /// Checks on units that some do not meet, in the order of the pipeline file.
  private var failedChecks: [Concern] {
    var checks: [(first: UnitFailure, units: [UnitFailure])] = []
    for failure in failures {
      if checks.last?.first.check == failure.check {
        checks[checks.count - 1].units.append(failure)
      } else {
        checks.append((failure, [failure]))
      }
    }
    return checks.map { first, units in
      let level = levels.first { $0.id == first.level }
      let count =
        units.count == 1 ? "" : "有\(grouped(Int64(units.count)))\(level?.measureWord ?? "个")\(level?.title ?? "单位")"
      let found = units.count == 1 ? "（\(first.found)）" : ""
      return Concern(
        unit: listing(units.map(name), atMost: 3),
        fact: "\(count)不符合“\(first.title)”的要求\(found)。", condition: "要求\(first.demanded)")
    }
  }

  /// A unit as the bulletin of the whole names it, without those above the whole.
  private func name(_ failure: UnitFailure) -> String {
    guard !failure.path.isEmpty else { return wholeTitle }
    let above = failure.path.prefix(max(0, whole.level - 1)).joined()
    return String(failure.written.hasPrefix(above) ? failure.written.dropFirst(above.count) : failure.written[...])
  }

  private func names(_ units: [Standing]) -> String {
    listing(units.map(fullName), atMost: 3)
  }

  private func printed(_ unit: Standing) -> Printed { unit.measured[indicators.ranked].printed }

  /// How far a unit is below the whole, in hundredths; nil without learners.
  private func gap(of unit: Standing) -> Int64? {
    PrintedChange(from: printed(unit), to: printed(whole)).map(\.units)
  }

  private func points(_ hundredths: Int64) -> String {
    decimalText(hundredths, decimals: 2) + (indicators.headline.isShare ? "个百分点" : indicators.headline.unit)
  }

  private func wholePoints(_ hundredths: Int64) -> String {
    String(hundredths / 100) + (indicators.headline.isShare ? "个百分点" : indicators.headline.unit)
  }

  /// `；未合格50人（未参训24人）`.
  private func openLearners(_ unit: Standing) -> String {
    guard let word = indicators.headline.learners else { return "" }
    let figure = unit.measured[indicators.ranked].figure
    let open = "；未\(word)\(grouped(figure.denominator - figure.numerator))人"
    guard let first = indicators.counted.first, let absent = indicators.all[first].learners else { return open }
    let other = unit.measured[first].figure
    let away = other.denominator - other.numerator
    return away > 0 ? open + "（未\(absent)\(grouped(away))人）" : open
  }
}
