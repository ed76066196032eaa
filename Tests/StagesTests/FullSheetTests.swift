import SQLite
import Store
import Testing

@Test(arguments: [(1_048_575, ["cut_off 1048576"]), (1_048_574, [])])
func `an export of just so many lines as a spreadsheet holds is remarked on`(rows: Int, expected: [String]) throws {
  let fixture = try NightFixture()
  try fixture.write("2023-08-19", roster: ["1,甲,东市,一中"], study: Array(repeating: "1,A,10", count: rows))
  try fixture.load("2023-08-19")
  let notices = try fixture.store.database.rows("SELECT code || ' ' || row FROM notice ORDER BY id") {
    row throws(SQLiteError) in row.text(0)
  }
  #expect(notices == expected)
}
