import Foundation
import Programme
import Reports
import SQLite
import Testing

struct PublicNoticeTests {
  private let province: NomineeProvince

  init() throws { province = try NomineeProvince() }

  private func notice(_ change: (inout Publicity) -> Void) throws -> String {
    var edition = province.edition
    var publicity = edition.programme.reports.nominees?.publicity ?? Publicity()
    change(&publicity)
    edition.programme.reports.nominees?.publicity = publicity
    let papers = try WrittenPapers()
    try writeNominees(edition, from: province.database, into: papers.folder)
    return try papers.text("nominees-public.md")
  }

  @Test func `the period, the day of publication and the contact stand in the notice`() throws {
    let text = try notice { publicity in
      publicity.published = CalendarDate("2023-12-28")
      (publicity.days, publicity.count, publicity.start) = (7, .calendar, .nextDay)
      publicity.contact?.address = "云泽市某路1号"
    }
    #expect(text.contains("\n公示期：2023年12月29日至2024年1月4日（7个自然日）\n"))
    #expect(text.contains("\n2023年12月28日\n") && text.contains("地址：云泽市某路1号") && !text.contains("【待填写"))
    #expect(text.contains("电话：000-00000000　邮箱：gongshi@example.org"))
  }

  @Test func `without a day of publication the notice says how the days are counted`() throws {
    let text = try notice { publicity in
      publicity.published = nil
      publicity.start = .sameDay
    }
    #expect(text.contains("公示期：【待填写：公示起止日期】（5个工作日，自发布当日起算）"))
    #expect(text.contains("【待填写：公示发布日期】"))
  }

  @Test(arguments: [
    (["云川省", "云泽市", "泽东区", "泽东白鹭中心小学"], "云泽市泽东白鹭中心小学"),
    (["云川省", "云泽市", "泽东区", "新桥第一小学"], "云泽市泽东区新桥第一小学"),
    (["云川省", "云泽市", "泽东区", "云泽市第一中学"], "云泽市第一中学"),
    (["云川省", "云泽市", "泽东区", "云川省实验小学"], "云川省实验小学"),
    (["全国", "云川省", "云泽市", "泽东区", "泽东白鹭中心小学"], "云川省云泽市泽东白鹭中心小学"),
    (["全国", "云川省", "云泽市", "泽东区"], "云川省云泽市泽东区"), (["全国", "云川省"], "云川省"), (["全国"], ""),
    (["云川省", "朔县", "朔方小学"], "朔县朔方小学"), (["云川省", "甘南自治州", "甘南第一小学"], "甘南第一小学"),
  ])
  func `a unit is written as people write it`(chain: [String], written: String) throws {
    let database = province.database
    try database.execute(
      "DELETE FROM decision WHERE award <> 'excellent_learner'; DELETE FROM decision WHERE stage <> 'approved'")
    let learner = try database.integer("SELECT min(subject) FROM decision") ?? 0
    try database.execute(
      "DELETE FROM decision WHERE subject <> \(learner); UPDATE unit SET parent = NULL WHERE level = 99")
    for (level, name) in chain.enumerated() {
      let id = Int64(900_000 + level)
      try database.run(
        "INSERT INTO unit (id, code, name, level, parent, position, file, row) VALUES (?, ?, ?, ?, ?, ?, 0, 0)",
        .integer(id),
        .text("U\(level)"), .text(name), .integer(Int64(level)), level == 0 ? .null : .integer(id - 1), .integer(id))
    }
    try database.run(
      "UPDATE enrolment SET unit = ? WHERE id = ?", .integer(Int64(900_000 + chain.count - 1)), .integer(learner))
    let line = try notice { _ in }.split(separator: "\n").first { $0.hasPrefix("| 1 |") }
    #expect(line?.split(separator: "|")[1].trimmingCharacters(in: .whitespaces) == (written.isEmpty ? "—" : written))
  }
}
