import Metrics
import Programme
import Scoring

extension Inquiry {
  /// A count of a metric in the unit in which it is counted: people, hours and minutes, marks, items.
  func amount(of quantity: Quantity, _ count: Int64) -> Wording {
    switch quantity.source {
    case .enrolled, .learners, .units, .responses, .one: Wording(decimalText(count, decimals: 0, grouped: true))
    case .sum(let id): (programme.tallies.first { $0.id == id }?.unit ?? .items).amount(count)
    case .sumPoints: Wording(decimalText(count, decimals: scorer.decimals, grouped: true))
    }
  }

  /// What a count counts, with its factor where it has one: `报名学员1,350×6份`.
  func wording(of quantity: Quantity, _ count: Int64, at place: Place) -> Wording {
    let what = quantity.subject(in: programme, at: place)
    guard quantity.times > 1 else { return what + Wording(": ", "：") + amount(of: quantity, count) }
    let one = amount(of: quantity, count / quantity.times)
    let all = amount(of: quantity, count)
    return Wording(
      "\(what.english): \(one.english) × \(quantity.times) = \(all.english)",
      "\(what.chinese)：\(one.chinese)×\(quantity.times)＝\(all.chinese)")
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
