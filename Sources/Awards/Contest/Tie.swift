import Programme

/// Settles the equals across the line by the declared policy; what only a person can settle stays `tied`.
///
/// No policy but `by_id` looks at identifiers, and none at names; a lot is drawn over the identifier and prefers none.
func settleTie(
  _ decisions: inout [Decision], of contest: Contest, equals: [Int], left: Int64, recommendation: Hearing,
  approval: Hearing
) -> [Refusal] {
  guard !equals.isEmpty else { return [] }
  switch contest.ties {
  case .extend:
    for index in equals { decisions[index].win(because: .tieExtended) }
  case .exclude:
    for index in equals { decisions[index].end(.below, because: .tieExcluded) }
  case .reserve:
    for index in equals { decisions[index].end(.reserve, because: .tieReserved) }
  case .byIdentifier:
    for (position, index) in equals.enumerated() {
      decisions[index].decidedBy = .identifier
      if position < left {
        decisions[index].win(because: .tieByIdentifier)
      } else {
        decisions[index].end(.below, because: .tieByIdentifier)
      }
    }
  case .lot:
    settleByLot(&decisions, of: contest, equals: equals, left: left)
  case .person:
    return settleByPerson(&decisions, equals: equals, left: left, recommendation: recommendation, approval: approval)
  }
  return []
}

/// The smallest lots win. Should two lots be equal where the places end, their holders stay tied and a person decides.
private func settleByLot(_ decisions: inout [Decision], of contest: Contest, equals: [Int], left: Int64) {
  var left = left
  var isOpen = false
  for group in contest.groups(byLot: equals) {
    isOpen = left > 0 && Int64(group.count) > left
    for index in group where !isOpen {
      decisions[index].decidedBy = .lot
      if left > 0 {
        decisions[index].win(because: .tieByLot)
      } else {
        decisions[index].end(.below, because: .tieByLot)
      }
    }
    left = isOpen ? 0 : max(0, left - Int64(group.count))
  }
}

/// The last office that the award asks decides by naming some of the equals, no more than places are left, or by
/// saying no to all of them by name; anything else leaves the tie open.
private func settleByPerson(
  _ decisions: inout [Decision], equals: [Int], left: Int64, recommendation: Hearing, approval: Hearing
) -> [Refusal] {
  guard approval.isAsked || recommendation.isAsked else { return [] }
  let deciding = approval.isAsked ? approval : recommendation
  let chosen = equals.filter { index in
    guard deciding.verdict(on: index) == .favourable else { return false }
    return !recommendation.isAsked || recommendation.verdict(on: index) == .favourable
  }
  guard chosen.count <= left else {
    return chosen.compactMap { deciding.named[$0] }.map { deciding.refusal(of: $0, by: .overPlaces) }
  }
  guard !chosen.isEmpty || equals.allSatisfy({ deciding.named[$0]?.isFavourable == false }) else { return [] }
  for index in equals {
    decisions[index].decidedBy = approval.isAsked ? .approvingOffice : .recommendingOffice
    if chosen.contains(index) {
      decisions[index].win(because: .tieDecided)
    } else {
      decisions[index].end(.below, because: .tieDecided)
    }
  }
  return []
}

extension Decision {
  fileprivate mutating func win(because reason: Reason) {
    end(.in, because: reason)
    stage = .candidate
  }
}
