import Awards
import Metrics
import Programme
import Scoring

/// The tables of the summary, the same in its Markdown and its workbook.
extension SummaryWording {
  /// Learners, who began, who passed and how well, by unit or project; in organisational order, not ranked.
  func results(of rows: [Standing], title: String) -> PaperTable {
    var columns = [PaperColumn("序号", .rank), PaperColumn(title, .name), PaperColumn("报名\n学员", unit: "人", .count)]
    for place in [indicators.started, indicators.passed].compactMap({ $0 }) {
      let indicator = indicators.all[place]
      let share = PaperColumn(indicator.title, .share)
      columns += [
        PaperColumn("\(indicator.learners ?? indicator.title)\n人数", unit: "人", .count),
        place == indicators.passed ? share.ranked : share,
      ]
    }
    let isByUnit = (rows.first?.level ?? 0) > 0
    if isByUnit, let line = excellenceTitle {
      columns += [PaperColumn("\(line)\n及以上", unit: "人", .count), PaperColumn("\(line)及\n以上占比", .share)]
    }
    if indicators.hours != nil { columns.append(PaperColumn("人均\n学时", .number)) }
    if indicators.meanTotal != nil { columns.append(PaperColumn("平均\n成绩", .number)) }
    return PaperTable(
      columns,
      rows.enumerated().map { index, row in
        [.rank(index + 1), .text(row.name)] + resultEntries(row, isByUnit: isByUnit)
      },
      total: PaperTable.Total(spaced(figures.wholeTitle), span: 2, resultEntries(figures.whole, isByUnit: isByUnit)))
  }

  private func resultEntries(_ row: Standing, isByUnit: Bool) -> [Entry] {
    var entries: [Entry] = [.count(row.enrolled)]
    for place in [indicators.started, indicators.passed].compactMap({ $0 }) {
      entries += [.count(row.measured[place].figure.numerator), .figure(row.measured[place].printed)]
    }
    if isByUnit, let excellence = figures.excellence {
      let count = excellence.count(of: row.id)
      entries += [
        .count(count),
        .figure(Printed(share: Fraction(Int128(count), over: Int128(row.enrolled)), decimals: 2)),
      ]
    }
    entries += [indicators.hours, indicators.meanTotal].compactMap { $0 }.map { .figure(row.measured[$0].printed) }
    return entries
  }

  var excellenceTitle: String? { figures.excellence?.title(decimals: programme.scoring.decimals) }

  /// The bins of totals with their share of all learners.
  var distributionTable: PaperTable? {
    guard let distribution = figures.distribution else { return nil }
    return PaperTable(
      [PaperColumn("总成绩", unit: "分", .word), PaperColumn("学员", unit: "人", .count), PaperColumn("占比", .share)],
      distribution.bins.map { bin in
        [
          .text(bin.title), .count(bin.learners),
          .figure(Printed(share: Fraction(Int128(bin.learners), over: Int128(distribution.learners)), decimals: 2)),
        ]
      },
      total: PaperTable.Total(
        "合计", span: 1,
        [.count(distribution.learners), .figure(Printed(share: Fraction(1), decimals: 2))]))
  }

  /// What each award came to.
  var awardTable: PaperTable? {
    let decided = figures.awards.filter { $0.tally.candidates > 0 || $0.places != nil }
    guard !decided.isEmpty else { return nil }
    return PaperTable(
      [
        PaperColumn("序号", .rank), PaperColumn("奖项", .name), PaperColumn("参评\n对象", unit: "人、个", .count),
        PaperColumn("名额", .count), PaperColumn("入选", .count), PaperColumn("其中\n已审批", .count),
        PaperColumn("并列\n待定", .count), PaperColumn("现处环节", .word),
      ],
      decided.enumerated().map { index, award in
        let chosen = award.tally.count(.in)
        return [
          .rank(index + 1), .text(award.award.title), .count(award.tally.candidates),
          award.places.map(Entry.count) ?? .text("不设名额"), .count(chosen), .count(award.tally.approved),
          .count(award.tally.count(.tied)), .text(chosen > 0 ? award.tally.stageTitle : "—"),
        ]
      })
  }

  /// Two characters set apart, as total rows have them: 全　省.
  func spaced(_ title: String) -> String {
    title.count == 2 ? title.map(String.init).joined(separator: "　") : title
  }
}
