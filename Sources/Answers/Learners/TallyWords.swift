import Programme
import Scoring

extension Tally {
  /// How the tally is made of so many facts: `“学习时长”8条记录的学习时长之和`.
  func making(of count: Int, _ source: Source) -> Wording {
    making(
      Wording("\(count) record\(count == 1 ? "" : "s") of “\(source.title)”", "“\(source.title)”\(count)条记录"), source)
  }
}

extension Omission {
  /// Why facts are not counted, behind their number.
  func wording(_ source: Source) -> Wording {
    switch self {
    case .category(let wanted):
      other("category", wanted.map(source.exported), source)
    case .item(let wanted): other("item", wanted.map(source.exportedItem), source)
    case .submitted(let wanted): wanted ? Wording("neither time nor mark", "未提交") : Wording("handed in", "已提交")
    case .missing(let wanted):
      wanted
        ? Wording("has a \(source.header("value"))", "有\(source.header("value"))")
        : Wording("no \(source.header("value"))", "没有\(source.header("value"))")
    case .flag(let wanted):
      wanted
        ? Wording("“\(source.header("flag"))” is not yes", "“\(source.header("flag"))”不为是")
        : Wording("“\(source.header("flag"))” is yes", "“\(source.header("flag"))”为是")
    case .at(let from, let until):
      Wording("not ", "不符合") + source.span(from, until)
    case .value(let atLeast, let below): Wording("not ", "不符合") + source.range(atLeast, below)
    case .noValue(let reason, let submitted): reason.wording(submitted: submitted)
    case .noTime: Wording("no \(source.header("at"))", "没有\(source.header("at"))")
    }
  }

  private func other(_ column: Identifier<Column>, _ wanted: [String], _ source: Source) -> Wording {
    let (header, list) = (source.header(column), wanted.map { "“\($0)”" })
    return Wording(
      "\(header) is not \(list.joined(separator: " or "))", "\(header)不是\(list.joined(separator: "或"))")
  }
}
