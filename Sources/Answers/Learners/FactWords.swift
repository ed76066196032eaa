import Exports
import Programme
import Scoring

extension Source {
  /// One fact as a line: item, category, value, time and flag.
  func wording(_ fact: Fact) -> Wording {
    var words = fact.item.isEmpty ? [] : [Wording(exportedItem(fact.item))]
    if !fact.category.isEmpty { words.append(Wording(exported(fact.category))) }
    if let value = fact.value { words.append(marked(value, of: fact.full)) }
    // What a unit handed in need not have a mark.
    if fact.value == nil, column("value") != nil, kind != .unitFact {
      words.append(fact.missing.wording(submitted: fact.isSubmitted))
    }
    if let at = fact.at {
      words.append(Wording(header("at")) + Wording(" ") + TallyUnit.moment.wording(at))
    }
    if fact.flag { words.append(Wording("\(header("flag")): yes", "\(header("flag"))：是")) }
    if let (entry, exported) = fact.correction {
      let was = exported.map { wording($0) } ?? Wording("no value", "无数值")
      words.append(
        Wording("by correction \(entry), the export says \(was.english)", "按更正第\(entry)条，导出为\(was.chinese)"))
    }
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
