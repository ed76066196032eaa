import Foundation
import Programme

/// Warns of tallies and sources that nothing else in the file names: they are read every night and change nothing.
func lintUse(_ programme: Programme, _ faults: FaultCollector) {
  let others = ["scoring", "metrics", "awards", "checks", "reports", "ledger", "satisfaction"]
  let text = others.map { programme.parts[$0] ?? "" }.joined(separator: "\n")
  for tally in programme.tallies where !text.names(tally.id.text) {
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
    parts.contains { programme.parts[$0]?.names(name) ?? false }
  }
  switch source.kind {
  case .unit, .project, .roster: return true
  case .measure, .item, .event, .unitFact, .credit: return isNamed(source.id.text, in: "checks", "ledger", "awards")
  case .survey, .answer: return !source.questions.isEmpty || programme.satisfaction?.source == source.id
  case .staff:
    let mapped = source.column("role")?.map.values.sorted() ?? []
    let roles = source.role.map { [$0] } ?? mapped
    // A column of roles that maps nothing may hold whatever is asked for.
    guard !roles.isEmpty else {
      return isNamed("staff", in: "awards") || isNamed("staff_count", in: "checks")
    }
    return roles.contains { isNamed($0, in: "awards", "checks") }
  case .brief: return isNamed("briefs", in: "awards") || isNamed(source.id.text, in: "checks", "awards")
  case .nomination:
    return programme.awards.contains { award in
      switch source.stage {
      case .filed: award.filedBy != nil
      case .recommended: award.recommendedBy != nil
      case .approved: award.approvedBy != nil
      case .former, .withdrawn, nil: true
      }
    }
  }
}

extension String {
  /// Whether a part of the file, in its canonical text, names something; the `id` of another thing of that name does not count.
  fileprivate func names(_ name: String) -> Bool {
    let text = replacing("\"id\":\"\(name)\"", with: "")
    var rest = text[...]
    while let found = rest.range(of: name) {
      let before = found.lowerBound == text.startIndex ? nil : text[text.index(before: found.lowerBound)]
      let after = found.upperBound == text.endIndex ? nil : text[found.upperBound]
      if !(before?.isPartOfName ?? false), !(after?.isPartOfName ?? false) { return true }
      rest = rest[found.upperBound...]
    }
    return false
  }
}

extension Character {
  fileprivate var isPartOfName: Bool { isLetter || isNumber || self == "_" || self == "-" }
}
