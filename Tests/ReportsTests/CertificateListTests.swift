import Foundation
import Programme
import Reports
import SQLite
import Testing

struct CertificateListTests {
  private let province: NomineeProvince

  init() throws { province = try NomineeProvince() }

  private func papers(_ certificates: Certificates? = nil) throws -> WrittenPapers {
    var edition = province.edition
    edition.programme.reports.nominees?.certificates = certificates
    let papers = try WrittenPapers()
    try writeNominees(edition, from: province.database, into: papers.folder)
    return papers
  }

  private func lines(_ papers: WrittenPapers) throws -> [[String]] {
    try papers.rows("certificates.xlsx", sheet: "证书打印清单").filter { Int($0.first ?? "") != nil }
  }

  @Test func `the list has whom the approving office approved, and nobody else, in the order of the public list`()
    throws
  {
    let papers = try papers()
    let approved = try province.database.integer(
      "SELECT count(*) FROM decision WHERE outcome = 'in' AND stage = 'approved'")
    let lines = try lines(papers)
    #expect(Int64(lines.count) == approved && lines.count > 50)
    let published = try papers.text("nominees-public.md").split(separator: "\n").map {
      $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }.filter { Int($0.first ?? "") != nil }
    // People: number, unit, name, award; organisations: number, unit, award.
    #expect(lines.map { $0[2] } == published.map { $0.count == 4 ? $0[2].split(separator: "（")[0].description : $0[1] })
    #expect(lines.map { $0[3] } == published.map { $0.count == 4 ? $0[1] : "—" })
  }

  @Test func `numbers have the year, the award's place and a running number that begins again with each award`() throws
  {
    let lines = try lines(papers())
    let numbers = lines.map { $0[1] }
    #expect(Set(numbers).count == numbers.count)
    let awards = province.edition.programme.awards.map(\.title)
    for (title, group) in Dictionary(grouping: lines, by: { $0[4] }) {
      let place = try #require(awards.firstIndex(of: title)) + 1
      #expect(group.map { $0[1] } == (1...group.count).map { "2023-0\(place)-\(String(10_000 + $0).dropFirst())" })
    }
    #expect(lines.allSatisfy { $0.count < 6 || $0[5].isEmpty })
  }

  @Test func `a pattern without the award is counted through all awards`() throws {
    let lines = try lines(
      papers(
        Certificates(
          number: #require(CertificateNumber("苏教培〔{year}〕{serial}号")), digits: 1, date: CalendarDate("2023-09-15"))))
    let digits = "\(lines.count)".count
    let expected = (1...lines.count).map { number in
      "苏教培〔2023〕" + String(repeating: "0", count: digits - "\(number)".count) + "\(number)号"
    }
    #expect(lines.map { $0[1] } == expected)
    #expect(lines.allSatisfy { $0[5] == "2023年9月15日" })
  }

  @Test func `a covered name is whole on the certificate`() throws {
    var edition = province.edition
    edition.programme.privacy.names = .surname
    let papers = try WrittenPapers()
    try writeNominees(edition, from: province.database, into: papers.folder)
    let lines = try lines(papers)
    #expect(lines.allSatisfy { !$0[2].contains("*") })
    #expect(
      try papers.text("nominees-public.md").contains("**") || papers.text("nominees-public.md").contains(#"\*\*"#))
  }

  @Test func `without anybody approved there is no list`() throws {
    try province.database.execute("UPDATE decision SET stage = 'candidate' WHERE stage = 'approved'")
    #expect(try !papers().exists("certificates.xlsx"))
  }

  @Test func `a number of somebody in the list for the printer holds it back`() throws {
    let other = try WrittenPapers()
    try province.database.execute(
      """
      UPDATE person SET name = '祁13800138000' WHERE id = (SELECT e.person FROM decision d JOIN enrolment e ON e.id = d.subject
        WHERE d.stage = 'approved' AND d.kind = 'learner' LIMIT 1)
      """)
    try writeNominees(province.edition, from: province.database, into: other.folder)
    let hits = try PublicationScan(province.edition.programme, province.database).hits(in: other.folder)
    #expect(hits.map(\.file).contains("certificates.xlsx"))
  }
}
