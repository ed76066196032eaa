import Exports
import Foundation
import Testing
import TestSupport

/// The same winners, ranks and outcomes in the database, the workbooks, the Markdown and the JSON, each read back as it lies there.
struct WinnersAgreementTests {
  @Test(arguments: PublishedAwards.all)
  func `the decision list has every candidate of the database in its order, with rank and outcome`(
    papers: PublishedAwards
  ) throws {
    for award in try papers.awards() {
      let printed = try papers.rows(of: "decisions.xlsx", sheet: award.title) { row in
        [row["名次"], row["编号"], row["姓名"] ?? row["单位"], row["结果"]].map { $0 ?? "" }
      }
      let expected = try papers.decisions(of: award).map { [$0.rank, $0.code, $0.name, $0.word] }
      #expect(!expected.isEmpty, "\(award.id)")
      #expect(printed == expected, "\(award.id)")
    }
  }

  @Test(arguments: PublishedAwards.all)
  func `the nominee workbook has the winners of the database in its order, and the rest behind them`(
    papers: PublishedAwards
  ) throws {
    for award in try papers.awards() {
      let printed = try papers.rows(of: "nominees.xlsx", sheet: award.title) { row in
        [row["名次"] == "—" ? "" : row["名次"], row["姓名"] ?? row["单位"], row["结果"]].map { $0 ?? "" }
      }
      // Learners who do not qualify stand in the decision list alone.
      let expected = try papers.decisions(of: award).filter { $0.kind != "learner" || $0.outcome != "ineligible" }
        .map { [$0.rank, $0.name, $0.word] }
      #expect(printed == expected, "\(award.id)")
    }
  }

  /// A row that names a person and no project names every entry of theirs; what one of them cannot use is not refused to the person.
  @Test(arguments: PublishedAwards.all)
  func `no row that somebody was approved by stands among those that are refused`(papers: PublishedAwards) throws {
    for award in try papers.awards() { #expect(try papers.refusedWinners(of: award) == [], "\(award.id)") }
  }

  @Test(arguments: PublishedAwards.all)
  func `the answer in JSON has the winners of the database in its order, and its count of every outcome`(
    papers: PublishedAwards
  ) throws {
    for award in try papers.awards() {
      let answer = try papers.explained(award)
      let winners = (answer["winners"]?["parts"] as? [[String: Any]] ?? []).map { winner in
        ["code", "name", "outcome", "stage"].map { winner[$0] as? String ?? "" }
      }
      let decisions = try papers.decisions(of: award)
      let expected = decisions.filter { $0.outcome == "in" }
      #expect(winners == expected.map { [$0.code, $0.name, $0.outcome, $0.stage] }, "\(award.id)")
      let counts = (answer["outcomes"] ?? [:]).compactMapValues { $0 as? Int }
      #expect(counts == Dictionary(decisions.map { ($0.outcome, 1) }, uniquingKeysWith: +), "\(award.id)")
    }
  }

  @Test(arguments: PublishedAwards.all)
  func `the public lists, in Markdown and as a workbook, have exactly the approved winners of the database`(
    papers: PublishedAwards
  ) throws {
    var expected: [String] = []
    for award in try papers.awards() {
      let winners = try papers.decisions(of: award).filter { $0.outcome == "in" && $0.stage == "approved" }
      // The certificates, and the list with them, may have another title than the award.
      let title = ["practice_check", "micro_lesson"].contains(award.id) ? "\(award.title)成绩优秀" : award.title
      expected += winners.map { $0.kind == "unit" ? "\(title)" : "\(title) \($0.name)" }
    }
    let markdown = try papers.publicMarkdown()
    let workbook = try papers.publicWorkbook()
    #expect(markdown == workbook)
    let printed = markdown.map { row in
      row.count > 3 ? "\(row[row.count - 1]) \(row[2].split(separator: "（")[0])" : row[2]
    }
    #expect(printed.sorted() == expected.sorted())
  }
}

/// The award papers of one programme's last night.
struct PublishedAwards: Sendable, CustomTestStringConvertible {
  let id: String
  let asOf: String

  static let all = [
    Self(id: "jiangsu-provincial", asOf: "2023-08-20"), Self(id: "haian-2023", asOf: "2023-09-04"),
    Self(id: "lanxi-school-based-2021", asOf: "2022-05-28"),
  ]

  var testDescription: String { id }

  struct Award {
    let id: String
    let title: String
  }

  /// One row of the database.
  struct Decision {
    let kind: String
    let rank: String
    let code: String
    let name: String
    let outcome: String
    let stage: String

    /// The outcome in the word of the papers.
    var word: String {
      let words = [
        "in pool": "入选候选", "in eligible": "入选候选", "in ranked": "入选候选", "in candidate": "入选候选", "in recommended": "拟推荐",
        "in approved": "审批通过",
      ]
      let others = [
        "reserve": "候补", "below": "线下", "tied": "并列待定", "ineligible": "不符合条件", "excluded": "已排除", "not_filed": "未申报",
        "below_entry": "未达入围线", "not_recommended": "未获推荐", "rejected": "审批未通过", "withdrawn": "退出",
      ]
      return words["\(outcome) \(stage)"] ?? others[outcome] ?? "\(outcome) \(stage) without a word"
    }
  }

