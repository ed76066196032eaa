import Awards
import Metrics
import Programme
import Scoring

/// What the figures themselves say went wrong, each sentence with the rule that raised it.
///
/// The program states facts and conditions; causes and blame are for people, who have a slot for them.
struct SummaryProblem: Hashable, Sendable {
  let sentence: String
  let condition: String
}

extension SummaryWording {
  /// How far below the whole a unit must be to be named, in percentage points.
  static let gap: Int64 = 10

  /// The problems found by rule, in the order of the rules.
  var problems: [SummaryProblem] {
    [idle, farBelow, notStarted, notPassed, vanished, weakAnswers, openTies].compactMap { $0 }
  }

  private var idle: SummaryProblem? {
    guard !figures.idle.isEmpty, let started = figures.indicators.started else { return nil }
    let title = figures.taking.count > 1 ? figures.taking[1].title : "单位"
    return SummaryProblem(
      sentence: "有\(figures.idle.count)\(counter(ofUnits: title))\(title)没有学员参训：\(listing(figures.idle, atMost: 3))。",
      condition: "\(figures.indicators.all[started].learners ?? "参训")人数为0")
  }

  private var farBelow: SummaryProblem? {
    guard let place = figures.indicators.passed, let whole = figures.whole.measured[place].printed.units else {
      return nil
    }
    let title = figures.indicators.all[place].title
    let below = figures.cities.filter { city in
      city.measured[place].printed.units.map { whole - $0 >= Self.gap * 100 } ?? false
    }.sorted { $0.measured[place].printed < $1.measured[place].printed }
    guard !below.isEmpty else { return nil }
    let names = below.map { "\($0.name)（\($0.measured[place].printed.text)）" }
    return SummaryProblem(
      sentence:
        "\(title)低于\(figures.wholeTitle)\(Self.gap)个百分点及以上的有\(below.count)\(counter(ofUnits: figures.cityTitle))\(figures.cityTitle)："
        + names.joined(separator: "、") + "。",
      condition: "\(title)比\(figures.wholeTitle)低\(Self.gap)个百分点及以上")
  }

  private var notStarted: SummaryProblem? {
    guard let place = figures.indicators.started else { return nil }
    return left(place, verb: "未参训")
  }

  private var notPassed: SummaryProblem? {
    guard let place = figures.indicators.passed else { return nil }
    return left(place, verb: "未合格")
  }

  private func left(_ place: Int, verb: String) -> SummaryProblem? {
    let figure = figures.whole.measured[place].figure
    let left = figure.denominator - figure.numerator
    guard left > 0 else { return nil }
    let share = Printed(share: Fraction(Int128(left), over: Int128(figure.denominator)), decimals: 2)
    return SummaryProblem(
      sentence: "\(verb)\(grouped(left))人，占报名学员的\(share.text)。", condition: "\(verb)人数大于0")
  }

  private var vanished: SummaryProblem? {
    guard figures.whole.vanished > 0 else { return nil }
    return SummaryProblem(
      sentence: "\(grouped(figures.whole.vanished))名学员不在最后一期名册中，也无退出记录，仍计入分母，请核实去向。",
      condition: "名册中消失而无退出记录")
  }

  private var weakAnswers: SummaryProblem? {
    guard let satisfaction = figures.satisfaction else { return nil }
    let weak = satisfaction.whole.filter { ($0.share.units ?? 1000) < 800 }
    guard !weak.isEmpty else { return nil }
    let names = weak.map { "\(satisfaction.title($0))（\($0.share.text)）" }
    return SummaryProblem(
      sentence: "满意率低于80%的有\(weak.count)项：\(names.joined(separator: "、"))。", condition: "满意率低于80%")
  }

  private var openTies: SummaryProblem? {
    let open = figures.awards.filter { $0.tally.count(.tied) > 0 }.map(\.award.title)
    guard !open.isEmpty else { return nil }
    return SummaryProblem(sentence: "评优尚有并列待定的奖项：\(listing(open))。", condition: "名额线上并列且须由人决定")
  }
}
