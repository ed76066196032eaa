import Metrics
import Programme
import Scoring

extension Inquiry {
  /// A count of a metric in the unit in which it is counted: people, hours and minutes, marks, items.
  func amount(of quantity: Quantity, _ count: Int64) -> Wording {
    switch quantity.source {
    case .enrolled, .learners, .units: Wording(decimalText(count, decimals: 0, grouped: true))
    case .sum(let id): (programme.tallies.first { $0.id == id }?.unit ?? .items).amount(count)
    case .sumPoints: Wording(decimalText(count, decimals: scorer.decimals, grouped: true))
    }
  }

  /// What a count counts, with its factor where it has one: `报名学员1,350×6份`.
  func wording(of quantity: Quantity, _ count: Int64, at place: Place) -> Wording {
    let what = subject(of: quantity, at: place)
    guard quantity.times > 1 else { return what + Wording(": ", "：") + amount(of: quantity, count) }
    let one = amount(of: quantity, count / quantity.times)
    let all = amount(of: quantity, count)
    return Wording(
      "\(what.english): \(one.english) × \(quantity.times) = \(all.english)",
      "\(what.chinese)：\(one.chinese)×\(quantity.times)＝\(all.chinese)")
  }

  private func subject(of quantity: Quantity, at place: Place) -> Wording {
    switch quantity.source {
    case .enrolled: return Wording("learners, the withdrawn left out", "报名学员数（不含已退出）")
    case .learners(let list):
      let phrases = conditions(list, at: place).map(\.wording).joined(by: Wording(" and ", "且"))
      return Wording("learners with \(phrases.english)", "\(phrases.chinese)的学员数")
    case .units(let selection, let conditions):
      let level = programme.levels.first { $0.id == selection.level }?.title ?? selection.level.text
      let whose =
        selection.among == .all ? Wording("all units", "全部") : Wording("units with learners", "有学员的")
      let phrases = conditions.compactMap { UnitTest($0, programme)?.wording }
      let met = phrases.map(\.english).joined(separator: " and ")
      return Wording(
        "\(whose.english) of level \(level)\(met.isEmpty ? "" : " with \(met)")",
        "\(phrases.map { "\($0.chinese)、" }.joined())\(whose.chinese)\(level)数")
    case .sum(let id):
      let tally = programme.tallies.first { $0.id == id }
      let title = tally?.title ?? id.text
      if tally?.subject == .unit {
        return Wording("\(title), the unit and all below it together", "本单位及以下各单位\(title)之和")
      }
      return Wording("\(title), all learners together", "全体学员\(title)之和")
    case .sumPoints(let ids):
      let titles = ids.map { id in
        scorer.components.first { $0.id == id }.map { Wording($0.title) } ?? Wording("total", "总成绩")
      }
      .joined(by: Wording(" and ", "、"))
      return Wording("points of \(titles.english), all learners together", "全体学员\(titles.chinese)得分之和")
    }
  }
}

extension TallyUnit {
  /// A sum over many learners: hours are grouped, and the rest of a minute is shown.
  fileprivate func amount(_ count: Int64) -> Wording {
    switch self {
    case .seconds:
      let (hours, minutes, seconds) = (count / 3600, count / 60 % 60, count % 60)
      let grouped = decimalText(hours, decimals: 0, grouped: true)
      let short = minutes == 0 && seconds == 0 ? Wording("") : Wording(" \(minutes) min", "\(minutes)分钟")
      let rest = seconds == 0 ? Wording("") : Wording(" \(seconds) s", "\(seconds)秒")
      return Wording("\(grouped) h", "\(grouped)小时") + short + rest
    case .marks: return Wording(decimalText(count, decimals: 2, grouped: true))
    case .items: return Wording(decimalText(count, decimals: 0, grouped: true))
    case .moment: return wording(count)
    }
  }
}
