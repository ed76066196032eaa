import Store
import Testing

private let units = ["0,全省,省,0,", "1,东市,市,0,", "11,第一中学,校,1,", "12,实验小学,校,1,"]

/// A line put in place of the city's, and which units are sent back for it.
private let misplaced: [(String, [String])] = [
  ("1,东市,市,,", ["1", "11", "12"]), ("1,东市,市,7,", ["1", "11", "12"]), ("1,东市,市,1,", ["1", "11", "12"]),
  ("1,东市,市,11,", ["1", "11", "12"]), ("1,东市,市,0,", []),
]

@Test(arguments: misplaced)
func `a unit without a place in the order is sent back with all below it`(city: String, sentBack: [String]) throws {
  let nights = try OfficeNights()
  try nights.write("2023-08-19", roster: ["1,甲,第一中学,上旬班,"], units: [units[0], city, units[2], units[3]])
  try nights.load("2023-08-19")
  #expect(
    try nights.lines("SELECT json_extract(raw, '$[0]') FROM reject WHERE code = 'no_parent' ORDER BY row") == sentBack)
  // A learner whose school has no place is no learner of the province; the row says why.
  #expect(try nights.lines("SELECT count(*) FROM person") == [sentBack.isEmpty ? "1" : "0"])
}

@Test func `a unit that moves under one of its own leaves nobody walking in a circle`() throws {
  let nights = try OfficeNights()
  try nights.write("2023-08-19", roster: ["1,甲,第一中学,上旬班,"], units: units)
  try nights.load("2023-08-19")
  try nights.write(
    "2023-08-20", roster: ["1,甲,第一中学,上旬班,"], units: ["0,全省,省,0,", "11,第一中学,市,0,", "1,东市,校,11,"])
  try nights.load("2023-08-20")
  let circles = """
    SELECT u.code FROM unit u JOIN unit p ON p.id = u.parent WHERE p.level >= u.level
    """
  #expect(try nights.lines(circles).isEmpty)
}

@Test func `one code beside two names sends the second row back, whoever it was`() throws {
  let nights = try OfficeNights()
  try nights.write("2023-08-19", roster: ["1,甲,第一中学,上旬班,", "1,乙,实验小学,下旬班,"])
  try nights.load("2023-08-19")
  #expect(try nights.lines("SELECT row, code FROM reject") == ["3|other_name"])
  #expect(try nights.lines("SELECT code, name FROM person") == ["1|甲"])
}
