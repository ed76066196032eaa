import Testing
import TestSupport

/// What became of the values in rows that were accepted although something was wrong with them.
struct MendedValueTests {
  @Test(arguments: [
    PlantedCase("name_dirt", "inner spaces", "202300010351 景湖砚"),
    PlantedCase("name_dirt", "middle dot", "202300011017 云·知"),
    // The remark in brackets is set aside: a list of winners carries the name alone.
    PlantedCase("name_dirt", "trailing mark", "202300011461 封湖安"),
    PlantedCase("name_dirt", "a character lost", "202300012386 晏?"),
    PlantedCase("rich_text", "two text runs", "202300015864 乐一知"),
    PlantedCase("hidden", "the row is hidden", "202300016530 鲁竹湖"),
  ])
  func `a name is cleaned and the learner known`(planted: PlantedCase) throws {
    try expect(planted, roster: "p.code || ' ' || p.name")
  }

  @Test(arguments: [
    PlantedCase("fullwidth", "full-width digits: half-width", "10087952743"),
    PlantedCase("id_text_guard", "leading apostrophe: stripped", "10076839594"),
  ])
  func `a phone beside dirt is read`(planted: PlantedCase) throws {
    let fault = try PlantedFault.one(planted.code, planted.detail, in: "学员名册.xlsx")
    expectSame(try roster(fault, "p.phone"), [planted.value])
  }

  @Test(arguments: [
    PlantedCase("id_text_guard", "leading apostrophe: stripped", "999196198509120964"),
    PlantedCase("id_mangled", "identity number lost its precision", ""),
  ])
  func `an identity number is stripped of its guard and never repaired`(planted: PlantedCase) throws {
    let fault = try PlantedFault.one(planted.code, planted.detail, in: "学员名册.xlsx")
    expectSame(try roster(fault, "p.id_card"), [planted.value])
  }

  @Test(arguments: [
    PlantedCase("school_rename", "an earlier short name", "云麓育新小学"),
    PlantedCase("self_entry", "typed with a blank", "云麓第二初级中学"),
    PlantedCase("region_form", "the city without 市", "云麓第一高级中学"),
  ])
  func `a school is found by alias and by a name typed with blanks`(planted: PlantedCase) throws {
    try expect(planted, roster: "u.name")
  }

  @Test(arguments: [
    PlantedCase("duration", "minutes with their unit", "5100 2023-08-11 14:06:32"),
    PlantedCase("date_forms", "slashes, no leading zero", "7320 2023-08-09 13:21:52"),
    PlantedCase("id_text_guard", "leading tab", "5220 2023-08-08 13:36:35"),
    PlantedCase("duration", "hours and minutes in words", "6960 2023-08-08 09:40:17"),
    PlantedCase("fullwidth", "ideographic space behind", "5160 2023-08-13 18:16:21"),
  ])
  func `minutes and times of study are read as seconds and moments`(planted: PlantedCase) throws {
    try expect(planted, in: "学习时长.csv", "measure", "value || ' ' || datetime(at, 'unixepoch')")
  }

  @Test(arguments: [
    PlantedCase("date_forms", "年月日 and a full-width colon", "7850 2023-08-05 21:02:46"),
    PlantedCase("id_text_guard", "wrapped in", "9250 2023-08-11 09:41:41"),
    PlantedCase("suffix_numbers", "a unit behind the mark", "9500 2023-08-12 22:15:00"),
    PlantedCase("float_tail", "float tail: rounded", "8000 2023-08-14 13:50:54"),
    PlantedCase("fullwidth", "full-width digits", "7900 2023-08-17 15:57:47"),
  ])
  func `marks are read as hundredths`(planted: PlantedCase) throws {
    try expect(planted, in: "课程作业.csv", "item", "value || ' ' || datetime(at, 'unixepoch')")
  }

  @Test(arguments: ["√", "1", "Y", "true", "false", "×", "0", "N"])
  func `a yes or a no is understood in every form`(form: String) throws {
    let fault = try PlantedFault.one("bool_forms", "\(form) is", in: "课程作业.csv")
    let expected = fault.detail.hasSuffix("是") ? "1" : "0"
    expectSame(try facts(fault, "item", "flag"), [expected])
  }

  @Test(arguments: ["-", "—", "——", "/", "无", "N/A", "缺考", "待考", "未登录", "从未学习"])
  func `a token for no mark is no mark and nothing handed in`(token: String) throws {
    let fault = try PlantedFault.one("missing_tokens", "\(token) is no mark", in: "课程作业.csv")
    expectSame(try facts(fault, "item", "value IS NULL AND at IS NULL AND missing <> ''"), ["1"])
  }

