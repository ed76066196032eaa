import Testing
import TestSupport

/// Every planted fault has the outcome that the sample data's table states.
struct PlantedFaultTests {
  /// The code of the catalogue of faults, and the code we reject with where it says more.
  static let codes = [
    "unknown_unit": "unknown_unit", "missing_person": "missing_person", "missing_required": "missing_required",
    "unknown_project": "unknown_project", "id_precision_lost": "id_precision_lost", "negative_value": "negative_value",
    "unknown_person": "unknown_person", "bad_duration": "not_a_duration", "above_maximum": "above_maximum",
    "bad_number": "not_a_number", "bad_date": "impossible_date",
  ]

  @Test(arguments: Night.allCases)
  func `exactly the rows planted to be rejected are rejected, each with its code`(night: Night) throws {
    let expected = try PlantedFault.all().filter { $0.night == night && $0.outcome == "rejected" }.map { fault in
      "\(fault.path) \(fault.sheet) \(fault.row) \(try #require(Self.codes[fault.code]))"
    }
    let found = try TwoNights.lines(
      after: night,
      "SELECT file, sheet, row, code FROM rejected WHERE as_of = '\(night.rawValue)' ORDER BY file, sheet, row")
    expectSame(found, expected, "rejected rows")
  }

  @Test(arguments: Night.allCases)
  func `exactly as many rows are merged as duplicates were planted`(night: Night) throws {
    let faults = try PlantedFault.all().filter { $0.night == night && $0.outcome == "duplicate" }
    let expected = faults.map { "\($0.path) \($0.sheet) 1" }
    let found = try TwoNights.lines(
      after: night,
      "SELECT file, sheet, duplicates FROM account WHERE as_of = '\(night.rawValue)' AND duplicates > 0 ORDER BY file")
    expectSame(found, expected, "duplicates")
  }

  @Test(arguments: [
    ("学习时长.csv", "GB18030"), ("课程作业.csv", "UTF-8 BOM"), ("项目.csv", "UTF-8"), ("学员名册.xlsx", "XLSX"),
  ])
  func `the encoding of a file is recognised and recorded`(file: String, encoding: String) throws {
    let found = try TwoNights.lines(
      after: .first, "SELECT DISTINCT encoding FROM account WHERE file = '2023-08-19/\(file)'")
    #expect(found == [encoding])
  }

  @Test func `the snapshot time stands in the second title row and is recorded`() throws {
    let found = try TwoNights.lines(
      after: .first, "SELECT DISTINCT as_of FROM source_file WHERE source = 'roster'")
    #expect(found == ["2023-08-20 00:00:00"])
  }

  @Test func `a course title with a four-byte character is read whole`() throws {
    let found = try TwoNights.lines(
      after: .first, "SELECT count(*) FROM rejected WHERE file LIKE '%学习时长.csv' AND code = 'undecodable'")
    #expect(found == ["0"])
  }

  @Test func `the workbook that counts days from 1904 gives days of the programme`() throws {
    let found = try TwoNights.lines(
      after: .first,
      """
      SELECT min(date(at, 'unixepoch')) >= '2023-08-01', max(date(at, 'unixepoch')) <= '2023-08-19', count(*) > 0
      FROM nomination WHERE stage = 'filed'
      """)
    #expect(found == ["1 1 1"])
  }

  @Test func `a merged cell gives its unit to every administrator beside it`() throws {
    let found = try TwoNights.lines(
      after: .first, "SELECT count(*), count(unit) FROM staff WHERE role = 'administrator'")
    #expect(found == ["340 340"])
  }
}
