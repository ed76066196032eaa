import Foundation
import Programme
import Reports
import SQLite
import TestSupport
import Testing
import Workbook

/// Public papers with something personal in every place that a file has.
struct PublicationScanTests {
  private let province: NomineeProvince
  private let papers: WrittenPapers

  init() throws {
    province = try NomineeProvince()
    papers = try WrittenPapers()
    try writeNominees(province.edition, from: province.database, into: papers.folder)
  }

  private var scan: PublicationScan { PublicationScan(province.edition.programme, province.database) }

  /// A number put somewhere into the parts of a workbook, and where it must be told.
  struct Hiding: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The sheet and the place of the hit.
    let place: String
    var added: [(name: String, text: String)] = []
    var part = ""
    var old = ""
    var new = ""
  }

  private static let relationships = """
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" \
    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="tel:13812345678" \
    TargetMode="External"/></Relationships>
    """

  static let hidings: [Hiding] = [
    Hiding(
      testDescription: "a cell", place: "公示/A1", part: "xl/sharedStrings.xml", old: "评优拟表彰名单的公示<",
      new: "评优拟表彰名单的公示13812345678<"),
    Hiding(
      testDescription: "a cell whose characters are formatted apart", place: "公示/A1", part: "xl/sharedStrings.xml",
      old: "<t>关于2023年省级教师网络培训评优拟表彰名单的公示</t>", new: "<r><t>公示 138</t></r><r><rPr><b/></rPr><t>12345678</t></r>"),
    Hiding(
      testDescription: "a number cell of a hidden row", place: "公示/A9999", part: "xl/worksheets/sheet1.xml",
      old: "</sheetData>",
      new: "<row r=\"9999\" hidden=\"1\"><c r=\"A9999\"><v>13812345678</v></c></row></sheetData>"),
    Hiding(
      testDescription: "a formula's value", place: "公示/B9999", part: "xl/worksheets/sheet1.xml", old: "</sheetData>",
      new:
        "<row r=\"9999\"><c r=\"B9999\" t=\"str\"><f>\"138\"&amp;\"12345678\"</f><v>13812345678</v></c></row></sheetData>"
    ),
    Hiding(
      testDescription: "a text that no cell shows", place: "/part xl/sharedStrings.xml", part: "xl/sharedStrings.xml",
      old: "</sst>", new: "<si><t>13812345678</t></si></sst>"),
    Hiding(
      testDescription: "the name of a sheet", place: "13812345678/the sheet's name", part: "xl/workbook.xml",
      old: "name=\"公示\"",
      new: "name=\"13812345678\""),
    Hiding(
      testDescription: "a defined name", place: "/part xl/workbook.xml", part: "xl/workbook.xml", old: "</workbook>",
      new: "<definedNames><definedName name=\"n\">\"138-1234-5678\"</definedName></definedNames></workbook>"),
    Hiding(
      testDescription: "the author", place: "/part docProps/core.xml", part: "docProps/core.xml",
      old: "</cp:coreProperties>",
      new: "<cp:lastModifiedBy>张三 13812345678</cp:lastModifiedBy></cp:coreProperties>"),
    Hiding(
      testDescription: "a footer", place: "/part xl/worksheets/sheet1.xml", part: "xl/worksheets/sheet1.xml",
      old: "</worksheet>",
      new: "<headerFooter><oddFooter>&amp;C13812345678</oddFooter></headerFooter></worksheet>"),
    Hiding(
      testDescription: "a comment", place: "/part xl/comments1.xml",
      added: [
        (
          "xl/comments1.xml",
          "<comments><authors><author>甲</author></authors><commentList><comment ref=\"A1\"><text><r><t>138</t></r><r><t>12345678</t></r></text></comment></commentList></comments>"
        )
      ]),
    Hiding(
      testDescription: "a link", place: "/part xl/worksheets/_rels/sheet1.xml.rels",
      added: [("xl/worksheets/_rels/sheet1.xml.rels", relationships)]),
    Hiding(
      testDescription: "a custom property", place: "/part docProps/custom.xml",
      added: [
        (
          "docProps/custom.xml",
          "<Properties><property name=\"电话\"><lpwstr>13812345678</lpwstr></property></Properties>"
        )
      ]),
    Hiding(
      testDescription: "a comment of the markup", place: "/part customXml/item1.xml",
      added: [("customXml/item1.xml", "<a><!-- 13812345678 --></a>")]),
    Hiding(
      testDescription: "the name of a part", place: "/part customXml/13812345678.xml",
      added: [("customXml/13812345678.xml", "<a/>")]),
  ]

  @Test(arguments: hidings)
  func `a number is found in every place of a workbook, and told with it`(hiding: Hiding) throws {
    let other = try WrittenPapers()
    var isPlanted = hiding.old.isEmpty
    try AlteredArchive.copy(
      "\(papers.folder)/nominees-public.xlsx", to: "\(other.folder)/nominees-public.xlsx", adding: hiding.added
    ) { name, text in
      guard name == hiding.part, !hiding.old.isEmpty, text.contains(hiding.old) else { return text }
      isPlanted = true
      return text.replacing(hiding.old, with: hiding.new, maxReplacements: 1)
    }
    try #require(isPlanted)
    let hits = try scan.hits(in: other.folder)
    #expect(hits.map { "\($0.sheet)/\($0.place.english)" }.first == hiding.place)
    #expect(Set(hits.map(\.covered)) == ["138****5678"] && hits.allSatisfy { $0.kind == .personal(.mobile) })
  }

  @Test func `a part that cannot be read holds the paper back`() throws {
    let other = try WrittenPapers()
    try AlteredArchive.copy(
      "\(papers.folder)/nominees-public.xlsx", to: "\(other.folder)/nominees-public.xlsx",
      adding: [("xl/media/image1.png", "\u{89}PNG"), ("xl/broken.xml", "<a><b></a>")])
    let hits = try scan.hits(in: other.folder)
    #expect(hits.first?.place.english == "part xl/media/image1.png")
    #expect(hits.count == 2 && hits.allSatisfy { $0.kind == .unreadable })
  }

  @Test func `a workbook that is none holds the paper back`() throws {
    let other = try WrittenPapers()
    try writeText("no workbook", to: "\(other.folder)/list-public.xlsx")
    #expect(try scan.hits(in: other.folder).map(\.kind) == [.unreadable])
  }

  @Test(arguments: [
    ("list-public.md", "# 名单\n\n| 1 | 云泽市 | 张三 138\\-1234\\-5678 |", "line 3", "138****5678"),
    ("list-public.md", "张三&#49;3812345678", "line 1", "138****5678"),
    ("list-public.md", "<!-- zhang@example.com -->", "line 1", "z***@example.com"),
    ("list-public.csv", "序号,姓名\n1,张三13812345678", "B2", "138****5678"),
    ("charts-public.svg", "<svg><text><tspan>138</tspan><tspan>12345678</tspan></text></svg>", "", "138****5678"),
    ("charts-public.svg", "<svg><desc>a</desc>\n<!-- 13812345678 --></svg>", "", "138****5678"),
    ("13812345678-public.md", "名单", "the file's name", "138****5678"),
  ])
  func `texts are searched line by line, as a viewer shows them`(
    name: String, text: String, place: String, covered: String
  ) throws {
    let other = try WrittenPapers()
    try writeText(text, to: "\(other.folder)/\(name)")
    let hits = try scan.hits(in: other.folder)
    #expect(hits.map(\.place.english) == [place])
    #expect(hits.map(\.covered) == [covered])
  }

  @Test func `the declared contact may stand anywhere, and nobody else's number`() throws {
    var programme = province.edition.programme
    programme.reports.nominees?.publicity.contact?.phone = "0512-12345678 转 801，13812345678"
    programme.reports.nominees?.publicity.contact?.email = "Gongshi@example.org"
    let other = try WrittenPapers()
    try writeText(
      "电话：0512 12345678 转 801；１３８１２３４５６７８；gongshi@example.org；13912345678", to: "\(other.folder)/a-public.md")
    #expect(try PublicationScan(programme, province.database).hits(in: other.folder).map(\.covered) == ["139****5678"])
  }

  @Test
  func `codes of units and projects are public, those of people are not, nor is a code that is somebody's telephone`()
    throws
  {
    try province.database.execute(
      """
      UPDATE unit SET code = '15123456789' WHERE id = 2;
      UPDATE unit SET code = '15123456780' WHERE id = 3;
      UPDATE person SET phone = '15123456780' WHERE id = 1;
      UPDATE person SET code = '15123456781' WHERE id = 2;
      """)
    let other = try WrittenPapers()
    try writeText("15123456789\n15123456780\n15123456781", to: "\(other.folder)/a-public.md")
    let hits = try scan.hits(in: other.folder)
    #expect(hits.map(\.place.english) == ["line 2", "line 3"])
  }

  @Test func `a number that the exports give as somebody's own is found whatever it looks like`() throws {
    try province.database.execute("UPDATE person SET phone = '88881234' WHERE id = 1")
    let other = try WrittenPapers()
    try writeText("第88881235号\n张三88881234", to: "\(other.folder)/a-public.md")
    let hits = try scan.hits(in: other.folder)
    #expect(hits.map(\.kind) == [.known] && hits.map(\.covered) == ["888****"])
  }

  @Test func `somebody's telephone is found inside a longer run of digits, and a long code of a person is none`() throws
  {
    try province.database.execute(
      "UPDATE person SET phone = '13812345678' WHERE id = 1; UPDATE unit SET code = '9913812345678' WHERE id = 2")
    let other = try WrittenPapers()
    try writeText(
      "张三3138123456785\n张三13812345678X\n202313912345678\n9913812345678", to: "\(other.folder)/a-public.md")
    let hits = try scan.hits(in: other.folder)
    #expect(hits.map { "\($0.place.english) \($0.covered)" } == ["line 1 138****"])
  }

  @Test func `papers that are not public are left alone`() throws {
    let other = try WrittenPapers()
    try writeText("张三13812345678", to: "\(other.folder)/nominees.md")
    try writeText("张三13812345678", to: "\(other.folder)/public/list.md")
    #expect(try scan.hits(in: other.folder) == [])
    #expect(PublicationScan.isPublic("a/b/nominees-public.v2.md") && !PublicationScan.isPublic("nominees-public/a.md"))
    #expect(PublicationScan.isPublic("nominees/certificates.xlsx"))
  }
}
