import Programme
import Store
import Testing

private let learners = "SELECT code, name FROM person ORDER BY code"

/// Limits of one source, and what stops the load; nil is nothing.
private let limits: [(String, String?)] = [
  ("'50%'", nil), ("'49%'", "too_many_rejects"), ("2", nil), ("1", "too_many_rejects"), ("0", "too_many_rejects"),
]

@Test(arguments: limits)
func `rejected roster rows beyond a share or a number stop the load and leave the last state`(
  limit: String, code: String?
) throws {
  let nights = try OfficeNights(roster: ", limits: { max_rejects: \(limit) }")
  try nights.write("2023-08-19", roster: ["1,甲,一中,上旬班,", "2,乙,一中,上旬班,"])
  try nights.load("2023-08-19")
  try nights.write("2023-08-20", roster: ["1,甲改,一中,上旬班,", "2,乙,一中,上旬班,", "3,丙,三中,上旬班,", "4,丁,四中,上旬班,"])
  let blocked = try nights.blockages("2023-08-20")
  #expect(blocked.map(\.code) == (code.map { [$0] } ?? []))
  #expect(try nights.lines(learners) == [code == nil ? "1|甲改" : "1|甲", "2|乙"])
  if let wording = blocked.first?.wording {
    #expect(wording.english.contains("2 of 4 rows were rejected") && wording.chinese.contains("max_rejects"))
  }
}

@Test(arguments: limits)
func `rejected facts beyond a share or a number stop the load`(limit: String, code: String?) throws {
  let nights = try OfficeNights(study: ", limits: { max_rejects: \(limit) }")
  try nights.write(
    "2023-08-19", roster: ["1,甲,一中,上旬班,"], study: ["编号,课程,时长", "1,K,10", "1,L,10", "1,M,x", "9,K,10"])
  #expect(try nights.blockages("2023-08-19").map(\.code) == (code.map { [$0] } ?? []))
}

@Test(arguments: [(2, nil), (1, "control_total"), (3, "control_total")] as [(Int, String?)])
func `a roster with other numbers than are registered is refused with both`(registered: Int, code: String?) throws {
  let nights = try OfficeNights(early: ", learners: \(registered)")
  try nights.write("2023-08-19", roster: ["1,甲,一中,上旬班,在册", "2,乙,一中,上旬班,退出", "3,丙,一中,下旬班,"])
  let blocked = try nights.blockages("2023-08-19")
  #expect(blocked.map(\.code) == (code.map { [$0] } ?? []))
  if let wording = blocked.first?.wording {
    #expect(wording.english.contains("上旬班 2/\(registered)"), "\(wording.english)")
  }
}

@Test func `learners who withdrew and were dropped from the roster do not count as lost rows`() throws {
  let nights = try OfficeNights(roster: ", limits: { max_shrink: '10%' }")
  try nights.write("2023-08-19", roster: ["1,甲,一中,上旬班,在册", "2,乙,一中,上旬班,退出"])
  try nights.load("2023-08-19")
  try nights.write("2023-08-20", roster: ["1,甲,一中,上旬班,在册"])
  #expect(try nights.blockages("2023-08-20").isEmpty)
}
