import Programme
import TestSupport
import Testing

private let pipeline = """
  // 省级教师网络培训
  {
    format: 1,
    programme: {
      id: 'jiangsu-provincial', title: "省级教师网络培训", year: 2023,
      cohorts: [
        { id: '2023-08A', from: '2023-08-01', to: '2023-08-20' },
        { id: '2023-08B', from: '2023-08-15', to: '2023-09-03' },
      ],
    },
    scoring: {
      decimals: 2, /* 四舍五入 */ rounding: 'half_up',
      components: [
        { id: 'study', points: 50.0, rule: { kind: 'proportion', of: 'study_time', target: '15h' } },
        { id: 'objective', points: .5, rule: { kind: 'mean_rate', required: 0x4, missing: 'ze\\u0072o' } },
      ],
      vetoes: [], pass: { total_at_least: 80, strict: true, cite: null },
    },
  }

  """

private func read(_ bytes: [UInt8]) -> (tree: Node?, faults: [Fault], lines: [String]) {
  let faults = FaultCollector()
  let tree = JSON5.tree(of: bytes, faults)
  return (tree, faults.faults, faults.lines(file: "p.json5", in: .english))
}

@Test func `each fault of a document is reported once, and what is sound around it is read`() {
  let (tree, _, lines) = read(
    Array(
      """
      {
        format: 01,
        title: “省级”, year： 2023,
        from: 2023-08-01,
        names: ['a' 'b', 'c],
        passed: Yes,
        rate: 5%
        points: 50，
        of = 'study',
        'half-up': 1, min-n: 5,
        list: [1, 2},
        cite: '客观题
        year: 2024,
        none,
        last: true
      }
      """.utf8))
  #expect(
    lines == [
      "p.json5:2:11: '01' is not a number; expected a number, or quotes around a text",
      "p.json5:3:10: found the quotation mark '“'; expected ' or \"",
      "p.json5:3:20: found '：'; expected ':'",
      "p.json5:4:9: '2023-08-01' is not a number; expected a number, or quotes around a text",
      "p.json5:5:15: found '''; expected ',' or ']'",
      "p.json5:5:20: this text is not closed on its line; expected '''",
      "p.json5:6:11: 'Yes' is not a value; expected quotes around a text",
      "p.json5:7:9: '5%' is not a number; expected a number, or quotes around a text",
      "p.json5:8:13: found '，'; expected ','",
      "p.json5:9:6: found '='; expected ':'",
      "p.json5:10:17: this key needs quotes; expected 'min-n' in quotes",
      "p.json5:11:14: found '}'; expected ']' for the bracket opened at 11:9",
      "p.json5:12:9: this text is not closed on its line; expected '''",
      "p.json5:13:3: key 'year' is repeated; it is first given at 3:16",
      "p.json5:14:7: found ','; expected ':' after the key 'none'",
    ])
  #expect(tree == nil)
}

@Test func `types are judged beside broken grammar as long as the brackets match`() {
  struct Pair {
    let left: Int
    let right: String
    init(_ fields: Fields) {
      left = fields.required("left", .integer)
      right = fields.required("right", .text)
    }
  }
  let faults = FaultCollector()
  let text = "[{ left: 01, right: 2 }, { lift: 1, “right”: 'x' }, { left: 'x', right: bare words }]"
  #expect(JSON5.read(Array(text.utf8), as: .list(of: .object(Pair.init)), faults) == nil)
  #expect(
    faults.lines(file: "p.json5", in: .english) == [
      "p.json5:1:10: '01' is not a number; expected a number, or quotes around a text",
      "p.json5:1:21: found a number; expected a text",
      "p.json5:1:28: unknown key 'lift'; did you mean 'left'?",
      "p.json5:1:37: found the quotation mark '“'; expected ' or \"",
      "p.json5:1:61: found a text; expected a whole number",
      "p.json5:1:73: 'bare' is not a value; expected quotes around a text",
    ])
}

