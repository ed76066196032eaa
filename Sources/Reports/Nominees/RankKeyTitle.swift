import Programme

/// What a rank key is called above its column: 总成绩, 在线时长, 综合评价.
struct RankKeyTitle: Hashable, Sendable {
  var title: String
  /// Stands on the heading's second line and after a printed gap; empty for plain numbers.
  var unit: String

  /// Names every key of an award in comparison order.
  static func titles(of award: Award, in programme: Programme) -> [RankKeyTitle] {
    award.rank.map { RankKeyTitle($0.value, award: award, programme: programme) }
  }

  private init(_ value: RankValue, award: Award, programme: Programme) {
    switch value {
    case .total:
      self.init(title: "总成绩", unit: "分")
    case .component(let id):
      self.init(title: programme.scoring.components.first { $0.id == id }?.short ?? id.text, unit: "分")
    case .tally(let id):
      let tally = programme.tallies.first { $0.id == id }
      self.init(title: tally?.title ?? id.text, unit: tally?.unit.title ?? "")
    case .attribute(let name):
      self.init(title: Self.heading(of: name, award: award, programme: programme), unit: Self.unit(of: name))
    case .lot: self.init(title: "签值", unit: "")
    case .composite:
      self.init(title: "综合评价值", unit: "")
    }
  }

  private init(title: String, unit: String) {
    self.title = title
    self.unit = unit
  }

  /// The heading of the staff export that the number comes from, as the office knows it.
  private static func heading(of attribute: String, award: Award, programme: Programme) -> String {
    if attribute == "briefs" { return "简报" }
    guard case .staff(let role, _, _) = award.pool,
      let source = programme.sources.first(where: { $0.kind == .staff && $0.role == role }),
      let header = source.column(Identifier(attribute))?.headers.first
    else { return attribute }
    return header
  }

  private static func unit(of attribute: String) -> String {
    switch attribute {
    case "online": "小时"
    case "briefs": "期"
    case "score": "分"
    default: ""
    }
  }
}

extension TallyUnit {
  /// What one unit is called where a rank key is printed.
  fileprivate var title: String {
    switch self {
    case .seconds: "小时"
    case .marks: "分"
    case .items: "次"
    case .moment: ""
    }
  }
}
