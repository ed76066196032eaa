import Testing

import Workbook

private func pagination(
  heights: [Double], chart: ClosedRange<Int>? = nil, kept: [ClosedRange<Int>]? = nil, lastHeaderRow: Int = 5,
  width: Int = 680
) -> Pagination {
  Pagination(
    heights: heights, charts: chart.map { [$0] } ?? [], kept: kept, header: 0...0, lastHeaderRow: lastHeaderRow,
    width: width, orientation: .portrait)
}

@Test func `a page without a chart is fitted by width and repeats its header`() {
  let sheets = pagination(heights: Array(repeating: 20, count: 300), lastHeaderRow: 299)
  #expect(!sheets.isLegibleOnOnePage)
  #expect(sheets.fit == .width)
  #expect(sheets.repeatedRows == 0...0)
}

@Test func `a short table and its chart share a sheet of paper`() {
  let sheets = pagination(heights: Array(repeating: 20, count: 36), chart: 10...35)
  #expect(sheets.isLegibleOnOnePage)
  #expect(sheets.fit == .width)
}

@Test func `a chart that would be cut begins a new sheet of paper, without the header of the table before it`() {
  let sheets = pagination(heights: Array(repeating: 20, count: 50), chart: 30...49, lastHeaderRow: 28)
  #expect(!sheets.isLegibleOnOnePage)
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
  // At 85 % it holds 862: what would shrink more than that is left on a sheet of its own.
  (40, PrintSetup.Fit.width), (41, .pages(1)), (43, .pages(1)), (44, .width), (79, .width), (80, .pages(2)),
  (85, .pages(2)), (86, .width), (275, .width),
])
func `a last sheet of a few rows is saved by making all a little smaller`(rows: Int, fit: PrintSetup.Fit) {
  #expect(pagination(heights: Array(repeating: 20, count: rows), lastHeaderRow: rows - 1).fit == fit)
}

@Test(arguments: [
  // The second table would begin in row 20 and be cut; a table that no sheet holds is cut wherever it begins.
  ([0...18, 20...49], PrintSetup.Fit.scale(90, breaks: [20])), ([0...18, 19...49], .scale(90, breaks: [19])),
  ([0...4, 5...49], .width),
])
func `one of several tables that would be cut begins a new sheet of paper`(
  kept: [ClosedRange<Int>], fit: PrintSetup.Fit
) {
  #expect(pagination(heights: Array(repeating: 20, count: 50), kept: kept, width: 600).fit == fit)
}

@Test(arguments: [
  (600, PrintSetup.Fit.scale(90, breaks: [20])), (640, .scale(85, breaks: [20])), (641, .width), (680, .width),
])
func `a page is set to a fixed scale only where columns a quarter wider have room too`(width: Int, fit: PrintSetup.Fit)
{
  let sheets = pagination(heights: Array(repeating: 20, count: 50), kept: [0...18, 20...49], width: width)
  #expect(sheets.fit == fit)
}

@Test(arguments: [
  // 36 rows fill a sheet: only notes are left for the next one, and three rows of the table go with them. At 90 % it is 40 rows.
  (35, PrintSetup.Fit.scale(90, breaks: [33])), (31, .scale(90, breaks: [29])), (36, .width),
  // Many rows of notes are no end of a table.
  (29, .width), (6, .width),
])
func `notes are not left alone under a header without rows`(lastHeaderRow: Int, fit: PrintSetup.Fit) {
  #expect(pagination(heights: Array(repeating: 20, count: 60), lastHeaderRow: lastHeaderRow, width: 600).fit == fit)
}

@Test(arguments: [761, 800, 1000])
func `a page with a chart is fitted by width where a fixed scale would cut it from top to bottom`(width: Int) {
  let sheets = pagination(heights: Array(repeating: 20, count: 50), chart: 30...49, lastHeaderRow: 28, width: width)
  #expect(sheets.fit == .width)
}

@Test(arguments: [(680, 90), (700, 87), (720, 85), (760, 85)])
func `no page is set to less than 85 %`(width: Int, percent: Int) {
  let sheets = pagination(heights: Array(repeating: 20, count: 50), chart: 30...49, lastHeaderRow: 28, width: width)
  #expect(sheets.fit == .scale(percent, breaks: [30]))
}

@Test(arguments: [
  // 36 rows fill a sheet: a table that ends with it needs no header on the next one.
  (5, 60, nil), (5, 30, 0...0), (35, 60, nil), (36, 60, 0...0), (40, 60, 0...0),
])
func `a header is not repeated over notes alone`(lastHeaderRow: Int, rows: Int, repeated: ClosedRange<Int>?) {
  let sheets = pagination(heights: Array(repeating: 20, count: rows), lastHeaderRow: lastHeaderRow)
  #expect(sheets.repeatedRows == repeated)
}
