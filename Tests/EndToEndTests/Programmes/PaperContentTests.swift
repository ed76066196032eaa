import Foundation
import TestSupport
import Testing

/// What the papers of the sample programmes say where a county's programme, a second term or a draw asks for words of their own.
struct PaperContentTests {
  private static let firstTerm = SampleProgramme.lanxiSchoolBased.everyNight[0]
  private static let secondTerm = SampleProgramme.lanxiSchoolBased.everyNight[1]
  private static let county = SampleProgramme.haian.everyNight[1]

  private static func paper(_ name: String, of night: SampleNight) throws -> String {
    "\(try night.folder)/\(night.asOf)/\(name)"
  }

  @Test func `who was drawn or chosen is honoured for the result, with the subject whose place it was`() throws {
    let night = Self.secondTerm
    let notice = try Papers.text(of: Self.paper("nominees/nominees-public.md", of: night))
    let listed = Papers.tables(of: notice)
    let approved = try TwoNights.rows(
      in: "\(night.folder)/\(night.programme.id).sqlite",
      """
      SELECT p.name, pr.subject FROM award_decision d JOIN person p ON p.code = d.code
      JOIN enrolment e ON e.person = p.id JOIN project pr ON pr.id = e.project JOIN cohort c ON c.id = e.cohort
      WHERE d.award = 'practice_check' AND d.outcome = 'in' AND d.stage = 'approved' AND c.code = '2022-spring'
      """)
    let own = listed.filter { $0.last == "微课程实地考核成绩优秀" }
    #expect(Set(own.map { [$0[2], $0[3]] }) == Set(approved) && own.count == approved.count && own.count > 5)
    #expect(notice.contains("拟确定微课程实地考核成绩优秀\(own.count)名、"))
    let certificates = try Papers.rows(of: Self.paper("nominees/certificates.xlsx", of: night))
    #expect(certificates.contains { $0.contains("学科") })
    // Number, certificate, holder, unit, subject, title.
    for winner in own {
      #expect(certificates.contains { $0.count > 5 && $0[2] == winner[2] && $0[4] == winner[3] && $0[5] == winner[4] })
    }
    let summary = try Papers.text(of: Self.paper("summary/summary.md", of: night))
    #expect(summary.contains("经审批的有微课程实地考核成绩优秀\(own.count)名"))
    let sheet = try Papers.text(of: Self.paper("nominees/nominees.xlsx", of: night))
    #expect(sheet.contains("参评范围：全部报名学员，不论是否已有学习记录。"))
    #expect(sheet.contains("尚须学校申报、县级项目办审批、公示。") && sheet.contains("学校未申报"))
  }

  @Test func `the first issue of a new term is compared with nothing, and says so`() throws {
    let first = try Papers.text(of: Self.paper("bulletin/bulletin.md", of: Self.firstTerm))
    #expect(first.contains("本期为首期，无上期数，变化记“—”。"))
    let second = try Papers.text(of: Self.paper("bulletin/bulletin.md", of: Self.secondTerm))
    #expect(second.contains("本期为第二学期首期，各率自学期初重新计起，不与第一学期的上期（截至2021年11月27日24时）比较，变化记“—”。"))
    let figures = Papers.tables(of: second).filter { $0.count == 7 && $0[0].hasSuffix("率") }
    #expect(figures.count > 3 && figures.allSatisfy { $0.suffix(2) == ["—", "—"] })
    #expect(!second.contains("bulletin-trend.svg"))
    #expect(
      !FileManager.default.fileExists(atPath: try Self.paper("bulletin/charts/bulletin-trend.svg", of: Self.secondTerm))
    )
    let sheet = try Papers.text(of: Self.paper("bulletin/bulletin.xlsx", of: Self.secondTerm))
    #expect(sheet.contains("第二学期首期") && !sheet.contains("走势"))
  }

  @Test func `nights of several months are told apart under a trend`() throws {
    let chart = try Papers.text(of: Self.paper("bulletin/charts/bulletin-trend.svg", of: Self.county))
    #expect(chart.contains(">8月18日</text>") && chart.contains(">9月4日</text>"))
    #expect(chart.contains("走势（8月18日至9月4日）"))
  }

  @Test func `a county's programme has one list of marks, which bears the county's name`() throws {
    let folder = try Self.paper("bulletin/scores", of: Self.county)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["云麓县.xlsx"])
    #expect(try Papers.rows(of: "\(folder)/云麓县.xlsx").first?.first == "云麓县学员成绩")
  }

  @Test func `candidates are listed by rank from the first, whatever an office said of them`() throws {
    let night = Self.county
    let ranks = try night.lines(
      "SELECT outcome, rank FROM decision WHERE award = 'excellent_learner' AND rank IS NOT NULL ORDER BY listing"
    ).map { $0.split(separator: " ") }
    let numbers = ranks.compactMap { Int($0[1]) }
    #expect(numbers == numbers.sorted() && numbers.first == 1)
    #expect(Set(ranks.prefix(20).map { String($0[0]) }) == ["in", "not_recommended"])
    let rows = try Papers.rows(of: Self.paper("nominees/nominees.xlsx", of: night))
    let start = try #require(rows.firstIndex { $0.first == "优秀学员候选排名" })
    let head = try #require(rows[start...].firstIndex { $0.first == "名次" })
    let listed = rows[(head + 1)...].prefix { Int($0.first ?? "") != nil }.compactMap { Int($0[0]) }
    #expect(listed == Array(numbers.prefix(listed.count)) && listed.count >= 78)
    // The line stands behind the last who came within the places.
    #expect(rows[head + 1 + listed.count].first == "—— 入选线：总成绩97.85分 ——　以下未进入名额，其中1人总成绩与入选线相同")
    #expect(rows[head...].joined().contains { $0.hasPrefix("②晚") })
  }

  @Test func `only units that could file are asked for a filing`() throws {
    let rows = try Papers.rows(of: Self.paper("nominees/nominees.xlsx", of: Self.county))
    let start = try #require(rows.lastIndex { $0.first == "申报情况" })
    let own = try #require(rows[start...].first { $0.contains("优秀校级管理员") })
    // Number, award, level, units that could file, those that did, those that did not.
    #expect(Array(own[3...5]) == ["1", "1", "0"])
    let all = try #require(rows[start...].first { $0.contains("优秀市级管理员") })
    let cities = try Self.county.lines(
      "SELECT count(DISTINCT unit) FROM decision WHERE award = 'excellent_city_administrator'")
    #expect([all[3]] == cities)
  }
}
