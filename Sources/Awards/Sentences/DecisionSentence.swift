package import Programme

extension Decision {
  /// Why the candidacy stands as it does, in one sentence that names no other person.
  ///
  /// `section` is the name of the part in which the candidate competes, where places are divided; `lot` is the candidate's, where lots
  /// settle ties.
  package func sentence(
    at line: Line, in words: ReasonWords, within section: String? = nil, lot: Lot? = nil
  ) -> Wording {
    let distance = gap.flatMap { gap in gap.difference.map { words.keys[gap.key].printed(Self.size($0)) } }
    return sentence(
      at: line, in: words, within: section,
      operands: ReasonOperands(
        rank: "\(shownRank ?? 0)", tied: "\(tied)", reserve: "\(reserve ?? 0)", gap: distance ?? Wording("", ""),
        lot: lot?.text))
  }

  /// The same with the candidate's own figures as they are given, which may be gaps to fill in later.
  package func sentence(
    at line: Line, in words: ReasonWords, within section: String?, operands: ReasonOperands
  ) -> Wording {
    let isRanked = rank != nil
    let draw = reason == .tieByLot ? operands.lot : nil
    return Wording(
      (isRanked ? section.map { "\($0): " } ?? "" : "") + englishSentence(at: line, in: words, operands)
        + (draw.map { " (lot \($0))" } ?? ""),
      (isRanked ? section ?? "" : "") + chineseSentence(at: line, in: words, operands)
        + (draw.map { "（签值\($0)）" } ?? ""))
  }

  private func chineseSentence(
    at line: Line, in words: ReasonWords, _ operands: ReasonOperands
  ) -> String {
    let rank = "第\(operands.rank)名"
    let equals = tied > 1 ? "\(rank)并列\(operands.tied)\(words.counted)" : rank
    let places = line.places ?? 0
    var across: String { "\(equals)，余\(line.left)个名额" }
    let follows = reserve == nil ? "" : "；候补第\(operands.reserve)位"
    switch reason {
    case .entered: return "参评"
    case .hasWithdrawn: return "已退出，不参加评选"
    case .conditionsUnmet: return "不符合条件：" + unmet(in: words).map(\.chinese).joined(separator: "；")
    case .notFiled: return "\(words.filingOffice.chinese)未申报"
    case .belowEntry: return "未达到入围条件：\(words.entry.chinese)"
    case .disqualified: return "经复核不具备资格，见更正记录"
    case .formerWinner: return "曾获本奖项，不重复评优"
    case .otherAward: return "已入选\(otherAward(in: words).chinese)，一人一奖"
    case .sameUnit:
      return words.holdersArePersons ? "同一人以更好的项目参评，不重复评优" : "同一单位以更好的项目参评，不重复评优"
    case .noQuota: return "\(equals)，符合条件，不限名额"
    case .withinPlaces: return "\(equals)，\(tied > 1 ? "均" : "")在\(places)个名额内"
    case .belowLine: return "\(equals)，名额\(places)个\(chineseGap(in: words, operands.gap))\(follows)"
    case .tieExtended: return "\(across)，按规定并列者均入选"
    case .tieExcluded: return "\(across)，按规定并列者均不入选"
    case .tieReserved: return "\(across)，按规定并列者列入候补\(follows)"
    case .tieByIdentifier: return "\(across)，按规定以编号先后确定\(outcome == .in ? "入选" : "未入选")\(follows)"
    case .tieByLot: return "\(across)，按公布的种子抽签确定\(outcome == .in ? "入选" : "未入选")\(follows)"
    case .tieOpen: return across
    case .tieDecided: return "\(across)，由\(decider(in: words).chinese)决定\(outcome == .in ? "入选" : "未入选")\(follows)"
    case .notRecommended: return "\(equals)，入选候选；\(words.recommendingOffice.chinese)未推荐"
    case .rejected: return "\(equals)，入选候选；\(words.approvingOffice.chinese)审定未通过"
    }
  }

