import Foundation
import Programme
import Reports
import SQLite
import Testing

struct NomineesTests {
  private let province: NomineeProvince
  private let papers: WrittenPapers

  init() throws {
    province = try NomineeProvince()
    papers = try WrittenPapers()
    try writeNominees(province.edition, from: province.database, into: papers.folder)
    try writeDecisionList(province.edition, from: province.database, into: papers.folder)
  }

  private func rows(_ sheet: String) throws -> [[String]] {
    try papers.rows("nominees.xlsx", sheet: sheet)
  }

  /// The text of a band that divides the rows.
  private func bands(_ sheet: String) throws -> [String] {
    try rows(sheet).filter { row in
      (row.first?.hasPrefix("以") ?? false) || (row.first?.hasPrefix("—— ") ?? false)
    }.compactMap(\.first)
  }

  @Test func `the public notice reads as recorded`() throws {
    try expectGolden(try papers.text("nominees-public.md"), "nominees-public.md")
  }

  @Test func `there is a sheet for every award, after the places and the outcomes`() throws {
    let awards = province.edition.programme.awards.map(\.title)
    #expect(try papers.sheets("nominees.xlsx") == ["目录", "名额分配", "结论统计"] + awards + ["排除名单", "申报情况", "不予采用"])
  }

  @Test func `whoever was kept out stands on the list of exclusions with the reason, award by award`() throws {
    let titles = Dictionary(
      uniqueKeysWithValues: province.edition.programme.awards.map { ($0.id.text, $0.title) })
    let kept = try province.database.rows(
      """
      SELECT award, reason FROM decision
      WHERE outcome NOT IN ('in', 'tied', 'reserve', 'below', 'below_entry', 'not_filed')
        AND NOT (kind = 'learner' AND outcome = 'ineligible') ORDER BY award, reason
      """
    ) { row throws(SQLiteError) in [titles[row.text(0)] ?? "", row.text(1)] }
    let listed = try rows("排除名单").filter { Int($0.first ?? "") != nil }
    #expect(kept.count > 20)
    #expect(listed.map { [$0[1], $0.last ?? ""].joined() }.sorted() == kept.map { $0.joined() }.sorted())
    // Learners who do not meet the conditions are counted, and told where they are listed.
    let others = try province.database.integer(
      "SELECT count(*) FROM decision WHERE kind = 'learner' AND outcome = 'ineligible'")
    #expect(try rows("排除名单").joined().contains { $0.contains("优秀学员\(grouped(others ?? 0))人次") })
  }

  @Test func `the arithmetic of every quota is printed`() throws {
    let places = try rows("名额分配")
    #expect(places.contains { $0.contains("24×10%=2.4→2（四舍五入）") })
    #expect(places.contains { $0.contains("优秀学员") && $0.contains("不设名额") })
    #expect(places.contains { $0.first?.hasSuffix("优秀县级管理员：第2名并列2人，余1个名额，须由省级项目办决定。") ?? false })
  }

  @Test func `every candidate of every award is counted and listed once`() throws {
    let counted = try rows("结论统计")
    for award in province.edition.programme.awards {
      let decided = try province.database.integer("SELECT count(*) FROM decision WHERE award = ?", .text(award.id.text))
      let row = try #require(counted.first { $0.count > 2 && $0[1] == award.title })
      #expect(Int64(row[2]) == decided)
      #expect(row.dropFirst(3).compactMap { Int64($0) }.reduce(0, +) == decided)
      let listed = try papers.rows("decisions.xlsx", sheet: award.title)
      #expect(Int64(listed.count - 3) == decided)
    }
  }

