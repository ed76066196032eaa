import Testing
import TestSupport

/// A row that cannot be used is kept aside with its reason; the papers are published without it.
struct RejectedRowTests {
  /// A line added to an export of the second night, and the code it is rejected with.
  struct Case: Sendable, CustomTestStringConvertible {
    let file: String
    let line: String
    let code: String

    var testDescription: String { code }
  }

  @Test(arguments: [
    Case(file: "简报.csv", line: "JB9001,望舒县教育局,某期,2023-08-19", code: "unknown_unit"),
    Case(
      file: "课程作业.csv", line: "202300000000,小学语文,上旬班,ZY01,客观题,2023-08-05 21:02:46,78.5,100,否",
      code: "unknown_person"),
    Case(
      file: "课程作业.csv", line: "202300039544,小学语文,上旬班,ZY11,客观题,2023-08-05 21:02:46,120,100,否",
      code: "above_maximum"),
    Case(
      file: "课程作业.csv", line: "202300039544,小学语文,上旬班,ZY11,客观题,2023-08-05 21:02:46,-1,100,否",
      code: "negative_value"),
    Case(
      file: "课程作业.csv", line: "202300039544,小学语文,上旬班,ZY11,客观题,2023-02-30 21:02:46,80,100,否",
      code: "impossible_date"),
    Case(
      file: "课程作业.csv", line: "202300039544,小学语文,上旬班,ZY11,论述题,2023-08-05 21:02:46,80,100,否",
      code: "unknown_value"),
    Case(
      file: "课程作业.csv", line: "202300039544,小学星象,上旬班,ZY11,客观题,2023-08-05 21:02:46,80,100,否",
      code: "unknown_project"),
    Case(file: "课程作业.csv", line: "202300039544,\"小学语文,上旬班", code: "unbalanced_quote"),
  ])
  func `the row is set aside with its place and its reason, and every paper is published`(planted: Case) throws {
    let exports = try ExportsOfTwoNights()
    try exports.append("2023-08-20/\(planted.file)", planted.line)
    let folder = try Outputs.afterFirstNight()
    let outcome = try Jianbao.run(.second, of: exports.pipeline, into: folder.path)
    #expect(outcome.code == 0, "\(outcome.errors)")
    let rejected = try TwoNights.lines(
      in: folder.path("jiangsu-provincial/jiangsu-provincial.sqlite"),
      """
      SELECT code, message <> '', raw <> '' FROM rejected
      WHERE file = '2023-08-20/\(planted.file)' ORDER BY row DESC LIMIT 1
      """)
    #expect(rejected == ["\(planted.code) 1 1"])
    for job in ["bulletin", "summary", "nominees"] { #expect(outcome.output.contains("\(job): ")) }
  }

  @Test func `a second row of one assignment is merged, and the higher mark counts`() throws {
    let exports = try ExportsOfTwoNights()
    try exports.append("2023-08-20/课程作业.csv", "202300039544,小学语文,上旬班,ZY01,客观题,2023-08-05 21:02:46,99,100,否")
    let folder = try Outputs.afterFirstNight()
    #expect(try Jianbao.run(.second, of: exports.pipeline, into: folder.path, ["bulletin"]).code == 0)
    let database = folder.path("jiangsu-provincial/jiangsu-provincial.sqlite")
    let account = try TwoNights.lines(
      in: database,
      "SELECT duplicates, rejected FROM account WHERE file = '2023-08-20/课程作业.csv'")
    #expect(account == ["2 2"])
    let mark = try TwoNights.lines(
      in: database,
      """
      SELECT DISTINCT substr(after, 1, 4) FROM change
      WHERE person = '202300039544' AND kind = 'assignment' AND item = 'ZY01'
      """)
    #expect(mark == ["9900"])
  }

  @Test func `two sheets of one export that both send rows back stop no paper`() throws {
    // Loaded alone, the second night's posts of the learner who left the roster are of nobody, on both sheets.
    let folder = try FreshFolder()
    let outcome = try Jianbao.run(.second, into: folder.path)
    #expect(outcome.code == 0, "\(outcome.errors)")
  }
}
