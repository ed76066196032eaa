import Exports
import Programme
import Scoring

extension Source {
  /// What a column is called in the exports.
  func header(_ id: Identifier<Column>) -> String {
    column(id)?.headers.first ?? id.text
  }

  /// A category in the word of the exports, where they have one for it: `客观题` for `objective`.
  func exported(_ category: String) -> String {
    column("category")?.map.filter { $0.value == category }.keys.min() ?? category
  }

  /// A value of the source in its own unit.
  func wording(_ value: Int64) -> Wording {
    switch column("value")?.type {
    case .duration: TallyUnit.seconds.wording(value)
    case .moment, .date: TallyUnit.moment.wording(value)
    case .decimal(let decimals):
      kind == .item ? TallyUnit.marks.wording(value) : Wording(Points(value, decimals: decimals).short)
    default: Wording("\(value)")
    }
  }

  /// One fact as a line: item, category, value, time and flag.
  func wording(_ fact: Fact) -> Wording {
    var words = [Wording(fact.item)]
    if !fact.category.isEmpty { words.append(Wording(exported(fact.category))) }
    if let value = fact.value { words.append(marked(value, of: fact.full)) }
    if fact.value == nil, column("value") != nil { words.append(fact.missing.wording(submitted: fact.isSubmitted)) }
    if let at = fact.at {
      words.append(Wording(header("at")) + Wording(" ") + TallyUnit.moment.wording(at))
    }
    if fact.flag { words.append(Wording("\(header("flag")): yes", "\(header("flag"))：是")) }
    return words.joined(by: Wording(", ", "，"))
  }

  /// `85分（满分100分）`, or the value alone where the export states no full marks.
  private func marked(_ value: Int64, of full: Int64?) -> Wording {
    guard let full else { return wording(value) }
    let (mark, whole) = (wording(value), wording(full))
    return Wording("\(mark.english) of \(whole.english)", "\(mark.chinese)（满分\(whole.chinese)）")
  }
}

extension MissingReason? {
  /// Why there is no value; where the export does not say, whether the item was handed in tells.
  func wording(submitted: Bool) -> Wording {
    switch self {
    case .notSubmitted: Wording("not handed in", "未提交")
    case .absent: Wording("absent", "缺考")
    case .pending: Wording("not marked yet", "待批阅")
    case .never: Wording("never studied", "从未学习")
    case .skipped: Wording("skipped", "跳过")
    case .unknown: Wording("not known to the platform", "平台未知")
    case .blank, .some(.none), nil:
      submitted ? Wording("handed in, no mark yet", "已提交，尚无得分") : Wording("not handed in", "未提交")
    }
  }
}

extension Tally {
  /// How the tally is made of facts: `“学习时长”8条记录的学习时长之和`.
  func making(of count: Int, _ source: Source) -> Wording {
    let name = source.header(Identifier(column?.rawValue ?? "value"))
    let records = Wording(
      "\(count) record\(count == 1 ? "" : "s") of “\(source.title)”", "“\(source.title)”\(count)条记录")
    let filter = filterWording(source)
    let taken = Wording(
      records.english + (filter.map { " with \($0.english)" } ?? ""),
      (filter.map { "\($0.chinese)的" } ?? "") + records.chinese)
    return switch operation {
    case .sum: Wording("the sum of \(name) over \(taken.english)", "\(taken.chinese)的\(name)之和")
    case .count: taken
    case .max: Wording("the greatest \(name) of \(taken.english)", "\(taken.chinese)中最大的\(name)")
    case .min: Wording("the least \(name) of \(taken.english)", "\(taken.chinese)中最小的\(name)")
    }
  }

  /// Which facts are taken, in the words of the exports; nil when all are.
  private func filterWording(_ source: Source) -> Wording? {
    var words: [Wording] = []
    if let category = filter.category {
      let (header, value) = (source.header("category"), source.exported(category))
      words.append(Wording("\(header) “\(value)”", "\(header)为“\(value)”"))
    }
    if let submitted = filter.submitted {
      words.append(submitted ? Wording("a time or a mark", "已提交") : Wording("neither time nor mark", "未提交"))
    }
    if let flag = filter.flag {
      let header = source.header("flag")
      words.append(flag ? Wording("“\(header)” yes", "“\(header)”为是") : Wording("“\(header)” no", "“\(header)”为否"))
    }
    return words.isEmpty ? nil : words.joined(by: Wording(" and ", "、"))
  }
}

extension Omission {
  /// Why facts are not counted, behind their number.
  func wording(_ source: Source) -> Wording {
    switch self {
    case .category(let wanted):
      Wording(
        "\(source.header("category")) is not “\(source.exported(wanted))”",
        "\(source.header("category"))不是“\(source.exported(wanted))”")
    case .submitted(let wanted): wanted ? Wording("neither time nor mark", "未提交") : Wording("handed in", "已提交")
    case .flag(let wanted):
      wanted
        ? Wording("“\(source.header("flag"))” is not yes", "“\(source.header("flag"))”不为是")
        : Wording("“\(source.header("flag"))” is yes", "“\(source.header("flag"))”为是")
    case .noValue(let reason, let submitted): reason.wording(submitted: submitted)
    }
  }
}