  /// The programme's folder after its last night.
  private var folder: String {
    get throws {
      guard let programme = SampleProgramme.all.first(where: { $0.id == id }) else {
        return try TwoNights.programme(after: .second)
      }
      return try SampleNight(programme: programme, asOf: asOf).folder
    }
  }

  private var papers: String { get throws { "\(try folder)/\(asOf)/nominees" } }

  /// The awards with their titles.
  func awards() throws -> [Award] {
    let ids = try lines("SELECT DISTINCT award FROM decision ORDER BY award").map { $0[0] }
    return try ids.map { id in Award(id: id, title: try title(of: id)) }
  }

  private func title(of award: String) throws -> String {
    let tree = try json(["--award", award])
    return try #require(tree["title"] as? String)
  }

  /// The decisions of an award in the order of the papers.
  func decisions(of award: Award) throws -> [Decision] {
    try lines(
      """
      SELECT v.kind, coalesce(v.shown_rank, v.rank, ''), v.code, v.name, v.outcome, v.stage
      FROM award_decision v JOIN decision d ON d.award = v.award AND d.candidate = v.candidate
      WHERE v.award = '\(award.id)' ORDER BY d.listing
      """
    ).map { Decision(kind: $0[0], rank: $0[1], code: $0[2], name: $0[3], outcome: $0[4], stage: $0[5]) }
  }

  /// Candidates who were approved, and of whom the row of an office that says so is refused.
  func refusedWinners(of award: Award) throws -> [String] {
    try lines(
      """
      SELECT n.candidate || ' ' || r.code FROM refusal r JOIN nomination n ON n.id = r.nomination
      WHERE r.award = '\(award.id)' AND n.verdict = 1 AND r.code <> 'twice' AND n.candidate IN (
        SELECT code FROM award_decision WHERE award = '\(award.id)' AND outcome = 'in' AND stage = 'approved')
      """
    ).map { $0[0] }
  }

  private func lines(_ sql: String) throws -> [[String]] {
    try TwoNights.rows(in: "\(try folder)/\(id).sqlite", sql)
  }

  /// What `explain` says of an award, the parts by their kind.
  func explained(_ award: Award) throws -> [String: [String: Any]] {
    let parts = try #require(try json(["--award", award.id])["parts"] as? [[String: Any]])
    return Dictionary(parts.map { ($0["kind"] as? String ?? "", $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func json(_ words: [String]) throws -> [String: Any] {
    let output = URL(filePath: try folder).deletingLastPathComponent().path
    let arguments = ["explain", Repository.path("pipelines/\(id)"), "--output", output, "--format", "json", "--all"]
    let outcome = try Jianbao.run(arguments + words)
    return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  /// The rows below the heads of a sheet's table of candidates, each cell by its head.
  func rows<Result>(of paper: String, sheet title: String, _ take: ([String: String]) -> Result) throws -> [Result] {
    let all = try cells(of: paper, sheet: title)
    guard let head = all.firstIndex(where: { $0.first == "名次" }) else { return [] }
    let names = all[head].map { $0.filter { !$0.isWhitespace } }
    return all[(head + 1)...].filter { row in
      // Bands and notes stand in the first cell alone.
      row.count > 2 && !row[1].isEmpty && (Int(row[0]) != nil || ["", "—"].contains(row[0]))
    }.map { row in take(Dictionary(zip(names, row), uniquingKeysWith: { first, _ in first })) }
  }

  private func cells(of paper: String, sheet title: String) throws -> [[String]] {
    let export = try Export.open("\(try papers)/\(paper)")
    let index = try #require(export.sheets.firstIndex { $0.name == title }, "\(title)")
    var reader = try export.rows(sheet: index)
    var row = Row()
    var rows: [[String]] = []
    while try reader.next(&row) { rows.append((0..<row.count).map { row.text($0) }) }
    return rows
  }

  /// The rows of the lists of the public notice.
  func publicMarkdown() throws -> [[String]] {
    guard try isPublic("md") else { return [] }
    return Papers.tables(of: try Papers.text(of: "\(try papers)/nominees-public.md"))
  }

  private func isPublic(_ ending: String) throws -> Bool {
    FileManager.default.fileExists(atPath: "\(try papers)/nominees-public.\(ending)")
  }

  /// The rows of the lists of the public workbook.
  func publicWorkbook() throws -> [[String]] {
    guard try isPublic("xlsx") else { return [] }
    return try Papers.rows(of: "\(try papers)/nominees-public.xlsx").filter { $0.count > 2 && Int($0[0]) != nil }.map {
      row in
      // A cell that spans columns reads as one in each of them.
      row.indices.filter { $0 == 0 || row[$0] != row[$0 - 1] }.map { row[$0] }
    }
  }
}
