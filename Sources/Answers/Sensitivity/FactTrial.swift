import Programme
import Stages

/// One fact that is tried otherwise: with another value, or not at all.
struct FactTrial {
  let source: Source
  let facts: [Fact]
  /// Which of the facts.
  let index: Int
  /// The largest value that is tried.
  let highest: Int64

  var fact: Fact { facts[index] }

  /// What a trial came to.
  struct Found {
    /// nil where the fact is taken out.
    let value: Int64?
    let change: WinnersChange
    /// How far the learner's total moves.
    let points: Int64
  }

  /// The values that can be tried, the nearest first and the lower of two equally near; those in which the export itself counts.
  func forEachValue(_ body: (Int64) throws -> Bool) rethrows {
    let step = source.step
    guard let value = fact.value else {
      for other in stride(from: 0, through: highest, by: Int64.Stride(step)) where try body(other) { return }
      return
    }
    let lowest = source.column("value")?.minimum ?? 0
    var distance = step
    while value - distance >= lowest || value + distance <= highest {
      if value - distance >= lowest, try body(value - distance) { return }
      if value + distance <= highest, try body(value + distance) { return }
      distance += step
    }
  }

  /// The smallest change of the value that changes who wins an award; nil when none does.
  func smallestChange(of award: Identifier<Award>, _ trial: LearnerTrial) throws -> Found? {
    guard source.kind != .event else { return nil }
    var found: Found?
    try forEachValue { value in
      let tallies = tallies(value, trial)
      guard let change = try trial.change(of: award, tallies) else { return false }
      found = Found(value: value, change: change, points: trial.total(tallies) - trial.total)
      return true
    }
    return found
  }

  /// What taking the fact out changes about who wins an award; nil when nothing.
  func removal(_ award: Identifier<Award>, _ trial: LearnerTrial) throws -> Found? {
    var rest = facts
    rest.remove(at: index)
    let tallies = trial.tallies(of: source, rest)
    guard let change = try trial.change(of: award, tallies) else { return nil }
    return Found(value: nil, change: change, points: trial.total(tallies) - trial.total)
  }

  /// The learner's tallies for one value of the fact.
  private func tallies(_ value: Int64, _ trial: LearnerTrial) -> [Int64] {
    var others = facts
    others[index] = fact.corrected(to: value, by: nil)
    return trial.tallies(of: source, others)
  }
}

extension Source {
  /// The smallest difference between two values that the export can state: a minute where it counts minutes.
  fileprivate var step: Int64 {
    if case .duration(let unit)? = column("value")?.type, unit != .seconds { 60 } else { 1 }
  }
}
