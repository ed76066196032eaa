import Programme
import Scoring

/// What one learner adds to a sum.
enum Addend: Hashable, Sendable {
  case enrolled
  case learners([Condition])
  case tally(Operand)
  /// Printed points of the components at these places.
  case points([Int])

  func value(_ tallies: Span<Int64>, _ marks: borrowing Marks) -> Int64 {
    switch self {
    case .enrolled: 1
    case .learners(let conditions): conditions.allHold(tallies, marks) ? 1 : 0
    case .tally(let operand): tallies[operand.index] == Tally.absent ? 0 : tallies[operand.index]
    case .points(let components): components.reduce(0) { $0 + marks.points[$1] }
    }
  }

  /// Looks names up; nil, and a fault at the place of the metric, for one that the programme does not declare.
  init?(_ source: QuantitySource, _ scope: MetricScope, at place: Place, _ faults: FaultCollector) {
    switch source {
    case .enrolled: self = .enrolled
    case .learners(let conditions):
      let found = conditions.map {
        Condition($0, tallies: scope.tallies, decimals: scope.decimals, at: place, faults: faults)
      }
      guard !found.contains(nil) else { return nil }
      self = .learners(found.compactMap(\.self))
    case .sum(let id):
      guard let operand = Operand(id, among: scope.tallies, at: place, faults) else { return nil }
      self = .tally(operand)
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
