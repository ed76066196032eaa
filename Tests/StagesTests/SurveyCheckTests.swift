import Foundation
import SQLite
import Store
import Testing

/// Two questionnaires of one programme with whoever answers, from where and how fast.
private struct CheckedSurvey {
  let night: NightFixture

  init(_ rules: String, reverse: Bool = false, minimum: Int = 1) throws {
    let columns = """
      columns: { response: { from: '序号', type: 'id', required: true }, seconds: { from: '所用时间', type: 'duration', unit: 'seconds' },
        address: { from: '来自IP', type: 'text' }, person: { from: '配对码', type: 'id' },
        city: { from: '您所在的地市', type: 'unit', level: 'city' } }
      """
    let sources = """
      survey: { title: '训后问卷', kind: 'survey', files: '{date}/survey.csv', \(columns) },
      before: { title: '训前问卷', kind: 'survey', files: '{date}/before.csv', required: false, \(columns) },
      """
    let parts = """
      satisfaction: { source: 'survey', min_n: \(minimum), by: 'city', scale: ['很好', '好', '一般', '差', '很差'], top: 2,
        objects: { course: '课程' }, dimensions: { content: '内容', method: '方法' }, items: [
          { question: '2', object: 'course', dimension: 'content' }, { question: '3', object: 'course', dimension: 'content'
            \(reverse ? ", reverse: true" : "") },
          { question: '4', object: 'course', dimension: 'method' }], \(rules) },
      """
    night = try NightFixture(sources: sources, parts: parts)
    try night.write("2023-08-19", roster: ["1,甲,东市,一中", "2,乙,西市,二中"], study: ["1,A,10"])
  }

  /// Loads and measures; a row is number, seconds, address, code, city and three answers.
  @discardableResult
  func load(_ rows: [String], before: [String]? = nil) throws -> Self {
    func write(_ name: String, _ rows: [String], _ questions: String) throws {
      let lines = ["序号,所用时间,来自IP,配对码,1、您所在的地市,\(questions)"] + rows
      try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: "\(night.folder)/2023-08-19/\(name).csv"))
    }
    try write("survey", rows, "2、内容,3、内容,4、方法")
    if let before { try write("before", before, "5、内容,3、内容,4、方法") }
    _ = try night.compute(night: try night.load("2023-08-19").night)
    return self
  }

  func lines(_ query: String) throws -> [String] { try texts(night.store, query) }

  var account: [String] {
    get throws {
      try lines(
        """
        SELECT returned || ' = ' || valid || ' + ' || empty || ' + ' || dropped_too_fast || ' + ' || dropped_straight_line || ' + '
          || dropped_duplicate || '; found ' || coalesce(found_too_fast, '-') || ' ' || coalesce(found_straight_line, '-') || ' '
          || coalesce(found_duplicate, '-') FROM survey_account WHERE wave IN ('', 'after')
        """)
    }
  }

  var findings: [String] {
    get throws {
      try lines(
        """
        SELECT row || ' ' || fault || ' ' || coalesce(seconds, mark, of_row) || iif(same = '', '', ' ' || same)
          || iif(contradictory, ' contradictory', '') || iif(dropped, ' dropped', '') FROM survey_finding ORDER BY row, fault
        """)
    }
  }

  var counts: [String] {
    get throws {
      try lines(
        "SELECT wave || iif(wave = '', '', ' ') || dimension || ' ' || counts FROM satisfaction_value WHERE unit = 0 ORDER BY wave, dimension"
      )
    }
  }
}

private let answers = [
  "1,40秒,10.0.0.1,A,东市,很好,好,一般", "2,9秒,10.0.0.2,B,东市,好,好,差", "3,50秒,10.0.0.3,C,西市,好,好,好",
  "4,60秒,10.0.0.1,D,东市,很好,好,一般", "5,70秒,10.0.0.9,A,东市,差,好,一般", "6,80秒,10.0.0.8,E,西市,,,",
  "7,5秒,10.0.0.7,F,西市,很差,很差,很差", "8,30秒,10.0.0.7,F,西市,好,很差,很差",
]
private let all =
  "too_fast: { under_seconds: 30 }, straight_line: { items: 3 }, duplicates: { by: ['person', 'address_and_answers'] }"

