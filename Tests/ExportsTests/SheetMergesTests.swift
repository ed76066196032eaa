import Exports
import TestSupport
import Testing

/// A sheet of 100 full rows of three cells, of which some are replaced, and merged ranges behind them.
private func sheet(_ replaced: [Int: String], merged: [String]) -> String {
  let rows = (1...100).map { number in
    replaced[number]
      ?? "<row r=\"\(number)\">"
      + ["A", "B", "C"].map { "<c r=\"\($0)\(number)\" t=\"str\"><v>\($0)\(number)</v></c>" }.joined()
      + "</row>"
  }
  let ranges = merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
  return "<sheetData>\(rows.joined())</sheetData>" + (merged.isEmpty ? "" : "<mergeCells>\(ranges)</mergeCells>")
}

private func row(_ number: Int, _ cells: [(String, String)]) -> String {
  "<row r=\"\(number)\">" + cells.map { "<c r=\"\($0.0)\(number)\" t=\"str\"><v>\($0.1)</v></c>" }.joined() + "</row>"
}

@Test(arguments: [
  // Across, far behind the first rows.
  ([60: row(60, [("A", "甲")])], ["A60:C60"], [60: ["甲", "甲", "甲"]]),
  // Downwards: the contents stand in a row that was full.
  ([61: row(61, [("B", "x"), ("C", "y")])], ["A60:A61"], [61: ["A60", "x", "y"]]),
  // Downwards over a row that has a value of its own where the range hides it.
  ([62: row(62, [("B", "x"), ("C", "y")])], ["A60:A62"], [62: ["A60", "x", "y"]]),
  // A cell of white space is blank.
  ([70: row(70, [("A", "\u{3000}"), ("B", "x"), ("C", "y")])], ["A69:A70"], [70: ["A69", "x", "y"]]),
  // A blank cell outside of every range stays blank.
  ([80: row(80, [("B", "x"), ("C", "y")])], ["A10:A11"], [80: ["", "x", "y"]]),
  ([80: row(80, [("B", "x"), ("C", "y")])], [], [80: ["", "x", "y"]]),
  // The last row of all.
  ([100: row(100, [("A", "末"), ("C", "z")])], ["A100:B100"], [100: ["末", "末", "z"]]),
])
func `ranges that begin behind full rows are filled as those at the top are`(
  replaced: [Int: String], merged: [String], expected: [Int: [String]]
) throws {
  let found = try rows(WorkbookFixture(sheet: sheet(replaced, merged: merged)).bytes)
  #expect(found.count == 100)
  for (number, cells) in expected { #expect(found[number - 1] == ReadRow(number, cells)) }
  // Read once more by the same opened file, which knows the ranges by then.
  try withFile(WorkbookFixture(sheet: sheet(replaced, merged: merged)).bytes) { path in
    let export = try Export.open(path)
    for _ in 0..<2 {
      var reader = try export.rows()
      var row = Row()
      var texts: [[String]] = []
      while try reader.next(&row) { texts.append((0..<row.count).map { row.text($0) }) }
      for (number, cells) in expected { #expect(texts[number - 1] == cells) }
    }
  }
}

@Test func `a long sheet of full rows is never searched for ranges`() throws {
  var limits = ExportLimits.default
  limits.mergedRanges = 0
  let bytes = WorkbookFixture(sheet: sheet([:], merged: ["A60:A61"])).bytes
  #expect(try rows(bytes, limits: limits).count == 100)
}
