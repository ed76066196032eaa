import Programme
import Testing

/// The example of the documentation, with every kind of form in it.
private struct Sheet: Equatable {
  enum Mode: String, CaseIterable {
    case fullSnapshot = "full_snapshot"
    case append
  }

  enum Quota: Equatable {
    case none
    case percent(ExactDecimal)
  }

  let id: String
  let title: String?
  let start: CalendarDate
  let points: Int64
  let mode: Mode
  let headers: [String]
  let target: Int64
  let rejects: ExactDecimal
  let quota: Quota
  let columns: [Entry<Column>]

  init(_ fields: Fields) {
    id = fields.required("id", .text)
    title = fields.optional("title", .text)
    start = fields.required("from", .date)
    points = fields.required("points", .scaled(to: 2, in: 0...100))
    mode = fields.optional("mode", .choice) ?? .append
    headers = fields.required("headers", .oneOrMany(.text))
    target = fields.required("target", .duration)
    rejects = fields.required("max_rejects", .share)
    quota = fields.required("quota", .either(.none, .percent))
    columns = fields.required("columns", .dictionary(of: .object(Column.init)))
  }
}

extension Form where Value == Sheet.Quota {
  fileprivate static var none: Form { Form<String>.word(among: ["none"]).map { _ in .none } }
  fileprivate static var percent: Form {
    .object { fields in .percent(fields.required("percent", .percent)) }
  }
}

private struct Column: Equatable {
  let type: String
  let least: Int?

  init(_ fields: Fields) {
    type = fields.required("type", .text)
    least = fields.optional("min", .integer(in: 0...100))
  }
}

private let sound = """
  {
    id: 'roster', from: '2023-08-01', points: 12.5, mode: 'full_snapshot', headers: '学员编号',
    target: '20学时', max_rejects: '1%', quota: { percent: 4 },
    columns: { time: { type: 'duration', min: 0 }, name: { type: 'name' } },
  }
  """

private func read<Value>(_ text: String, as form: Form<Value>) -> (value: Value?, lines: [String]) {
  let faults = FaultCollector()
  let value = JSON5.read(Array(text.utf8), as: form, faults)
  return (value, faults.lines(file: "p.json5", in: .english))
}

@Test func `a sound document becomes a value without faults`() throws {
  let (value, lines) = read(sound, as: .object(Sheet.init))
  let sheet = try #require(value)
  #expect(lines == [])
  #expect(sheet.id == "roster")
  #expect(sheet.title == nil)
  #expect(sheet.start.description == "2023-08-01")
  #expect(sheet.points == 1250)
  #expect(sheet.mode == .fullSnapshot)
  #expect(sheet.headers == ["学员编号"])
  #expect(sheet.target == 20 * 45 * 60)
  #expect(sheet.rejects == ExactDecimal(1, exponent: -2))
  #expect(sheet.quota == .percent(ExactDecimal(4)))
  #expect(sheet.columns.map(\.key) == ["time", "name"])
  #expect(sheet.columns.map(\.value.least) == [0, nil])
}

@Test func `every fault of every field is reported at once, in the order of the file`() {
  let (value, lines) = read(
    """
    {
      id: '  ', tite: 'x', from: '2023-02-30', points: 12.555,
      mode: 'apend', headers: ['a', 7, []], target: '15 days',
      max_rejects: 1, quota: 'nonne',
      columns: { time: { type: 3, min: 101 }, name: {}, other: 'text' },
    }
    """, as: .object(Sheet.init))
  #expect(value == nil)
  #expect(
    lines == [
      "p.json5:2:7: the text is blank; expected a word",
      "p.json5:2:13: unknown key 'tite'; did you mean 'title'?",
      "p.json5:2:30: found '2023-02-30'; expected a date such as '2023-08-01'",
      "p.json5:2:52: found 12.555; expected a number from 0 to 100 with at most 2 decimals",
      "p.json5:3:9: unknown value 'apend'; did you mean 'append'?",
      "p.json5:3:33: found a number; expected a text",
      "p.json5:3:36: found a list; expected a text",
      "p.json5:3:49: found '15 days'; expected a duration such as '15h', '45min' or '20学时'",
      "p.json5:4:16: found a number; expected a percentage such as '5%'",
      "p.json5:4:26: unknown value 'nonne'; did you mean 'none'?",
      "p.json5:5:28: found a number; expected a text",
      "p.json5:5:36: found 101; expected a whole number from 0 to 100",
      "p.json5:5:49: missing key 'type'; expected a text",
      "p.json5:5:60: found a text; expected an object",
    ])
}

@Test func `a misspelt key is one fault, and its value serves the reading`() {
  struct Range {
    init(_ fields: Fields) {
      let start = fields.required("start", .integer(in: 0...100)) as Int
      let end = fields.required("end", .integer(in: 0...100)) as Int
      if end < start { fields.refuse("end", Wording("the end precedes the start", "结束早于开始")) }
    }
  }
  #expect(
    read("{ start: 30, edn: 40 }", as: .object(Range.init)).lines == [
      "p.json5:1:14: unknown key 'edn'; did you mean 'end'?"
    ])
  #expect(
    read("{ start: 30, end: 20, endd: 40 }", as: .object(Range.init)).lines == [
      "p.json5:1:19: the end precedes the start",
      "p.json5:1:23: unknown key 'endd'; did you mean 'end'?",
    ])
}