@Test func `faulty forms are found and reported, and every one of them still counts`() throws {
  let survey = try CheckedSurvey("answer_checks: { \(all) }").load(answers)
  #expect(
    try survey.findings == [
      "3 too_fast 9", "4 straight_line 4", "5 duplicate 2 address_and_answers", "6 duplicate 2 person",
      "8 straight_line 1",
      "8 too_fast 5", "9 duplicate 8 person",
    ])
  #expect(try survey.account == ["8 = 7 + 1 + 0 + 0 + 0; found 2 2 3"])
  #expect(try survey.counts == ["content 2,8,0,1,3", "method 0,1,3,1,2"])
}

@Test func `forms are left out only where the file says so, each for one reason, and the account balances`() throws {
  let dropping = all.replacing("under_seconds: 30", with: "under_seconds: 30, drop: true")
    .replacing("'address_and_answers']", with: "'address_and_answers'], drop: true")
  let survey = try CheckedSurvey("answer_checks: { \(dropping) }").load(answers)
  #expect(try survey.account == ["8 = 3 + 1 + 2 + 0 + 2; found 2 2 2"])
  // The form of row 9 repeats one that was left out, and so repeats nothing.
  #expect(
    try survey.findings == [
      "3 too_fast 9 dropped", "4 straight_line 4", "5 duplicate 2 address_and_answers dropped",
      "6 duplicate 2 person dropped",
      "8 straight_line 1", "8 too_fast 5 dropped",
    ])
  #expect(try survey.counts == ["content 1,4,0,0,1", "method 0,1,1,0,1"])
  // Who came back and from where is still what the export says.
  #expect(try survey.lines("SELECT DISTINCT responses || '' FROM satisfaction_value WHERE unit = 0") == ["8"])
}

@Test func `without checks nothing is looked for, and an empty form is no valid one`() throws {
  let survey = try CheckedSurvey("").load(answers)
  #expect(try survey.account == ["8 = 7 + 1 + 0 + 0 + 0; found - - -"])
  #expect(try survey.findings == [])
}

@Test func `forms land where nobody wrote who answered, and the column that is blank throughout is told`() throws {
  let survey = try CheckedSurvey("answer_checks: { duplicates: { by: 'person' } }")
    .load(["1,40秒,a,,东市,很好,很差,好", "2,40秒,b,,东市,好,好,好"])
  #expect(try survey.account == ["2 = 2 + 0 + 0 + 0 + 0; found - - 0"])
  #expect(try survey.lines("SELECT column_name FROM notice WHERE code = 'never_filled'") == ["配对码"])
}

@Test func `a reverse question is turned round before it is counted, and a straight line over it contradicts itself`()
  throws
{
  let survey = try CheckedSurvey("answer_checks: { straight_line: { items: 2 } }", reverse: true)
    .load(["1,40秒,a,A,东市,很好,很差,好", "2,40秒,b,B,东市,好,好,好", "3,40秒,c,C,东市,一般,一般,一般"])
  #expect(try survey.counts == ["content 2,1,2,1,0", "method 0,2,1,0,0"])
  #expect(try survey.findings == ["3 straight_line 4 contradictory", "4 straight_line 3"])
}

@Test func `alpha is of the forms that answer the whole scale, or there is a reason`() throws {
  let rows = ["1,,,A,东市,很好,很好,好", "2,,,B,东市,好,一般,好", "3,,,C,西市,一般,一般,", "4,,,D,西市,差,差,一般", "5,,,E,西市,,好,好"]
  let query =
    "SELECT grouping || ' ' || scale || ' ' || questions || ' ' || n || ' ' || incomplete || ' ' || coalesce(alpha, reason) FROM survey_alpha ORDER BY 1"
  let survey = try CheckedSurvey("alpha: { by: ['dimension', 'object', 'all'] }").load(rows)
  // Marks 5 5, 4 3, 3 3, 2 2: variances 5/3 and 19/12, of the sum 75/12: 2 · (1 − 39/75) = 0.96.
  // Marks 5 5 4, 4 3 4, 2 2 3: variances 7/3, 7/3, 1/3, of the sum 37/3: 3/2 · (1 − 15/37) = 0.89.
  #expect(
    try survey.lines(query) == [
      "all  3 3 2 0.89", "dimension content 2 4 1 0.96", "dimension method 1 4 0 too_few_items",
      "object course 3 3 2 0.89",
    ])
  let pairwise = try CheckedSurvey("alpha: { by: 'all', missing: 'pairwise' }").load(rows)
  #expect(try pairwise.lines("SELECT n || ' ' || incomplete FROM survey_alpha") == ["5 0"])
  let few = try CheckedSurvey("alpha: { by: 'all' }", minimum: 5).load(rows)
  #expect(try few.lines(query) == ["all  3 3 2 too_few_forms"])
}

