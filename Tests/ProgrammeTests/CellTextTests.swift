import Programme
import Testing

/// A file whose roster maps one text, and whose tally takes one category and one item.
private func read(_ text: String) throws -> Programme {
  let faults = FaultCollector()
  let file = """
    { format: 1, programme: { id: 'p', title: '某', year: 2023, office: '某', input: '.', levels: [{ id: 'a', title: '省', label: '省' }] },
    sources: { work: { title: '作业', kind: 'measure', files: 'a.csv', columns: { person: { from: '编号', type: 'id' },
      item: { from: '项', type: 'text', map: { '\(text)': 'one' } }, category: { from: '类', type: 'text' },
      value: { from: '分钟', type: 'integer' } } } },
    tallies: { time: { sum: 'work.value', title: '数', unit: 'items', where: { item: '\(text)', category: '\(text)' } } },
    scoring: { components: [{ id: 'c', title: '项', points: 100, rule: {} }], pass: { total_at_least: 60 } }, reports: {} }
    """
  return try #require(
    Programme.read(Array(file.utf8), faults), "\(faults.lines(file: "p", in: .english).joined(separator: "\n"))")
}

@Test(arguments: [
  ("培训（上旬班）", "培训(上旬班)"), (" 两端　", "两端"), ("一  二", "一 二"), ("零\u{200B}宽", "零宽"), ("１２：００", "12:00"),
  ("平常", "平常"),
])
func `a text that a pipeline file names is compared as cells are read`(written: String, plain: String) throws {
  let programme = try read(written)
  #expect(programme.sources.first?.column("item")?.map == [plain: "one"])
  #expect(programme.tallies.first?.filter.items == [plain])
  #expect(programme.tallies.first?.filter.categories == [plain])
}
