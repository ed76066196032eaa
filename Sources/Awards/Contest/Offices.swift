/// Takes the winners on by what the recommending office says, and refuses its rows that the rules do not allow.
func hearRecommendation(_ decisions: inout [Decision], _ hearing: Hearing) -> [Refusal] {
  guard hearing.isAsked else { return [] }
  let refusals = refuseNamings(in: hearing, of: decisions)
  for index in decisions.indices where decisions[index].outcome == .in {
    switch hearing.verdict(on: index) {
    case .favourable:
      decisions[index].stage = .recommended
    case .unfavourable:
      decisions[index].decidedBy = .recommendingOffice
      decisions[index].end(.notRecommended, because: .notRecommended)
    case .open:
      continue
    }
  }
  return refusals
}

/// Takes those recommended on by what the approving office says; nobody is approved past a recommendation that is asked.
func hearApproval(_ decisions: inout [Decision], _ hearing: Hearing, after recommendation: Hearing) -> [Refusal] {
  guard hearing.isAsked else { return [] }
  var refusals = refuseNamings(in: hearing, of: decisions)
  for index in decisions.indices where decisions[index].isOpenToApproval {
    guard !recommendation.isAsked || recommendation.verdict(on: index) == .favourable else {
      if let naming = hearing.named[index], naming.isFavourable {
        refusals.append(hearing.refusal(of: naming, by: .notRecommended))
      }
      continue
    }
    guard decisions[index].outcome == .in else { continue }
    switch hearing.verdict(on: index) {
    case .favourable:
      decisions[index].stage = .approved
      decisions[index].decidedBy = .approvingOffice
    case .unfavourable:
      decisions[index].decidedBy = .approvingOffice
      decisions[index].end(.rejected, because: .rejected)
    case .open:
      continue
    }
  }
  return refusals
}

private func refuseNamings(in hearing: Hearing, of decisions: [Decision]) -> [Refusal] {
  hearing.named.compactMap { index, naming in
    guard naming.isFavourable, let rule = decisions[index].rule(refusing: hearing.office) else { return nil }
    return hearing.refusal(of: naming, by: rule)
  }
}

extension Decision {
  /// The rule against naming this candidate; nil where naming is in order.
  fileprivate func rule(refusing office: Office) -> RefusalRule? {
    switch outcome {
    case .in, .tied, .rejected: return nil
    case .withdrawn: return .withdrawn
    case .ineligible: return .ineligible
    case .notFiled: return .notFiled
    case .belowEntry: return .belowEntry
    case .excluded:
      switch reason {
      case .formerWinner: return .formerWinner
      case .otherAward: return .otherAward
      default: return .sameUnit
      }
    case .notRecommended: return .notRecommended
    case .below, .reserve:
      guard reason == .tieDecided else { return outcome == .reserve ? .onReserve : .belowLine }
      return office == .approving ? .notRecommended : nil
    }
  }

  /// Holds a place, or may yet get one from the office.
  fileprivate var isOpenToApproval: Bool { outcome == .in || outcome == .tied }
}
