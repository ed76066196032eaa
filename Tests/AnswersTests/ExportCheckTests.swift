import Answers
import Foundation
import Programme
import Store
import Testing
import TestSupport

private func check(_ province: Province, end: Int64 = Int64.max / 2) -> ExportCheck {
  ExportCheck(province.programme, input: InputFolder(path: province.folder.path), asOf: "2023-08-20", end: end)
}

@Test func `sound exports are told column by column and block nothing`() throws {
  let check = check(try Province())
  #expect(!check.isBlocked)
  #expect(check.answer.all("missing_column").isEmpty)
  #expect(check.answer.all("source").count == 10)
}

@Test func `faults of files, sheets and headers are all told at once with what resembles them`() throws {
  let province = try Province()
  try FileManager.default.removeItem(atPath: province.folder.path("2023-08-20/units.csv"))
  try province.write("2023-08-20", "roster", "2023年学员名册\n统计时间：2023-08-20 18:00\n序号,学员编号,姓 名,学校,状态\n1,T01,安一,一中,正常\n")
  try province.write("2023-08-20", "study", "编号,课程,学习（分钟）\nT01,K1,5\n")
  try province.write("2023-08-20", "tasks", "")
  let check = check(province)
  #expect(check.isBlocked)
  try expectGolden(check.answer.relative(to: province.folder.path), "check")
}

@Test func `an export stamped later than the as-of blocks its source`() throws {
  let province = try Province()
  try province.write("2023-08-20", "roster", "统计时间：2023-08-21 07:30\n编号,姓名,学校,状态\nT01,安一,一中,正常\n")
  #expect(check(province, end: 1_692_576_000).isBlocked)
  #expect(!check(province).isBlocked)
}

extension Answer {
  /// The same tree with the test's own folder left out.
  fileprivate func relative(to folder: String) -> Answer {
    let text = Wording(text.english.replacing(folder, with: "…"), text.chinese.replacing(folder, with: "…"))
    return Answer(kind, text, parts: parts.map { $0.relative(to: folder) })
  }
}