@Test(arguments: [
  (whole: "2023,\n", damaged: "2023\n", line: "6:5: found 'c'; expected ',' or '}'"),
  (whole: "-20' },", damaged: "-20',", line: "8:7: found '{'; expected '}' for the bracket opened at 7:7"),
  (whole: "      { id: 'study'", damaged: "      id: 'study'", line: "14:7: found a key; expected '{' before it"),
  (
    whole: "    ],\n    vetoes", damaged: "    vetoes",
    line: "16:5: found 'v'; expected ']' for the bracket opened at 13:17"
  ),
  (whole: "cohorts: [", damaged: "cohorts:", line: "8:7: found '{'; expected a key"),
  (whole: "scoring: {", damaged: "scoring:", line: "12:5: found a key; expected '{' before it"),
  (
    whole: "'2023-08-01',", damaged: "2023-08-01',",
    line: "7:31: '2023-08-01' is not a number; expected a number, or quotes around a text"
  ),
  (whole: "'2023-08A',", damaged: "'2023-08A,", line: "7:31: found '2'; expected ',' or '}'"),
  (
    whole: "    ],\n  },\n  scoring", damaged: "    ],\n  scoring",
    line:
      "4:14: a bracket is missing, probably for this one; the bracket at 18:1, which closes it, is indented differently"
  ),
])
func `a missing mark is one fault, as near to its place as can be told`(whole: String, damaged: String, line: String) {
  #expect(pipeline.contains(whole))
  #expect(read(Array(pipeline.replacing(whole, with: damaged).utf8)).lines == ["p.json5:\(line)"])
}

@Test func `a character that is lost anywhere makes two faults at most`() {
  let scalars = Array(pipeline.unicodeScalars)
  for lost in scalars.indices {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[..<lost] + scalars[(lost + 1)...])
    let lines = read(Array(String(text).utf8)).lines
    #expect(lines.count <= 2, "\(scalars[lost]) lost at \(lost)")
  }
}

@Test func `no bytes make the reader crash, and every fault lies inside the document`() {
  for seed in Cases.seeds(usually: 20_000) {
    var random = SeededGenerator(seed: seed)
    var bytes = Array(pipeline.utf8)
    for _ in 0...Int.random(in: 0..<4, using: &random) { mutate(&bytes, &random) }
    let (tree, faults, lines) = read(bytes)
    let stray = faults.first { !contains($0.place, bytes) }
    guard stray == nil, faults.count <= FaultCollector.limit, tree != nil || !faults.isEmpty else {
      Issue.record("SEED=\(seed)\n\(String(decoding: bytes, as: UTF8.self))\n\(lines)")
      return
    }
  }
}

private func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
  let marks = Array("{}[],:'\"\\/*\n\r 0.-+eExu\u{FEFF}“，：".utf8)
  let start = Int.random(in: 0...bytes.count, using: &random)
  let end = min(bytes.count, start + Int.random(in: 0...(random.oneIn(8) ? 200 : 2), using: &random))
  switch Int.random(in: 0..<5, using: &random) {
  case 0: bytes.replaceSubrange(start..<end, with: [])
  case 1: bytes.insert(contentsOf: bytes[start..<end], at: Int.random(in: 0...bytes.count, using: &random))
  case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: start)
  case 3: bytes.insert(random.pick(marks) ?? 0, at: start)
  default: bytes.replaceSubrange(start..<end, with: [random.pick(marks) ?? 0])
  }
}

/// Whether a place lies within a line of the document or right behind it, counted in another way than the reader's.
private func contains(_ place: Place, _ bytes: [UInt8]) -> Bool {
  var lengths = [0]
  var previous: Unicode.Scalar = " "
  for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
    switch scalar {
    case "\n" where previous == "\r": break
    case "\n", "\r": lengths.append(0)
    default: lengths[lengths.count - 1] += 1
    }
    previous = scalar
  }
  return (1...lengths.count).contains(place.line) && (1...lengths[place.line - 1] + 1).contains(place.column)
}
