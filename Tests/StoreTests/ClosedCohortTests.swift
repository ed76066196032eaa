import Programme
import SQLite
import Store
import Testing

private let lastTerm = ["1,甲,东市,一中,2021B,在册,先锋组", "2,乙,东市,一中,2021B,在册,先锋组", "3,丙,东市,二中,2021B,在册,"]
private let thisTerm = ["1,甲,东市,一中,2022A,在册,", "3,丙,东市,二中,2022A,在册,", "4,丁,东市,二中,2022A,在册,"]
private let lastStudy = ["1,2021B,K1,60", "1,2021B,K2,30", "2,2021B,K1,20"]
private let lastTasks = ["先锋组,2021B,计划,80"]

@Test func `a closed term keeps its learners, facts and tallies when nothing of it is exported any more`() throws {
  for keepsStudy in [true, false] {
    let nights = try TermNights()
    try nights.write("2021-12-31", roster: lastTerm, study: lastStudy, task: lastTasks)
    try nights.load("2021-12-31")
    let before = try nights.learners()
    let facts = try nights.lines(
      "SELECT * FROM measure UNION ALL SELECT source, enrolment, item, category, value, at, file, row FROM item")
    try nights.change(first: ", closed: true")
    for night in ["2022-03-01", "2022-03-02"] {
      try nights.write(
        night, roster: thisTerm, study: (keepsStudy ? lastStudy : []) + ["4,2022A,K1,\(night.suffix(1))"])
      try nights.load(night)
      #expect(try nights.learners().filter { $0.contains("2021B") } == before, "\(night) \(keepsStudy)")
    }
    #expect(try nights.learners().filter { $0.contains("2022A") }.last == "4|2022A|enrolled|120|0")
    #expect(
      try nights.lines(
        "SELECT * FROM measure WHERE enrolment <= 3 UNION ALL SELECT source, enrolment, item, category, value, at, file, row FROM item"
      )
        == facts)
    #expect(try nights.lines("SELECT person FROM change WHERE after IN ('vanished', 'withdrawn')").isEmpty)
  }
}

@Test func `without the word a term that is no longer exported has vanished, or moved`() throws {
  let nights = try TermNights()
  try nights.write("2021-12-31", roster: lastTerm)
  try nights.write("2022-03-01", roster: thisTerm)
  try nights.load("2021-12-31")
  try nights.load("2022-03-01")
  #expect(
    try nights.lines("SELECT status FROM enrolment ORDER BY id LIMIT 3") == ["withdrawn", "vanished", "withdrawn"])
}

@Test func `the rows of a closed term are read as long as they are there, and what they lack is kept`() throws {
  let nights = try TermNights(first: ", closed: true")
  try nights.write("2022-03-01", roster: lastTerm + thisTerm, study: lastStudy)
  try nights.write("2022-03-02", roster: thisTerm, study: ["1,2021B,K1,61"])
  try nights.load("2022-03-01")
  #expect(try nights.learners().first == "1|2021B|enrolled|5400|0")
  try nights.load("2022-03-02")
  #expect(try nights.learners().first == "1|2021B|enrolled|5460|0")
  #expect(try nights.store.database.integer("SELECT count(*) FROM measure") == 3)
}

@Test func `a file that tells only what is new keeps the facts of earlier nights in the tallies`() throws {
  let nights = try TermNights(study: ", mode: 'append'")
  try nights.write("2022-03-01", roster: thisTerm, study: ["1,2022A,K1,10", "3,2022A,K1,5"])
  try nights.write("2022-03-02", roster: thisTerm, study: ["1,2022A,K2,7", "4,2022A,K1,1"])
  try nights.load("2022-03-01")
  try nights.load("2022-03-02")
  #expect(
    try nights.learners() == ["1|2022A|enrolled|1020|0", "3|2022A|enrolled|300|0", "4|2022A|enrolled|60|0"])
}

@Test func `the learners of a term kept for the ledger stand in no denominator`() throws {
  for (closed, counted) in [("", 6), (", closed: true", 6), (", closed: false", 6), (", closed: 'ledger'", 3)] {
    let nights = try TermNights(first: closed)
    // Two open terms of one project would contradict each other, so the first term has people of its own here.
    try nights.write(
      "2022-03-01", roster: ["5,戊,东市,一中,2021B,在册,", "6,己,东市,一中,2021B,在册,", "7,庚,东市,一中,2021B,在册,"] + thisTerm)
    try nights.load("2022-03-01")
    #expect(try nights.store.database.integer("SELECT count(*) FROM counted_enrolment") == Int64(counted), "\(closed)")
  }
}

@Test(arguments: [
  ("study", ", cohort: '2022A'", "the rows have a column 'cohort' of their own; name the one or the other"),
  ("first", ", closed: 'yes'", "unknown value 'yes'; expected one of 'counted', 'ledger'"),
])
func `a term or source that cannot be so is refused`(part: String, text: String, message: String) {
  let faults = TermNights.faults(first: part == "first" ? text : "", study: part == "study" ? text : "")
  #expect(faults == [message])
}

@Test func `a term is closed only on nights after the day that is stated, so that one file serves all terms`() throws {
  let nights = try TermNights(first: ", closed: 'ledger', closed_after: '2022-02-28'")
  try nights.write("2021-12-31", roster: lastTerm, study: lastStudy)
  try nights.write("2022-02-28", roster: lastTerm, study: lastStudy)
  try nights.write("2022-03-01", roster: thisTerm)
  for (night, counted) in [("2021-12-31", 3), ("2022-02-28", 3), ("2022-03-01", 3)] {
    try nights.load(night)
    let cohort = night < "2022-03-01" ? "2021B" : "2022A"
    let found = try nights.lines(
      "SELECT DISTINCT c.code, count(*) FROM counted_enrolment e JOIN cohort c ON c.id = e.cohort GROUP BY c.code")
    #expect(found == ["\(cohort)|\(counted)"], "\(night)")
  }
  #expect(try nights.learners().filter { $0.contains("2021B") }.allSatisfy { $0.contains("|enrolled|") })
}

@Test(arguments: [
  (", closed_after: '2022-02-28'", "nothing is closed; say closed: true or closed: 'ledger' too"),
  (", closed: true, closed_after: '2021-12-30'", "the term would be closed before it ends"),
])
func `a day of closing that closes nothing, or too early, is refused`(text: String, message: String) {
  #expect(TermNights.faults(first: text) == [message])
}
