import Foundation
import TestSupport
import Testing

/// The forms of recommending and approving offices, from the candidates to the verdicts that come back.
struct OfficeFormTests {
  @Test func `every office gets its own candidates to judge, and its form comes back as its file`() throws {
    let office = try Offices()
    #expect(try office.run().code == 0)
    #expect(office.forms == ["推荐-乙市.xlsx", "推荐-甲市.xlsx"])
    let form = try office.form("推荐-甲市.xlsx")
    #expect(form.title == "优秀学员（甲）推荐表（甲市）")
    #expect(form.places == "名额共4个；候选3人")
    #expect(
      form.headers == [
        "序号", "姓名", "编号", "性别", "单位", "名次", "职务", "推荐\n排序", "主要事迹", "推荐结论", "推荐单位", "奖项",
      ])
    #expect(
      form.rows == [
        ["1", "甲一", "A1", "", "一中", "1", "", "", "", "", "甲市", "优秀学员（甲）"],
        ["2", "甲二", "A2", "", "一中", "2", "", "", "", "", "甲市", "优秀学员（甲）"],
        ["3", "甲三", "A3", "", "二中", "3", "", "", "", "", "甲市", "优秀学员（甲）"],
      ])
    // Only what is to be filled in can be changed, and a verdict is one of two.
    #expect(form.unlocked == ["性别", "职务", "推荐\n排序", "主要事迹", "推荐结论"])
    #expect(form.isProtected)
    #expect(
      form.rules == [
        "性别 list \"男,女\" stop", "职务 list \"教师,班主任,备课组长,教研组长,年级组长,教研员,中层干部,副校长,校长\" warning",
        "推荐\n排序 whole 1 4 stop", "主要事迹 textLength 200 stop", "推荐结论 list \"推荐,不推荐\" stop",
      ])

    try office.fill("推荐-甲市.xlsx", ["推荐结论": ["推荐", "推荐", "不推荐"], "主要事迹": ["", "乐于助人", "未完成作业"]])
    #expect(try office.run().code == 0)
    #expect(
      try office.decisions == [
        "A1 in recommended", "A2 in recommended", "A3 not_recommended candidate", "B1 in candidate", "B2 below ranked",
      ])
    #expect(try office.lines("SELECT reason FROM nomination WHERE candidate = 'A2'") == ["乐于助人"])
    // No row of the form, its notes and the line to sign on among them, went astray.
    #expect(try office.lines("SELECT count(*) FROM reject") == ["0"])
    // Who has spoken is asked no more; who comes next is asked about those who were recommended.
    #expect(office.forms == ["审批-云川省.xlsx", "推荐-乙市.xlsx"])
    let approval = try office.form("审批-云川省.xlsx")
    #expect(approval.title == "优秀学员（甲）审批表（云川省）")
    #expect(approval.rows.map { Array($0.prefix(3)) } == [["1", "甲一", "A1"], ["2", "甲二", "A2"]])

    try office.fill("审批-云川省.xlsx", ["结论": ["通过", "不通过"]])
    try office.fill("推荐-乙市.xlsx", ["推荐结论": ["推荐"]])
    #expect(try office.run().code == 0)
    #expect(
      try office.decisions == [
        "A1 in approved", "A2 rejected recommended", "A3 not_recommended candidate", "B1 in recommended",
        "B2 below ranked",
      ])
    // What was said stays on a form that asks about others.
    let rest = try office.form("审批-云川省.xlsx")
    #expect(
      rest.rows.map { [$0[2], $0[rest.headers.firstIndex(of: "结论") ?? 0]] } == [
        ["A1", "通过"], ["A2", "不通过"], ["B1", ""],
      ])
  }

  @Test func `a verdict left empty recommends nobody and is sent back`() throws {
    let office = try Offices()
    _ = try office.run()
    try office.fill("推荐-甲市.xlsx", ["推荐结论": ["推荐", "", "不要"]])
    #expect(try office.run().code == 0)
    #expect(
      try office.decisions.prefix(3) == ["A1 in recommended", "A2 in candidate", "A3 in candidate"])
    #expect(
      try office.lines("SELECT code || ' ' || column_name || ' ' || message FROM reject ORDER BY row") == [
        "missing_required 推荐结论 “推荐结论”为空，不作数；请填推荐、不推荐之一",
        "unknown_value 推荐结论 “不要”不是“不推荐”、“推荐”之一；请更正单元格，或在 map 中添加",
      ])
    let form = try office.form("推荐-甲市.xlsx")
    #expect(form.rows.map { $0[9] } == ["推荐", "", ""])
  }

  @Test func `a form that comes back as it went out recommends nobody, and is asked for still`() throws {
    let office = try Offices()
    _ = try office.run()
    try office.fill("推荐-甲市.xlsx", [:])
    #expect(try office.run().code == 0)
    #expect(
      try office.decisions == [
        "A1 in candidate", "A2 in candidate", "A3 in candidate", "B1 in candidate", "B2 below ranked",
      ])
    #expect(try office.lines("SELECT count(*) FROM reject WHERE column_name = '推荐结论'") == ["3"])
    #expect(office.forms == ["推荐-乙市.xlsx", "推荐-甲市.xlsx"])
  }

  @Test func `a person with two enrolments is judged by each, and neither verdict counts for the other`() throws {
    let office = try Offices(hasProjects: true)
    #expect(try office.run().code == 0)
    #expect(try office.form("推荐-甲市.xlsx").rows.map { [$0[2], $0[5]] } == [["A1", "语文"], ["A1", "数学"]])
    try office.fill("推荐-甲市.xlsx", ["推荐结论": ["推荐", "不推荐"]])
    #expect(try office.run().code == 0)
    #expect(
      try office.lines("SELECT project, outcome, stage FROM award_decision WHERE award = 'best' ORDER BY outcome")
        == ["语文 in recommended", "数学 not_recommended candidate"])
    #expect(try office.lines("SELECT count(*) FROM refusal") == ["0"])
  }

  @Test func `a row for an award that asks for no recommendation is refused by name`() throws {
    let office = try Offices()
    _ = try office.run()
    try office.fill("推荐-甲市.xlsx", ["推荐结论": ["推荐", "推荐", "推荐"], "奖项": ["学时证明"]])
    #expect(try office.run().code == 0)
    #expect(
      try office.decisions.prefix(3) == ["A1 in candidate", "A2 in recommended", "A3 in recommended"])
    #expect(
      try office.lines(
        "SELECT r.award, n.candidate, r.message FROM refusal r JOIN nomination n ON n.id = r.nomination")
        == ["hours A1 本奖项不经推荐"])
  }

  @Test func `a form that comes back under a name that no source reads is told of`() throws {
    let office = try Offices()
    _ = try office.run()
    try office.fill("推荐-甲市.xlsx", ["推荐结论": ["推荐", "推荐", "推荐"]], as: "甲市的推荐表.xlsx")
    let outcome = try office.run()
    #expect(outcome.code == 0)
    #expect(outcome.errors.contains("2023-08-19/甲市的推荐表.xlsx: no source reads this file"))
    #expect(try office.decisions.first == "A1 in candidate")
  }

  @Test(arguments: ["结论", ""])
  func `a form whose column for the verdict has another header is sent back row by row`(header: String) throws {
    let office = try Offices()
    _ = try office.run()
    try office.fill("推荐-甲市.xlsx", ["推荐结论": ["推荐", "不推荐", "不推荐"]], renaming: ["推荐结论": header])
    #expect(try office.run().code == 0)
    #expect(try office.decisions.prefix(3) == ["A1 in candidate", "A2 in candidate", "A3 in candidate"])
    #expect(
      try office.lines("SELECT DISTINCT message FROM reject ORDER BY message") == [
        "表中没有“推荐结论”列，而“不推荐”写在别的列中；请恢复该列的表头“推荐结论”",
        "表中没有“推荐结论”列，而“推荐”写在别的列中；请恢复该列的表头“推荐结论”",
      ])
  }

  @Test func `whoever becomes a candidate after the form came back is asked about, and not refused in silence`() throws
  {
    let office = try Offices()
    _ = try office.run()
    try office.fill("推荐-甲市.xlsx", ["推荐结论": ["推荐", "推荐", "推荐"]])
    try office.fill("推荐-乙市.xlsx", ["推荐结论": ["推荐"]])
    #expect(try office.run().code == 0)
    #expect(office.forms == ["审批-云川省.xlsx"])
    try office.write("编号,课程,分钟\nA1,A,100\nA2,A,99\nB1,A,98\nB2,A,97\nA3,A,50\n", to: "study.csv")
    #expect(try office.run().code == 0)
    #expect(try office.decisions.last == "B2 in candidate")
    #expect(office.forms == ["审批-云川省.xlsx", "推荐-乙市.xlsx"])
    let form = try office.form("推荐-乙市.xlsx")
    #expect(form.rows.map { [$0[2], $0[9]] } == [["B1", "推荐"], ["B2", ""]])
  }

  @Test func `a form that somebody is filling in where it lies is neither written over nor lost`() throws {
    let office = try Offices()
    _ = try office.run()
    let path = "\(office.folder)/推荐-乙市.xlsx"
    try office.fill("推荐-乙市.xlsx", ["推荐结论": ["推荐"]], into: path)
    let filled = try Data(contentsOf: URL(filePath: path))
    #expect(try office.run().output.contains("\(path) was written on and is not read there"))
    #expect(try Data(contentsOf: URL(filePath: path)) == filled)

    // Another candidate: the form is a new one, and the one that was begun lies beside it.
    try office.write("编号,课程,分钟\nA1,A,100\nA2,A,99\nB1,A,98\nB2,A,97\nA3,A,50\n", to: "study.csv")
    _ = try office.run()
    #expect(office.forms == ["推荐-乙市.r1.xlsx", "推荐-乙市.xlsx", "推荐-甲市.xlsx"])
    #expect(try office.form("推荐-乙市.xlsx").rows.map { $0[2] } == ["B1", "B2"])
    #expect(try Data(contentsOf: URL(filePath: "\(office.folder)/推荐-乙市.r1.xlsx")) == filled)
  }
}

