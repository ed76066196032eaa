/// How the candidates of an award fared, in the order in which papers list and count them.
///
/// The raw values are those of `decision.outcome`.
enum AwardOutcome: String, CaseIterable, Sendable {
  case chosen = "in"
  case reserve
  case tied
  case below
  case belowEntry
  case notRecommended
  case ineligible
  case notFiled
  case excluded
  case rejected
  case withdrawn

  /// Whether candidates of this outcome stand in the ranking; the others come last, without a rank.
  var isRanked: Bool {
    switch self {
    case .chosen, .reserve, .tied, .below: true
    case .belowEntry, .notRecommended, .ineligible, .notFiled, .excluded, .rejected, .withdrawn: false
    }
  }

  /// The word of the papers; who is in is a candidate until an approval says otherwise.
  func title(at stage: AwardStage) -> String {
    switch self {
    case .chosen: stage.chosenTitle
    case .reserve: "候补"
    case .tied: "并列待定"
    case .below: "线下"
    case .belowEntry: "未达入围线"
    case .notRecommended: "未获推荐"
    case .ineligible: "不符合条件"
    case .notFiled: "未申报"
    case .excluded: "已排除"
    case .rejected: "审批未通过"
    case .withdrawn: "退出"
    }
  }
}

/// How far a decision has come; the raw values are those of `decision.stage`.
enum AwardStage: String, CaseIterable, Sendable, Comparable {
  case ranked, candidate, recommended, approved, publicised, awarded

  /// Whether an approval stands behind it, without which nothing may be headed 公示 or 表彰.
  var isApproved: Bool { self >= .approved }

  /// What someone who is in is called at this stage.
  var chosenTitle: String {
    switch self {
    case .ranked, .candidate: "入选候选"
    case .recommended: "拟推荐"
    case .approved: "审批通过"
    case .publicised: "已公示"
    case .awarded: "已表彰"
    }
  }

  static func < (left: Self, right: Self) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}
