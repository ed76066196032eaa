import Metrics
import Programme
import Templates

/// A figure of the pipeline file, of one unit or project tonight.
struct NamedFigure {
  let indicator: Indicator
  let measured: Standing.Measured

  /// How many learners the figure still lacks; nil where it does not count learners.
  var open: Int64? {
    indicator.learners.map { _ in measured.figure.denominator - measured.figure.numerator }
  }
}

extension Topic where Subject == NamedFigure {
  /// What is told of every figure; `kind` is what the figure itself is compared with.
  static func figure(_ kind: Signature.ValueKind) -> Self {
    Topic(
      "指标", kind, { .figure($0.measured.printed) }
    ) {
      text("名称", "its title", "指标名称") { $0.indicator.title }
      text("人数名", "what learners whom it counts are called, such as 参训", "所计学员的称谓，如 参训；不计学员的指标没有") {
        $0.indicator.learners
      }
      number("分子", "the numerator", "分子") {
        let printed = $0.indicator.numerator($0.measured.figure)
        return .figure(printed, text: printed.groupedText)
      }
      number("分母", "the denominator", "分母") {
        let printed = $0.indicator.denominator($0.measured.figure)
        return .figure(printed, text: printed.groupedText)
      }
      count("未达人数", "how many learners it lacks", "未达到的学员人数；不计学员的指标没有") { $0.open }
      text("单位", "what its counts are counted in", "分子、分母的单位") { $0.indicator.unit }
      number("上期", "the figure of the issue before", "上期数值；首期没有") { .figure($0.measured.previous) }
      number("变化", "how far it moved since then, such as +0.35", "较上期的变化，如 +0.35") { figure in
        let change = figure.measured.change
        return PrintedValue(
          text: change?.text ?? "—", number: change.map { TemplateNumber(units: $0.units, decimals: $0.decimals) },
          isMissing: change == nil)
      }
      text("变化说法", "the same in words, such as 提高0.35个百分点", "同上，写成文字，如 提高0.35个百分点") {
        $0.measured.change?.wording.chinese
      }
    }
  }
}

extension Indicator {
  /// What the figure is compared with.
  fileprivate var kind: Signature.ValueKind { isShare ? .percent : .number }
}

/// A unit or a project as papers tell of it.
struct PaperUnit {
  let standing: Standing
  let indicators: Indicators
  /// With the names of the units above it.
  let fullName: String
  /// The units right below it, from the first rank down where that is asked for.
  var children: (_ byRank: Bool) -> [PaperUnit] = { _ in [] }
}

extension Topic where Subject == PaperUnit {
  /// What is told of every unit; `depth` is how many levels there are below it.
  static func unit(_ indicators: Indicators, depth: Int = 0, isRanked: Bool = true) -> Self {
    Topic("单位", .text, { .text($0.standing.name) }) {
      text("名称", "its name", "名称") { $0.standing.name }
      text("全称", "its name with those of the units above it", "全称，含上级单位") { $0.fullName }
      count("报名学员", "its learners", "报名学员人数") { $0.standing.enrolled }
      count("退出人数", "learners who withdrew", "已退出的人数") { $0.standing.withdrawn }
      count("消失人数", "learners who are in the roster no more", "名册中消失的人数") { $0.standing.vanished }
      if isRanked { ranks }
      if depth > 0 {
        ranking(
          ["下级"], Wording("the units right below it", "直接下级单位"), of: unit(indicators, depth: depth - 1),
          { $0.children(false) }, byRank: { $0.children(true) })
      }
      figures(indicators) { $0.standing }
    }
  }

  @MemberList<Subject>
  private static var ranks: [Member] {
    number("名次", "its rank", "名次；没有学员的单位没有") { $0.standing.rank.value }
    number("上级内名次", "its rank among the units under the same unit", "在同一上级单位内的名次") { $0.standing.rankWithin.value }
    number("名次变化", "places gained (↑) or lost (↓); above nought where it rose", "名次升（↑）降（↓）的位数；比较时升为正、降为负") { unit in
      PrintedValue(
        text: Entry.climb(unit.standing.climb).text,
        number: unit.standing.climb.map { TemplateNumber(units: Int64($0)) }, isMissing: unit.standing.climb == nil)
    }
  }
}

extension Topic {
  /// Every figure by its title and by its id in the pipeline file.
  static func figures(_ indicators: Indicators, _ read: @escaping (Subject) -> Standing) -> [Member] {
    indicators.all.enumerated().map { index, indicator in
      thing(
        [indicator.title, indicator.measure.metric.id.text],
        Wording(indicator.measure.metric.definition, indicator.measure.metric.definition),
        of: .figure(indicator.kind)
      ) { NamedFigure(indicator: indicator, measured: read($0).measured[index]) }
    }
  }

  /// Figures to go over; as they are of several kinds, they are not compared.
  static func figureList(
    _ name: String, _ english: String, _ chinese: String, _ read: @escaping (Subject) -> [NamedFigure]
  ) -> Member {
    list([name], Wording(english, chinese), of: .figure(.text), read)
  }
}

extension Int? {
  /// A rank as a value.
  fileprivate var value: PrintedValue {
    PrintedValue(
      text: Entry.rank(self).text, number: map { TemplateNumber(units: Int64($0)) }, isMissing: self == nil)
  }
}