/// Two cities whose offices recommend, a province that approves, and five learners.
private struct Offices {
  private let place: FreshFolder
  private var exports: String { place.path("exports/2023-08-19") }
  var folder: String { place.path("output/p/2023-08-19/forms") }

  init(hasProjects: Bool = false) throws {
    place = try FreshFolder()
    try FileManager.default.createDirectory(atPath: place.path("exports/2023-08-19"), withIntermediateDirectories: true)
    var pipeline = Self.pipeline
    if hasProjects {
      let column = "project: { from: '项目', type: 'text' },"
      pipeline = pipeline.replacing(
        "type: 'name', required: true },", with: "type: 'name', required: true }, \(column)"
      )
      .replacing("item: { from: '课程'", with: "\(column) item: { from: '课程'")
      .replacing("verdict: {", with: "\(column) verdict: {")
      .replacing(
        "roster: {",
        with: """
          project: { title: '项目', kind: 'project', files: '{date}/projects.csv', columns: {
            code: { from: '编码', type: 'id', required: true }, name: { from: '名称', type: 'text', required: true } } },
          roster: {
          """)
    }
    try Data(pipeline.utf8).write(to: URL(filePath: place.path("pipeline.json5")))
    try write("编码,名称,层级,上级\n00,云川省,省,\n01,甲市,市,00\n02,乙市,市,00\n11,一中,校,01\n12,二中,校,01\n21,三中,校,02\n", to: "units.csv")
    try write("编号,姓名,学校\nA1,甲一,一中\nA2,甲二,一中\nA3,甲三,二中\nB1,乙一,三中\nB2,乙二,三中\n", to: "roster.csv")
    try write("编号,课程,分钟\nA1,A,100\nA2,A,99\nA3,A,98\nB1,A,97\nB2,A,50\n", to: "study.csv")
    guard hasProjects else { return }
    try write("编码,名称\nX1,语文\nX2,数学\n", to: "projects.csv")
    try write("编号,姓名,学校,项目\nA1,甲一,一中,语文\nA1,甲一,一中,数学\n", to: "roster.csv")
    try write("编号,项目,课程,分钟\nA1,语文,A,100\nA1,数学,A,90\n", to: "study.csv")
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(exports)/\(name)"))
  }