  @Test(arguments: ["-2", "(跳过)", "(空)", "-3"])
  func `a token for no answer leaves the other answers of the response`(token: String) throws {
    let fault = try PlantedFault.one("missing_tokens", "\(token) is no answer", in: "满意度问卷.xlsx")
    let answered = try TwoNights.lines(
      after: .first,
      """
      SELECT count(*) BETWEEN 1 AND 11 FROM answer a JOIN source_file f ON f.id = a.file
      WHERE f.path = '\(fault.path)' AND a.row = \(fault.row)
      """)
    #expect(answered == ["1"])
  }

  @Test(arguments: [
    PlantedCase("text_numbers", "a number stored as text", "7030 1992-02-09"),
    PlantedCase("float_tail", "seventeen digits", "8870 1991-07-17"),
  ])
  func `a tutor's mark and day of birth are read`(planted: PlantedCase) throws {
    try expectStaff(planted, "score || ' ' || born")
  }

  @Test(arguments: [
    PlantedCase("duration", "29小时10分", "105000"), PlantedCase("duration", "2747分钟", "164820"),
    PlantedCase("duration", "21小时", "75600"),
  ])
  func `a moderator's online time is read as seconds`(planted: PlantedCase) throws {
    try expectStaff(planted, "online")
  }

  @Test(arguments: [
    PlantedCase("school_rename", "the office of the city", "青岚市 2023-08-03 00:00:00"),
    PlantedCase("date_forms", "slashes, no leading zeros", "溪北区 2023-08-03 00:00:00"),
    PlantedCase("date_forms", "dots", "鹭江洲实验小学 2023-08-03 00:00:00"),
    PlantedCase("date_forms", "年月日", "岚南区 2023-08-04 00:00:00"),
    PlantedCase("date_forms", "with a time of day", "澄中城南小学 2023-08-04 09:30:00"),
    PlantedCase("quoted_cell", "a line break", "松城第一高级中学 2023-08-07 00:00:00"),
  ])
  func `a brief is its unit's, on its day`(planted: PlantedCase) throws {
    let fault = try PlantedFault.one(planted.code, planted.detail, in: "简报.csv")
    let found = try TwoNights.lines(
      after: .first,
      """
      SELECT u.name, datetime(b.at, 'unixepoch') FROM brief b JOIN unit u ON u.id = b.unit
      JOIN source_file f ON f.id = b.file WHERE f.path = '\(fault.path)' AND b.row = \(fault.row)
      """)
    #expect(found == [planted.value])
  }

  private func expect(_ planted: PlantedCase, roster columns: String) throws {
    expectSame(
      try roster(try PlantedFault.one(planted.code, planted.detail, in: "学员名册.xlsx"), columns), [planted.value])
  }

  private func expect(_ planted: PlantedCase, in file: String, _ table: String, _ columns: String) throws {
    let fault = try PlantedFault.one(planted.code, planted.detail, in: file)
    expectSame(try facts(fault, table, columns), [planted.value])
  }

  private func expectStaff(_ planted: PlantedCase, _ columns: String) throws {
    let fault = try PlantedFault.one(planted.code, planted.detail, in: "管理人员.xlsx")
    let found = try TwoNights.lines(
      after: .first,
      """
      SELECT \(columns) FROM staff s JOIN source_file f ON f.id = s.file
      WHERE f.path = '\(fault.path)' AND f.sheet = '\(fault.sheet)' AND s.row = \(fault.row)
      """)
    #expect(found == [planted.value])
  }

  private func roster(_ fault: PlantedFault, _ columns: String) throws -> [String] {
    try TwoNights.lines(
      after: fault.night,
      """
      SELECT \(columns) FROM enrolment e JOIN person p ON p.id = e.person JOIN unit u ON u.id = e.unit
      JOIN source_file f ON f.id = e.file WHERE f.path = '\(fault.path)' AND e.row = \(fault.row)
      """)
  }

  private func facts(_ fault: PlantedFault, _ table: String, _ columns: String) throws -> [String] {
    try TwoNights.lines(
      after: fault.night,
      """
      SELECT \(columns) FROM \(table) t JOIN source_file f ON f.id = t.file
      WHERE f.path = '\(fault.path)' AND t.row = \(fault.row)
      """)
  }
}
