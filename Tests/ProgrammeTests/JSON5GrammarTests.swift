import Programme
import Testing

/// Texts that the grammar of JSON5 refuses, each with the places of its faults.
///
/// Foundation accepts several of them.
private let invalid: [(text: String, places: String)] = [
  // The document: one value.
  ("", "1:1"), ("  \n ", "2:2"), ("// nothing", "1:11"), ("1 2", "1:3"), ("{} []", "1:4"), ("[]]", "1:3"),
  // Numbers.
  ("010", "1:1"), ("[00]", "1:2"), ("[-01.5]", "1:2"), ("--1", "1:1"), ("+-1", "1:1"), ("[- 1]", "1:2"), ("-", "1:1"),
  ("0x", "1:1"), ("0xG", "1:1"), ("0x1.5", "1:1"), (".", "1:1"), ("+.", "1:1"), ("1e", "1:1"), ("1e+", "1:1"),
  ("1.5.2", "1:1"),
  ("e5", "1:1"), (".e5", "1:1"), ("1_000", "1:1"), ("12a", "1:1"), ("0b1", "1:1"), ("1n", "1:1"), ("１", "1:1"),
  ("2023-08-01", "1:1"),
  ("99999999999999999999", "1:1"), ("1e1000", "1:1"), ("1e-99999999999999999999", "1:1"), ("0x8000000000000000", "1:1"),
  ("0.12345678901234567891", "1:1"),
  // Words.
  ("True", "1:1"), ("nul", "1:1"), ("undefined", "1:1"), ("infinity", "1:1"), ("[a]", "1:2"), ("[a b]", "1:2"),
  ("/", "1:1"), ("@", "1:1"),
  ("--Infinity", "1:1"), ("[\u{7}]", "1:2"), ("[/x/]", "1:2"),
  // Texts.
  ("'abc", "1:1"), ("\"abc'", "1:1"), ("'a\nb'", "1:1"), ("['a\r\n]", "1:2"), ("'\\x4'", "1:2"), ("'\\xZZ'", "1:2"),
  ("'a\\u12'", "1:3"),
  ("'\\u{41}'", "1:2"), ("'\\1'", "1:2"), ("'\\01'", "1:2"), ("'\\9'", "1:2"), ("'\\uD83E'", "1:2"),
  ("'\\uDD89\\uD83E'", "1:2 1:8"),
  ("'\\uD83E\\u0041'", "1:2"), ("'\\", "1:1"), ("'\\u00", "1:1 1:2"), ("“文本”", "1:1"), ("[‘文本’, 1]", "1:2"),
  ("`text`", "1:1"),
  // Lists.
  ("[", "1:1"), ("[1", "1:1"), ("[1,", "1:1"), ("[,]", "1:2"), ("[1,,2]", "1:4"), ("[,1]", "1:2"), ("[1 2]", "1:4"),
  ("[1, 2 [3]]", "1:7"),
  ("[1}", "1:3"), ("[1;2]", "1:3"), ("[1，2]", "1:3"), ("[1、2]", "1:3"), ("[:1]", "1:2"), ("[a: 1]", "1:2"),
  ("［1]", "1:1"), ("[1］", "1:3"),
  ("[\n  [1, 2\n]", "2:3"),
  // Objects.
  ("{", "1:1"), ("{a", "1:3"), ("{a:", "1:4"), ("{a:1", "1:1"), ("{a:1,", "1:1"), ("{,}", "1:2"), ("{a:1,,}", "1:6"),
  ("{a}", "1:3"),
  ("{a,b:1}", "1:3"), ("{a:}", "1:4"), ("{a:,b:1}", "1:4"), ("{:1}", "1:2"), ("{a 1}", "1:4"), ("{a=1}", "1:3"),
  ("{a：1}", "1:3"), ("{a:1 b:2}", "1:6"),
  ("{a:1\n b:2}", "2:2"), ("{1:2}", "1:2"), ("{1a:2}", "1:2"), ("{a-b:2}", "1:2"), ("{a.b:2}", "1:2"),
  ("{[1]:2}", "1:2"), ("{a:1]", "1:5"),
  ("{\\x61:1}", "1:2"), ("{\\u006:1}", "1:2"), ("{“a”:1}", "1:2"), ("{a:1；b:2}", "1:5"), ("｛a:1｝", "1:1 1:5"),
  ("{a:1,a:2}", "1:6"),
  ("{a:1,'\\u0061':2}", "1:6"), ("{'a\n:1}", "1:2"), ("{'\\u00g':1}", "1:3"), ("{a:1}}", "1:6"), ("{...a}", "1:2"),
  // Comments.
  ("/* x", "1:1"), ("{a:1 /* x}", "1:6"), ("[1] /", "1:5"), ("[1 / 2]", "1:4"), ("/*/", "1:1"), ("# x", "1:1"),
]

private func places(_ text: String) -> [String] {
  let faults = FaultCollector()
  _ = JSON5.tree(of: Array(text.utf8), faults)
  return faults.faults.map(\.place.description)
}

@Test(arguments: invalid)
func `what the grammar refuses is a fault at its place, without consequences`(text: String, expected: String) {
  #expect(places(text).joined(separator: " ") == expected)
}

@Test(arguments: [
  "null", "true", "'x'", "{}", "[]", "[1,]", "{a:1,}", "{null:1}", "{true:1,false:2}", "{$_:1}", "{学员编号:1}",
  "{\\u0061b:1}",
  "'\\\u{2028}'", "'\u{2028}'", "'\\0'", "'\\'\\\"\\\\\\b\\f\\n\\r\\t\\v'", "'\\q\\学'", "'\\\r\nx'", "'\\uD83E\\uDD89'",
  "'“'", "\u{FEFF}{}",
  "+1", "-0", "5.", ".5", "+.5e-3", "0xdecaf", "-0XDECAF", "1E5", "0e99999999999999999999", "9223372036854775807",
  "-9223372036854775808",
  "1.00000000000000000000000000000", "Infinity", "-Infinity", "+NaN", "/**/1//", "1/**/", "\u{3000}1\u{A0}",
  "//\u{2028}1",
])
func `what the grammar allows has no fault`(text: String) {
  #expect(places(text) == [])
}

@Test func `bytes that are not UTF-8 are refused where they begin`() {
  let faults = FaultCollector()
  let name = "{\n  a: '".utf8 + [0xD0, 0xD5, 0xC3, 0xFB] + "' }".utf8
  #expect(JSON5.tree(of: Array(name), faults) == nil)
  #expect(
    faults.lines(file: "p.json5", in: .english) == [
      "p.json5:2:7: the file is not UTF-8 here; expected a file saved as UTF-8"
    ])
}

@Test func `a hundred levels of brackets are read and one more is refused`() {
  let deepest = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
  #expect(places(deepest) == [])
  #expect(places("[" + deepest + "]") == ["1:101"])
  #expect(places(String(repeating: "[", count: 100_000)).count == 2)
}