  func run() throws -> Outcome {
    try Jianbao.run(
      ["run", place.path("pipeline.json5"), "--as-of", "2023-08-19", "--output", place.path("output")])
  }

  /// The names of the forms in order.
  var forms: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted() }

  func lines(_ query: String) throws -> [String] {
    try TwoNights.lines(in: place.path("output/p/p.sqlite"), query)
  }

  /// Code, outcome and stage of everybody.
  var decisions: [String] {
    get throws { try lines("SELECT code, outcome, stage FROM award_decision WHERE award = 'best' ORDER BY code") }
  }

  /// What another program reads in a form.
  struct Form: Decodable {
    let title: String
    let places: String
    let headers: [String]
    let rows: [[String]]
    let unlocked: [String]
    let isProtected: Bool
    let rules: [String]
  }

  func form(_ name: String) throws -> Form {
    let told = try python(Self.reading, "\(folder)/\(name)")
    return try JSONDecoder().decode(Form.self, from: Data(told.utf8))
  }

  /// Fills in a form as an office does, and puts it among the exports, or in another place.
  func fill(
    _ name: String, _ columns: [String: [String]], renaming headers: [String: String] = [:], as returned: String? = nil,
    into path: String? = nil
  ) throws {
    func text(_ value: some Encodable) throws -> String {
      String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    }
    _ = try python(
      Self.filling, "\(folder)/\(name)", path ?? "\(exports)/\(returned ?? name)", try text(columns), try text(headers))
  }

  private func python(_ script: String, _ arguments: String...) throws -> String {
    let python = try #require(Tool.python(importing: "openpyxl"))
    let done = try Command.run(python, ["-c", script] + arguments)
    try #require(done.code == 0, "\(done.errors)")
    return done.output
  }

  private static let reading = """
    import json, sys, openpyxl
    sheet = openpyxl.load_workbook(sys.argv[1]).active
    text = lambda cell: '' if cell.value is None else str(cell.value)
    head = next(row[0].row for row in sheet.iter_rows() if row[0].value == '序号')
    headers = [text(cell) for cell in sheet[head] if cell.value is not None]
    rows = []
    for row in sheet.iter_rows(min_row=head + 1, max_col=len(headers)):
        if not text(row[0]).isdigit(): break
        rows.append(row)
    first = lambda found: min(area.min_col for area in found.sqref.ranges)
    def rule(found):
        column = headers[first(found) - 1]
        values = [v for v in (found.formula1, found.formula2) if v is not None]
        return ' '.join([column, found.type] + values + [found.errorStyle or 'stop'])
    print(json.dumps({
        'title': text(sheet['A1']), 'places': text(sheet['A2']), 'headers': headers,
        'rows': [[text(cell) for cell in row] for row in rows],
        'unlocked': [headers[i] for i, cell in enumerate(rows[0]) if not cell.protection.locked],
        'isProtected': sheet.protection.sheet,
        'rules': [rule(found) for found in sorted(
            sheet.data_validations.dataValidation, key=first)],
    }))
    """

  private static let filling = """
    import json, sys, openpyxl
    book = openpyxl.load_workbook(sys.argv[1])
    sheet = book.active
    head = next(row[0].row for row in sheet.iter_rows() if row[0].value == '序号')
    at = {cell.value: cell.column for cell in sheet[head]}
    for header, texts in json.loads(sys.argv[3]).items():
        for index, text in enumerate(texts):
            if text: sheet.cell(head + 1 + index, at[header]).value = text
    for header, other in json.loads(sys.argv[4]).items():
        sheet.cell(head, at[header]).value = other or None
    book.save(sys.argv[2])
    """

  private static let pipeline = """
    { format: 1,
      programme: { id: 'p', title: '测试项目', year: 2023, office: '项目办', input: 'exports', levels: [
        { id: 'province', title: '省', label: '省' }, { id: 'city', title: '地市', label: '市' },
        { id: 'school', title: '学校', label: '校' } ] },
      sources: {
        units: { title: '机构', kind: 'unit', files: '{date}/units.csv', columns: {
          code: { from: '编码', type: 'id', required: true }, name: { from: '名称', type: 'text', required: true },
          level: { from: '层级', type: 'text', map: { 省: 'province', 市: 'city', 校: 'school' }, required: true },
          parent: { from: '上级', type: 'id' } } },
        roster: { title: '名册', kind: 'roster', files: '{date}/roster.csv', columns: {
          person: { from: '编号', type: 'id', required: true }, name: { from: '姓名', type: 'name', required: true },
          unit: { from: '学校', type: 'unit', level: 'school', required: true } } },
        study: { title: '学习', kind: 'measure', files: '{date}/study.csv', columns: {
          person: { from: '编号', type: 'id', required: true }, item: { from: '课程', type: 'id', required: true },
          value: { from: '分钟', type: 'duration', unit: 'minutes', required: true } } },
        recommendation: { title: '推荐', kind: 'nomination', stage: 'recommended', files: '{date}/推荐*.xlsx', required: false, columns: {
          by: { from: '推荐单位', type: 'unit', required: true }, award: { from: '奖项', type: 'text', required: true },
          candidate: { from: '编号', type: 'id', required: true }, name: { from: '姓名', type: 'text' },
          verdict: { from: '推荐结论', type: 'text', map: { '推荐': 'yes', '不推荐': 'no' } },
          reason: { from: '主要事迹', type: 'text' } } },
        approval: { title: '审批', kind: 'nomination', stage: 'approved', files: '{date}/审批*.xlsx', required: false, columns: {
          by: { from: '审批单位', type: 'unit', required: true }, award: { from: '奖项', type: 'text', required: true },
          candidate: { from: '编号', type: 'id', required: true }, name: { from: '姓名', type: 'text' },
          verdict: { from: '结论', type: 'text', map: { '通过': 'yes', '不通过': 'no' } } } },
      },
      tallies: { time: { sum: 'study.value', title: '学习时长', unit: 'seconds' } },
      scoring: { components: [
        { id: 'study', title: '学习', points: 100, rule: { kind: 'proportion', of: 'time', target: '100min' } } ],
        pass: { total_at_least: 60 } },
      awards: [ { id: 'best', title: '优秀学员（甲）', pool: { learners: true }, quota: { number: 4 }, rank: ['total desc'],
        ties: 'extend', recommended_by: 'city', approved_by: 'province' },
        { id: 'hours', title: '学时证明', pool: { learners: true }, quota: 'none', rank: ['total desc'] } ],
      reports: { nominees: { title: '评优名单' } } }
    """
}
