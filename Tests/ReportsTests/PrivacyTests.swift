import Foundation
import Programme
import Reports
import SQLite
import Testing

struct PrivacyTests {
  @Test(arguments: [
    (6, 4, 3, 4, "991001********1234 138****5678"), (0, 4, 0, 4, "**************1234 *******5678"),
    (0, 0, 0, 0, "****************** ***********"), (6, 0, 3, 0, "991001************ 138********"),
  ])
  func `numbers are covered as far as the setting says`(
    identityFirst: Int, identityLast: Int, phoneFirst: Int, phoneLast: Int, covered: String
  ) {
    var privacy = Privacy.standard
    privacy.identity = Privacy.Ends(first: identityFirst, last: identityLast)
    privacy.phone = Privacy.Ends(first: phoneFirst, last: phoneLast)
    #expect(Mask(privacy).covered("991001198001011234、13812345678") == covered.replacing(" ", with: "、"))
  }

  @Test(arguments: [("张三", "张*"), ("王小明", "王**"), ("欧阳修", "欧阳*"), ("欧阳", "欧*"), ("阿依古丽·买买提", "阿***·***"), ("", "")])
  func `a covered name keeps its surname and its length`(name: String, covered: String) {
    var privacy = Privacy.standard
    #expect(Mask(privacy).publicName(name) == name)
    privacy.names = .surname
    #expect(Mask(privacy).publicName(name) == covered)
  }

  private func list(_ province: NomineeProvince, _ privacy: Privacy) throws -> [String] {
    var edition = province.edition
    edition.programme.privacy = privacy
    let papers = try WrittenPapers()
    try writeNominees(edition, from: province.database, into: papers.folder)
    return try papers.text("nominees-public.md").split(separator: "\n").map(String.init)
  }

  @Test func `names are covered in the public list alone, and not those of units`() throws {
    let province = try NomineeProvince()
    var privacy = Privacy.standard
    privacy.names = .surname
    let lines = try list(province, privacy)
    let people = lines.filter { $0.hasSuffix("优秀学员 |") }
    #expect(people.count == 513 && people.allSatisfy { $0.contains("*") })
    let units = lines.filter { $0.hasSuffix("优秀项目区县 |") }
    #expect(units.count == 4 && !units.contains { $0.contains("*") })
  }

  @Test(arguments: [
    ([Privacy.Distinction.project], "（"), ([.cohort], ""), ([.cohort, .subject, .project], "（"), ([], ""),
  ])
  func `two of one name in one school are told apart by what the setting lists`(
    alike: [Privacy.Distinction], mark: String
  ) throws {
    let province = try NomineeProvince()
    try province.database.execute(
      """
      UPDATE person SET name = '同名' WHERE id IN (
        SELECT e.person FROM decision d JOIN enrolment e ON e.id = d.subject
        WHERE d.award = 'excellent_learner' AND d.stage = 'approved' ORDER BY e.unit, e.id LIMIT 2);
      UPDATE enrolment SET cohort = (SELECT min(id) FROM cohort);
      """)
    var privacy = Privacy.standard
    privacy.alike = alike
    let lines = try list(province, privacy).filter { $0.contains("同名") }
    #expect(lines.count == 2 && lines.allSatisfy { $0.contains("同名\(mark)") })
    #expect(Set(lines.map { $0.drop { $0 != "同" } }).count == (mark.isEmpty ? 1 : 2))
  }

  @Test(arguments: [
    ([Privacy.Distinction.project], false), ([.cohort], true), ([], true),
  ])
  func `two of one name whom nothing tells apart are warned of with their codes and the remedy`(
    alike: [Privacy.Distinction], isWarned: Bool
  ) throws {
    let province = try NomineeProvince()
    try province.database.execute(
      """
      UPDATE person SET name = '同名' WHERE id IN (
        SELECT e.person FROM decision d JOIN enrolment e ON e.id = d.subject
        WHERE d.award = 'excellent_learner' AND d.stage = 'approved' ORDER BY e.unit, e.id LIMIT 2);
      UPDATE enrolment SET cohort = (SELECT min(id) FROM cohort);
      """)
    let codes = try province.database.rows("SELECT code FROM person WHERE name = '同名' ORDER BY code") {
      row throws(SQLiteError) in row.text(0)
    }
    var programme = province.edition.programme
    programme.privacy.alike = alike
    let found = try namesakes(of: programme, in: province.database)
    #expect(found.count == (isWarned ? 1 : 0))
    for warning in found {
      #expect(codes.allSatisfy { warning.wording.chinese.contains($0) && warning.wording.english.contains($0) })
      #expect(warning.wording.chinese.contains("privacy.alike") && warning.wording.chinese.contains("同名"))
      #expect(!warning.wording.chinese.contains("不在名单中"))
    }
  }

  @Test func `a winner is told apart from somebody of the pool who is in no list, or warned of`() throws {
    let province = try NomineeProvince()
    // A learner of the winner's school who did not win, of the same name.
    let winner = try #require(
      try province.database.rows(
        """
        SELECT e.person, e.unit, p.code FROM decision d JOIN enrolment e ON e.id = d.subject JOIN person p ON p.id = e.person
        WHERE d.award = 'excellent_learner' AND d.stage = 'approved' ORDER BY e.unit, e.id LIMIT 1
        """
      ) { row throws(SQLiteError) in (person: row.integer(0), unit: row.integer(1), code: row.text(2)) }.first)
    try province.database.execute(
      """
      UPDATE decision SET unit = \(winner.unit) WHERE candidate = (
        SELECT min(candidate) FROM decision WHERE award = 'excellent_learner' AND outcome <> 'in');
      UPDATE enrolment SET unit = \(winner.unit), cohort = 1, project = 1 WHERE id = (
        SELECT min(subject) FROM decision WHERE award = 'excellent_learner' AND outcome <> 'in');
      UPDATE enrolment SET cohort = 1, project = 2 WHERE person = \(winner.person);
      UPDATE person SET name = '同名' WHERE id = \(winner.person) OR id = (SELECT person FROM enrolment WHERE id = (
        SELECT min(subject) FROM decision WHERE award = 'excellent_learner' AND outcome <> 'in'));
      """)
    let lines = try list(province, Privacy.standard).filter { $0.contains("同名") }
    #expect(lines.count == 1 && lines.allSatisfy { $0.contains("同名（") })
    var programme = province.edition.programme
    #expect(try namesakes(of: programme, in: province.database).isEmpty)
    programme.privacy.alike = []
    let warned = try namesakes(of: programme, in: province.database)
    #expect(warned.count == 1)
    #expect(
      warned.allSatisfy { $0.wording.chinese.contains("\(winner.code)、") && $0.wording.chinese.contains("（不在名单中）") })
  }
}
