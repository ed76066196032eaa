import Store
import Testing

@Test func `an applicant is kept with the facts and counts only once approved`() throws {
  let nights = try TermNights()
  try nights.write(
    "2022-03-01", roster: ["1,甲,东市,一中,2022A,在册,", "2,乙,东市,一中,2022A,待审核,", "3,丙,东市,一中,2022A,待审核,"],
    study: ["2,2022A,K1,10"])
  try nights.write(
    "2022-03-02", roster: ["1,甲,东市,一中,2022A,在册,", "2,乙,东市,一中,2022A,在册,"], study: ["2,2022A,K1,10"])
  try nights.load("2022-03-01")
  #expect(
    try nights.learners() == ["1|2022A|enrolled|0|0", "2|2022A|applied|600|0", "3|2022A|applied|0|0"])
  #expect(try nights.lines("SELECT p.code FROM counted_enrolment e JOIN person p ON p.id = e.person") == ["1"])
  try nights.load("2022-03-02")
  // Who only applied and is gone has withdrawn: nobody enters a denominator by disappearing.
  #expect(
    try nights.learners() == ["1|2022A|enrolled|0|0", "2|2022A|enrolled|600|0", "3|2022A|withdrawn|0|0"])
  #expect(
    try nights.lines("SELECT person, before, after FROM change WHERE item = 'status' ORDER BY person") == [
      "2|applied|enrolled", "3|applied|withdrawn",
    ])
}

@Test func `an applicant for another cohort contradicts nothing, and a row without a cohort means the one that counts`()
  throws
{
  let nights = try TermNights()
  try nights.write(
    "2022-03-01", roster: ["1,甲,东市,一中,2021B,在册,", "1,甲,东市,一中,2022A,待审核,"], study: ["1,,K1,10"])
  try nights.load("2022-03-01")
  #expect(try nights.learners() == ["1|2021B|enrolled|600|0", "1|2022A|applied|0|0"])
}

@Test func `a status that the programme does not know is refused in the pipeline file and sent back in a row`() throws {
  let nights = try TermNights()
  try nights.write("2022-03-01", roster: ["1,甲,东市,一中,2022A,在册,", "2,乙,东市,一中,2022A,休学,"])
  try nights.load("2022-03-01")
  #expect(try nights.lines("SELECT row, code FROM rejected") == ["3|unknown_value"])
}
