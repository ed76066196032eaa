package import Programme

extension Source {
  /// What a column is called in the exports.
  package func header(_ id: Identifier<Column>) -> String {
    column(id)?.headers.first ?? id.text
  }

  /// A category in the word of the exports, where they have one for it: `客观题` for `objective`.
  package func exported(_ category: String) -> String { exported(category, "category") }

  /// An item in the word of the exports: its code, unless its column is mapped as that of a category is.
  package func exportedItem(_ item: String) -> String { exported(item, "item") }

  private func exported(_ word: String, _ id: Identifier<Column>) -> String {
    guard let map = column(id)?.map, !map.isEmpty else { return word }
    return map.filter { $0.value == word }.keys.min() ?? word
  }

  /// A value of the source in the unit of its column.
  package func wording(_ value: Int64, of id: Identifier<Column> = "value") -> Wording {
    switch column(id)?.type {
    case .duration: return TallyUnit.seconds.wording(value)
    case .moment, .date: return TallyUnit.moment.wording(value)
    case .decimal(let decimals):
      let plain = Points(value, decimals: decimals).short
      return kind == .item ? TallyUnit.marks.wording(value) : Wording(plain, plain)
    case .rate:
      let share = Points(value, decimals: 2).short + "%"
      return Wording(share, share)
    default: return Wording("\(value)", "\(value)")
    }
  }

  /// `提交时间自2021-10-22 12:00起至2021-10-29 12:00止（含）`.
  package func span(_ from: Int64?, _ until: Int64?) -> Wording {
    let header = header("at")
    let start = from.map { TallyUnit.moment.wording($0).english }
    let end = until.map { TallyUnit.moment.wording($0).english }
    return Wording(
      header + (start.map { " from \($0)" } ?? "") + (end.map { " up to \($0)" } ?? ""),
      header + (start.map { "自\($0)起" } ?? "") + (end.map { "至\($0)止（含）" } ?? ""))
  }

  /// `得分不少于60分`.
  package func range(_ atLeast: Int64?, _ below: Int64?) -> Wording {
    let header = header("value")
    let (low, high) = (atLeast.map { wording($0) }, below.map { wording($0) })
    return Wording(
      header + (low.map { " at least \($0.english)" } ?? "") + (high.map { " below \($0.english)" } ?? ""),
      header + (low.map { "不少于\($0.chinese)" } ?? "") + (high.map { "少于\($0.chinese)" } ?? ""))
  }
}

extension Tally {
  /// What the tally is made of, whoever it is counted for: `类型为“客观题”的“课程作业”各条记录的得分之和`.
  package func definition(_ source: Source) -> Wording {
    let made = making(Wording("the records of “\(source.title)”", "“\(source.title)”各条记录"), source)
    guard operation == .count else { return made }
    return Wording("the number of \(made.english)", "\(made.chinese)的条数")
  }

  /// How the tally is made of these records of its source; a count is the records themselves.
  package func making(_ records: Wording, _ source: Source) -> Wording {
    let name = source.header(Identifier(column?.rawValue ?? "value"))
    let filter = filter.wording(source)
    let taken = Wording(
      records.english + (filter.map { " with \($0.english)" } ?? ""),
      (filter.map { "\($0.chinese)的" } ?? "") + records.chinese)
    return switch operation {
    case .sum: Wording("the sum of \(name) over \(taken.english)", "\(taken.chinese)的\(name)之和")
    case .count: taken
    case .max where column == .at:
      Wording("the latest \(name) of \(taken.english)", "\(taken.chinese)中最晚的\(name)")
    case .min where column == .at:
      Wording("the earliest \(name) of \(taken.english)", "\(taken.chinese)中最早的\(name)")
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
      let (header, list) = (source.header("item"), items.map { "“\(source.exportedItem($0))”" })
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
    if from != nil || until != nil { words.append(source.span(from, until)) }
    if !windows.isEmpty {
      words.append(
        windows.map { window in
          let span = source.span(window.from, window.until)
          return Wording("\(span.english) for \(window.title)", "\(window.title)的\(span.chinese)")
        }.listed(", ", "，"))
    }
    if atLeast != nil || below != nil { words.append(source.range(atLeast, below)) }
    return words.isEmpty ? nil : words.listed(" and ", "、")
  }
}
