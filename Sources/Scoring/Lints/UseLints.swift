import Foundation
import Programme

/// Warns of tallies and sources that nothing else in the file names: they are read every night and change nothing.
///
/// Tallies of units are spared: what an office handed in is told of it whether or not a rule counts it.
func lintUse(_ programme: Programme, _ faults: FaultCollector) {
  let others = ["scoring", "metrics", "awards", "checks", "reports", "ledger", "satisfaction"]
  let named = Set(others.flatMap { programme.parts[$0]?.namedWords ?? [] })
  for tally in programme.tallies where tally.subject == .learner && !named.contains(tally.id.text) {
    faults.warn(
      tally.place,
      Wording(
        "nobody uses tally '\(tally.id)'; remove it, or name it in a rule, a metric or a ranking",
        "统计量 '\(tally.id)' 没有被使用；请删去，或在规则、指标、排名中使用"))
  }
  let tallied = Set(programme.tallies.map(\.source))
  for source in programme.sources where !tallied.contains(source.id) && !isUsed(source, programme) {
    faults.warn(
      source.place,
      Wording(
        "nobody uses source '\(source.id)'; remove it, or make a tally of it", "数据源 '\(source.id)' 没有被使用；请删去，或由此汇总统计量"))
  }
}

/// Whether the rows of a source that no tally folds are good for anything else.
private func isUsed(_ source: Source, _ programme: Programme) -> Bool {
  func isNamed(_ name: String, in parts: String...) -> Bool {
    parts.contains { programme.parts[$0]?.namedWords.contains(name) ?? false }
  }
  switch source.kind {
  case .unit, .project, .roster: return true
  case .measure, .item, .event, .unitFact, .credit: return isNamed(source.id.text, in: "checks", "ledger", "awards")
  case .survey, .answer:
    return !source.questions.isEmpty || programme.satisfaction?.asked(in: source.id) != nil
      || isNamed(source.id.text, in: "metrics")
  case .staff:
    let mapped = source.column("role")?.map.values.sorted() ?? []
    let roles = source.role.map { [$0] } ?? mapped
    // A column of roles that maps nothing may hold whatever is asked for.
    guard !roles.isEmpty else {
      return isNamed("staff", in: "awards") || isNamed("staff_count", in: "checks")
        || isNamed("staff_condition", in: "checks")
    }
    return roles.contains { isNamed($0, in: "awards", "checks") }
  case .brief: return isNamed("briefs", in: "awards") || isNamed(source.id.text, in: "checks", "awards")
  case .nomination:
    return programme.awards.contains { award in
      switch source.stage {
      case .filed, .recommended, .approved: source.stage.flatMap(award.level(at:)) != nil
      case .former, .withdrawn, nil: true
      }
    }
  }
}

extension String {
  /// The words that a part of the file, in its canonical text, names things by; the `id` of another thing does not count.
  fileprivate var namedWords: Set<String> {
    var words: Set<String> = []
    let bytes = Array(utf8)
    let id = Array("\"id\":\"".utf8)
    var position = 0
    while position < bytes.count {
      let start = position
      while position < bytes.count, bytes[position].isPartOfName { position += 1 }
      if position > start, !(start >= id.count && bytes[(start - id.count)..<start].elementsEqual(id)) {
        words.insert(String(decoding: bytes[start..<position], as: UTF8.self))
      }
      position += 1
    }
    return words
  }
}

extension UInt8 {
  fileprivate var isPartOfName: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
