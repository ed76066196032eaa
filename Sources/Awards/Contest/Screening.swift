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
    guard !decisions[index].isBarred(by: candidate.bar) else { continue }
    decisions[index].stage = .eligible
    if filing.isAsked, filing.verdict(on: index) != .favourable {
      decisions[index].end(.notFiled, because: .notFiled)
    } else if let entry, !entry.isIn[index] {
      decisions[index].end(.belowEntry, because: .belowEntry)
    }
  }
}

extension Decision {
  /// Ends the candidacy where something other than a condition keeps it out.
  fileprivate mutating func isBarred(by bar: Candidate.Bar) -> Bool {
    switch bar {
    case .none: return false
    case .disqualified: end(.ineligible, because: .disqualified)
    case .former: end(.excluded, because: .formerWinner)
    case .otherAward(let number):
      other = Int64(number)
      end(.excluded, because: .otherAward)
    }
    return true
  }
}

/// Lets each holder compete by the best entry alone in every section, so that a place the other entries would take passes to the next.
///
/// Two equal entries of a holder are one competitor; which of them is listed (the one with more learners, else the
/// earlier project) changes nothing for anybody else. Whoever would win in several sections is looked at later.
func enterOncePerUnit(_ decisions: inout [Decision], of contest: Contest) {
  guard contest.oncePerUnit else { return }
  struct Entrance: Hashable {
    let holder: Int64
    let section: Int32
    init(_ candidate: Candidate) { (holder, section) = (candidate.unit, candidate.section) }
  }
  var best: [Entrance: Int] = [:]
  for index in decisions.indices where decisions[index].outcome == .in {
    let unit = Entrance(contest.candidates[index])
    guard let other = best[unit], !contest.isBetterEntry(index, than: other) else {
      best[unit] = index
      continue
    }
  }
  for index in decisions.indices where decisions[index].outcome == .in {
    guard let other = best[Entrance(contest.candidates[index])], other != index else { continue }
    decisions[index].other = contest.candidates[other].key
    decisions[index].end(.excluded, because: .sameUnit)
  }
}

extension Contest {
  func isBetterEntry(_ left: Int, than right: Int) -> Bool {
    let (mine, theirs) = (candidates[left], candidates[right])
    if order.firstDifference(mine.keys, theirs.keys) != nil { return order.isBetter(mine.keys, than: theirs.keys) }
    if mine.enrolled != theirs.enrolled { return (mine.enrolled ?? -1) > (theirs.enrolled ?? -1) }
    if mine.project != theirs.project { return (mine.project ?? .max) < (theirs.project ?? .max) }
    return isListedBefore(left, right)
  }
}
