import Programme
import Scoring

extension Tally {
  /// How the tally is made of facts: `“学习时长”8条记录的学习时长之和`.
  func making(of count: Int, _ source: Source) -> Wording {
    let name = source.header(Identifier(column?.rawValue ?? "value"))
    let records = Wording(
      "\(count) record\(count == 1 ? "" : "s") of “\(source.title)”", "“\(source.title)”\(count)条记录")
    let filter = filter.wording(source)
    let taken = Wording(
      records.english + (filter.map { " with \($0.english)" } ?? ""),
      (filter.map { "\($0.chinese)的" } ?? "") + records.chinese)
    return switch operation {
    case .sum: Wording("the sum of \(name) over \(taken.english)", "\(taken.chinese)的\(name)之和")
    case .count: taken
    case .max: Wording("the greatest \(name) of \(taken.english)", "\(taken.chinese)中最大的\(name)")
    case .min: Wording("the least \(name) of \(taken.english)", "\(taken.chinese)中最小的\(name)")
    case .first: Wording("the earliest \(name) of \(taken.english)", "\(taken.chinese)中时间最早的\(name)")
    case .last: Wording("the latest \(name) of \(taken.english)", "\(taken.chinese)中时间最晚的\(name)")
    case .reached:
      Wording(
        "when \(name) of \(taken.english), in order of time, came to \(source.wording(target ?? 0).english)",
        "\(taken.chinese)按时间先后累计\(name)达到\(source.wording(target ?? 0).chinese)的时刻")
    }
  }
}

extension TallyFilter {
  /// Which facts are taken, in the words of the exports; nil when all are.
  fileprivate func wording(_ source: Source) -> Wording? {
    var words: [Wording] = []
    if !categories.isEmpty {
      let (header, list) = (source.header("category"), categories.map { "“\(source.exported($0))”" })
      words.append(Wording("\(header) \(list.joined(separator: " or "))", "\(header)为\(list.joined(separator: "或"))"))
    }
    if !items.isEmpty {
      let (header, list) = (source.header("item"), items.map { "“\($0)”" })
      words.append(Wording("\(header) \(list.joined(separator: " or "))", "\(header)为\(list.joined(separator: "或"))"))
    }
    if let submitted {
      words.append(submitted ? Wording("a time or a mark", "已提交") : Wording("neither time nor mark", "未提交"))
    }
    if let flag {
      let header = source.header("flag")
      words.append(flag ? Wording("“\(header)” yes", "“\(header)”为是") : Wording("“\(header)” no", "“\(header)”为否"))
    }
    if let missing {
      let header = source.header("value")
      words.append(missing ? Wording("no \(header)", "没有\(header)") : Wording("a \(header)", "有\(header)"))
    }
    words += [from.map { _ in span(from, until, source) } ?? until.map { _ in span(from, until, source) }].compactMap(
      \.self)
    words += [atLeast.map { _ in range(atLeast, below, source) } ?? below.map { _ in range(atLeast, below, source) }]
      .compactMap(\.self)
    return words.isEmpty ? nil : words.joined(by: Wording(" and ", "、"))
  }
}

/// `提交时间在2021-10-22 12:00前（含）`.
private func span(_ from: Int64?, _ until: Int64?, _ source: Source) -> Wording {
  let header = source.header("at")
  let start = from.map { TallyUnit.moment.wording($0).english }
  let end = until.map { TallyUnit.moment.wording($0).english }
  return Wording(
    header + (start.map { " from \($0)" } ?? "") + (end.map { " up to \($0)" } ?? ""),
    header + (start.map { "自\($0)起" } ?? "") + (end.map { "至\($0)止（含）" } ?? ""))
}

/// `得分不少于60分`.
private func range(_ atLeast: Int64?, _ below: Int64?, _ source: Source) -> Wording {
  let header = source.header("value")
  let (low, high) = (atLeast.map { source.wording($0) }, below.map { source.wording($0) })
  return Wording(
    header + (low.map { " at least \($0.english)" } ?? "") + (high.map { " below \($0.english)" } ?? ""),
    header + (low.map { "不少于\($0.chinese)" } ?? "") + (high.map { "少于\($0.chinese)" } ?? ""))
}

extension Omission {
  /// Why facts are not counted, behind their number.
  func wording(_ source: Source) -> Wording {
    switch self {
    case .category(let wanted):
      other("category", wanted.map(source.exported), source)
    case .item(let wanted): other("item", wanted, source)
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
      Wording("not ", "不符合") + span(from, until, source)
    case .value(let atLeast, let below): Wording("not ", "不符合") + range(atLeast, below, source)
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
