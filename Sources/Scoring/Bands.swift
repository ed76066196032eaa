import Programme

/// Half-open bands of an amount, the highest first: a band reaches from its `from` up to where the next higher one begins
/// (seed 2: 优秀50–48、良好47.9–30、合格29.9–10).
struct Bands: Sendable {
  struct Band: Sendable {
    let place: Place
    let title: String
    /// In the tally's unit; included.
    let from: Int64
    /// The last amount of the band as a document states it; only compared with the next higher band.
    let to: Int64?
    /// In units of 10^-decimals; nil where the band only names the amount.
    let points: Int64?
  }

  let list: [Band]

  /// Reads the bands of a key; what contradicts itself is refused, what only looks like a gap is warned of.
  init(_ key: String, _ fields: Fields, of operand: Operand, _ scope: RuleScope, required: Bool) {
    let form = Form<[Band]>.list(of: .object { Band($0, operand, scope) }, atLeast: 1)
    list = (required ? fields.required(key, form) : fields.optional(key, form)) ?? []
    for (higher, lower) in zip(list, list.dropFirst()) { Self.check(lower, below: higher, operand, fields.faults) }
    if let top = list.first, let to = top.to, to < top.from {
      fields.faults.refuse(
        top.place,
        Wording("band '\(top.title)' ends before it begins", "等次“\(top.title)”的上限低于下限"))
    }
    if let lowest = list.last, lowest.from > 0, operand != .unread {
      let edge = operand.wording(lowest.from)
      fields.faults.warn(
        lowest.place,
        Wording(
          "what is below \(edge.english) is in no band and gives no points; add a band from 0",
          "低于\(edge.chinese)的不属于任何等次，不得分；请补一个 from: 0 的等次"))
    }
  }

  private static func check(_ lower: Band, below higher: Band, _ operand: Operand, _ faults: FaultCollector) {
    let (edge, start) = (operand.wording(higher.from), operand.wording(lower.from))
    if lower.from >= higher.from {
      faults.refuse(
        lower.place,
        Wording(
          "band '\(lower.title)' begins at \(start.english), not below '\(higher.title)' at \(edge.english); list the highest first",
          "等次“\(lower.title)”起于\(start.chinese)，不低于前一等次“\(higher.title)”的\(edge.chinese)；请从高到低排列"))
    } else if let to = lower.to, to < lower.from {
      faults.refuse(
        lower.place,
        Wording("band '\(lower.title)' ends before it begins", "等次“\(lower.title)”的上限低于下限"))
    } else if let to = lower.to, to >= higher.from {
      let end = operand.wording(to)
      faults.refuse(
        lower.place,
        Wording(
          "band '\(lower.title)' reaches \(end.english) and overlaps '\(higher.title)' from \(edge.english)",
          "等次“\(lower.title)”到\(end.chinese)，与“\(higher.title)”（\(edge.chinese)起）重叠"))
    } else if let to = lower.to, higher.from - to > 1 {
      let end = operand.wording(to)
      faults.warn(
        lower.place,
        Wording(
          "nothing is said of amounts between \(end.english) and \(edge.english); they count as '\(lower.title)', which reaches up to '\(higher.title)'",
          "\(end.chinese)与\(edge.chinese)之间未作规定；按“\(lower.title)”计，直至“\(higher.title)”起点"))
    }
    if let low = lower.points, let high = higher.points, low > high {
      faults.refuse(
        lower.place,
        Wording(
          "band '\(lower.title)' gives more points than the higher band '\(higher.title)'",
          "等次“\(lower.title)”的得分高于更高的等次“\(higher.title)”"))
    }
  }

  /// The band of an amount; nil below the lowest.
  func band(of amount: Int64) -> Band? { list.first { amount >= $0.from } }

  /// `优秀不低于48分，良好30分起、低于48分，…`.
  func sentence(_ operand: Operand, decimals: Int) -> Wording {
    let phrases = list.enumerated().map { index, band in
      let start = operand.wording(band.from)
      let reach =
        index == 0
        ? Wording("from \(start.english)", "\(start.chinese)及以上")
        : operand.wording(list[index - 1].from).span(from: start)
      guard let points = band.points.map({ Points($0, decimals: decimals).short }) else {
        return Wording("\(reach.english): \(band.title)", "\(reach.chinese)为\(band.title)")
      }
      return Wording("\(reach.english) (\(band.title)): \(points) points", "\(reach.chinese)（\(band.title)）得\(points)分")
    }
    return phrases.listed(", ", "，")
  }
}

extension Wording {
  /// `30分及以上、不足48分`; self is where the span ends.
  fileprivate func span(from start: Wording) -> Wording {
    Wording("from \(start.english) to below \(english)", "\(start.chinese)及以上、不足\(chinese)")
  }
}

extension Bands.Band {
  fileprivate init(_ fields: Fields, _ operand: Operand, _ scope: RuleScope) {
    place = fields.place
    title = fields.required("title", .text)
    from = fields.required("from", .amountFromZero(like: operand, scope))
    to = fields.optional("to", .amountFromZero(like: operand, scope))
    points = fields.optional("points", .pointsFromZero(scope))
    if let points, points > scope.maximum.units {
      fields.refuse(
        "points",
        Wording(
          "the band gives more than the component has; expected at most \(scope.maximum.short)",
          "该等次得分高于该项分值；至多为 \(scope.maximum.short)"))
    }
  }
}
