import Metrics
import Programme

/// A part of the monitoring indicators by unit (监测指标): as many of them as an upright page holds in a size that can be read.
struct MonitoringTable {
  /// What stands behind the number of the annex, or of the sheet: nothing where there is one table.
  let number: String
  /// `各地市监测指标`, and where there are several which of them this one has.
  let title: String
  /// The places of its indicators among all.
  let shown: [Int]
  let table: PaperTable
}

extension SummaryWording {
  /// Every metric of the pipeline file by unit, in tables that repeat the unit and its learners.
  ///
  /// One table has all of them in their order where that is not too wide. Otherwise shares of learners, other shares, and means with counts
  /// stand apart, each kind in tables of about the same width.
  var monitoringTables: [MonitoringTable] {
    let parts = monitoringParts
    return parts.enumerated().map { index, shown in
      MonitoringTable(
        number: parts.count > 1 ? "-\(index + 1)" : "",
        title: monitoringTitle + (parts.count > 1 ? "（\(names(of: shown))）" : ""), shown: shown,
        table: monitoringTable(of: shown))
    }
  }

  var monitoringTitle: String { "各\(figures.cityTitle)监测指标" }

  /// How every metric is reckoned, and those of the whole that no unit has.
  var monitoringNote: String { definitions(of: indicators.all.indices) + (figuresOfTheWhole ?? "") }

  /// The definitions of some metrics in one sentence.
  func definitions(of shown: some Sequence<Int>) -> String {
    shown.map { "\(indicators.all[$0].title)＝\(indicators.all[$0].measure.metric.definition)" }
      .joined(separator: "；") + "。"
  }

  /// `没有分学校数的指标：参训率（省公布）96.95%。没有数据的指标：…。`; nil where every figure is had by some unit.
  var figuresOfTheWhole: String? {
    let places = indicators.all.indices.filter { !isOfUnits($0) }
    let printed = { (place: Int) in self.figures.whole.measured[place].printed }
    let known = places.filter { printed($0).units != nil }.map { indicators.all[$0].title + printed($0).text }
    let unknown = places.filter { printed($0).units == nil }.map { indicators.all[$0].title }
    let sentences = [("没有分\(figures.cityTitle)数的指标", known), ("没有数据的指标", unknown)].filter { !$1.isEmpty }
    return sentences.isEmpty ? nil : sentences.map { "\($0)：\($1.joined(separator: "、"))。" }.joined()
  }

  private func isOfUnits(_ place: Int) -> Bool {
    figures.cities.contains { $0.measured[place].printed.units != nil } && !countsItself(place)
  }

  /// Whether the figure counts the units of which the table has a row each: it could only be 1, or 0.
  private func countsItself(_ place: Int) -> Bool {
    let metric = indicators.all[place].measure.metric
    guard metric.isCount, case .units(let selection, _) = metric.numerator.source,
      let level = figures.cities.first?.level
    else { return false }
    return programme.levels.indices.contains(level) && programme.levels[level].id == selection.level
  }

  /// Most columns beside the unit and its learners.
  private static var widest: Int { 7 }

  private func width(of place: Int) -> Int { indicators.all[place].learners == nil ? 1 : 2 }

  private func width(of places: [Int]) -> Int { places.reduce(0) { $0 + width(of: $1) } }

  /// The places of the indicators of each table; the mean of the totals stands beside the results, and what no unit has in a note.
  private var monitoringParts: [[Int]] {
    let shown = indicators.all.indices.filter { !indicators.all[$0].isMeanTotal && isOfUnits($0) }
    guard width(of: shown) > Self.widest else { return [shown] }
    let kinds = [
      shown.filter { indicators.all[$0].learners != nil },
      shown.filter { indicators.all[$0].learners == nil && indicators.all[$0].isShare },
      shown.filter { !indicators.all[$0].isShare },
    ]
    let joined = kinds.filter { !$0.isEmpty }.reduce(into: [[Int]]()) { parts, kind in
      if let last = parts.last, width(of: last + kind) <= Self.widest {
        parts[parts.count - 1] += kind
      } else {
        parts.append(kind)
      }
    }
    return joined.flatMap(evenly)
  }

  /// Indicators of one kind in as few tables as hold them, none much wider than another.
  private func evenly(_ places: [Int]) -> [[Int]] {
    guard width(of: places) > Self.widest, let first = places.first else { return [places] }
    let most = Self.widest / width(of: first)
    let count = (places.count + most - 1) / most
    return (0..<count).map { part in
      Array(places[(part * places.count / count)..<((part + 1) * places.count / count)])
    }
  }

  /// `参训率、学习率、合格率`, of many the first three and how many there are.
  func names(of places: [Int]) -> String {
    listing(places.map { indicators.all[$0].title }, atMost: 3) + (places.count > 3 ? "\(places.count)项" : "")
  }

  private func monitoringTable(of shown: [Int]) -> PaperTable {
    let entries = { (row: Standing) in [Entry.count(row.enrolled)] + shown.flatMap { monitored(row, $0) } }
    return PaperTable(
      [PaperColumn(figures.cityTitle, .name), PaperColumn("报名\n学员", unit: "人", .count)]
        + shown.flatMap(monitoringColumns),
      figures.cities.map { row in [.text(row.name)] + entries(row) },
      total: PaperTable.Total(spaced(figures.wholeTitle), span: 1, entries(figures.whole)))
  }

  /// A count of learners stands left of its share.
  private func monitoringColumns(of place: Int) -> [PaperColumn] {
    let indicator = indicators.all[place]
    var figure = PaperColumn(
      twoLines(indicator.title), unit: indicator.measure.metric.isCount ? indicator.unit : "",
      indicator.isShare ? .share : .number)
    figure.unitInHeading = true
    return (indicator.learners.map { [PaperColumn("\(twoLines($0))\n人数", unit: "人", .count)] } ?? []) + [figure]
  }

  private func monitored(_ row: Standing, _ place: Int) -> [Entry] {
    let (indicator, measured) = (indicators.all[place], row.measured[place])
    let figure = indicator.measure.metric.isCount ? Entry.amount(measured.printed) : .figure(measured.printed)
    return (indicator.learners == nil ? [] : [.count(measured.figure.numerator)]) + [figure]
  }
}
