import Programme
import Scoring

/// What one learner adds to a sum.
enum Addend: Hashable, Sendable {
  case enrolled
  /// One if the learner meets all of them.
  case learners([Condition.Test])
  /// The tally at this place of the row.
  case tally(Int)
  /// Printed points of the components at these places.
  case points([Int])
  /// The printed total, which a bonus never carries above one hundred.
  case total
  /// The units' own tally at this place; no learner adds to it.
  case unitTally(Int)
  /// One for each unit of the selection that meets all of them; no learner adds to it.
  case units(UnitPool, [UnitTest])
  /// The responses to a survey; no learner adds to it, since nobody says who answered.
  case responses(Identifier<Source>)

  /// The survey whose responses are counted.
  var survey: Identifier<Source>? { if case .responses(let source) = self { source } else { nil } }

  func value(_ tallies: Span<Int64>, _ marks: borrowing Marks) -> Int64 {
    switch self {
    case .enrolled: 1
    case .learners(let tests): meetsAll(tests, tallies, marks) ? 1 : 0
    case .tally(let index): tallies[index] == Tally.absent ? 0 : tallies[index]
    case .points(let components): sum(marks.points, at: components)
    case .total: marks.total
    case .unitTally, .units, .responses: 0
    }
  }

  private func meetsAll(_ tests: [Condition.Test], _ tallies: Span<Int64>, _ marks: borrowing Marks) -> Bool {
    for test in tests where !test.holds(tallies, marks) { return false }
    return true
  }

  private func sum(_ points: [Int64], at components: [Int]) -> Int64 {
    var sum: Int64 = 0
    for component in components { sum += points[component] }
    return sum
  }

  /// Looks names up; nil, and a fault at the place of the metric, for one that the programme does not declare.
  init?(_ source: QuantitySource, _ scope: MetricScope, at place: Place, _ faults: FaultCollector) {
    switch source {
    case .one: return nil
    case .enrolled: self = .enrolled
    case .learners(let conditions):
      let found = conditions.map {
        Condition($0, scope.conditions, at: place, faults: faults)
      }
      guard !found.contains(nil) else { return nil }
      self = .learners(found.compactMap(\.self?.test))
    case .sum(let id):
      guard let operand = Operand(id, among: scope.tallies, at: place, faults) else { return nil }
      self = scope.tallies[operand.index].subject == .unit ? .unitTally(operand.index) : .tally(operand.index)
    case .sumPoints(["total"]): self = .total
    case .responses(let source): self = .responses(source)
    case .units(let selection, let conditions):
      let pool = UnitPool(selection, scope, at: place, faults)
      let tests = conditions.map { UnitTest($0, scope, faults) }
      guard let pool, !tests.contains(where: { $0 == nil }) else { return nil }
      self = .units(pool, tests.compactMap(\.self))
    case .sumPoints(let ids):
      let found = ids.map { Self.places(of: $0, scope, at: place, faults) }
      guard !found.contains(nil) else { return nil }
      self = .points(found.compactMap(\.self).flatMap(\.self))
    }
  }

  /// The total is the sum of all components, as it is printed.
  private static func places(
    of id: Identifier<Component>, _ scope: MetricScope, at place: Place, _ faults: FaultCollector
  ) -> [Int]? {
    if id == "total" { return Array(scope.components.indices) }
    if let index = scope.components.firstIndex(of: id) { return [index] }
    let hint = Spelling.hint(for: id.text, among: scope.components.map(\.text) + ["total"])
    faults.refuse(
      place, Wording("unknown component '\(id)'; \(hint.english)", "未知的考核项 '\(id)'；\(hint.chinese)"))
    return nil
  }
}
