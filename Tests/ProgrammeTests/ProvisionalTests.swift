import Programme
import Testing

/// A programme of two terms whose component `b` is provisional until a time.
private func programme(_ until: String, components: String = "['b']", _ faults: FaultCollector) -> Programme? {
  let text = """
    { format: 1, programme: { id: 'p', title: '项目', year: 2021, office: '办公室', input: '.',
        levels: [{ id: 'county', title: '全县', label: '县' }],
        cohorts: [ { id: 'autumn', title: '第一学期', from: '2021-09-27', to: '2021-11-26' },
          { id: 'spring', title: '第二学期', from: '2022-03-28', to: '2022-05-27' } ] },
      sources: { work: { title: '作业', kind: 'item', files: 'w.csv', columns: {
        person: { from: '编号', type: 'id' }, item: { from: '作业', type: 'id' },
        value: { from: '得分', type: 'decimal', decimals: 2 } } } },
      tallies: { mark: { max: 'work.value', title: '成绩', unit: 'marks' } },
      scoring: { components: [
          { id: 'a', title: '县本', points: 70, rule: { kind: 'imported', of: 'mark', full_marks: 100 } },
          { id: 'b', title: '校本', points: 30, rule: { kind: 'imported', of: 'mark', full_marks: 100 } } ],
        provisional: [{ title: '校本成绩', components: \(components), until: \(until) }], pass: { total_at_least: 70 } },
      metrics: {}, awards: [], reports: {} }
    """
  return Programme.read(Array(text.utf8), faults)
}

private func second(_ text: String) -> Int64 { WrittenMoment(text)?.first ?? 0 }

@Test(arguments: [
  // The cohort begins with the first second of 27 September; 19 November is a whole day.
  ("2021-09-26 23:59:59", []), ("2021-09-28 00:00", ["第一学期"]), ("2021-11-19 23:59:59", ["第一学期"]),
  ("2021-11-20 00:00:00", []), ("2022-04-01 00:00", ["第二学期"]), ("2022-05-07 00:00", []),
])
func `points are provisional from the beginning of the cohort until the end of the day`(
  moment: String, cohorts: [String]
) throws {
  let faults = FaultCollector()
  let read = try #require(programme("{ autumn: '2021-11-19', spring: '2022-05-06' }", faults))
  #expect(faults.faults.isEmpty)
  #expect(read.provisional(at: second(moment)).map(\.cohort.title) == cohorts)
}

@Test(arguments: [
  ("'2021-11-19'", "['c']", "unknown component 'c'; expected one of 'a', 'b'"),
  ("{ autumn: '2021-11-19' }", "['b']", "no time is given for the cohorts 'spring'"),
  ("{ autumn: '2021-11-19', sprig: '2022-05-06' }", "['b']", "no cohort is named 'sprig'; did you mean 'spring'?"),
  ("'19 November'", "['b']", "expected a date or a time such as"),
  ("'2021-11-19'", "[]", "expected at least 1"),
  ("'2021-11-19'", "['b']", "'校本成绩' is final before the cohort 第二学期 begins on 2022-03-28"),
])
func `what can never be provisional, or names nothing, is told with its remedy`(
  until: String, components: String, message: String
) {
  let faults = FaultCollector()
  _ = programme(until, components: components, faults)
  let told = faults.faults.map { $0.message(in: .english) }
  #expect(told.contains { $0.contains(message) }, "\(told)")
}