  @Test func `a tie at the line stands between its two lines`() throws {
    #expect(
      try bands("优秀县级管理员") == [
        "以上1人入选候选；余1个名额，下列2人排序值全同，由省级项目办决定", "—— 入选线：综合评价值0.9105 ——　以下未进入名额",
        "以下30人未入选：未申报30人",
      ])
  }

  @Test func `equals whom the rule keeps out stand under the line with its value`() throws {
    #expect(
      try bands("优秀论坛版主") == ["—— 名额线：在线时长90.50小时，末位并列3人均不入选 ——　以下未进入名额", "以下15人未入选：未达入围线15人"])
  }

  @Test func `figures behind a composite value stand beside it`() throws {
    let header = try #require(try rows("优秀县级管理员").first { $0.first == "名次" })
    #expect(header.contains("参训率") && header.contains("合格率") && header.contains("简报\n(期)"))
  }

  @Test func `learners below the score condition are told of and listed elsewhere`() throws {
    let ineligible =
      try province.database.integer(
        "SELECT count(*) FROM decision WHERE award = 'excellent_learner' AND outcome = 'ineligible'") ?? 0
    #expect(try rows("优秀学员").contains { $0.first?.contains("另有\(grouped(ineligible))人未列入本表") ?? false })
  }

  @Test func `units that filed nothing and refused names are listed, identity numbers covered`() throws {
    #expect(try rows("申报情况").contains { $0.contains("优秀县级管理员") && $0.contains("荻洲市") })
    let refused = try rows("不予采用")
    #expect(refused.contains { $0.contains("991001********1234") && $0.contains("不在本奖项参评范围内") })
    #expect(!refused.joined().contains { $0.contains("991001198001011234") })
  }

  @Test func `only what is approved is published, and nothing but unit, name and award`() throws {
    let notice = try papers.text("nominees-public.md")
    #expect(!notice.contains("优秀县级管理员"))
    #expect(!notice.contains("YC23-"))
    let approved = try province.database.integer(
      "SELECT count(*) FROM decision WHERE outcome = 'in' AND stage = 'approved'")
    #expect(Int64(notice.matches(of: #/\n\| \d+ \|/#).count) == approved)
  }

  @Test func `nothing is published before an approval`() throws {
    try province.database.execute("UPDATE decision SET stage = 'recommended' WHERE stage = 'approved'")
    let other = try WrittenPapers()
    try writeNominees(province.edition, from: province.database, into: other.folder)
    try writeDecisionList(province.edition, from: province.database, into: other.folder)
    #expect(!other.exists("nominees-public.md") && !other.exists("nominees-public.xlsx"))
    let sheet = try other.rows("nominees.xlsx", sheet: "优秀学员")
    #expect(sheet.first?.first == "优秀学员候选排名")
    #expect(sheet.contains { $0.contains("拟推荐") })
    #expect(!sheet.joined().contains { $0.contains("公示稿") || $0.contains("表彰") })
  }

  @Test func `an identity number in a public name is found in every public paper, with its place`() throws {
    try province.database.execute(
      """
      UPDATE person SET name = '王芳991001198001011234' WHERE id =
        (SELECT min(subject) FROM decision WHERE award = 'excellent_learner' AND stage = 'approved')
      """)
    let other = try WrittenPapers()
    try writeNominees(province.edition, from: province.database, into: other.folder)
    let scan = PublicationScan(province.edition.programme, province.database)
    let hits = try scan.hits(in: other.folder)
    #expect(
      hits.map(\.file) == ["certificates.xlsx", "nominees-public.html", "nominees-public.md", "nominees-public.xlsx"])
    #expect(hits.allSatisfy { $0.kind == .personal(.identity) && $0.covered == "991001********1234" })
    #expect(hits[1].place.english.hasPrefix("line ") && hits[2].place.english.hasPrefix("line "))
    for (hit, sheet) in [(hits[0], "证书打印清单"), (hits[3], "公示")] {
      #expect(hit.sheet == sheet && hit.place.english.firstMatch(of: /^[A-Z]+[0-9]+$/) != nil)
    }
    #expect(try scan.hits(in: papers.folder) == [])
  }

  @Test(arguments: [true, false])
  func `the decision list has a column for projects where the programme has any`(hasProjects: Bool) throws {
    var edition = province.edition
    if !hasProjects { edition.programme.sources.removeAll { $0.kind == .project } }
    let other = try WrittenPapers()
    try writeDecisionList(edition, from: province.database, into: other.folder)
    for award in edition.programme.awards {
      let rows = try other.rows("decisions.xlsx", sheet: award.title)
      let header = try #require(rows.first { $0.first == "名次" })
      #expect(header.contains("项目") == hasProjects)
      #expect(rows.last?.count == header.count && rows.last?.last?.isEmpty == false, "\(rows.last ?? [])")
    }
  }

  @Test func `lists below a long one stand on the next sheet of the public workbook`() throws {
    let sheets = try papers.sheets("nominees-public.xlsx")
    let rolls = try sheets.map { sheet in
      try papers.rows("nominees-public.xlsx", sheet: sheet).compactMap(\.first).filter {
        $0.hasPrefix("附件") && $0.contains("　")
      }
    }
    let counts = rolls.map { $0.map { Int($0.filter(\.isNumber).dropFirst()) ?? 0 } }
    #expect(counts.allSatisfy { $0.dropLast().allSatisfy { $0 <= 20 } }, "\(rolls)")
    #expect(sheets == (1...sheets.count).map { "公示" + ($0 > 1 ? "-\($0)" : "") })
  }

  @Test func `two of one name in one school are told apart by project`() throws {
    try province.database.execute(
      """
      UPDATE person SET name = '同名' WHERE id IN (
        SELECT e.person FROM decision d JOIN enrolment e ON e.id = d.subject
        WHERE d.award = 'excellent_learner' AND d.stage = 'approved' ORDER BY e.unit, e.id LIMIT 2)
      """)
    let other = try WrittenPapers()
    try writeNominees(province.edition, from: province.database, into: other.folder)
    try writeDecisionList(province.edition, from: province.database, into: other.folder)
    let lines = try other.text("nominees-public.md").split(separator: "\n").filter { $0.contains("同名") }
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.contains("同名（") })
  }

  @Test func `an outcome that is not known stops the papers`() throws {
    try province.database.execute("UPDATE decision SET outcome = 'perhaps' WHERE candidate = 1")
    #expect(throws: SQLiteError.self) {
      try writeNominees(province.edition, from: province.database, into: papers.folder)
      try writeDecisionList(province.edition, from: province.database, into: papers.folder)
    }
  }

  @Test func `the same decisions give the same bytes`() throws {
    let again = try WrittenPapers()
    try writeNominees(province.edition, from: province.database, into: again.folder)
    try writeDecisionList(province.edition, from: province.database, into: again.folder)
    for name in ["nominees.xlsx", "decisions.xlsx", "nominees-public.md", "nominees-public.xlsx"] {
      #expect(try again.bytes(name) == papers.bytes(name), "\(name)")
    }
  }
}
