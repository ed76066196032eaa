import Testing
import TestSupport

/// What was accepted with a remark: nothing is mended in silence.
struct NoticeTests {
  @Test(
    arguments: Night.allCases,
    [
      PlantedCase("id_mangled", "identity number", "id_precision_lost"),
      PlantedCase("id_check_failed", "GB 11643", "id_check_digit"),
      PlantedCase("name_dirt", "a character lost", "lost_character"),
      PlantedCase("name_dirt", "trailing mark", "name_dirt"),
      PlantedCase("hidden", "the row is hidden", "hidden"),
    ])
  func `a flagged row has its notice`(night: Night, planted: PlantedCase) throws {
    let fault = try PlantedFault.one(planted.code, planted.detail, in: "学员名册.xlsx", on: night)
    let found = try TwoNights.lines(
      after: night,
      """
      SELECT n.code FROM notice n JOIN source_file f ON f.id = n.file
      WHERE f.path = '\(fault.path)' AND n.row = \(fault.row) ORDER BY n.id
      """)
    #expect(found == [planted.value])
  }

  @Test(arguments: Night.allCases)
  func `a total that agrees with the rows gives no notice`(night: Night) throws {
    #expect(try TwoNights.lines(after: night, "SELECT code FROM notice WHERE code = 'total_differs'") == [])
  }
}
