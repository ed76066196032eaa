import Testing
import TestSupport

/// What was read of the sample programmes, against the account that their writer kept.
struct ReadingOracleTests {
  @Test(arguments: SampleProgramme.allNights)
  func `every file and sheet has the account that its writer kept`(night: SampleNight) throws {
    let expected = try night.expectedOfAll("accounts").map { row in
      "\(night.asOf)/" + row.line("file", "sheet", "rows_read", "accepted", "duplicates", "rejected", "non_data")
    }
    let second = night.programme.secondReaders.map { "'\($0)'" }.joined(separator: ", ")
    let found = try night.lines(
      """
      SELECT DISTINCT file, sheet, rows_read, accepted, duplicates, rejected, non_data FROM account
      WHERE as_of = '\(night.asOf)' AND source NOT IN (\(second)) ORDER BY file, sheet
      """)
    expectSame(found, expected, "accounts")
  }

  @Test(arguments: SampleProgramme.allNights)
  func `exactly the rows planted to be rejected are rejected, each with its code`(night: SampleNight) throws {
    let expected = try night.expectedOfAll("faults").filter { $0["outcome"] == "rejected" }.map { row in
      let code = row["code"] ?? ""
      return "\(night.asOf)/\(row.line("file", "sheet", "row")) \(PlantedFaultTests.codes[code] ?? code)"
    }
    let found = try night.lines(
      """
      SELECT DISTINCT file, sheet, row, code FROM rejected WHERE as_of = '\(night.asOf)' ORDER BY file, sheet, row
      """)
    expectSame(found, expected, "rejected rows")
  }

  @Test(arguments: SampleProgramme.allNights)
  func `a night ends with everything published`(night: SampleNight) throws {
    let outcome = try SampleRuns.outcome(of: night)
    #expect(outcome.code == 0, "\(Golden.complaints(outcome))")
  }
}
