import Store
import Testing

private let roster = [
  "1,甲,东市,一中,2022A,在册,先锋组", "2,乙,东市,一中,2022A,在册,先锋组", "3,丙,东市,二中,2022A,在册,攀登组", "4,丁,东市,二中,2022A,在册,",
]

@Test func `what a group did counts for each of its members, and once in the account`() throws {
  let nights = try TermNights()
  try nights.write(
    "2022-03-01", roster: roster, task: ["先锋组,2022A,计划,80", "先锋组,2022A,成果,90", "攀登组,,计划,70", "远航组,2022A,计划,60"])
  try nights.load("2022-03-01")
  #expect(
    try nights.learners().map { $0.split(separator: "|").last.map(String.init) ?? "" } == [
      "17000", "17000", "7000", "0",
    ])
  #expect(
    try nights.lines("SELECT rows_read, accepted, duplicates, rejected, non_data FROM account WHERE source = 'task'")
      == ["5|3|0|1|1"])
  #expect(try nights.lines("SELECT row, code FROM rejected") == ["5|unknown_group"])
}

@Test func `two rows about one task of a group are one duplicate, however many members it has`() throws {
  let nights = try TermNights(task: ", duplicates: 'max'")
  try nights.write("2022-03-01", roster: roster, task: ["先锋组,2022A,计划,80", "先锋组,2022A,计划,90", "先锋组,2022A,计划,85"])
  try nights.load("2022-03-01")
  #expect(try nights.lines("SELECT accepted, duplicates FROM account WHERE source = 'task'") == ["1|2"])
  #expect(try nights.learners().prefix(2).allSatisfy { $0.hasSuffix("|9000") })
}

@Test func `who changes the group leaves its facts behind and has those of the new one`() throws {
  let nights = try TermNights()
  let tasks = ["先锋组,2022A,计划,80", "攀登组,2022A,计划,70", "攀登组,2022A,成果,5"]
  try nights.write("2022-03-01", roster: roster, task: tasks)
  try nights.write(
    "2022-03-02", roster: [roster[0], "2,乙,东市,一中,2022A,在册,攀登组", roster[2], "4,丁,东市,二中,2022A,在册,先锋组"], task: tasks)
  try nights.load("2022-03-01")
  try nights.load("2022-03-02")
  #expect(
    try nights.learners().map { $0.split(separator: "|").last.map(String.init) ?? "" } == [
      "8000", "7500", "7500", "8000",
    ])
  #expect(
    try nights.lines("SELECT person, before, after FROM change WHERE item = 'group' ORDER BY person") == [
      "2|先锋组|攀登组", "4||先锋组",
    ])
  #expect(
    try nights.lines("SELECT person, item, before, after FROM change WHERE kind = 'task' ORDER BY person, item") == [
      "2|成果|–|500", "2|计划|8000|7000", "4|计划|–|8000",
    ])
}

@Test func `a group name that two terms have must be told apart by the cohort`() throws {
  let nights = try TermNights()
  try nights.write(
    "2022-03-01", roster: ["1,甲,东市,一中,2021B,在册,先锋组", "2,乙,东市,一中,2022A,在册,先锋组"],
    task: ["先锋组,,计划,80", "先锋组,2022A,计划,90"])
  try nights.load("2022-03-01")
  #expect(try nights.learners() == ["1|2021B|enrolled|0|0", "2|2022A|enrolled|0|9000"])
  #expect(try nights.lines("SELECT row, code FROM rejected") == ["2|ambiguous_group"])
}
