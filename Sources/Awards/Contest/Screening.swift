/// Ends the candidacies that never come to be ranked: withdrawn, ineligible, not filed, or below the entry percentile.
func screen(_ decisions: inout [Decision], of contest: Contest, filing: Hearing, entry: EntryCut?) {
  for (index, candidate) in contest.candidates.enumerated() {
    if candidate.hasWithdrawn {
      decisions[index].end(.withdrawn, because: .hasWithdrawn)
      continue
    }
    guard candidate.failed.isEmpty else {
      decisions[index].failed = candidate.failed
      decisions[index].end(.ineligible, because: .conditionsUnmet)
      continue
    }
    decisions[index].stage = .eligible
    if filing.isAsked, filing.verdict(on: index) != .favourable {
      decisions[index].end(.notFiled, because: .notFiled)
    } else if let entry, !entry.isIn[index] {
      decisions[index].end(.belowEntry, because: .belowEntry)
    }
  }
}

/// Lets each unit compete by its best entry alone, so that a place its other entries would take passes to the next unit.
///
/// Two equal entries of a unit are one competitor; which of them is listed (the one with more learners, else the
/// earlier project) changes nothing for anybody else.
func enterOncePerUnit(_ decisions: inout [Decision], of contest: Contest) {
  guard contest.oncePerUnit else { return }
  var best: [Int64: Int] = [:]
  for index in decisions.indices where decisions[index].outcome == .in {
    let unit = contest.candidates[index].unit
    guard let other = best[unit], !contest.isBetterEntry(index, than: other) else {
      best[unit] = index
      continue
    }
  }
  for index in decisions.indices where decisions[index].outcome == .in {
    guard let other = best[contest.candidates[index].unit], other != index else { continue }
    decisions[index].other = contest.candidates[other].key
    decisions[index].end(.excluded, because: .sameUnit)
  }
}

extension Contest {
  fileprivate func isBetterEntry(_ left: Int, than right: Int) -> Bool {
    let (mine, theirs) = (candidates[left], candidates[right])
    if order.firstDifference(mine.keys, theirs.keys) != nil { return order.isBetter(mine.keys, than: theirs.keys) }
    if mine.enrolled != theirs.enrolled { return (mine.enrolled ?? -1) > (theirs.enrolled ?? -1) }
    if mine.project != theirs.project { return (mine.project ?? .max) < (theirs.project ?? .max) }
    return isListedBefore(left, right)
  }
}
