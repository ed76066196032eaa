import Metrics
import Programme
import Workbook

/// The first sheet of the bulletin: what a bureau head must see, on one page.
extension BulletinFigures {
  /// Twelve columns of 56 pixels; a key figure spans two.
  private static let gridColumns = 12

  var overviewPage: Page {
    var blocks: [Block] = [
      .masthead(
        Masthead(
          name: issue.title, issue: issue.numberText, office: issue.office, date: chineseDate(issue.cutOff.day))),
      .subtitle(issue.programmeTitle + "学情"), .prose(lead), .space(6), .figures(keyFigures), .space(8),
    ]
    var sections = 0
    func head(_ title: String) -> Block {
      sections += 1
      return .heading("\(chineseOrdinal(sections))、\(title)")
    }
    var overall = overallTable.sheetTable(id: "overall") { index, column in
      column.spanning([2, 2, 2, 1, 2, 2, 1][index]).with { $0.wraps = index == 0 }
    }.naming(overallNames)
    // What a head of office must see stands on one sheet of paper.
    overall.rowHeight = 18
    blocks += [head("总体情况"), .table(overall)]
    if let trend {
      blocks += [head("近\(nights.count)期走势"), .chart(trend)]
      // Two nights stand in the table above already.
      if nights.count > 2 { blocks.append(.table(nightTable)) }
    }
    if let level = levels.first, !level.isLast {
      blocks += [head("分\(level.title)情况"), .prose(spread(of: level))]
    }
    blocks.append(.notes([changeNote + "各指标的计算方法与行数核对见末表。"]))
    return Page(title: nil, grid: .even(columns: Self.gridColumns, pixels: 56), isOnePage: true, blocks: blocks)
  }

  /// Learners, the leading rates, study hours and the days left: six at most.
  var keyFigures: [KeyFigure] {
    var figures = [
      KeyFigure(label: "报名学员", figure: "\(grouped(whole.enrolled))人", change: projectCount)
    ]
    let others = indicators.all.indices.filter { !indicators.leading.contains($0) && $0 != indicators.hours }
    let shown = indicators.leading + (indicators.hours.map { [$0] } ?? []) + others
    let deadline = nextDeadline
    figures += shown.prefix(deadline == nil ? 5 : 4).map { index in
      KeyFigure(
        label: indicators.all[index].title, figure: whole.measured[index].printed.text, change: changeLine(index),
        isHeadline: index == indicators.ranked)
    }
    return figures + [deadline].compactMap(\.self)
  }

  /// The cohort that ends next.
  private var nextDeadline: KeyFigure? {
    let open = cohorts.filter { $0.hasBegun && !$0.hasEnded }.sorted { $0.to < $1.to }
    guard let next = open.first else { return nil }
    let label = cohorts.count == 1 ? "距结束" : "距\(next.title)结束"
    return KeyFigure(label: label, figure: "\(next.daysLeft)天", change: chineseMonthAndDay(next.to) + "24时")
  }

  /// `升6.55个百分点`, `增加0.21学时`, `持平`; the count behind the figure in a first issue.
  private func changeLine(_ index: Int) -> String {
    let indicator = indicators.all[index]
    guard let change = whole.measured[index].change else {
      return indicator.learners.map { "\($0)\(grouped(whole.measured[index].figure.numerator))人" } ?? issue.newTerm.map
      { $0.title + "首期" } ?? "首期"
    }
    guard change.units != 0 else { return "持平" }
    let size = change.text.dropFirst()
    return indicator.isShare
      ? "\(change.units > 0 ? "升" : "降")\(size)个百分点" : "\(change.units > 0 ? "增加" : "减少")\(size)\(indicator.unit)"
  }

  /// The rates of the last nights under their chart.
  private var nightTable: Table {
    let order = trendCompanions + [indicators.ranked]
    let span = max(1, (Self.gridColumns - 2) / nights.count)
    let first = Self.gridColumns - span * nights.count
    let columns =
      [Column.word("日期").spanning(first)]
      + nights.map { night in
        Column.rate(chineseMonthAndDay(night.cutOff.day)).spanning(span).with {
          $0.alignment = .centre
          $0.size = 9.5
        }
      }
    let rows = order.map { index -> Table.Row in
      let cells = [Cell.text(indicators.all[index].title)] + nights.map { Entry.figure($0.printed[index]).cell }
      return .cells(index == indicators.ranked ? cells.map(\.bold) : cells)
    }
    return Table(id: "nights", columns: columns, rows: rows, size: 10)
  }

  private var trend: Chart? {
    guard let file = trendChart else { return nil }
    let series = (trendCompanions + [indicators.ranked]).map { index in
      let figures = nights.map { Entry.figure($0.printed[index]).cell.value }
      let title = indicators.all[index].title
      return Series(title, .listed(figures, heading: title, format: .percent(places: 2)))
    }
    guard let headline = series.last else { return nil }
    // Cells of the table under the chart may be joined, and a line cannot be drawn through the gaps.
    let days = nights.map { CellValue.text(chineseMonthAndDay($0.cutOff.day)) }
    return Chart(
      title: trendTitle, description: file.caption, categories: .listed(days, heading: "日期", format: .general),
      form: .trend(Trend(headline: headline, others: Array(series.dropLast()), points: nights.count)), height: 190)
  }
}
