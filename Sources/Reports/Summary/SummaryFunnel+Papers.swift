import Metrics
import Programme
import Scoring
import Workbook

/// The steps of the summary as a table, an SVG chart and a sheet, all of the same figures.
extension SummaryWording {
  /// Every step with its share of all enrolled and of the step before.
  var funnelTable: PaperTable? {
    figures.funnel.map { funnel in
      PaperTable(
        [
          PaperColumn("序号", .rank), PaperColumn("步骤", .name), PaperColumn("学员", unit: "人", .count),
          PaperColumn("占报名学员", .share), PaperColumn("占上一步", .share),
        ],
        funnel.shares.enumerated().map { index, step in
          [
            .rank(index + 1), .text(step.title), .count(step.learners), .figure(step.ofAll),
            .figure(step.ofPrevious ?? .missing),
          ]
        })
    }
  }

  /// What the table does not say.
  var funnelNote: String? {
    figures.funnel.map { funnel in
      (["每一步的学员都包含在上一步中"] + funnel.omissions).joined(separator: "；") + "。"
    }
  }

  /// What the chart says, for those who cannot see it.
  var funnelCaption: String {
    (figures.funnel?.shares ?? []).map { "\($0.title)\(grouped($0.learners))人" }.joined(separator: "，")
  }
}

extension SummaryFunnel {
  /// A step with its shares as printed.
  typealias Share = (title: String, learners: Int64, ofAll: Printed, ofPrevious: Printed?)

  /// The steps with their shares of the first step and of the step before.
  var shares: [Share] {
    steps.enumerated().map { index, step in
      let share = { (whole: Step) in
        Printed(share: Fraction(Int128(step.learners), over: Int128(whole.learners)), decimals: 2)
      }
      return (step.title, step.learners, share(steps[0]), index == 0 ? nil : share(steps[index - 1]))
    }
  }

  static let title = "从报名到合格"
}

extension SummaryCharts {
  var funnel: ChartFile? {
    figures.funnel.map { funnel in
      let chart = FunnelChart(
        name: "jb-funnel", title: "\(SummaryFunnel.title)（人，括号内为占报名学员的比例）",
        steps: funnel.shares.map { step in
          FunnelChart.Step(
            title: step.title, count: step.learners, printed: "\(grouped(step.learners))（\(step.ofAll.text)）",
            ofPrevious: step.ofPrevious?.text ?? "")
        }, note: "“↓”后为占上一步的比例。横轴自0起。")
      return ChartFile(path: "charts/funnel.svg", caption: wording.funnelCaption, document: chart.document)
    }
  }
}

extension SummaryWorkbook {
  /// The steps with their chart.
  var funnelPage: Page? {
    guard let funnel = figures.funnel, let table = wording.funnelTable, let note = wording.funnelNote else {
      return nil
    }
    let sheet = table.sheetTable(id: "funnel") { $1.spanning([1, 4, 2, 2, 3][$0]) }
    let chart = Chart(
      title: "\(SummaryFunnel.title)（人）", description: wording.funnelCaption, categories: .column(1, table: "funnel"),
      form: .ranking(
        Ranking(
          series: Series("学员", .column(2, table: "funnel")), isPale: funnel.steps.map { _ in false }, format: .count)),
      height: Chart.height(bars: funnel.steps.count))
    return Page(
      title: SummaryFunnel.title, left: "单位：人、%", right: right, grid: .even(columns: 12, pixels: 56), isOnePage: true,
      blocks: [.table(sheet), .notes([note]), .chart(chart), .signature])
  }
}
