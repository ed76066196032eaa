package import Programme

extension Outcome {
  /// The outcome in the words of the papers; who is in is a candidate until an approval says otherwise.
  package func wording(at stage: Stage) -> Wording {
    switch self {
    case .in: stage.chosenWording
    case .reserve: Wording("on the reserve list", "候补")
    case .below: Wording("below the line", "线下")
    case .tied: Wording("tied at the line, open", "并列待定")
    case .ineligible: Wording("not eligible", "不符合条件")
    case .excluded: Wording("excluded", "已排除")
    case .notFiled: Wording("not filed", "未申报")
    case .belowEntry: Wording("below the entry condition", "未达入围线")
    case .notRecommended: Wording("not recommended", "未获推荐")
    case .rejected: Wording("not approved", "审批未通过")
    case .withdrawn: Wording("withdrawn", "退出")
    }
  }
}

extension Stage {
  /// What someone who holds a place is called at this stage.
  fileprivate var chosenWording: Wording {
    switch self {
    case .pool, .eligible, .ranked, .candidate: Wording("in, a candidate", "入选候选")
    case .recommended: Wording("in, recommended", "拟推荐")
    case .approved: Wording("in, approved", "审批通过")
    case .publicised: Wording("in, publicised", "已公示")
    case .awarded: Wording("awarded", "已表彰")
    }
  }

  /// The furthest stage reached, as a step of the way.
  package var wording: Wording {
    switch self {
    case .pool: Wording("in the pool", "参评")
    case .eligible: Wording("eligible", "符合条件")
    case .ranked: Wording("ranked", "已排名")
    case .candidate: Wording("candidate", "候选")
    case .recommended: Wording("recommended", "已推荐")
    case .approved: Wording("approved", "已审定")
    case .publicised: Wording("publicised", "已公示")
    case .awarded: Wording("awarded", "已表彰")
    }
  }
}

extension Decider {
  /// Who decided.
  package var wording: Wording {
    switch self {
    case .rules: Wording("the rules", "规则")
    case .identifier: Wording("the order of identifiers", "编号先后")
    case .lot: Wording("a draw", "抽签")
    case .recommendingOffice: Wording("the recommending office", "推荐单位")
    case .approvingOffice: Wording("the approving office", "审批单位")
    }
  }
}
