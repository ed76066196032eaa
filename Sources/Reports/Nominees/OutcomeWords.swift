import Awards
import SQLite

extension Outcome {
  /// Whether candidates of this outcome stand on either side of the line; the others are listed after them.
  var isAtLine: Bool {
    switch self {
    case .in, .reserve, .tied, .below: true
    case .belowEntry, .notRecommended, .ineligible, .notFiled, .excluded, .rejected, .withdrawn: false
    }
  }

  /// The word of the papers; who is in is a candidate until an approval says otherwise.
  func title(at stage: Stage) -> String {
    switch self {
    case .in: stage.chosenTitle
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

  /// The order in which papers count outcomes: from the best to those who never took part.
  static let listed: [Outcome] = [
    .in, .reserve, .tied, .below, .notRecommended, .rejected, .excluded, .belowEntry, .ineligible, .notFiled,
    .withdrawn,
  ]
}

extension Stage {
  /// Whether an approval stands behind it, without which nothing may be headed 公示 or 表彰.
  var isApproved: Bool { self >= .approved }

  /// What someone who holds a place is called at this stage.
  var chosenTitle: String {
    switch self {
    case .pool, .eligible, .ranked, .candidate: "入选候选"
    case .recommended: "拟推荐"
    case .approved: "审批通过"
    case .publicised: "已公示"
    case .awarded: "已表彰"
    }
  }
}

extension Decider {
  /// Who decided, as the decision list says it.
  var title: String {
    switch self {
    case .rules: "规则"
    case .identifier: "编号先后"
    case .recommendingOffice: "推荐单位"
    case .approvingOffice: "审批单位"
    }
  }
}

/// A word that the database keeps as the raw value of an enumeration.
///
/// A word that this version does not know is an error: a paper must not guess an outcome.
func known<Word: RawRepresentable>(
  _ text: String, as word: Word.Type = Word.self
) throws(SQLiteError) -> Word where Word.RawValue == String {
  guard let known = Word(rawValue: text) else {
    throw SQLiteError(code: 20, message: "\"\(text)\" is no \(word)", statement: "reading decisions")
  }
  return known
}
