import Metrics
import Programme
import Workbook

/// The sheets of the bulletin behind its overview.
extension BulletinFigures {
  private var cutOffLine: String { "统计时间：截至\(issue.cutOff.text)" }

  /// Units of a level, ranked; their chart below where it fits, on a sheet of its own where it does not.
  func rankingPages(_ level: Level) -> [(name: String, page: Page)] {
    let rows = level.units.byRank
    let chart = level.units.count > 5 ? rankingChart(of: level.title, rows) : nil
    let joint = rankingPage(level, chart, isFiltered: level.units.count > 16)
    guard let chart, level.units.count > 16 || joint.takesSeveralSheets else { return [(level.title + "排名", joint)] }
    return [
      (level.title + "排名", rankingPage(level, nil, isFiltered: true)),
      (level.title + "排名图", chartPage(chart, of: level.title)),
    ]
  }

  private func rankingPage(_ level: Level, _ chart: Chart?, isFiltered: Bool) -> Page {
    let table = rankingTable(level).sheetTable(id: "units", isFiltered: isFiltered)
    // The first level's sentence stands on the overview.
    let spread = level.id == levels.first?.id ? [] : [Block.prose(spread(of: level))]
    return Page(
      title: "各\(level.title)学情排名", left: "单位：人、%、学时", right: cutOffLine, frozenColumns: table.nameColumns,
      orientation: table.columns.count <= 12 ? .portrait : nil,
      blocks: spread + [.table(table), .notes(rankingNotes(level))] + [chart.map(Block.chart)].compactMap(\.self))
  }

  /// Every figure of every unit above the last level.
  var indicatorPage: Page {
    let table = indicatorTable.sheetTable(isFiltered: true)
    return Page(
      title: "各单位监测指标", left: "单位：人、%、学时", right: cutOffLine, frozenColumns: table.nameColumns,
      blocks: [.table(table), .notes([roundingNote])])
  }

  var projectPages: [(name: String, page: Page)] {
    let table = projectTable.sheetTable(isFiltered: true)
    let ranks = Page(
      title: "各项目学情排名", left: "单位：人、%、学时", right: cutOffLine, frozenColumns: 2,
      orientation: table.columns.count <= 12 ? .portrait : nil,
      blocks: [.table(table), .notes([orderNote, changeNote])])
    guard projects.count > 5 else { return [("项目排名", ranks)] }
    return [("项目排名", ranks), ("项目排名图", chartPage(rankingChart(of: "项目", projects.byRank), of: "项目"))]
  }

  /// The units of the last level.
  func listPage(_ level: Level) -> Page {
    let list = listTable(level)
    // So many columns leave names no room in the usual size.
    let isDense = list.columns.count > 13
    var table = list.sheetTable(isFiltered: true) { _, column in
      column.with { if isDense { $0.minimumUnits = min($0.minimumUnits, 11) } }
    }
    if isDense { table.size = 10 }
    let empty = level.units.count { $0.enrolled == 0 }
    let left = empty > 0 ? "另有\(empty)\(level.measureWord)\(level.title)无报名学员，未列入。" : ""
    return Page(
      title: "各\(level.title)学情", left: "单位：人、%、学时", right: cutOffLine, frozenColumns: table.nameColumns,
      blocks: [.table(table), .notes(["按行政区划顺序排列，可按任一列筛选；名次为同一上级单位内按\(indicators.headline.title)的名次。\(left)"])])
  }

  var concernPage: Page {
    let table = concernTable.sheetTable { index, column in
      column.spanning([1, 3, 5, 3][index]).with { $0.isQuiet = index == 3 }
    }
    let concerns: [Block] = table.rows.isEmpty ? [.prose("按既定条件，本期没有需要单列的情况。")] : [.table(table)]
    return Page(
      title: "需要关注的情况", left: "按规则生成，共\(table.rows.count)项", right: cutOffLine, grid: .even(columns: 12, pixels: 57),
      blocks: concerns + [.heading("下阶段要求")] + pace.map(Block.prose) + [.prose("【待填写：下阶段工作要求】")]
        + [.notes(["本页只列事实与触发条件，不作评价；次序按触发条件的先后，同一条件内按差距由大到小。"])])
  }

  /// How every figure is reckoned, the cohorts, and the account of every row that was read.
  var definitionPage: Page {
    var blocks: [Block] = [
      .heading("一、指标口径"),
      .table(definitionTable.sheetTable(id: "definitions") { $1.spanning([2, 5, 3][$0]) }),
      .notes([roundingNote, orderNote, changeNote] + provisional),
    ]
    var next = 2
    if !cohortTable.rows.isEmpty {
      blocks += [
        .heading("\(chineseOrdinal(next))、班次情况"),
        .table(cohortTable.sheetTable(id: "cohorts") { $1.spanning([2, 2, 1, 1, 2, 2][$0]) }),
      ]
      next += 1
    }
    guard !accounts.isEmpty else {
      return Page(
        title: "指标口径", left: "单位：人", right: cutOffLine, grid: .even(columns: 10, pixels: 68), isOnePage: true,
        blocks: blocks + [.space(8), .signature])
    }
    blocks += [
      .heading("\(chineseOrdinal(next))、行数核对（读取＝采用＋重复＋退回＋非数据）"),
      .table(accountTable.sheetTable(id: "accounts") { $1.spanning([2, 2, 2, 1, 1, 1, 1][$0]) }),
      .notes([rejectionNote]), .space(8), .signature,
    ]
    return Page(
      title: "指标口径与数据质量", left: "单位：行、人", right: cutOffLine, grid: .even(columns: 10, pixels: 68), isOnePage: true,
      blocks: blocks)
  }

  private func rankingNotes(_ level: Level) -> [String] {
    let definition = indicators.headline.measure.metric.definition
    return [
      orderNote + [emptyNote(level)].compactMap(\.self).joined(),
      "\(indicators.headline.title)＝\(definition)；\(wholeTitle)数为合计数之比，不是各单位平均。",
      changeNote,
    ]
  }

  private func rankingChart(of title: String, _ rows: [Standing]) -> Chart {
    let shown = chartRows(rows)
    let headline = indicators.headline
    let reference = whole.measured[indicators.ranked].printed
    let format: NumberFormat = headline.isShare ? .percent(places: 2) : .decimal(places: 2)
    let figures = shown.map { Entry.figure($0.measured[indicators.ranked].printed).cell.value }
    return Chart(
      title: rankingTitle(of: title, rows), description: rankingDescription(rows),
      categories: .listed(shown.map { .text(fullName(of: $0)) }, heading: title, format: .general),
      form: .ranking(
        Ranking(
          series: Series(headline.title, .listed(figures, heading: "\(title)\(headline.title)", format: format)),
          isPale: shown.map { $0.measured[indicators.ranked].printed < reference }, format: format)),
      height: shown.count <= 16 ? Chart.height(bars: shown.count) : Self.height(bars: shown.count))
  }

  /// Twenty pixels for a bar, and fewer where so many would not stand on one sheet of paper.
  private static func height(bars: Int) -> Int { max(100 + 13 * bars, min(100 + 20 * bars, 1_000)) }

  private func chartPage(_ chart: Chart, of title: String) -> Page {
    Page(
      title: "各\(title)学情排名图", right: cutOffLine, isOnePage: true, orientation: .portrait,
      blocks: [.chart(chart), .notes(["横轴自0起；各项数字见排名表，作图数据见隐藏的“图表数据”表。"])])
  }
}

extension Table {
  /// How many columns from the left stay in sight: ranks and names.
  fileprivate var nameColumns: Int {
    columns.prefix { $0.alignment != .right }.count
  }
}
