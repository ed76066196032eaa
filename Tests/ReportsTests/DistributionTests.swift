import Reports
import TestSupport
import Testing

struct DistributionTests {
  @Test func `bins have the pass line at an edge and everyone in one of them`() {
    let distribution = ScoreDistribution(
      [(0, 3), (49, 2), (50, 1), (79, 4), (80, 5), (99, 1), (100, 2)], pass: 80, highest: 100)
    #expect(distribution.bins.map(\.title).first == "50以下")
    #expect(distribution.bins.map(\.title).last == "95—100")
    #expect(distribution.bins.map(\.learners) == [5, 1, 0, 0, 0, 0, 4, 5, 0, 0, 3])
    #expect(distribution.passed == 8)
    #expect(distribution.none == 3)
  }

  @Test(arguments: [(80, 100), (70, 100), (60, 120), (3, 100), (33, 100), (100, 100), (47, 93), (120, 100)])
  func `no total falls beside the bins`(pass: Int64, highest: Int64) {
    for seed in Cases.seeds(usually: 200) {
      var generator = SeededGenerator(seed: seed)
      let bands = (0...highest).map { (band: $0, learners: Int64.random(in: 0...9, using: &generator)) }
      let distribution = ScoreDistribution(bands, pass: pass, highest: highest)
      #expect(distribution.learners == bands.reduce(0) { $0 + $1.learners }, "SEED=\(seed)")
      #expect(distribution.passed == bands.filter { $0.band >= pass }.reduce(0) { $0 + $1.learners }, "SEED=\(seed)")
      let closed = distribution.bins.dropFirst()
      #expect(zip(closed, closed.dropFirst()).allSatisfy { $0.to == $1.from }, "SEED=\(seed)")
    }
  }

  @Test func `several bins can be the fullest`() {
    let distribution = ScoreDistribution([(82, 4), (91, 4), (12, 1)], pass: 80, highest: 100)
    #expect(distribution.fullest.map(\.title) == ["80—85", "90—95"])
  }

  @Test func `a chart tells its counts to those who cannot see it`() {
    let chart = DistributionChart(
      name: "jb-test", title: "分布<1>",
      bins: [
        .init(title: "50以下", count: 0, printed: "0", isPale: true),
        .init(title: "50—55", count: 1234, printed: "1,234", isPale: false),
      ], note: "注")
    #expect(chart.document.contains(">50以下0；50—551,234。</desc>"))
    #expect(chart.document.contains("分布&lt;1&gt;"))
  }
}
