package import Programme

extension RefusalRule {
  /// The rule as a sentence about the row, without saying whom it names.
  package var sentence: Wording {
    switch self {
    case .outsidePool: Wording("is not a candidate of this award", "不在本奖项参评范围内")
    case .twice: Wording("is named twice; the first row counts", "重复列名，以首次为准")
    case .contradicted: Wording("is named with yes and with no; neither counts", "前后意见矛盾，均不采用")
    case .withdrawn: Wording("has withdrawn", "已退出，不参加评选")
    case .ineligible: Wording("does not meet the conditions", "不符合评选条件")
    case .notFiled: Wording("was not filed", "未经申报")
    case .belowEntry: Wording("is below the entry condition", "未达到入围条件")
    case .sameUnit: Wording("belongs to a unit that competes with a better project", "同一单位以更好的项目参评，不重复评优")
    case .formerWinner: Wording("had this award before", "曾获本奖项，不重复评优")
    case .otherAward: Wording("is in for another award; one award each", "已入选其他奖项，一人一奖")
    case .belowLine: Wording("is below the line of places", "未进入名额")
    case .onReserve: Wording("is on the reserve list and holds no place", "为候补人选，尚未递补")
    case .overPlaces: Wording("is one of more tied candidates than places are left", "并列者中列名人数超过余下名额")
    case .notRecommended: Wording("was not recommended", "未经推荐")
    }
  }
}
