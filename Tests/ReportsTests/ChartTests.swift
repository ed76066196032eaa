import Foundation
import FoundationXML
import Reports
import Testing

/// Counts the elements of a document that an independent parser accepts.
private final class ElementCount: NSObject, XMLParserDelegate {
  private(set) var counts: [String: Int] = [:]

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    counts[name, default: 0] += 1
  }

  static func of(_ document: String) throws -> [String: Int] {
    let count = ElementCount()
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = count
    try #require(parser.parse(), "the document is not well-formed")
    return count.counts
  }
}

private func ranking(_ names: [String], rates: [Int64?]) -> RankingChart {
  let bars = zip(names, rates).map { RankingChart.Bar(name: $0, rate: $1, printed: $1.map { "\($0)" } ?? "—") }
  let whole = RankingChart.Bar(name: "全省", rate: 5000, printed: "50.00%")
  return RankingChart(name: "test", title: "各市", bars: bars, reference: whole, note: "淡色条低于全省")
}

@Test func `a ranking has a bar for each unit with a rate, pale below the whole`() throws {
  let document = ranking(["甲市", "乙市", "丙市", "丁市"], rates: [9000, 5000, 4999, nil]).document
  // Beside the bars stands the background.
  #expect(try ElementCount.of(document)["rect"] == 4)
  #expect(document.components(separatedBy: #"class="jb-accent""#).count - 1 == 2)
  #expect(document.components(separatedBy: #"class="jb-pale""#).count - 1 == 1)
}

@Test func `the line of the whole runs through no figure`() throws {
  let document = ranking((0..<40).map { "\($0)市" }, rates: (0..<40).map { Int64(7000 - 60 * $0) }).document
  let line = try #require(
    document.firstMatch(of: #/stroke-dasharray="4 3" x1="([0-9.]+)"/#).flatMap { Double($0.output.1) })
  let labels = document.matches(of: #/class="jb-label jb-halo" x="([0-9.]+)" y="[0-9.]+">([^<]+)</#)
  #expect(labels.count == 40)
  for label in labels {
    let start = try #require(Double(label.output.1))
    #expect(line < start || line > start + Double(label.output.2.count) * 7, "\(label.output.0)")
  }
}

@Test func `names from outside cannot break a chart`() throws {
  let name = "<script>&\"'\u{0}\u{FFFE}市\n"
  let document = ranking([name], rates: [100]).document
  #expect(try ElementCount.of(document)["script"] == nil)
  #expect(document.contains("&lt;script&gt;&amp;&quot;'\u{FFFD}\u{FFFD}市 "))
}

@Test func `a trend skips nights without a figure and says its figures in words`() throws {
  let headline = TrendChart.Line(name: "合格率", rates: [500, nil, 6114], firstPrinted: "5.00%", lastPrinted: "61.14%")
  let other = TrendChart.Line(name: "参训率", rates: [9000, 9000, 9000], firstPrinted: "90.00%", lastPrinted: "90.00%")
  let document = TrendChart(
    name: "test", title: "走势", nights: ["9日", "10日", "11日"], headline: headline, others: [other]
  ).document
  let counts = try ElementCount.of(document)
  #expect(counts["polyline"] == 2)
  #expect(counts["circle"] == 2)
  #expect(document.contains("合格率由5.00%变为61.14%，参训率保持90.00%。"))
}

@Test func `a chart is dark on dark screens and light on paper`() {
  let dark = ChartTheme.styleSheet.components(separatedBy: "@media")
  #expect(dark.count == 3)
  #expect(dark[1].contains("prefers-color-scheme:dark") && dark[1].contains("#161B22"))
  #expect(dark[2].contains("print") && !dark[2].contains("#161B22"))
}
