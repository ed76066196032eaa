import Metrics
import Programme

/// The SVG charts beside the Markdown summary.
struct SummaryCharts {
  let figures: SummaryFigures
  let wording: SummaryWording

  /// Cities by the ranked rate, from the highest; only where there are more than a reader compares at a glance.
  var cities: ChartFile? {
    let place = figures.indicators.ranked
    let indicator = figures.indicators.all[place]
    guard indicator.isShare, figures.cities.count > 5 else { return nil }
    let bars = figures.cities.enumerated().sorted { left, right in
      let (first, second) = (left.element.measured[place].printed, right.element.measured[place].printed)
      return first == second ? left.offset < right.offset : second < first
    }.map { bar($0.element.name, $0.element.measured[place].printed) }
    let reference = bar(figures.wholeTitle, figures.whole.measured[place].printed)
    let chart = RankingChart(
      name: "jb-cities", title: "各\(figures.cityTitle)\(indicator.title)", bars: bars, reference: reference,
      note: "虚线为\(figures.wholeTitle)\(indicator.title)，淡色条低于\(figures.wholeTitle)。横轴自0起。")
    return ChartFile(
      path: "charts/cities.svg",
      caption: "各\(figures.cityTitle)\(indicator.title)：\(figures.wholeTitle)\(reference.printed)",
      document: chart.document)
  }

  private func bar(_ name: String, _ printed: Printed) -> RankingChart.Bar {
    RankingChart.Bar(name: name, rate: printed.units, printed: printed.text)
  }

  var distribution: ChartFile? {
    guard let distribution = figures.distribution, let note = wording.distributionNote else { return nil }
    let chart = DistributionChart(
      name: "jb-distribution", title: "总成绩分布（学员\(grouped(distribution.learners))人）",
      bins: distribution.bins.map { bin in
        DistributionChart.Bin(
          title: bin.title, count: bin.learners, printed: grouped(bin.learners),
          isPale: (bin.from ?? Int64.min) < distribution.pass)
      },
      note: "总成绩（分）；\(note.dropLast())。淡色柱为\(distribution.pass)分以下。")
    return ChartFile(
      path: "charts/distribution.svg",
      caption: "总成绩分布：\(distribution.pass)分及以上\(grouped(distribution.passed))人", document: chart.document)
  }

  var satisfaction: ChartFile? {
    guard let satisfaction = figures.satisfaction else { return nil }
    let chart = SatisfactionChart(
      name: "jb-satisfaction", title: "满意度分布（按评价对象与维度）", scale: satisfaction.rules.scale,
      bars: satisfaction.whole.map { row in
        SatisfactionChart.Bar(
          name: satisfaction.title(row, joinedBy: "·"), counts: row.counts, printed: row.share.text)
      })
    return chart.map {
      ChartFile(
        path: "charts/satisfaction.svg", caption: "\(satisfaction.whole.count)项满意度的五级分布", document: $0.document)
    }
  }
}
