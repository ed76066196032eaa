import Answers
import Foundation
import Metrics
import Programme
import SQLite
import Scoring
import Stages
import Store
import TestSupport
import Testing

/// An invented province of six learners over two nights: one moves, one withdraws, one vanishes; four awards are decided.
final class Province {
  let folder: FreshFolder
  let programme: Programme
  let scorer: Scorer
  let metrics: MetricFolder
  let store: ProgrammeStore
  /// The pipeline file.
  let text: String

  /// Both nights loaded and computed; `sources`, `tallies`, `metrics`, `checks`, `credit`, `awards` and `parts` are put into the pipeline file as they stand,
  /// and `exports` written every night; `components` stand in place of its own three.
  init(
    sources: String = "", tallies: String = "", metrics: String = "", checks: String = "", credit: String = "",
    awards: String = "", parts: String = "", components: String? = nil, exports: [(String, String)] = []
  ) throws {
    folder = try FreshFolder()
    let faults = FaultCollector()
    var base = pipeline
    if let components, let start = base.range(of: "components: ["),
      let end = base.range(of: "pass: { total_at_least: 60,")
    {
      base.replaceSubrange(start.upperBound..<end.lowerBound, with: "\(components) ], ")
    }
    text = base.replacing("    unit: { title: '单位'", with: "\(sources)\n    unit: { title: '单位'")
      .replacing("awards: [\n", with: "awards: [\n\(awards)")
      .replacing("tallies: {", with: "tallies: { \(tallies)").replacing("metrics: {", with: "metrics: { \(metrics)")
      .replacing("reports: {}", with: "reports: {}, checks: [\(checks)]\(parts)")
      .replacing("pass: { total_at_least: 60,", with: "\(credit) pass: { total_at_least: 60,")
    programme = try #require(
      Programme.read(Array(text.utf8), faults),
      "\(faults.lines(file: "pipeline", in: .english).joined(separator: "\n"))")
    scorer = Scorer(programme, faults: faults)
    self.metrics = MetricFolder(programme, scorer, faults: faults)
    store = try ProgrammeStore(programme: programme, folder: folder.path)
    for (night, files) in nights {
      for (name, lines) in files + exports { try write(night, name, lines) }
      try compute(night)
    }
  }

  /// Writes one export of a night.
  func write(_ night: String, _ name: String, _ lines: String) throws {
    try FileManager.default.createDirectory(atPath: folder.path(night), withIntermediateDirectories: true)
    try Data(lines.utf8).write(to: URL(filePath: folder.path("\(night)/\(name).csv")))
  }

  /// The stages of a night, each with its place in the ledger.
  private func compute(_ night: String) throws {
    let plan = NightPlan(programme, input: InputFolder(path: folder.path), asOf: night, end: Int64.max / 2)
    try store.database.transaction {
      let id = try load(store, plan, runFolder: folder.path) { _, _ in }.night
      let learners = try Learners(store)
      let scores = try score(store, learners, scorer, rewritesAll: false)
      let measures = try measure(store, night: id, learners, scores, metrics)
      try award(store, learners, scores, measures)
      for stage in StageName.allCases { try StageLedger(store).finish(stage, night: id, fingerprint: night) }
    }
  }

  func inquiry(listsAll: Bool = false) -> Inquiry { Inquiry(store, scorer, metrics, listsAll: listsAll) }

  /// The answer about a person or unit.
  func explained(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Answer {
    try answer(try inquiry().explain(name), sourceLocation)
  }

  /// The answer about an award, or about one candidate of it.
  func explained(_ name: String? = nil, award: String, sourceLocation: SourceLocation = #_sourceLocation) throws
    -> Answer
  {
    try answer(try inquiry().explain(name, award: award), sourceLocation)
  }

  private func answer(_ reply: Reply, _ sourceLocation: SourceLocation) throws -> Answer {
    switch reply {
    case .found(let answer): return answer
    case .unknown(let wording):
      Issue.record("\(wording.english)", sourceLocation: sourceLocation)
      throw CancellationError()
    }
  }
}

extension Answer {
  /// The nodes of a kind, wherever they hang.
  func all(_ kind: String) -> [Answer] {
    (self.kind == kind ? [self] : []) + parts.flatMap { $0.all(kind) }
  }

  /// A figure by its name.
  subscript(_ name: String) -> AnswerValue? { fields.first { $0.name == name }?.value }

  /// A whole number by its name.
  func number(_ name: String) -> Int64? {
    if case .number(let number)? = self[name] { number } else { nil }
  }

  /// A text by its name.
  func text(_ name: String) -> String? {
    if case .text(let text)? = self[name] { text } else { nil }
  }
}

private let units = """
  编码,名称,级别,上级,别名
  P,云川省,省,,
  C1,东市,市,P,东市教育局
  C2,西市,市,P,
  S1,东市一中,校,C1,一中
  S2,东市二中,校,C1,实验学校
  S3,西市一中,校,C2,实验学校

  """

private let staff = """
  编号,姓名,级别,单位
  G1,江一,市级,东市
  G2,柯二,市级,西市

  """

private let moderators = """
  编号,姓名,在线时长（小时）
  B1,林一,30
  B2,梅二,20
  B3,宁三,20
  B4,欧四,5

  """

private let study = """
  编号,课程,分钟,最后学习
  T01,K1,60,2023-08-10 10:00
  T01,K2,45,2023-08-11 10:00
  T02,K1,80,2023-08-12 09:30
  T03,K1,90,2023-08-12 20:00
  T04,K1,30,2023-08-02 08:00
  T05,K1,100,2023-08-05 19:00
  T06,K1,20,2023-08-03 19:00

  """

private let tasks = """
  编号,作业,题型,提交,得分,满分,优秀
  T01,Z1,客观题,2023-08-11 12:00,90,100,否
  T01,Z2,客观题,2023-08-12 12:00,85.5,100,否
  T01,Z3,主观题,2023-08-13 12:00,88,100,是
  T02,Z1,客观题,2023-08-12 12:00,70,100,否
  T02,Z2,客观题,,未提交,100,否
  T02,Z3,主观题,2023-08-14 08:00,,100,否
  T03,Z1,客观题,2023-08-12 12:00,95,100,否
  T03,Z2,客观题,2023-08-12 12:00,120,100,否
  T05,Z1,客观题,2023-08-09 12:00,60,100,否
  T05,Z2,客观题,2023-08-09 13:00,60,100,是

  """

private let briefs = "编号,单位\nJ1,东市\nJ2,东市教育局\nJ3,西市\n"
private let filed = "单位,奖项,对象,日期\n东市,优秀管理员,G1,2023-08-18\n西市,优秀管理员,G2,2023-08-18\n东市,优秀学校,S1,2023-08-18\n"
private let recommended = "单位,奖项,对象,意见\n东市,优秀学员,T01,学习认真\n西市,优秀学员,T03,同意\n"
private let approved = "单位,奖项,对象,结论,日期\n云川省,优秀学员,T01,通过,2023-08-20\n"

private let roster = """
  编号,姓名,学校,状态
  T01,安一,东市一中,正常
  T02,白二,东市一中,正常
  T03,程三,东市二中,正常
  T04,丁四,东市二中,正常
  T05,方五,西市一中,正常
  T06,高六,西市一中,正常

  """

private let laterRoster = """
  编号,姓名,学校,状态
  T01,安一,一中,正常
  T02,白二,西市一中,正常
  T03,程三,东市二中,正常
  T04,丁四,东市二中,退出
  T05,方五,西市一中,正常

  """

private let nights: [(String, [(String, String)])] = [
  (
    "2023-08-19",
    [
      ("units", units), ("roster", roster), ("study", study), ("tasks", tasks), ("staff", staff),
      ("moderators", moderators),
      ("briefs", briefs), ("filed", filed), ("recommended", recommended), ("approved", "单位,奖项,对象,结论,日期\n"),
    ]
  ),
  (
    "2023-08-20",
    [
      ("units", units), ("roster", laterRoster), ("study", study.replacing("T05,K1,100", with: "T05,K1,70")),
      ("tasks", tasks),
      ("staff", staff), ("moderators", moderators), ("briefs", briefs), ("filed", filed), ("recommended", recommended),
      ("approved", approved),
    ]
  ),
]

private let pipeline = """
  {
    format: 1,
    programme: { id: 'p', title: '测试项目', year: 2023, office: '项目办', input: '.', levels: [
      { id: 'province', title: '全省', label: '省' }, { id: 'city', title: '地市', label: '市' },
      { id: 'school', title: '学校', label: '校' } ] },
    sources: {
      unit: { title: '单位', kind: 'unit', files: '{date}/units.csv', columns: {
        code: { from: '编码', type: 'id', required: true }, name: { from: '名称', type: 'text', required: true },
        level: { from: '级别', type: 'text', required: true, map: { '省': 'province', '市': 'city', '校': 'school' } },
        parent: { from: '上级', type: 'id' }, aliases: { from: '别名', type: 'text' } } },
      roster: { title: '名册', kind: 'roster', files: '{date}/roster.csv', columns: {
        person: { from: '编号', type: 'id', required: true }, name: { from: '姓名', type: 'name', required: true },
        unit: { from: '学校', type: 'unit', level: 'school', required: true },
        status: { from: '状态', type: 'text', map: { '正常': 'enrolled', '退出': 'withdrawn' } } },
        limits: { max_shrink: '60%' } },
      study: { title: '学习记录', kind: 'measure', files: '{date}/study.csv', columns: {
        person: { from: '编号', type: 'id', required: true }, item: { from: '课程', type: 'id', required: true },
        value: { from: '分钟', type: 'duration', unit: 'minutes', min: 0, required: true },
        at: { from: '最后学习', type: 'datetime' } } },
      task: { title: '作业', kind: 'item', files: '{date}/tasks.csv', columns: {
        person: { from: '编号', type: 'id', required: true }, item: { from: '作业', type: 'id', required: true },
        category: { from: '题型', type: 'text', map: { '客观题': 'objective', '主观题': 'subjective' } },
        at: { from: '提交', type: 'datetime' }, value: { from: '得分', type: 'decimal', decimals: 2, min: 0, max_from: 'full' },
        full: { from: '满分', type: 'decimal', decimals: 2 }, flag: { from: '优秀', type: 'boolean' } } },
      administrator: { title: '管理员', kind: 'staff', role: 'administrator', files: '{date}/staff.csv', columns: {
        person: { from: '编号', type: 'id', required: true }, name: { from: '姓名', type: 'name', required: true },
        level: { from: '级别', type: 'text', map: { '市级': 'city' } }, unit: { from: '单位', type: 'unit', required: true } } },
      moderator: { title: '版主', kind: 'staff', role: 'moderator', files: '{date}/moderators.csv', columns: {
        person: { from: '编号', type: 'id', required: true }, name: { from: '姓名', type: 'name', required: true },
        online: { from: '在线时长', type: 'duration', unit: 'hours' } } },
      brief: { title: '简报', kind: 'brief', files: '{date}/briefs.csv', columns: {
        item: { from: '编号', type: 'id', required: true }, unit: { from: '单位', type: 'unit', required: true } } },
      filed: { title: '申报', kind: 'nomination', stage: 'filed', files: '{date}/filed.csv', columns: {
        by: { from: '单位', type: 'unit', required: true }, award: { from: '奖项', type: 'text', required: true },
        candidate: { from: '对象', type: 'id', required: true }, at: { from: '日期', type: 'datetime' } } },
      recommended: { title: '推荐', kind: 'nomination', stage: 'recommended', files: '{date}/recommended.csv', columns: {
        by: { from: '单位', type: 'unit', required: true }, award: { from: '奖项', type: 'text', required: true },
        candidate: { from: '对象', type: 'id', required: true }, reason: { from: '意见', type: 'text' } } },
      approved: { title: '审批', kind: 'nomination', stage: 'approved', files: '{date}/approved.csv', columns: {
        by: { from: '单位', type: 'unit', required: true }, award: { from: '奖项', type: 'text', required: true },
        candidate: { from: '对象', type: 'id', required: true }, at: { from: '日期', type: 'datetime' },
        verdict: { from: '结论', type: 'text', map: { '通过': 'yes', '不通过': 'no' } } } },
    },
    tallies: {
      time: { sum: 'study.value', title: '学习时长', unit: 'seconds' },
      last: { max: 'study.at', title: '最后学习时间', unit: 'moment' },
      objective: { sum: 'task.value', where: { category: 'objective' }, title: '客观题得分', unit: 'marks' },
      handed_in: { count: 'task', where: { submitted: true }, title: '已交作业', unit: 'items' },
      excellent: { count: 'task', where: { flag: true }, title: '优秀作业', unit: 'items' },
    },
    scoring: { components: [
      { id: 'study', title: '学习', points: 60, cite: '办法第一条', rule: { kind: 'proportion', of: 'time', target: '100min' } },
      { id: 'objective', title: '客观题', points: 30, cite: '办法第二条',
        rule: { kind: 'mean_rate', of: 'objective', full_marks: 100, required: 2 } },
      { id: 'excellent', title: '优秀作业', points: 10, cite: '办法第三条',
        rule: { kind: 'threshold', of: 'excellent', at_least: 1 } } ],
      pass: { total_at_least: 60, cite: '办法第四条' } },
    metrics: {
      pass_rate: { title: '合格率', format: 'percent', numerator: { count: 'learner', where: { passed: true } },
        denominator: { count: 'enrolled' }, definition: '合格÷报名', cite: '办法第五条' },
      study_hours: { title: '人均学时', format: 'hours', numerator: { sum: 'time' }, denominator: { count: 'enrolled' },
        definition: '学习时长÷报名' },
      completion: { title: '作业完成率', format: 'percent', numerator: { sum: 'handed_in' },
        denominator: { count: 'enrolled', times: 3 }, definition: '已交÷应交' },
    },
    awards: [
      { id: 'best_learner', title: '优秀学员', pool: { learners: true }, cite: '办法第六条',
        eligible: [{ total_at_least: 60 }], recommended_by: 'city', approved_by: 'province',
        quota: { percent: 40, of: { learners: 'enrolled' }, rounding: 'floor' }, rank: ['total desc'], ties: 'person' },
      { id: 'best_administrator', title: '优秀管理员', pool: { staff: 'administrator', level: 'city' }, filed_by: 'city',
        approved_by: 'province', quota: { percent: 50, of: { staff: 'administrator', level: 'city' }, rounding: 'half_up' },
        rank: [{ composite: { pass_rate: 3, briefs: 1 }, method: 'min_max' }], ties: 'person' },
      { id: 'best_moderator', title: '优秀版主', pool: { staff: 'moderator' },
        entry: { top_percent: 50, by: 'online desc', rounding: 'ceiling', ties: 'in' },
        quota: { percent: 50, of: { staff: 'moderator' }, rounding: 'floor' }, rank: ['online desc'], ties: 'exclude' },
      { id: 'best_school', title: '优秀学校', pool: { unit: 'school' }, filed_by: 'city',
        quota: { percent: 34, of: { participating: 'school' }, rounding: 'half_up' },
        rank: [{ composite: { completion: 60, pass_rate: 40 }, method: 'weighted' }], ties: 'extend' },
    ],
    reports: {},
  }
  """
