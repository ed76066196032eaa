package import Programme

/// The words of one award that its sentences are made with.
package struct ReasonWords: Sendable {
  /// One for each ranking key.
  package var keys: [KeyWords]
  /// What each condition asks, as it follows 不符合条件：.
  package var conditions: [Wording]
  /// What is counted in a tie: 人 for people, 个 for units.
  package var counted: String
  /// What the entry percentile asks: 在线活动时间居前50%.
  package var entry: Wording
  /// Whether those who win once are persons, not units.
  package var holdersArePersons = false
  /// The titles of the awards of which one person holds one, in their order.
  package var exclusive: [Wording] = []
  package var filingOffice: Wording
  package var recommendingOffice: Wording
  package var approvingOffice: Wording

  /// The words of one award; offices have general names unless told.
  package init(
    keys: [KeyWords], conditions: [Wording] = [], counted: String = "人", entry: Wording = Wording("", ""),
    filingOffice: Wording = Wording("the filing office", "申报单位"),
    recommendingOffice: Wording = Wording("the recommending office", "推荐单位"),
    approvingOffice: Wording = Wording("the approving office", "审定单位")
  ) {
    self.keys = keys
    self.conditions = conditions
    self.counted = counted
    self.entry = entry
    self.filingOffice = filingOffice
    self.recommendingOffice = recommendingOffice
    self.approvingOffice = approvingOffice
  }
}

/// How a ranking key is named and how a difference in it is printed.
package struct KeyWords: Sendable {
  package var title: Wording
  /// Prints the size of a difference, with its unit: 0.61分.
  package var printed: @Sendable (Int64) -> Wording
  /// Whether the key is a drawn number, in which a distance means nothing.
  package var isDrawn = false

  /// A key with its own way of printing a difference.
  package init(title: Wording, printed: @escaping @Sendable (Int64) -> Wording) {
    self.title = title
    self.printed = printed
  }

  /// A key that is an integer in units of 10^-decimals.
  package init(title: Wording, decimals: Int, unit: Wording) {
    self.init(title: title) { size in
      let text = decimalText(Int128(size), decimals: decimals)
      return Wording(unit.english.isEmpty ? text : "\(text) \(unit.english)", text + unit.chinese)
    }
  }
}