  private func englishSentence(
    at line: Line, in words: ReasonWords, _ operands: ReasonOperands
  ) -> String {
    let equals = "rank \(operands.rank)" + (tied > 1 ? ", \(operands.tied) tied" : "")
    let places = Self.counted(line.places ?? 0)
    var across: String { "\(equals), \(Self.counted(line.left)) left" }
    let follows = reserve == nil ? "" : "; no. \(operands.reserve) on the reserve list"
    switch reason {
    case .entered: return "in the pool"
    case .hasWithdrawn: return "has withdrawn"
    case .conditionsUnmet: return "not eligible: " + unmet(in: words).map(\.english).joined(separator: "; ")
    case .notFiled: return "not filed by \(words.filingOffice.english)"
    case .belowEntry: return "below the entry condition: \(words.entry.english)"
    case .disqualified: return "found not to qualify; see the corrections"
    case .formerWinner: return "had this award before"
    case .otherAward: return "is in for \(otherAward(in: words).english); one award each"
    case .sameUnit:
      return words.holdersArePersons
        ? "the same person competes with a better entry and wins only once"
        : "the same unit competes with a better project and wins only once"
    case .noQuota: return "\(equals), meets the conditions, places are not limited"
    case .withinPlaces: return "\(equals), \(tied > 1 ? "all " : "")within \(places)"
    case .belowLine: return "\(equals), \(places)\(englishGap(in: words, operands.gap))\(follows)"
    case .tieExtended: return "\(across); by the rule all who are tied are in"
    case .tieExcluded: return "\(across); by the rule none who are tied are in"
    case .tieReserved: return "\(across); by the rule all who are tied go on the reserve list\(follows)"
    case .tieByIdentifier:
      return "\(across); by the rule the identifier decides: \(outcome == .in ? "in" : "out")\(follows)"
    case .tieByLot:
      return "\(across); lots drawn with the published seed decide: \(outcome == .in ? "in" : "out")\(follows)"
    case .tieOpen: return across
    case .tieDecided:
      return "\(across); \(decider(in: words).english) decided: \(outcome == .in ? "in" : "out")\(follows)"
    case .notRecommended: return "\(equals), a candidate; not recommended by \(words.recommendingOffice.english)"
    case .rejected: return "\(equals), a candidate; not approved by \(words.approvingOffice.english)"
    }
  }

  /// `；总成绩差0.61分`; keys that were equal before the one that tells are named, so that nobody looks for a gap there.
  private func chineseGap(in words: ReasonWords, _ size: Wording) -> String {
    guard let gap else { return "" }
    let equal = words.keys[..<gap.key].map(\.title.chinese).joined(separator: "、")
    let title = words.keys[gap.key].title.chinese
    if words.keys[gap.key].isDrawn { return "；" + (equal.isEmpty ? "" : "\(equal)相同，") + "\(title)在入选线之后" }
    let distance = gap.difference == nil ? nil : "\(title)差\(size.chinese)"
    return "；" + (equal.isEmpty ? "" : "\(equal)相同，") + (distance ?? "无\(title)")
  }

  private func englishGap(in words: ReasonWords, _ size: Wording) -> String {
    guard let gap else { return "" }
    let equal = words.keys[..<gap.key].map(\.title.english).joined(separator: ", ")
    let title = words.keys[gap.key].title.english
    if words.keys[gap.key].isDrawn {
      return "; " + (equal.isEmpty ? "" : "equal on \(equal), ") + "\(title) behind the line"
    }
    let distance = gap.difference == nil ? nil : "\(size.english) short on \(title)"
    return "; " + (equal.isEmpty ? "" : "equal on \(equal), ") + (distance ?? "no \(title)")
  }

  private func unmet(in words: ReasonWords) -> [Wording] {
    failed.map { words.conditions[$0] }
  }

  private func otherAward(in words: ReasonWords) -> Wording {
    other.flatMap { words.exclusive.indices.contains(Int($0)) ? words.exclusive[Int($0)] : nil }
      ?? Wording("another award", "其他奖项")
  }

  private func decider(in words: ReasonWords) -> Wording {
    decidedBy == .approvingOffice ? words.approvingOffice : words.recommendingOffice
  }

  private static func counted(_ places: Int64) -> String {
    places == 1 ? "1 place" : "\(places) places"
  }

  private static func size(_ difference: Int64) -> Int64 {
    Int64(clamping: difference.magnitude)
  }
}

/// What a sentence says of one candidate alone, as it is printed.
package struct ReasonOperands: Sendable {
  var rank: String
  var tied: String
  var reserve: String
  /// The distance from the line in the key that tells, with its unit.
  var gap: Wording
  /// nil where no lots are drawn.
  var lot: String?

  /// Gaps in place of the figures, which the view `decision` fills in; `gap` stands in front of the key's unit.
  package static func gaps(drawsLots: Bool, unit: Wording) -> ReasonOperands {
    ReasonOperands(
      rank: "⟦rank⟧", tied: "⟦tied⟧", reserve: "⟦reserve⟧",
      gap: Wording("⟦gap⟧" + (unit.english.isEmpty ? "" : " \(unit.english)"), "⟦gap⟧" + unit.chinese),
      lot: drawsLots ? "⟦lot⟧" : nil)
  }
}
