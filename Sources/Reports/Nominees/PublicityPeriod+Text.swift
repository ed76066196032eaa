import Programme

extension PublicityPeriod {
  /// `2023年9月1日至9月7日（5个工作日）`; the year of the last day is said where it is another one.
  var text: String {
    let end = last.year == first.year ? chineseMonthAndDay(last) : chineseDate(last)
    let span = first == last ? chineseDate(first) : "\(chineseDate(first))至\(end)"
    return "\(span)（\(count.text(days))）"
  }
}

extension Publicity {
  /// How the days are counted, for a list whose day of publication is not decided yet.
  var rule: String {
    count.text(days) + (start == .nextDay ? "，自发布次日起算" : "，自发布当日起算")
  }
}

extension DayCount {
  fileprivate func text(_ days: Int) -> String {
    self == .working ? "\(days)个工作日" : "\(days)个自然日"
  }
}
