import Programme
import Reports
import Testing

@Test(arguments: [
  ("2023-08-20", "2023年8月20日24时", "8月20日24时"),
  ("2023-08-05 08:00:00", "2023年8月5日8时", "8月5日8时"),
  ("2023-12-31 23:59:00", "2023年12月31日23时59分", "12月31日23时59分"),
])
func `a date means the end of its day, and no zero leads`(asOf: String, text: String, short: String) throws {
  let cutOff = try CutOff(asOf)
  #expect(cutOff.text == text)
  #expect(cutOff.shortText == short)
}

@Test(arguments: ["", "2023-8-20", "2023-02-30", "2023-08-20 8点"])
func `what is no moment is refused with what was expected`(asOf: String) {
  let error = #expect(throws: ReportsError.self) { try CutOff(asOf) }
  #expect("\(error.map { "\($0)" } ?? "")".contains("expected 2023-08-20"))
}

@Test func `midnight belongs to the day before`() throws {
  #expect(try CutOff("2023-08-21 00:00:00").endOfDayBefore?.shortText == "8月20日24时")
  #expect(try CutOff("2023-08-21 00:01:00").endOfDayBefore == nil)
}

@Test(arguments: [
  ("甲|乙", #"甲\|乙"#),
  ("*重点* _校_", #"\*重点\* \_校\_"#),
  ("第一行\n第二行\r\n第三行", "第一行 第二行 第三行"),
  ("<b>x</b> &lt;", #"\<b\>x\</b\> \&lt;"#),
  ("[看](http://a.example)", #"\[看\](http\://a.example)"#),
  ("www.a.example", #"www\.a.example"#),
  (#"反斜线\"#, #"反斜线\\"#),
  ("~~删~~ #1 `码`", ##"\~\~删\~\~ \#1 \`码\`"##),
  ("合格率61.14%（同率）—", "合格率61.14%（同率）—"),
  ("甲\u{1B}[31m\u{0}乙\u{8}\u{9B}丙\u{FFFF}", "甲\u{FFFD}\\[31m\u{FFFD}乙\u{FFFD}\u{FFFD}丙\u{FFFD}"),
])
func `text from outside cannot become markup`(text: String, escaped: String) {
  #expect(MarkdownText.escaped(text) == escaped)
}

@Test func `a table escapes its cells, aligns its columns and sets its total in bold`() {
  let table = MarkdownTable(
    columns: [MarkdownTable.Column("单位", .left), MarkdownTable.Column("人数", .right)], rows: [["甲|县", "1"]],
    total: ["全省", "—"])
  #expect(table.text == "| 单位 | 人数 |\n|:---|---:|\n| 甲\\|县 | 1 |\n| **全省** | — |")
}

@Test(arguments: [
  ("99100119800101123X", "991001********123X"),
  ("991001198001011234", "991001********1234"),
  ("991001800101123", "991001*****1123"),
  ("10012345678", "100****5678"),
  ("电话：１００１２３４５６７８。", "电话：100****5678。"),
  ("编号202300012238", "编号202300012238"),
  ("9.90101E+17", "9.90101E+17"),
  ("2023-08-20 10:00:00", "2023-08-20 10:00:00"),
])
func `identity and telephone numbers are covered, other digits are not`(text: String, covered: String) {
  #expect(Mask.standard.covered(text) == covered)
  #expect(Mask.standard.hasPrivateNumber(text) == (text != covered))
}

@Test(arguments: [
  ([], "", 3), (["甲"], "甲", 3), (["甲", "乙", "丙"], "甲、乙、丙", 3), (["甲", "乙", "丙", "丁"], "甲、乙、丙等", 3),
])
func `at most so many names are listed`(names: [String], listed: String, limit: Int) {
  #expect(listing(names, atMost: limit) == listed)
}

@Test(arguments: [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (37, "三十七")])
func `sections are numbered in Chinese`(number: Int, text: String) {
  #expect(chineseOrdinal(number) == text)
}
