package import Programme
import Scoring

/// The level whose units are counted, found among the levels of the programme.
package struct UnitPool: Hashable, Sendable {
  /// 0 is the widest.
  package let level: Int
  package let among: UnitScope

  /// nil, and a fault at the place, when the programme has no level of that name.
  init?(_ selection: UnitSelection, _ scope: MetricScope, at place: Place, _ faults: FaultCollector) {
    guard let level = scope.levels.firstIndex(where: { $0.id == selection.level }) else {
      let hint = Spelling.hint(for: selection.level.text, among: scope.levels.map(\.id.text))
      faults.refuse(
        place,
        Wording(
          "no level is named '\(selection.level)'; \(hint.english)", "没有名为 '\(selection.level)' 的层级；\(hint.chinese)"))
      return nil
    }
    self.level = level
    among = selection.among
  }

  /// Whether a unit of a level is one of those meant; `participates` says whether it has learners who count.
  package func holds(level: Int, participates: Bool) -> Bool {
    level == self.level && (participates || among == .all)
  }
}

/// A condition on one unit, its tally found and its bound read.
package struct UnitTest: Hashable, Sendable {
  /// The tally's place in a row of tallies.
  package let tally: Int
  let comparison: UnitCondition.Comparison
  /// In the tally's unit.
  let bound: Int64
  /// The condition as a phrase: `集中培训不少于3小时`.
  package let wording: Wording

  /// Whether a unit meets it; a tally without facts meets no demand, and a sum or a count of none is zero.
  package func holds(_ value: Int64) -> Bool {
    guard value != Tally.absent else { return false }
    return switch comparison {
    case .above: value > bound
    case .atLeast: value >= bound
    case .atMost: value <= bound
    case .below: value < bound
    }
  }

  /// The condition in a programme that was read without a fault, for a sentence about it.
  package init?(_ condition: UnitCondition, _ programme: Programme) {
    var scope = MetricScope(
      tallies: programme.tallies, components: [], decimals: programme.scoring.decimals,
      creditHour: Int64(programme.minutesPerHour) * 60)
    (scope.levels, scope.cohorts) = (programme.levels, programme.cohorts)
    self.init(condition, scope, FaultCollector())
  }

  /// nil, and a fault where the condition stands, for a tally that is none of a unit or a bound that does not fit it.
  init?(_ condition: UnitCondition, _ scope: MetricScope, _ faults: FaultCollector) {
    guard let operand = Operand(condition.tally, among: scope.tallies, at: condition.place, faults) else { return nil }
    guard scope.tallies[operand.index].subject == .unit else {
      faults.refuse(
        condition.place,
        Wording(
          "'\(condition.tally)' is a tally of learners; a condition on units needs one over a source of kind 'unit_fact'",
          "'\(condition.tally)' 是学员的汇总；单位条件须用“unit_fact”类数据源的汇总"))
      return nil
    }
    tally = operand.index
    comparison = condition.comparison
    if operand.unit == .moment {
      guard let moment = Form.moment(of: scope.cohorts).read(condition.bound, faults) else { return nil }
      bound = condition.comparison.second(of: moment)
      wording = condition.comparison.wording(operand.title, at: moment)
    } else {
      guard let amount = Form.amount(in: operand.unit, creditHour: scope.creditHour).read(condition.bound, faults)
      else { return nil }
      bound = amount
      wording = condition.comparison.wording(operand.title, operand.wording(amount))
    }
  }
}

extension UnitCondition.Comparison {
  /// The second that a time is compared with, so that a day counts as a whole: at most the 22nd is until its last second.
  fileprivate func second(of moment: WrittenMoment) -> Int64 {
    switch self {
    case .below, .atLeast: moment.first
    case .above, .atMost: moment.last
    }
  }

  fileprivate func wording(_ title: String, at moment: WrittenMoment) -> Wording {
    let time = TallyUnit.moment.wording(moment.first)
    let stated = moment.first == moment.last ? time.chinese : String(time.chinese.prefix(10))
    return switch self {
    case .above: Wording("\(title) after \(stated)", "\(title)晚于\(stated)")
    case .atLeast: Wording("\(title) not before \(stated)", "\(title)不早于\(stated)")
    case .atMost: Wording("\(title) not after \(stated)", "\(title)不晚于\(stated)")
    case .below: Wording("\(title) before \(stated)", "\(title)早于\(stated)")
    }
  }

  fileprivate func wording(_ title: String, _ bound: Wording) -> Wording {
    switch self {
    case .above: Wording("\(title) above \(bound.english)", "\(title)多于\(bound.chinese)")
    case .atLeast: Wording("\(title) of at least \(bound.english)", "\(title)不少于\(bound.chinese)")
    case .atMost: Wording("\(title) of at most \(bound.english)", "\(title)不多于\(bound.chinese)")
    case .below: Wording("\(title) below \(bound.english)", "\(title)少于\(bound.chinese)")
    }
  }
}

extension Form where Value == Int64 {
  /// An amount as it is written for a tally of the unit: `'4学时'` or seconds, marks with up to two decimals, a count.
  fileprivate static func amount(in unit: TallyUnit, creditHour: Int64) -> Form {
    switch unit {
    case .seconds: .either(.integer(in: 0...1_000_000_000_000), .duration(creditHour: creditHour))
    case .marks: .scaled(to: 2, in: 0...1_000_000_000)
    case .items, .moment: .integer(in: 0...1_000_000_000_000)
    }
  }
}
