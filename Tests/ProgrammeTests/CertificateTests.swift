import Foundation
import Programme
import TestSupport
import Testing

struct CertificateTests {
  @Test(arguments: [
    ("{year}-{award}-{serial}", "2023-XY-0007"), ("{year}-{term}-{award}-{serial}", "2023-2-XY-0007"),
    ("苏教培〔{year}〕{serial}号", "苏教培〔2023〕0007号"), ("{serial}", "0007"),
  ])
  func `a number follows its pattern`(pattern: String, text: String) throws {
    let number = try #require(CertificateNumber(pattern))
    #expect(number.text(year: 2023, term: 2, award: "XY", serial: 7, digits: 4) == text)
    #expect(number.countsByAward == pattern.contains("award"))
  }

  @Test(arguments: [
    "{year}-{award}", "{serial}{serial}", "{number}", "{serial", "{serial}\n", "{}{serial}", "{Serial}",
  ])
  func `a pattern without one running number, or with a word that stands for nothing, is refused`(pattern: String) {
    #expect(CertificateNumber(pattern) == nil)
  }

  @Test func `a running number that is longer than its digits is not cut`() throws {
    #expect(CertificateNumber.usual.text(year: 2023, award: "01", serial: 12_345, digits: 3) == "2023-01-12345")
  }

  /// Reads the provincial pipeline file with something said of certificates; the faults in English, or nothing.
  private func read(_ certificates: String) throws -> (Programme?, String) {
    let path = Repository.path("pipelines/jiangsu-provincial/pipeline.json5")
    let file = try String(contentsOfFile: path, encoding: .utf8)
    let title = "nominees: { title: '评优名单', "
    try #require(file.contains(title))
    let changed = file.replacing(title, with: "\(title)certificates: \(certificates), ", maxReplacements: 1)
    let faults = FaultCollector()
    let programme = Programme.read(Array(changed.utf8), faults)
    return (programme, faults.lines(file: "p", in: .english).joined(separator: "\n"))
  }

  @Test func `what a file says of certificates is read, and the rest is usual`() throws {
    let (programme, faults) = try read(
      "{ date: '2023-09-15', awards: { excellent_learner: { title: '全省优秀学员', code: 'XY' } } }")
    #expect(faults == "")
    let certificates = try #require(programme?.reports.nominees?.certificates)
    let awards = try #require(programme?.awards)
    #expect(certificates.number == .usual && certificates.digits == 4)
    #expect(certificates.date == CalendarDate("2023-09-15"))
    #expect(certificates.title(of: awards[0]) == "全省优秀学员" && certificates.title(of: awards[1]) == awards[1].title)
    #expect(try awards.prefix(2).map { certificates.code(of: $0, in: try #require(programme)) } == ["XY", "02"])
  }

  @Test(arguments: [
    ("{ number: '{year}' }", "'{year}' is no pattern of certificate numbers"),
    ("{ awards: { excelent_learner: {} } }", "no award is named 'excelent_learner'; did you mean 'excellent_learner'"),
    ("{ awards: { excellent_learner: { code: '02' } } }", "have the same code '02' and would bear the same numbers"),
    ("{ serial: 3 }", "unknown key 'serial'"),
  ])
  func `what cannot be meant is refused with its place`(certificates: String, complaint: String) throws {
    let (programme, faults) = try read(certificates)
    #expect(programme == nil && faults.contains(complaint), "\(faults)")
    #expect(faults.contains(/^p:[0-9]+:[0-9]+/))
  }

  @Test func `awards may share a code where numbers run on through all of them`() throws {
    #expect(try read("{ number: '{year}{serial}', awards: { excellent_learner: { code: '02' } } }").1 == "")
  }
}
