import Testing

import Workbook

private func pagination(heights: [Double], chart: ClosedRange<Int>? = nil, lastHeaderRow: Int = 5) -> Pagination {
  Pagination(
    heights: heights, charts: chart.map { [$0] } ?? [], header: 0...0, lastHeaderRow: lastHeaderRow, width: 680,
    orientation: .portrait)
}

@Test func `a page without a chart is fitted by width and repeats its header`() {
  let sheets = pagination(heights: Array(repeating: 20, count: 200), lastHeaderRow: 199)
  #expect(!sheets.fitsOnePage)
  #expect(sheets.fit == .width)
  #expect(sheets.repeatedRows == 0...0)
}

@Test func `a short table and its chart share a sheet of paper`() {
  let sheets = pagination(heights: Array(repeating: 20, count: 36), chart: 10...35)
  #expect(sheets.fitsOnePage)
  #expect(sheets.fit == .width)
}

@Test func `a chart that would be cut begins a new sheet of paper, without the header of the table before it`() {
  let sheets = pagination(heights: Array(repeating: 20, count: 50), chart: 30...49, lastHeaderRow: 28)
  #expect(!sheets.fitsOnePage)
  #expect(sheets.fit == .scale(90, breaks: [30]))
  #expect(sheets.repeatedRows == nil)
}

@Test func `a chart after a table of several sheets of paper is not cut either`() {
  let sheets = pagination(heights: Array(repeating: 20, count: 90), chart: 66...85, lastHeaderRow: 64)
  #expect(sheets.repeatedRows == 0...0)
  // 40 rows fill the first sheet of paper at 90 %, 39 and the header the second.
  #expect(sheets.fit == .scale(90, breaks: [66]))
}
