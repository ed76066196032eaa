import Programme

/// The footnotes of a bulletin: what was counted, against what, and by which order.
extension BulletinFigures {
  /// What the denominators hold and how figures are rounded.
  package var roundingNote: String {
    let vanished = whole.vanished > 0 ? "，含名册中消失的\(grouped(whole.vanished))人" : ""
    let withdrawn = whole.withdrawn > 0 ? "，不含已退出的\(grouped(whole.withdrawn))人" : ""
    return "报名学员\(grouped(whole.enrolled))人\(vanished)\(withdrawn)；\(wholeTitle)数为合计数之比，不是各单位平均。"
      + (projects.count > 1 ? "参加两个项目的学员在两个项目中各计一次。" : "")
      + "率保留两位小数，四舍五入，仅全部达到时记100.00%，仅无人达到时记0.00%。"
  }

  /// By what and how the rankings are ordered.
  package var orderNote: String {
    "按\(indicators.headline.title)由高到低排列，同率同名次，其后名次顺延；报名学员为0的单位各率记“—”，列在末尾，不参加排名。"
  }

  /// What the changes compare with, or that there is nothing to compare with.
  package var changeNote: String {
    let unit = indicators.headline.isShare ? "率的变化以百分点计；" : ""
    if let term = issue.newTerm {
      return "本期为\(term.title)首期，各率自学期初重新计起，不与\(term.before)的\(issue.text(ofPrevious: term.previous))比较，变化记“—”。"
    }
    guard let previous = issue.previousText else { return "本期为首期，无上期数，变化记“—”。" }
    return "较上期指与\(previous)相比，\(unit)名次变化“↑”为上升位数，“↓”为下降位数，“—”为不变或不适用。"
  }

  /// The units without learners, by name.
  package func emptyNote(_ level: Level) -> String? {
    let empty = level.units.filter { $0.enrolled == 0 }
    guard !empty.isEmpty else { return nil }
    return "报名学员为0的有\(empty.count)\(level.measureWord)：\(listing(empty.map(fullName), atMost: 10))。"
  }

  /// How many rows were sent back for which reason, and where they stand.
  package var rejectionNote: String {
    let rows = rejections.reduce(0) { $0 + $1.rows }
    guard rows > 0 else { return "本期没有退回的行。" }
    let reasons = rejections.map { "\($0.title)\(grouped($0.rows))" }.joined(separator: "、")
    return "退回\(grouped(rows))行已逐行列出原因（\(reasons)），见数据质量表；更正原表并重新导出后，下次运行即采用。"
  }

  /// Whether the accounts of the night balance.
  package var accountNote: String {
    let balanced = accounts.allSatisfy(\.isBalanced)
    return "读取＝采用＋重复＋退回＋非数据，\(accounts.bySource.count)个数据源\(balanced ? "均相符" : "有不相符的，见下表")。"
  }

  /// The accounts of the night's sources added up.
  package var accountTable: PaperTable {
    let parts: [KeyPath<Account, Int64>] = [\.rowsRead, \.accepted, \.duplicates, \.rejected, \.nonData]
    let columns =
      [PaperColumn("数据源", .name)]
      + ["读取", "采用", "重复", "退回", "非数据"].map { PaperColumn($0, unit: "行", .count) } + [PaperColumn("核对", .word)]
    let rows = accounts.bySource.map { title, accounts in
      [Entry.text(title)] + parts.map { .count(accounts.sum($0)) } + [check(accounts)]
    }
    return PaperTable(
      columns, rows, total: PaperTable.Total("合计", span: 1, parts.map { .count(accounts.sum($0)) } + [check(accounts)]))
  }

  private func check(_ accounts: [Account]) -> Entry {
    .text(accounts.allSatisfy(\.isBalanced) ? "平" : "不平")
  }
}
