import Testing

import Workbook

private func pagination(heights: [Double], chart: ClosedRange<Int>? = nil, lastHeaderRow: Int = 5) -> Pagination {
  Pagination(
    heights: heights, charts: chart.map { [$0] } ?? [], header: 0...0, lastHeaderRow: lastHeaderRow, width: 680,
    orientation: .portrait)
}

@Test func `a page without a chart is fitted by width and repeats its header`() {
  let sheets = pagination(heights: Array(repeating: 20, count: 300), lastHeaderRow: 299)
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

@Test(arguments: [
  // At 90 % one sheet of portrait paper holds 814 points: 40 rows of 20, and each further sheet 39 beside the header.
  (40, PrintSetup.Fit.width), (41, .pages(1)), (50, .pages(1)), (51, .width), (79, .width), (80, .pages(2)),
  (89, .pages(2)), (90, .width),
  (275, .width),
])
func `a last sheet of a few rows is saved by making all a little smaller`(rows: Int, fit: PrintSetup.Fit) {
  #expect(pagination(heights: Array(repeating: 20, count: rows), lastHeaderRow: rows - 1).fit == fit)
}
