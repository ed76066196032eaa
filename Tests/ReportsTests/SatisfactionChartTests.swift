import Reports
import Testing

struct SatisfactionChartTests {
  private let scale = ["非常满意", "满意", "一般", "不满意", "非常不满意"]

  @Test func `pieces of a bar touch and never leave the picture`() throws {
    let bars = [
      SatisfactionChart.Bar(name: "甲", counts: [600, 300, 60, 30, 10], printed: "90.0%"),
      SatisfactionChart.Bar(name: "乙", counts: [0, 0, 0, 0, 7], printed: "0.0%"),
      SatisfactionChart.Bar(name: "丙", counts: [5, 0, 0, 0, 0], printed: "100.0%"),
    ]
    let chart = try #require(SatisfactionChart(name: "jb-t", title: "满意度", scale: scale, bars: bars))
    let edges = chart.document.matches(
      of: #/<rect class="jb-[a-z-]+"[^>]* x="([0-9.]+)" y="[0-9.]+" width="([0-9.]+)"/#)
    #expect(edges.count > 8)
    for edge in edges {
      let (x, width) = (try #require(Double(edge.output.1)), try #require(Double(edge.output.2)))
      #expect(x >= 0 && x + width <= 720)
    }
  }

  @Test func `the description holds every share`() throws {
    let chart = try #require(
      SatisfactionChart(
        name: "jb-t", title: "满意度", scale: scale, bars: [.init(name: "甲", counts: [1, 1, 1, 1, 1], printed: "40.0%")]))
    #expect(chart.document.contains("甲满意率40.0%。</desc>"))
  }

  @Test func `a scale of four steps is not drawn`() {
    #expect(SatisfactionChart(name: "jb-t", title: "满意度", scale: Array(scale.dropLast()), bars: []) == nil)
  }
}
