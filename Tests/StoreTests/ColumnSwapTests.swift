import Programme
import Store
import Testing

/// How many of ten learners have a status of the pipeline file, a blank one and a strange one, and whether that blocks the roster.
private let shares: [(good: Int, blank: Int, strange: Int, isSwapped: Bool)] = [
  (0, 0, 10, true), (5, 0, 5, true), (0, 5, 5, true), (20, 0, 5, false), (19, 0, 5, true), (19, 6, 5, true),
  (6, 0, 4, false), (0, 6, 4, false), (10, 0, 0, false),
]

@Test(arguments: shares)
func `a column of few words that holds others in more than a fifth of its cells blocks the load`(
  good: Int, blank: Int, strange: Int, isSwapped: Bool
) throws {
  let nights = try OfficeNights()
  let words =
    Array(repeating: "在册", count: good) + Array(repeating: "", count: blank) + Array(repeating: "第一中学", count: strange)
  // Whatever else is wrong with a row, the cell is counted.
  let roster = words.enumerated().map { "\($0),甲,\($0 == 0 ? "三中" : "一中"),上旬班,\($1)" }
  try nights.write("2023-08-19", roster: roster + ["合计,,,,第一中学"])
  let blocked = try nights.blockages("2023-08-19")
  #expect(blocked.map(\.code) == (isSwapped ? ["column_swap"] : []))
  guard let wording = blocked.first?.wording else { return }
  #expect(
    wording.english.contains(
      "\(strange) of the \(good + strange) values under “状态” are none of the column's, such as “第一中学”"),
    "\(wording.english)")
  #expect(wording.chinese.contains("可能与其他列错位"))
}

@Test(arguments: [("是", false), ("第一中学", true)])
func `a column of yes and no that holds something else blocks the load`(word: String, isSwapped: Bool) throws {
  let nights = try LoadedNights()
  try nights.write(
    "2023-08-19", roster: ["1,甲,,东市,一中,在册"], homework: (0..<6).map { "1,H\($0),80,100,\(word)" })
  if isSwapped {
    let blocked = #expect(throws: NightBlocked.self) { try nights.load("2023-08-19") }
    #expect(blocked?.blockages.map(\.code) == ["column_swap"])
  } else {
    try nights.load("2023-08-19")
  }
}
