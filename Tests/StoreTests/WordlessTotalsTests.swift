import Store
import Testing

/// Rows of a study export behind its header `编号,课程,时长`, how many of them are no data, and how many are sent back.
private let sheets: [(rows: [String], nonData: Int, rejected: Int)] = [
  (["1,K,20", "2,K,40", ",,60"], 1, 0),
  ([",,60", "1,K,20", "2,K,40"], 1, 0),
  (["1,K,20", ",,20", "2,K,40", ",,40", ",,60"], 3, 0),
  ([",,20", "1,K,20", ",,40", "2,K,40"], 2, 0),
  (["1,K,20", "2,K,40", "小计,,60", ",,60"], 2, 0),
  (["1,K,20", "2,K,40", ",,61"], 0, 1),
  (["1,K,20", "2,K,40", ",L,60"], 0, 1),
  (["1,K,20", "2,K,40", ",,"], 0, 0),
  (["1,K,0", "2,K,0", ",,0"], 0, 1),
  (["1,K,20", "2,K,40", ",,5", ",,65"], 1, 1),
  (["1,K,20", "9,K,40", ",,60"], 1, 1),
  (["1,K,20", "1,K,20", ",,40"], 1, 0),
]

@Test(arguments: sheets)
func `a row without a name whose amounts are the sums is a total, and any other one is sent back`(
  rows: [String], nonData: Int, rejected: Int
) throws {
  let nights = try OfficeNights()
  // On the second night the other rows are known and not read again.
  for night in ["2023-08-19", "2023-08-20"] {
    try nights.write(night, roster: ["1,甲,一中,上旬班,", "2,乙,一中,上旬班,"], study: ["编号,课程,时长"] + rows)
    try nights.load(night)
    #expect(
      try nights.lines(
        "SELECT non_data - 1, rejected, rows_read - 1 FROM account WHERE source = 'study' AND as_of = '\(night)'")
        == ["\(nonData)|\(rejected)|\(rows.filter { $0 != ",," }.count)"])
  }
}
