import Metrics
import Programme

/// A chart beside a Markdown paper.
package struct ChartFile: Sendable {
  /// Relative to the paper: `charts/bulletin-city.svg`.
  package let path: String
  /// What the chart says, for those who cannot see it.
  package let caption: String
  package let document: String

  /// The image as Markdown shows it.
  package var markdown: String { "![\(MarkdownText.escaped(caption))](\(path))" }
}

/// The SVG charts of a bulletin; the workbook draws the same figures natively.
extension BulletinFigures {
  /// How many bars a chart carries; of more units the first and the last are drawn.
  static let mostBars = 48

  /// Rates of the whole over the nights; nil for a single night or when the ranked figure is no share.
  package var trendChart: ChartFile? {
    guard nights.count > 1, indicators.headline.isShare, let first = nights.first, let last = nights.last else {
      return nil
    }
    let line = { (index: Int) in
      TrendChart.Line(
        name: indicators.all[index].title, rates: nights.map { $0.printed[index].units },
        firstPrinted: first.printed[index].text, lastPrinted: last.printed[index].text)
    }
    let chart = TrendChart(
      name: "bulletin-trend", title: trendTitle, nights: nightTitles,
      headline: line(indicators.ranked), others: trendCompanions.map(line))
    let headline = line(indicators.ranked)
    return ChartFile(
      path: "charts/bulletin-trend.svg",
      caption: "\(wholeTitle)走势：\(headline.name)由\(headline.firstPrinted)变为\(headline.lastPrinted)",
      document: chart.document)
  }

  /// What the nights are called under the axis: the day, with the month where they lie in several.
  private var nightTitles: [String] {
    let days = nights.map(\.cutOff.day)
    let isOneMonth = days.allSatisfy { $0.year == days[0].year && $0.month == days[0].month }
    return days.map { isOneMonth ? "\($0.day)日" : chineseMonthAndDay($0) }
  }

  /// `全省合格率、参训率、学习率走势（8月19日至20日）`.
  package var trendTitle: String {
    let titles = ([indicators.ranked] + trendCompanions).map { indicators.all[$0].title }
    guard let first = nights.first?.cutOff.day, let last = nights.last?.cutOff.day else { return "" }
    let isOneYear = first.year == last.year
    let end =
      isOneYear && first.month == last.month ? "\(last.day)日" : isOneYear ? chineseMonthAndDay(last) : chineseDate(last)
    return "\(wholeTitle)\(listing(titles))走势（\(isOneYear ? chineseMonthAndDay(first) : chineseDate(first))至\(end)）"
  }

  /// The lines beside the ranked one.
  package var trendCompanions: [Int] { indicators.leading.filter { $0 != indicators.ranked } }

  /// The units of a level from the first rank down.
  package func rankingChart(_ level: Level) -> ChartFile {
    ranking(name: "bulletin-\(level.id)", of: level.title, level.units.byRank, named: fullName)
  }

  /// The projects from the first rank down.
  package var projectChart: ChartFile {
    ranking(name: "bulletin-project", of: "项目", projects.byRank, named: \.name)
  }

  /// The rows of a ranking that a chart draws: all that have a figure, or the first and the last of many.
  package func chartRows(_ rows: [Standing]) -> [Standing] {
    let ranked = rows.filter { $0.rank != nil }
    guard ranked.count > Self.mostBars else { return ranked }
    return ranked.prefix(Self.mostBars / 2) + ranked.suffix(Self.mostBars / 2)
  }

  /// `各地市合格率（全省61.14%，淡色条低于全省）`, and which are drawn when not all are.
  package func rankingTitle(of title: String, _ rows: [Standing]) -> String {
    let reference = whole.measured[indicators.ranked].printed.text
    let part = chartRows(rows).count < rows.count(where: { $0.rank != nil }) ? "，只列首尾各\(Self.mostBars / 2)个" : ""
    return "各\(title)\(indicators.headline.title)（\(wholeTitle)\(reference)，淡色条低于\(wholeTitle)\(part)）"
  }

  /// `由高到低：青岚市76.57%，…。全省61.14%。`
  package func rankingDescription(_ rows: [Standing]) -> String {
    let figures = chartRows(rows).map { fullName(of: $0) + $0.measured[indicators.ranked].printed.text }
    return "由高到低：\(figures.joined(separator: "，"))。\(wholeTitle)\(whole.measured[indicators.ranked].printed.text)。"
  }

  private func ranking(name: String, of title: String, _ rows: [Standing], named: (Standing) -> String) -> ChartFile {
    let bars = chartRows(rows).map { bar(named($0), $0) }
    let chart = RankingChart(
      name: name, title: "各\(title)\(indicators.headline.title)（截至\(issue.cutOff.shortText)）", bars: bars,
      reference: bar(wholeTitle, whole),
      note: "虚线为\(wholeTitle)\(indicators.headline.title)，淡色条低于\(wholeTitle)。横轴自0起。"
        + (bars.count < rows.count(where: { $0.rank != nil }) ? "只列首尾各\(Self.mostBars / 2)个。" : ""),
      fullScale: indicators.headline.isShare ? 10_000 : bars.compactMap(\.rate).max() ?? 1)
    let span = bars.first.flatMap { first in
      bars.last.map { "，\(first.name)最高（\(first.printed)），\($0.name)最低（\($0.printed)）" }
    }
    return ChartFile(
      path: "charts/\(name).svg", caption: "各\(title)\(indicators.headline.title)由高到低\(span ?? "")",
      document: chart.document)
  }

  private func bar(_ name: String, _ row: Standing) -> RankingChart.Bar {
    let printed = row.measured[indicators.ranked].printed
    return RankingChart.Bar(name: name, rate: printed.units, printed: printed.text)
  }
}
