import SQLite
import Store
import Testing
import TestSupport

private let people = ["1,甲,,东市,一中,在册", "2,乙,13800000002,东市,一中,在册", "3,丙,,西市,二中,在册"]

@Test func `the state of the first night is what a database that saw it alone holds`() throws {
  let (both, alone) = (try LoadedNights(), try LoadedNights())
  for nights in [both, alone] {
    try nights.write(
      "2023-08-19", roster: people, study: ["1,A,必修,10,2023-08-01 10:00", "1,长编号课程,选修,5,", "2,A,必修,30,"],
      homework: ["1,H1,,100,否", "2,H1,80,100,是"], posts: ["3,T1,2023-08-02 08:00"])
    try nights.load("2023-08-19")
  }
  try both.write(
    "2023-08-20", roster: ["1,甲改,,东市,一中,在册", "2,乙,13800000003,西市,二中,退出", "4,丁,,东市,三中,在册"],
    study: ["1,A,选修,10,2023-08-01 10:00", "1,长编号课程,选修,6,", "4,A,必修,1,"],
    homework: ["1,H1,90,100,否", "2,H1,80,100,否"], posts: ["3,T2,2023-08-02 08:00"])
  try both.load("2023-08-20")
  let history = History(both.store.database)
  let first = try #require(try history.nights().first)
  try history.rebuild(first, suffix: "_then")
  #expect(try both.dump() != alone.dump())
  for (table, rows) in try alone.dump() {
    #expect(try both.dump(suffix: "_then")[table] == rows, "\(table)")
  }
}

@Test func `any earlier night is rebuilt exactly, whatever the nights and their repeated loads were`() throws {
  for seed in Cases.seeds(usually: 40) {
    var random = SeededGenerator(seed: seed)
    let nights = try LoadedNights()
    var platform = Platform()
    var then: [(night: String, dump: [String: [String]])] = []
    for day in 10..<(10 + Int.random(in: 2...5, using: &random)) {
      let night = "2023-08-\(day)"
      for _ in 0...(random.oneIn(3) ? 1 : 0) {
        platform.change(&random)
        try nights.write(
          night, roster: platform.roster, study: platform.study, homework: platform.homework, posts: platform.posts)
        try nights.load(night)
      }
      then.append((night, try nights.dump()))
    }
    let history = History(nights.store.database)
    for (night, (asOf, dump)) in zip(try history.nights(), then) {
      try history.rebuild(night, suffix: "_then")
      let rebuilt = try nights.dump(suffix: "_then")
      for table in History.tables { #expect(rebuilt[table] == dump[table], "SEED=\(seed) \(asOf) \(table)") }
    }
  }
}

@Test func `a database brought up to date says from which night on the past is kept`() throws {
  let nights = try LoadedNights()
  for night in ["2023-08-19", "2023-08-20"] {
    try nights.write(night, roster: people)
    try nights.load(night)
  }
  let history = History(nights.store.database)
  #expect(try history.earliest()?.asOf == "2023-08-19")
  try nights.store.database.run("INSERT INTO setting VALUES ('past_since', '2')")
  #expect(try history.earliest()?.asOf == "2023-08-20")
}
