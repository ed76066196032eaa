import Exports
import TestSupport
import Testing

/// The cells of the first table of a page.
private func cells(_ page: String, limits: ExportLimits = .default) throws -> [[String]] {
  try rows(page, limits: limits).map(\.cells)
}

/// The text of the one cell whose contents are given.
private func only(_ contents: String) throws -> String? {
  try cells("<table><tr><td>\(contents)</td></tr></table>").first?.first
}

struct PageRowsTests {
  @Test(arguments: [
    ("张三", "张三"), (" \n 张三\t</td><td>", "张三"), ("张  三\n李", "张 三 李"), ("a<br>b<BR/>c", "a\nb\nc"),
    ("a <br /> b", "a\nb"), ("<br>a<br><br>", "a"), ("a<br><br>b", "a\n\nb"), ("<p>a</p><p>b</p>", "a\nb"),
    ("<div><p>a</p></div>", "a"), ("<b>张</b><font color=\"red\">三</font>", "张三"), ("<a href='x>y'>张三</a>", "张三"),
    ("A&amp;B &lt;C&gt; &quot;D&quot; &apos;", "A&B <C> \"D\" '"), ("&#24352;&#x4e09;&#X1F600;", "张三😀"),
    ("&nbsp;", "\u{A0}"), ("1&nbsp2", "1\u{A0}2"), ("3&middot;4&times;5", "3·4×5"),
    ("&lol; &#; &#xD800; & &&", "&lol; &#; &#xD800; & &&"),
    ("&hellip", "&hellip"), ("成绩<60 且 > 5", "成绩<60 且 > 5"), ("<!-- 注 <td> -->张三", "张三"),
    ("<script>if (a<b) { '</td>' }</script>张三", "张三"), ("<style>td::after { content: '<' }</style>张三", "张三"),
    ("<![if supportMisalignedColumns]>张三<![endif]>", "张三"), ("<o:p></o:p>张三", "张三"),
    ("<img alt=\"a>b\" src=\"x\">张三", "张三"), ("12<sup>3</sup>", "123"), ("00123", "00123"), ("", ""),
  ])
  func `a cell holds its text as a browser shows it`(contents: String, expected: String) throws {
    #expect(try only(contents) == expected)
  }

  @Test(arguments: [
    ("<table><tr><td>1<td>2<tr><td>3<td>4</table>", [["1", "2"], ["3", "4"]]),
    ("<table><td>1</td><td>2</td><tr><td>3</table>", [["1", "2"], ["3"]]),
    ("<TABLE><THEAD><TR><TH>a<TBODY><TR><TD>1<TFOOT><TR><TD>z</TABLE>", [["a"], ["1"], ["z"]]),
    ("<table><caption>名单</caption>散落<tr>散落<td>1</td>散落</tr></table>", [["1"]]),
    ("<table><tr></tr><tr><td></td><td>1</td></tr></table>", [[], ["", "1"]]),
    ("<table><tr><td>1</td></tr></body></html>", [["1"]]), ("<table></table>", []),
    ("<table><tr><td>1<table><tr><td>内</td></tr></table>2</td><td>3</td></tr></table>", [["12", "3"]]),
    ("<table><tr><td>1<table><tr><td>内</table></body>", [["1"]]),
    ("<table><tr><td>1</td></tr><table><tr><td>2</td></tr></table>", [["1"]]),
  ])
  func `tags may be left open as platforms leave them`(page: String, expected: [[String]]) throws {
    #expect(try cells(page) == expected)
  }

  @Test(arguments: [
    ("<tr><td colspan=3>a<td>b", [["a", "a", "a", "b"]]),
    ("<tr><td colspan='2'>a</td></tr><tr><td>1<td>2", [["a", "a"], ["1", "2"]]),
    ("<tr><td rowspan=2>a<td>1<tr><td>2<tr><td>b<td>3", [["a", "1"], ["a", "2"], ["b", "3"]]),
    ("<tr><td>1<td rowspan=3>a<td>2<tr><td>3<td>4<tr><td>5", [["1", "a", "2"], ["3", "a", "4"], ["5", "a"]]),
    ("<tr><td rowspan=2 colspan=2>a<td>1<tr><td>2<tr><td>3", [["a", "a", "1"], ["a", "a", "2"], ["3"]]),
    ("<tr><td rowspan=0>a<td>1<tr><td>2<tr><td>3", [["a", "1"], ["a", "2"], ["a", "3"]]),
    ("<tr><td rowspan=2><td>1<tr><td>2", [["", "1"], ["", "2"]]),
    ("<tr><td colspan=0>a<td colspan=x>b<td colspan=-1>c", [["a", "b", "c"]]),
    ("<tr><td rowspan=9>a<td>1", [["a", "1"]]),
  ])
  func `spans are filled inside their range and reserve it`(rows: String, expected: [[String]]) throws {
    #expect(try cells("<table>\(rows)</table>") == expected)
  }

