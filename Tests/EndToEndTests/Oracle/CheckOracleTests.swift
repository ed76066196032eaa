import Testing

/// The units that do not meet what the guide demands of them, against the expectations.
struct CheckOracleTests {
  @Test(arguments: Night.allCases)
  func `the units that fail a check are those of the expectations`(night: Night) throws {
    let found = try TwoNights.lines(
      after: night, "SELECT \"check\", unit FROM unit_check WHERE as_of = '\(night.rawValue)'")
    expectSame(found, try Expected.rows("checks").map { $0.line("check", "unit") }, night.rawValue)
  }
}
