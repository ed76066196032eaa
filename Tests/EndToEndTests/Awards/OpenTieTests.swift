import Foundation
import TestSupport
import Testing

/// Two learners tied for one place, from the question to the answer.
struct OpenTieTests {
  @Test func `a tie goes out as a form, holds the papers until it is filled in, and comes back as the office's file`()
    throws
  {
    let folder = try FreshFolder()
    let exports = folder.path("exports/2023-08-19")
    try FileManager.default.createDirectory(atPath: exports, withIntermediateDirectories: true)
    func write(_ text: String, to path: String) throws { try Data(text.utf8).write(to: URL(filePath: path)) }
    try write(Self.pipeline, to: folder.path("pipeline.json5"))
    try write("编号,姓名,学校\n1,甲,一中\n2,乙,一中\n3,丙,二中\n", to: "\(exports)/roster.csv")
    try write("编号,课程,分钟\n1,A,90\n2,A,90\n3,A,60\n", to: "\(exports)/study.csv")
    func run() throws -> Outcome {
      try Jianbao.run(
        ["run", folder.path("pipeline.json5"), "--as-of", "2023-08-19", "--output", folder.path("output")])
    }
    let form = folder.path("output/p/2023-08-19/ties.xlsx")
    let asked = try run()
    #expect(asked.code == 5)
    #expect(asked.errors.contains("fill in \(form)"))
    try #require(FileManager.default.fileExists(atPath: form))

    // A form that nobody filled in decides nothing.
    try FileManager.default.copyItem(atPath: form, toPath: "\(exports)/审批.xlsx")
    #expect(try run().code == 5)

    let python = try #require(Tool.python(importing: "zipfile"))
    try FileManager.default.removeItem(atPath: "\(exports)/审批.xlsx")
    let filled = try Command.run(python, ["-c", Self.filling, form, "\(exports)/审批.xlsx", "不通过", "通过"])
    try #require(filled.code == 0, "\(filled.errors)")
    #expect(try run().code == 0)
    #expect(!FileManager.default.fileExists(atPath: form))
    #expect(
      try TwoNights.lines(
        in: folder.path("output/p/p.sqlite"), "SELECT code, outcome, decided_by FROM award_decision ORDER BY code")
        == ["1 below approving_office", "2 in approving_office", "3 below rules"])
  }

  /// Writes words into the blank cells of column E, one after another.
  private static let filling = """
    import re, sys, zipfile
    words = iter(sys.argv[3:])
    with zipfile.ZipFile(sys.argv[1]) as form, zipfile.ZipFile(sys.argv[2], 'w') as filled:
        for name in form.namelist():
            part = form.read(name).decode()
            if name == 'xl/worksheets/sheet1.xml':
                cell = lambda m: f'<c r="{m[1]}" s="{m[2]}" t="inlineStr"><is><t>{next(words)}</t></is></c>'
                part = re.sub(r'<c r="(E[56])" s="([0-9]+)"/>', cell, part)
            filled.writestr(name, part)
    assert next(words, None) is None
    """

  private static let pipeline = """
    { format: 1,
      programme: { id: 'p', title: '测试项目', year: 2023, office: '项目办', input: 'exports', levels: [
        { id: 'province', title: '全省', label: '省' }, { id: 'school', title: '学校', label: '校' } ] },
      sources: {
        roster: { title: '名册', kind: 'roster', files: '{date}/roster.csv', columns: {
          person: { from: '编号', type: 'id', required: true }, name: { from: '姓名', type: 'name', required: true },
          unit: { from: '学校', type: 'unit', level: 'school', required: true } } },
        study: { title: '学习', kind: 'measure', files: '{date}/study.csv', columns: {
          person: { from: '编号', type: 'id', required: true }, item: { from: '课程', type: 'id', required: true },
          value: { from: '分钟', type: 'duration', unit: 'minutes', required: true } } },
        approval: { title: '审批', kind: 'nomination', stage: 'approved', files: '{date}/审批.xlsx', required: false, columns: {
          by: { from: '审批单位', type: 'unit', required: true }, award: { from: '奖项', type: 'text', required: true },
          candidate: { from: '编号', type: 'id', required: true }, name: { from: '姓名', type: 'text' },
          verdict: { from: '结论', type: 'text', map: { '通过': 'yes', '不通过': 'no' }, required: true } } },
      },
      tallies: { time: { sum: 'study.value', title: '学习时长', unit: 'seconds' } },
      scoring: { components: [
        { id: 'study', title: '学习', points: 100, rule: { kind: 'proportion', of: 'time', target: '100min' } } ],
        pass: { total_at_least: 80 } },
      awards: [ { id: 'best', title: '优秀学员', pool: { learners: true }, quota: { number: 1 }, rank: ['total desc'],
        ties: 'person', approved_by: 'province' } ],
      reports: { nominees: { title: '评优名单' } } }
    """
}