  @Test func `every table is a sheet, those inside cells too`() throws {
    let page =
      "<h1>名单</h1><table><tr><td>甲</td></tr></table><table><tr><td>外<table><tr><td>内</table>层</td></tr></table>"
    #expect(try withFile(Array(page.utf8)) { try Export.open($0).sheets.map(\.name) } == ["1", "2", "3"])
    #expect(try (0..<3).map { try rows(Array(page.utf8), sheet: $0).map(\.cells) } == [[["甲"]], [["外层"]], [["内"]]])
    #expect(try withFile(Array("<table></table>".utf8)) { try Export.open($0).sheets.map(\.name) } == [""])
  }

  @Test func `hidden rows and columns are read and told`() throws {
    let page = """
      <table><colgroup><col span=2><col style="mso-width-source:userset; DISPLAY : none" span="2"></colgroup>
      <tr><td>1</td></tr><tr style='display:none'><td>2</td></tr><tr hidden><td>3</td></tr></table>
      """
    try withFile(Array(page.utf8)) { path in
      var reader = try Export.open(path).rows()
      var row = Row()
      var hidden: [Bool] = []
      while try reader.next(&row) { hidden.append(row.isHidden) }
      #expect(hidden == [false, true, true])
      #expect(reader.hiddenColumns == [2...3])
    }
  }

  @Test(arguments: [
    "<table><tr><td>1</td></tr>", "<table><tr><td>1", "<table><tr><td>1</td></tr><!-- ", "<table><tr><td class=\"",
    "<table><script>", "<table><tr><td>1<table></table>",
  ])
  func `a page that breaks off inside a table is damaged`(page: String) {
    #expect(#expect(throws: ExportError.self) { try rows(page) }?.cause == .damaged("</table>"))
  }

  @Test func `faults spoil their row only`() throws {
    let start = "<table><tr><td>\(String(repeating: "姓名", count: 20))<tr><td>"
    let found = try rows(Array(start.utf8) + [0xE5, 0xFF] + Array("<tr><td>a\0<tr><td>张三</table>".utf8))
    #expect(found.map(\.fault) == [nil, .undecodable, .nulByte, nil])
    var limits = ExportLimits.default
    (limits.rowBytes, limits.columns) = (10, 4)
    let long = "<table><tr><td>12345678901<tr><td>a<tr><td>b<td colspan=9>c<td>d<tr><td>e</table>"
    #expect(try rows(long, limits: limits).map(\.fault) == [.tooLong, nil, .tooLong, nil])
  }

  @Test func `more tables than the limit are refused`() {
    var limits = ExportLimits.default
    limits.sheets = 2
    let page = String(repeating: "<table></table>", count: 3)
    #expect(#expect(throws: ExportError.self) { try rows(page, limits: limits) }?.cause == .tooManySheets(limit: 2))
  }

  @Test func `pages as platforms write them give their rows`() throws {
    let office = """
      <html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
      <head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><!--[if gte mso 9]><xml><x:ExcelWorkbook>
      <x:ExcelWorksheets><x:ExcelWorksheet><x:Name>学员</x:Name></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook>
      </xml><![endif]--><style>td{mso-number-format:"\\@"}</style></head><body><table border=1>
      <tr><th x:str>身份证号</th><th>学时</th></tr>
      <tr><td style="mso-number-format:'\\@';">320106199001011234</td><td x:num="12.5">12.50</td></tr></table></body></html>
      """
    #expect(try cells(office) == [["身份证号", "学时"], ["320106199001011234", "12.50"]])
    let grid = """
      <div>\r\n\t<table cellspacing="0" rules="all" border="1" id="GridView1" style="border-collapse:collapse;">\r
      \t\t<tr>\r\n\t\t\t<th scope="col">姓名</th><th scope="col">单位</th>\r\n\t\t</tr><tr>\r
      \t\t\t<td>张三</td><td>&nbsp;</td>\r\n\t\t</tr>\r\n\t</table>\r\n</div>
      """
    #expect(try cells(grid) == [["姓名", "单位"], ["张三", "\u{A0}"]])
  }

  @Test func `the place of a block's end changes nothing`() throws {
    let page =
      "<table><tr><td class=\"a>b\">张&amp;三<br>四</td><!-- x --><td>&#24352;</td></tr><script>a</script></table>"
    for padding in stride(from: 65_400, to: 65_540, by: 1) {
      let filler = String(repeating: "x", count: padding)
      #expect(try cells("<p>\(filler)</p>\(page)") == [["张&三\n四", "张"]], "padding \(padding)")
    }
  }

  @Test func `a written table is read back`() throws {
    for seed in Cases.seeds(usually: 300) {
      var generator = SeededGenerator(seed: seed)
      let letters = ["a", "张", "&", "<", ">", "\"", "'", "\n", "0", ";", "nbsp", "#1", "</td>", "-->"]
      let table = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
        (0..<3).map { _ in
          "x" + (0..<Int.random(in: 0...5, using: &generator)).map { _ in generator.pick(letters) ?? "" }.joined() + "y"
        }
      }
      let written = table.map { row in
        let cells = row.map { cell in
          let escaped = cell.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
          return "<td>" + escaped.replacing("\n", with: "<br>") + (generator.oneIn(2) ? "</td>" : "")
        }
        return "<tr>" + cells.joined() + (generator.oneIn(2) ? "</tr>" : "")
      }
      #expect(try cells("<table>\(written.joined())</table>") == table, "SEED=\(seed)")
    }
  }
}
