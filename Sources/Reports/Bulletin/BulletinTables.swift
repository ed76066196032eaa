import Metrics
import Programme

/// The tables of a bulletin, each said once for Markdown and the workbook.
extension BulletinFigures {
  /// Every figure of the whole with its two counts, tonight and in the issue before.
  package var overallTable: PaperTable {
    PaperTable(
      [
        PaperColumn("指标", .word), PaperColumn("分子", .number), PaperColumn("分母", .number), PaperColumn("单位", .word),
        PaperColumn("本期", .number), PaperColumn("上期", .number), PaperColumn("较上期", .number),
      ],
      overallIndicators.map { index in
        let (indicator, measured) = (indicators.all[index], whole.measured[index])
        return [
          .text(indicator.title), .amount(indicator.numerator(measured.figure)),
          .amount(indicator.denominator(measured.figure)), .text(indicator.unit), .figure(measured.printed),
          .figure(measured.previous ?? .missing), .change(measured.change),
        ]
      })
  }

  /// The places of the figures that the whole can have: a survey that names cities says nothing of a county.
  package var overallIndicators: [Int] {
    indicators.all.indices.filter { indicators.all[$0].measure.isOf(level: whole.level) }
  }

  /// Units of one level from the first rank down, with those above them named.
  ///
  /// Below the first level only who takes part and the ranked figure stand beside the ranks, so that the table stands
  /// upright; `indicatorTable` has the rest.
  package func rankingTable(_ level: Level) -> PaperTable {
    let depth = level.units.first.map { ancestors(of: $0).count } ?? 0
    let above = levels.prefix(depth).map { placeColumn($0.title) }
    let within = depth == 0 ? [] : [PaperColumn("\(shortTitle(above: level))内\n名次", .rank)]
    let columns =
      [PaperColumn(depth == 0 ? "名次" : "\(wholeTitle)\n名次", .rank)] + above + [placeColumn(level.title)]
      + leadingColumns(depth)
      + [changeColumn, PaperColumn("名次\n变化", .climb)] + hoursColumn(depth) + within
    let rows = level.units.byRank.map { unit in
      [.rank(unit.rank)] + ancestors(of: unit).map { .text($0.name) } + [.text(unit.name)] + leadingEntries(unit, depth)
        + [changeEntry(unit), .climb(unit.climb)] + hoursEntry(unit, depth)
        + (depth == 0 ? [] : [Entry.rank(unit.rankWithin)])
    }
    let total =
      leadingEntries(whole, depth) + [changeEntry(whole), .climb(nil)] + hoursEntry(whole, depth)
      + (depth == 0 ? [] : [Entry.rank(nil)])
    return PaperTable(columns, rows, total: PaperTable.Total(wholeTitle, span: 2 + depth, total))
  }

  /// How many figures stand in the table of the projects beside the ranked one: so many that A4 holds it in a size that can be read.
  private static var mostProjectFigures: Int { 5 }

  /// Projects from the first rank down, with the first figures that a project can have but the second of those that count learners.
  package var projectTable: PaperTable {
    let others = known(of: projects).filter { index in
      index != indicators.counted.dropFirst().first && !indicators.all[index].measure.sumsUnits
    }
    let shown = Array(others.prefix(Self.mostProjectFigures))
    let rows = projects.byRank.map { project in
      [.rank(project.rank), .text(project.name)] + entries(of: shown, project) + [
        changeEntry(project), .climb(project.climb),
      ]
    }
    return PaperTable(
      [PaperColumn("名次", .rank), PaperColumn("项目", .name)] + columns(of: shown) + [
        changeColumn, PaperColumn("名次\n变化", .climb),
      ],
      rows,
      total: PaperTable.Total(wholeTitle, span: 2, entries(of: shown, whole) + [changeEntry(whole), .climb(nil)]))
  }

  /// Every unit above the last level with every figure that any of them has, from the whole down in administrative order.
  package var indicatorTable: PaperTable {
    let above = levels.filter { !$0.isLast }
    let deepest = above.count
    let units = treeOrder(above.flatMap(\.units))
    let shown = known(of: units)
    let columns = above.map { placeColumn($0.title) } + columns(of: shown) + [changeColumn]
    let rows = units.map { unit in
      let path = ancestors(of: unit).map(\.name) + [unit.name]
      let names = path + Array(repeating: "", count: max(0, deepest - path.count))
      return names.map(Entry.text) + entries(of: shown, unit) + [changeEntry(unit)]
    }
    return PaperTable(
      columns, rows,
      total: PaperTable.Total(wholeTitle, span: deepest, entries(of: shown, whole) + [changeEntry(whole)]))
  }

  /// The units of the last level that have learners, in administrative order, ranked under their parent; figures that none of them has are
  /// left out.
  package func listTable(_ level: Level) -> PaperTable {
    let above = levels.filter { !$0.isLast }.map { placeColumn($0.title) }
    let units = level.units.filter { $0.enrolled > 0 }
    let shown = known(of: units)
    let columns =
      above + [placeColumn(level.title)] + columns(of: shown)
      + [changeColumn, PaperColumn("\(shortTitle(above: level))内\n名次", .rank)]
    let rows = units.map { unit in
      ancestors(of: unit).map { .text($0.name) } + [.text(unit.name)] + entries(of: shown, unit)
        + [changeEntry(unit), Entry.rank(unit.rankWithin)]
    }
    return PaperTable(
      columns, rows,
      total: PaperTable.Total(
        wholeTitle, span: above.count + 1, entries(of: shown, whole) + [changeEntry(whole), .rank(nil)]))
  }

