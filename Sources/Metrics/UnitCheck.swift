package import Programme
import Scoring

/// A check that every unit of a level has to pass, its conditions found.
package struct UnitCheck: Sendable {
  package let check: Check
  package let pool: UnitPool
  package let demand: Demand
  /// Whether the tallies of a unit and of all below it are added up before they are looked at.
  package let isPooled: Bool

  /// What is demanded of each unit.
  package enum Demand: Sendable {
    case tallies([UnitTest])
    /// The number of people of a role.
    case staff(role: String, atLeast: Int64, atMost: Int64?)
    /// The printed figure of the measure at this place.
    case figure(Int, FigureDemand)
  }

  /// nil for a check of another kind, and for one with a fault.
  init?(_ check: Check, _ scope: MetricScope, _ measures: [Measure], _ faults: FaultCollector) {
    switch check.condition {
    case .coverage, .dayChange, .people: return nil
    case .units(let selection, let conditions, let pooled):
      let tests = conditions.map { UnitTest($0, scope, faults) }
      if pooled { Self.refuseUnsummed(tests.compactMap(\.self), at: check.place, scope, faults) }
      guard let pool = UnitPool(selection, scope, at: check.place, faults), !tests.contains(where: { $0 == nil })
      else { return nil }
      self.pool = pool
      isPooled = pooled
      demand = .tallies(tests.compactMap(\.self))
    case .staff(let selection, let role, let atLeast, let atMost):
      guard let pool = UnitPool(selection, scope, at: check.place, faults) else { return nil }
      self.pool = pool
      isPooled = false
      demand = .staff(role: role, atLeast: atLeast, atMost: atMost)
    case .figure(let selection, let metric, let bounds):
      // A metric that is not declared, or that cannot be read, has told its fault already.
      guard let index = measures.firstIndex(where: { $0.metric.id == metric }),
        let pool = UnitPool(selection, scope, at: check.place, faults),
        let figure = FigureDemand(bounds, measures[index], at: check.place, faults)
      else { return nil }
      self.pool = pool
      isPooled = false
      demand = .figure(index, figure)
    }
    self.check = check
  }

  /// A greatest value or a time of several units is no sum of theirs.
  private static func refuseUnsummed(
    _ tests: [UnitTest], at place: Place, _ scope: MetricScope, _ faults: FaultCollector
  ) {
    for test in tests where scope.tallies[test.tally].operation.canBeAbsent {
      let id = scope.tallies[test.tally].id
      faults.refuse(
        place,
        Wording(
          "'\(id)' is no sum or count, so that it cannot be pooled over units; leave 'pooled' out, or name another tally",
          "'\(id)' 不是合计或计数，不能在各单位间汇总；请去掉 pooled，或改用其他汇总"))
    }
  }

  /// What is demanded, as a phrase: `集中培训不少于3小时，且…`, `1至2人`.
  package var wording: Wording {
    switch demand {
    case .tallies(let tests): tests.map(\.wording).listed(" and ", "，且")
    case .figure(_, let figure): figure.wording
    case .staff(_, let least, nil): Wording("at least \(least)", "不少于\(least)人")
    case .staff(_, let least, let most?):
      least == most ? Wording("\(least)", "\(least)人") : Wording("\(least) to \(most)", "\(least)至\(most)人")
    }
  }

  /// What a unit has instead, as a phrase; nil for a unit that passes.
  ///
  /// `tallies` is the unit's own row in the order of the pipeline file, `staff` the number of its people of a role, `figure` its
  /// figure of the measure at a place.
  package func failure(
    _ tallies: [Int64], of all: [Tally], staff: (String) -> Int64, figure: (Int) -> Figure
  ) -> Wording? {
    switch demand {
    case .tallies(let tests):
      var named: [Int] = []
      for test in tests where !test.holds(tallies[test.tally]) && !named.contains(test.tally) {
        named.append(test.tally)
      }
      guard !named.isEmpty else { return nil }
      let stated = named.map { index in
        tallies[index] == Tally.absent
          ? Wording("\(all[index].title): no record", "\(all[index].title)没有记录")
          : Wording(
            "\(all[index].title) \(all[index].wording(tallies[index]).english)",
            "\(all[index].title)\(all[index].wording(tallies[index]).chinese)")
      }
      return stated.listed(", ", "，")
    case .staff(let role, let atLeast, let atMost):
      let count = staff(role)
      return count < atLeast || atMost.map { count > $0 } == true ? Wording("\(count)", "\(count)人") : nil
    case .figure(let index, let demanded): return demanded.failure(figure(index))
    }
  }
}
