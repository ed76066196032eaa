import Programme
import SQLite
import Stages
import Store
import Testing

private let lastTerm = ["1,甲,东区,一中,2021B,在册", "2,乙,东区,一中,2021B,在册"]
private let thisTerm = ["1,甲,东区,一中,2022A,在册", "3,丙,东区,一中,2022A,在册", "4,丁,东区,一中,2022A,待审核"]
private let lastStudy = ["1,2021B,K1,100", "2,2021B,K1,10"]
private let thisStudy = ["1,2022A,K1,90", "3,2022A,K1,100", "4,2022A,K1,100"]

@Test func `hours of all terms within the cycle and earlier ones add up, and what is missing is told`() throws {
  let nights = try LedgerNights(first: ", closed: true")
  try nights.write(
    "2022-06-30", roster: ["1,甲,东区,一中,2020B,在册"] + lastTerm + thisTerm,
    study: ["1,2020B,K1,100"] + lastStudy + thisStudy,
    prior: ["1,甲,网络研修,2021,72.5", "1,甲,网络研修,2019,90", "3,丙,读书,,300", "2,乙,读书,2025,0.5"])
  try nights.run("2022-06-30")
  #expect(
    try nights.lines(
      "SELECT person, kind, term, year, credit_hours, in_cycle FROM credit_ledger ORDER BY person, year, kind") == [
        "1|prior|网络研修|2019|90.00|0", "1|term|2020年下|2020|36.00|0", "1|prior|网络研修|2021|72.50|1",
        "1|term|2021年下|2021|36.00|1", "1|term|2022年上|2022|36.00|1", "2|term|2021年下|2021|0.00|1",
        "2|prior|读书|2025|0.50|1", "3|prior|读书|–|300.00|1", "3|term|2022年上|2022|36.00|1",
      ])
  #expect(
    try nights.lines("SELECT person, credit_hours, target, missing FROM credit_balance ORDER BY person") == [
      "1|144.50|360.00|215.50", "2|0.50|360.00|359.50", "3|336.00|360.00|24.00",
    ])
}

@Test func `a closed term keeps the hours that it gave, and gives them up when it is opened again`() throws {
  let nights = try LedgerNights()
  try nights.write("2021-12-31", roster: lastTerm, study: lastStudy)
  try nights.run("2021-12-31")
  try nights.change(first: ", closed: true")
  try nights.write("2022-03-01", roster: thisTerm)
  try nights.run("2022-03-01")
  let hours = "SELECT credit_hours FROM credit_ledger WHERE person = '1' AND term = '2021年下'"
  #expect(try nights.lines(hours) == ["36.00"])
  // A late row of the closed term changes its marks and not what was credited.
  try nights.write("2022-03-02", roster: thisTerm, study: ["1,2021B,K1,1"])
  try nights.run("2022-03-02")
  #expect(try nights.lines(hours) == ["36.00"])
  #expect(try nights.lines("SELECT total FROM score WHERE enrolment = 1") == ["100"])
  try nights.change()
  try nights.write("2022-03-03", roster: lastTerm, study: ["1,2021B,K1,1"])
  try nights.run("2022-03-03")
  #expect(try nights.lines(hours) == ["0.00"])
}

@Test func `earlier credit that cannot be used is sent back, and what changed is noted`() throws {
  let nights = try LedgerNights()
  try nights.write(
    "2022-03-01", roster: thisTerm,
    prior: ["1,甲,研修,2021,10", "9,某,研修,2021,10", "1,乙,研修,2021,10", "1,甲,研修,2021,20", "1,甲,研修,2020,-1", "3,,研修,2021,"])
  try nights.run("2022-03-01")
  #expect(
    try nights.lines("SELECT row, code FROM rejected ORDER BY row") == [
      "3|unknown_person", "4|other_name", "6|negative_value", "7|missing_required",
    ])
  #expect(
    try nights.lines("SELECT rows_read, accepted, duplicates, rejected, non_data FROM account WHERE source = 'prior'")
      == ["7|1|1|4|1"])
  try nights.write("2022-03-02", roster: thisTerm, prior: ["1,甲,研修,2021,12.5", "3,丙,研修,2021,1"])
  try nights.run("2022-03-02")
  #expect(
    try nights.lines("SELECT person, item, before, after, row FROM change WHERE kind = 'prior' ORDER BY person") == [
      "1|2021 研修|1000|1250|2", "3|2021 研修|–|100|3",
    ])
}

@Test func `a ledger of a scheme that credits no hours is refused`() {
  #expect(
    LedgerNights.faults(ledger: LedgerNights.ledger, credit: "") == [
      "the ledger adds up credited hours, but the scheme credits none; add 'credit' to 'scoring'"
    ])
}

@Test(arguments: [
  ("ledger: { title: 't', target: 0, from: 2021, years: 5 },", "found 0; expected hours such as 360 or '360学时'"),
  ("ledger: { title: 't', target: '三百', from: 2021, years: 5 },", "found '三百'; expected hours such as 360 or '360学时'"),
  (
    "ledger: { title: 't', target: 360, from: 2021, years: 5, prior: 'study' },",
    "no source of kind 'credit' is named 'study'; expected 'prior'"
  ),
])
func `a ledger that cannot be kept is refused with its remedy`(ledger: String, message: String) {
  #expect(LedgerNights.faults(ledger: ledger) == [message])
}
