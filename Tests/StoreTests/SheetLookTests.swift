import Programme
import Store
import Testing

private let roster = ["1,甲,一中,上旬班,在册", "2,乙,一中,上旬班,退出"]

/// What the pipeline file says of a column of rates, its header, its cells, and the hundredths of a percent that are kept.
private let rates: [(unit: String, header: String, cells: [String], kept: [String])] = [
  ("", "时长(%)", ["57", "0.5"], ["5700", "50"]),
  ("", "时长（100%）", ["56.99999999999999", "28.999999999999996"], ["5700", "2900"]),
  ("", "时长", ["57", "0.5"], ["5700", "50"]),
  ("", "时长", ["0.5", "57.00"], ["50", "5700"]),
  ("", "时长", ["57%", "0.50%"], ["5700", "50"]),
  ("", "时长", ["0", "0.00"], ["0", "0"]),
  ("unit: 'fraction'", "时长", ["0.57", "1"], ["5700", "10000"]),
  ("unit: 'fraction'", "时长", ["0.5699999999999999", "100%"], ["5700", "10000"]),
  ("unit: 'percent'", "时长", ["0.57", "1"], ["57", "100"]),
  ("unit: 'fraction'", "时长(%)", ["0.57", "1"], ["5700", "10000"]),
]

@Test(arguments: rates)
func `a rate counts as the pipeline file, the header or the values of its column say`(
  unit: String, header: String, cells: [String], kept: [String]
) throws {
  let nights = try OfficeNights(value: unit, type: "rate")
  try nights.write(
    "2023-08-19", roster: roster, study: ["编号,课程,\(header)"] + cells.enumerated().map { "1,K\($0),\($1)" })
  #expect(try nights.blockages("2023-08-19").isEmpty)
  #expect(try nights.lines("SELECT value FROM measure ORDER BY item") == kept)
}

@Test(arguments: [["0.57", "0.8"], ["1", "0"], ["57%", "0.8"], ["0.001"]])
func `rates that may be fractions or percentages are asked about and never guessed`(cells: [String]) throws {
  let nights = try OfficeNights(value: "", type: "rate")
  try nights.write("2023-08-19", roster: roster, study: ["编号,课程,时长"] + cells.enumerated().map { "1,K\($0),\($1)" })
  let blocked = try #require(try nights.blockages("2023-08-19").first)
  #expect(blocked.code == "rate_scale")
  #expect(blocked.wording.english.contains("unit: 'fraction' or unit: 'percent'"), "\(blocked.wording.english)")
  #expect(blocked.wording.chinese.contains("小数还是百分数"))
}

@Test func `a scale that the next night's values decide is used for all rows of that night`() throws {
  let nights = try OfficeNights(value: "", type: "rate")
  try nights.write("2023-08-19", roster: roster, study: ["编号,课程,时长", "1,K,0", "2,K,57%"])
  try nights.load("2023-08-19")
  try nights.write("2023-08-20", roster: roster, study: ["编号,课程,时长", "1,K,0", "2,K,57%", "2,L,0.5", "1,L,60"])
  try nights.load("2023-08-20")
  #expect(try nights.lines("SELECT value FROM measure ORDER BY value") == ["0", "50", "5700", "6000"])
}

@Test func `a rate out of its bounds is sent back with the bound as a percentage`() throws {
  let nights = try OfficeNights(value: "unit: 'percent'", type: "rate")
  try nights.write("2023-08-19", roster: roster, study: ["编号,课程,时长", "1,K,-5", "2,K,优"])
  try nights.load("2023-08-19")
  #expect(try nights.lines("SELECT code FROM reject ORDER BY row") == ["negative_value", "not_a_rate"])
  #expect(try nights.lines("SELECT message_en FROM reject ORDER BY row").first?.contains("lowest allowed, 0%") == true)
}

/// A header, its rows, and whether values may stand under the wrong headers.
private let widths: [(header: String, rows: [String], isShifted: Bool)] = [
  ("编号,课程,时长,学习总时长,近期未学", ["1,K,20", "2,K,30"], true),
  ("编号,课程,时长,学习总时长,近期未学", ["1,K,20,5", "2,K,30"], true),
  ("编号,课程,时长,学习总时长,近期未学", ["1,K,20,5,1", "2,K,30"], false),
  ("编号,课程,时长,学习总时长,近期未学", ["1,K,20,,", "2,K,30,,"], false),
  ("编号,课程,时长,学习总时长,近期未学", ["1,K,20", "合计,,20,5,1"], true),
  ("编号,课程,时长,备注", ["1,K,20", "2,K,30"], false),
  ("编号,课程,时长,备注,签名", ["1,K,20", "2,K,30"], false),
  ("编号,课程,时长,近期未学,备注", ["1,K,20", "2,K,30"], true),
  ("编号,课程,时长,,", ["1,K,20"], false),
  ("编号,课程,时长,近期未学", [], false),
]

@Test(arguments: widths)
func `headers that no row has a cell under block the load, since values may have moved to the left`(
  header: String, rows: [String], isShifted: Bool
) throws {
  let nights = try OfficeNights()
  try nights.write("2023-08-19", roster: roster, study: [header] + rows)
  let blocked = try nights.blockages("2023-08-19")
  #expect(blocked.map(\.code) == (isShifted ? ["column_shift"] : []))
  if isShifted { #expect(blocked[0].wording.english.contains("“近期未学”"), "\(blocked[0].wording.english)") }
}

@Test func `headers that the pipeline file lets stay blank are not missed`() throws {
  let nights = try OfficeNights(study: ", blank_columns: ['学习总时长', '近期未学']")
  try nights.write("2023-08-19", roster: roster, study: ["编号,课程,时长,学习总时长（分钟）,近期未学", "1,K,20", "2,K,30"])
  #expect(try nights.blockages("2023-08-19").isEmpty)
  #expect(try nights.lines("SELECT count(*) FROM measure") == ["2"])
}

@Test func `a column that no row fills is treated as absent, and told every night`() throws {
  let nights = try OfficeNights(columns: ", project: { from: '项目', type: 'text' }")
  for night in ["2023-08-19", "2023-08-20"] {
    try nights.write(night, roster: roster, study: ["编号,课程,项目,时长", "1,K,,20", "2,K, ,30"])
    try nights.load(night)
    #expect(try nights.lines("SELECT value FROM measure ORDER BY enrolment") == ["1200", "1800"])
    #expect(
      try nights.lines(
        "SELECT n.column_name, n.row FROM notice n JOIN night ON night.id = n.night WHERE n.code = 'never_filled' AND as_of = '\(night)'"
      ) == ["项目|1"])
  }
}

@Test(arguments: [("编号,课程,时长", ["1,K,", "2,K,"], "时长"), ("编号,课程,时长", [",K,1", ",L,2"], "编号")])
func `a required column that no row fills blocks the load as if it were not there`(
  header: String, rows: [String], column: String
) throws {
  let nights = try OfficeNights()
  try nights.write("2023-08-19", roster: roster, study: [header] + rows)
  let blocked = try #require(try nights.blockages("2023-08-19").first)
  #expect(blocked.code == "never_filled")
  #expect(blocked.wording.english.contains("“\(column)” is blank in every row"), "\(blocked.wording.english)")
}

@Test func `a roster whose cohorts are all blank is not put into one of them`() throws {
  let nights = try OfficeNights()
  try nights.write("2023-08-19", roster: ["1,甲,一中,,在册", "2,乙,一中,,在册"])
  #expect(try nights.blockages("2023-08-19").map(\.code) == ["never_filled"])
}
