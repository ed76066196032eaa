import Programme
import Testing

/// A file of one tally over exams with marks of one decimal, which stands alone on line 2.
private func read(_ tally: String, minutesPerHour: Int = 45) -> (tally: Tally?, faults: [String]) {
  let columns = """
    { person: { from: '编号', type: 'id' }, item: { from: '场次', type: 'id' }, category: { from: '类', type: 'text' }, \
    value: { from: '得分', type: 'decimal', decimals: 1 }, at: { from: '时间', type: 'datetime' } }
    """
  let study = """
    { person: { from: '编号', type: 'id' }, item: { from: '课程', type: 'id' }, \
    value: { from: '分钟', type: 'duration', unit: 'minutes' }, at: { from: '时间', type: 'datetime' } }
    """
  let text = """
    { format: 1, programme: { id: 'p', title: '某', year: 2023, office: '某', input: '.', minutes_per_hour: \(minutesPerHour), \
    levels: [{ id: 'a', title: '省', label: '省' }], cohorts: [{ id: '2021-autumn', title: '秋', from: '2021-09-27', to: '2021-11-26' }, \
    { id: '2022-spring', title: '春', from: '2022-03-01', to: '2022-06-01' }] }, \
    sources: { exam: { title: '考试', kind: 'item', files: 'a.csv', columns: \(columns) }, \
    study: { title: '学习', kind: 'measure', files: 'b.csv', columns: \(study) } }, \
    reports: {}, scoring: { components: [{ id: 'c', title: '项', points: 100, rule: {} }], pass: { total_at_least: 60 } }, tallies: { one:
    \(tally) } }
    """
  let faults = FaultCollector()
  let programme = Programme.read(Array(text.utf8), faults)
  return (programme?.tallies.first, faults.lines(file: "p", in: .english))
}

@Test func `a filter takes categories, items, times and values of its source`() throws {
  let tally = try #require(
    read(
      """
      { max: 'exam.value', title: '成绩', unit: 'marks', where: { category: ['甲', '乙'], item: 'ZY1', missing: false,
        at: { from: '2021-10-01', until: '2021-10-22 12:00' }, value: { at_least: 0.5, below: 60 } } }
      """
    ).tally)
  var expected = TallyFilter(
    categories: ["甲", "乙"], items: ["ZY1"], missing: false, from: 1_633_046_400, until: 1_634_904_000, atLeast: 5,
    below: 600)
  expected.timePlace = tally.filter.timePlace
  #expect(tally.filter == expected)
  #expect(tally.filter.timePlace == Place(line: 3, column: 7))
}

@Test func `S2-06 each cohort can have a deadline of its own`() throws {
  let filter = try #require(
    read(
      """
      { max: 'exam.value', title: '成绩', unit: 'marks',
        where: { at: { until: { '2021-autumn': '2021-10-22 12:00', '2022-spring': '2022-04-22' } } } }
      """
    ).tally?.filter)
  #expect(filter.held(for: "2021-autumn").until == 1_634_904_000)
  #expect(filter.held(for: "2022-spring").until == 1_650_671_999)
  #expect(filter.until == nil)
}

@Test(arguments: [(45, 54_000), (60, 72_000)] as [(Int, Int64)])
func `S0-06 a target in credit hours is as long as the programme says`(minutes: Int, seconds: Int64) throws {
  let tally = try #require(
    read("{ reached: 'study.value', target: '20学时', title: '学满', unit: 'moment' }", minutesPerHour: minutes).tally)
  #expect(tally.target == seconds)
  #expect(tally.operation == .reached)
}

@Test(arguments: [
  (
    "{ reached: 'study.value', target: '1h', title: '学满', unit: 'seconds' }",
    "p:2:60: 'reached' gives a moment; expected the unit 'moment'"
  ),
  (
    "{ reached: 'study.value', title: '学满', unit: 'moment' }",
    "p:2:1: missing key 'target'; expected a whole number from -1000000000000 to 1000000000000 or a duration such as '15h', '45min' or '20学时'"
  ),
  (
    "{ reached: 'study.at', target: '1h', title: '学满', unit: 'moment' }",
    "p:2:12: 'reached' adds up values; expected 'study.value'"
  ),
  (
    "{ sum: 'study.value', max: 'study.value', title: '时长', unit: 'seconds' }",
    "p:2:1: a tally has exactly one of 'sum', 'count', 'max', 'min', 'first', 'last', 'reached'"
  ),
  (
    "{ max: 'exam.value', title: '成绩', unit: 'marks', where: { value: { at_least: 0.55 } } }",
    "p:2:78: found 0.55; expected a number from -1000000000 to 1000000000 with at most 1 decimals"
  ),
  (
    "{ max: 'exam.value', title: '成绩', unit: 'marks', where: { value: { at_least: 60, below: 60 } } }",
    "p:2:89: no value is in this range"
  ),
  (
    "{ count: 'exam', title: '次数', unit: 'items', where: { at: { from: '2021-10-22', until: '2021-10-21' } } }",
    "p:2:88: the time ends before it begins"
  ),
  ("{ count: 'exam', title: '次数', unit: 'items', where: { at: {} } }", "p:2:59: expected 'from', 'until' or both"),
  (
    "{ count: 'exam', title: '次数', unit: 'items', where: { at: { until: 'noon' } } }",
    "p:2:68: found 'noon'; expected a date or a time such as '2021-10-22' or '2021-10-22 12:00'"
  ),
  (
    "{ count: 'exam', title: '次数', unit: 'items', where: { at: { until: { '2021-autumn': '2021-10-22' } } } }",
    "p:2:68: no time is given for the cohorts '2022-spring'"
  ),
  (
    "{ max: 'exam.value', title: '成绩', unit: 'marks', counter: '次' }",
    "p:2:59: a measure word goes with items; expected the unit 'items', or no 'counter'"
  ),
])
func `a tally that means nothing is refused with its place`(tally: String, fault: String) {
  #expect(read(tally).faults == [fault])
}