private let waves = """
  waves: [{ id: 'before', title: '训前', source: 'before', questions: { '2': '5' } }, { id: 'after', title: '训后', source: 'survey' }]
  """
private let changes =
  "SELECT dimension || iif(paired, ' paired ', ' unpaired ') || before_counts || ' to ' || after_counts FROM survey_change"

@Test func `waves are compared person by person where the same code stands in both, and by nobody else's answers`()
  throws
{
  let survey = try CheckedSurvey(waves).load(
    ["1,,,A,东市,很好,很好,好", "2,,,B,东市,好,好,", "3,,,X,西市,很差,很差,很差"],
    before: ["1,,,B,东市,差,好,好", "2,,,A,东市,好,一般,好", "3,,,Y,西市,很好,很好,很好"])
  #expect(
    try survey.lines(changes) == ["content paired 0,2,1,1,0 to 2,2,0,0,0", "method paired 0,1,0,0,0 to 0,1,0,0,0"])
  #expect(
    try survey.counts == [
      "after content 2,2,0,0,2", "after method 0,1,0,0,1", "before content 2,2,1,1,0", "before method 1,2,0,0,0",
    ])
}

@Test func `waves in which nobody is known to have answered both are compared as two groups`() throws {
  let survey = try CheckedSurvey(waves).load(
    ["1,40,a,P,东市,很好,很好,好", "2,50,b,Q,东市,好,好,好"], before: ["1,40,a,R,东市,差,好,好", "2,50,b,,东市,好,一般,好"])
  let found = try survey.lines(changes)
  #expect(found == ["content unpaired 0,2,1,1,0 to 2,2,0,0,0", "method unpaired 0,2,0,0,0 to 0,2,0,0,0"])
}

@Test func `a comparison of too few people is withheld, however many answers they gave`() throws {
  let survey = try CheckedSurvey(waves, minimum: 3).load(
    ["1,,,A,东市,很好,很好,好", "2,,,B,东市,好,好,好", "3,,,C,东市,好,好,好"],
    before: ["1,,,A,东市,差,好,好", "2,,,B,东市,好,一般,好", "3,,,D,东市,好,一般,好"])
  // Two people, though the two questions of the content have four answers.
  #expect(
    try survey.lines("SELECT dimension || ' ' || suppressed || ' ' || coalesce(before_counts, '-') FROM survey_change")
      == ["content 1 -", "method 1 -"])
}

@Test func `neither codes nor addresses of those who answered are kept`() throws {
  let survey = try CheckedSurvey(waves).load(["1,,198.51.100.7,KEY-4711,东市,很好,很好,好"])
  let kept = try survey.lines("SELECT person || ' ' || address FROM respondent")
  #expect(kept.count == 1)
  #expect(kept.allSatisfy { $0.wholeMatch(of: #/[0-9a-f]{32} [0-9a-f]{32}/#) != nil })
}

@Test func `a second night without a form takes its marks and findings away`() throws {
  let survey = try CheckedSurvey("answer_checks: { \(all) }").load(answers)
  try survey.load(Array(answers.prefix(1)))
  #expect(try survey.lines("SELECT count(*) || '' FROM respondent") == ["1"])
  #expect(try survey.account == ["1 = 1 + 0 + 0 + 0 + 0; found 0 0 0"])
  #expect(try survey.findings == [])
}
