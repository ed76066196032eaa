import Awards
package import Programme
import Scoring
import Store

extension Programme {
  /// What a rank key is called: 总成绩, 综合评价值, or the header of the staff export that the number comes from.
  package func title(of key: RankValue, in award: Award) -> Wording {
    switch key {
    case .total: return Wording("total", "总成绩")
    case .lot: return Wording("lot", "签值")
    case .component(let id): return Wording(id.text, scoring.components.first { $0.id == id }?.short ?? id.text)
    case .tally(let id): return Wording(id.text, tallies.first { $0.id == id }?.title ?? id.text)
    case .composite: return Wording("composite", "综合评价值")
    case .attribute(let name):
      guard case .staff(let role, _, _) = award.pool,
        let source = sources.first(where: { $0.kind == .staff && $0.role == role }),
        let header = source.column(Identifier(name))?.headers.first
      else { return Wording(name, name == "briefs" ? "简报数" : name) }
      return Wording(name, header)
    }
  }

  /// The unit behind the value of a rank key; empty for plain numbers.
  package func unit(of key: RankValue) -> Wording {
    switch key {
    case .total, .component, .attribute("score"): Wording("points", "分")
    case .attribute("online"): Wording("hours", "小时")
    case .attribute("briefs"): Wording("briefs", "期")
    case .tally(let id): unit(of: tallies.first { $0.id == id })
    default: Wording("", "")
    }
  }

  private func unit(of tally: Tally?) -> Wording {
    switch tally?.unit {
    case .seconds: Wording("hours", "小时")
    case .marks: Wording("marks", "分")
    case .items: Wording("", tally?.counter ?? "次")
    case .moment, nil: Wording("", "")
    }
  }

  /// The value of a rank key, in the key's printed unit, as the papers print it.
  package func printed(_ value: Int64, _ key: RankValue) -> String {
    RankKeyFormat(key, self).text(value)
  }

  /// A difference of two values of a rank key; between two moments it is a length of time.
  package func printedDifference(_ difference: Int64, _ key: RankValue) -> Wording {
    guard case .tally(let id) = key, tallies.first(where: { $0.id == id })?.unit == .moment else {
      let text = printed(difference, key)
      return Wording(text, text)
    }
    let sign = difference < 0 ? "-" : ""
    let seconds = Int64(clamping: difference.magnitude)
    let parts: [(Int64, english: String, chinese: String)] = [
      (seconds / 86_400, "d", "天"), (seconds / 3_600 % 24, "h", "小时"), (seconds / 60 % 60, "min", "分"),
      (seconds % 60, "s", "秒"),
    ]
    let shown = parts.filter { $0.0 > 0 }
    guard !shown.isEmpty else { return Wording("0 s", "0秒") }
    return Wording(
      sign + shown.map { "\($0.0) \($0.english)" }.joined(separator: " "),
      sign + shown.map { "\($0.0)\($0.chinese)" }.joined())
  }
}