  /// The cohorts with their dates, learners and days left.
  package var cohortTable: PaperTable {
    PaperTable(
      [
        PaperColumn("班次", .name), PaperColumn("学习时间", .word), PaperColumn("报名\n学员", unit: "人", .count),
        PaperColumn("合格\n人数", unit: "人", .count), PaperColumn("合格率", .share), PaperColumn("进度", .word),
      ],
      cohorts.compactMap { cohort in
        guard let learners = cohort.learners else { return nil }
        let dates = "\(chineseMonthAndDay(cohort.from))—\(chineseMonthAndDay(cohort.to))"
        let progress = cohort.hasEnded ? "已结束" : cohort.hasBegun ? "还有\(cohort.daysLeft)天" : "未开始"
        return [
          .text(cohort.title), .text(dates), .count(learners.enrolled), .count(learners.passed),
          .figure(Printed(share: learners.passed, of: learners.enrolled)), .text(progress),
        ]
      })
  }

  /// What needs attention, each fact with the condition that raised it.
  package var concernTable: PaperTable {
    PaperTable(
      [
        PaperColumn("序号", .rank), PaperColumn("单位", .sentence), PaperColumn("情况", .sentence),
        PaperColumn("触发条件", .sentence),
      ],
      concerns.enumerated().map { [.rank($0 + 1), .text($1.unit), .text($1.fact), .text($1.condition)] })
  }

  /// How every figure is reckoned (口径) and the clause it comes from.
  package var definitionTable: PaperTable {
    PaperTable(
      [PaperColumn("指标", .word), PaperColumn("计算方法", .sentence), PaperColumn("依据", .sentence)],
      indicators.all.map { indicator in
        let metric = indicator.measure.metric
        return [.text(metric.title), .text(metric.definition), .text(metric.cite ?? "本项目设定")]
      })
  }
}

/// The groups of columns that the tables are made of.
extension BulletinFigures {
  /// The names of units; what stands in brackets in the title of their level is the second line, which leaves more room for names.
  private func placeColumn(_ title: String) -> PaperColumn {
    PaperColumn(title.contains("（") ? twoLines(title) : title, .name)
  }

  private var enrolledColumn: PaperColumn { PaperColumn("报名\n学员", unit: "人", .count) }

  private var changeColumn: PaperColumn { PaperColumn("较上期", unit: indicators.headline.changeUnit, .change) }

  private func changeEntry(_ row: Standing) -> Entry { .change(row.measured[indicators.ranked].change) }

  private func hoursColumn(_ depth: Int) -> [PaperColumn] {
    guard depth == 0, let hours = indicators.hours, hours != indicators.ranked else { return [] }
    return [PaperColumn(twoLines(indicators.all[hours].title), unit: indicators.all[hours].unit, .number)]
  }

  private func hoursEntry(_ row: Standing, _ depth: Int) -> [Entry] {
    guard depth == 0, let hours = indicators.hours, hours != indicators.ranked else { return [] }
    return [.figure(row.measured[hours].printed)]
  }

  private func leadingColumns(_ depth: Int) -> [PaperColumn] {
    [enrolledColumn] + leading(depth).flatMap { columns(of: $0, withCount: true) }
  }

  private func leadingEntries(_ row: Standing, _ depth: Int) -> [Entry] {
    [.count(row.enrolled)] + leading(depth).flatMap { entries(of: $0, row, withCount: true) }
  }

  private func leading(_ depth: Int) -> [Int] {
    depth == 0 ? indicators.leading : indicators.counted.prefix(1) + [indicators.ranked]
  }

  /// The figures beside the ranked one that any of the rows has.
  private func known(of rows: [Standing]) -> [Int] {
    otherIndicators.filter { index in rows.contains { $0.measured[index].printed.units != nil } }
  }

  private func columns(of others: [Int]) -> [PaperColumn] {
    [enrolledColumn] + others.flatMap { columns(of: $0, withCount: false) }
      + columns(of: indicators.ranked, withCount: true)
  }

  private func entries(of others: [Int], _ row: Standing) -> [Entry] {
    [.count(row.enrolled)] + others.flatMap { entries(of: $0, row, withCount: false) }
      + entries(of: indicators.ranked, row, withCount: true)
  }

  private var otherIndicators: [Int] { indicators.all.indices.filter { $0 != indicators.ranked } }

  private func columns(of index: Int, withCount: Bool) -> [PaperColumn] {
    let indicator = indicators.all[index]
    let heading = withCount ? indicator.title : twoLines(indicator.title)
    let rate = PaperColumn(heading, unit: indicator.isShare ? "" : indicator.unit, indicator.isShare ? .share : .number)
    let count = withCount ? indicator.learners.map { [PaperColumn("\($0)\n人数", unit: "人", .count)] } ?? [] : []
    return count + [index == indicators.ranked ? rate.ranked : rate]
  }

  private func entries(of index: Int, _ row: Standing, withCount: Bool) -> [Entry] {
    let measured = row.measured[index]
    let count: [Entry] = withCount && indicators.all[index].learners != nil ? [.count(measured.figure.numerator)] : []
    return count + [.figure(measured.printed)]
  }

  /// `市` for the level above counties: the ranks within it are 市内名次.
  private func shortTitle(above level: Level) -> String {
    guard let index = levels.firstIndex(where: { $0.title == level.title }), index > 0 else { return wholeTitle }
    return levels[index - 1].label
  }

  /// Units of several levels with each unit before those below it.
  private func treeOrder(_ units: [Standing]) -> [Standing] {
    let children = Dictionary(grouping: units, by: { $0.parent ?? 0 })
    func walk(_ parent: Int64) -> [Standing] {
      (children[parent] ?? []).flatMap { [$0] + walk($0.id) }
    }
    return walk(whole.id)
  }
}
