import Foundation
import Reports
import SQLite
import Testing

@Test func `no identity or telephone number stands uncovered in the data-quality figures`() throws {
  let province = try BulletinProvince()
  let figures = try DataQualityFigures.read(province.secondEdition, from: province.database)
  let tables = [
    figures.accountTable, figures.unmatchedTable, figures.noticeTable, figures.transferTable,
    figures.rosterTable(figures.vanished, since: "首次缺失"), figures.rosterTable(figures.withdrawn, since: "退出时间"),
  ]
  let cells = tables.flatMap { $0.rows.flatMap { $0.map(\.text) } }
  let raw = figures.rejected.flatMap { $0.rejections.flatMap { $0.cells + [$0.found, $0.message] } }
  #expect(!(cells + raw).contains(where: Mask.standard.hasPrivateNumber))
  #expect(raw.contains("991001********1234"))
  #expect(raw.contains("100****1608"))
}

@Test func `those gone and those who moved are listed with the night that said so`() throws {
  let province = try BulletinProvince()
  let figures = try DataQualityFigures.read(province.secondEdition, from: province.database)
  #expect(figures.vanished.map(\.since) == ["2023-08-20", "2023-08-20", "2023-08-20"])
  #expect(figures.vanished.first?.path == ["青岚市", "青城区", "青城第一中学"])
  #expect(figures.withdrawn.count == 2)
  #expect(figures.transfers.map(\.to) == ["青城第二小学"])
}

@Test func `an unmatched unit is counted with where it stands first`() throws {
  let province = try BulletinProvince()
  let unmatched = try DataQualityFigures.read(province.secondEdition, from: province.database).unmatched
  #expect(unmatched.map(\.name) == ["岚北一小"])
  #expect(unmatched.first?.place == "学员名册.xlsx（学员名册）")
  #expect(unmatched.first?.message.contains("岚北第一小学") == true)
}

@Test func `a file of an earlier load of the night is not counted`() throws {
  let province = try BulletinProvince()
  try province.database.execute("UPDATE source_file SET current = 0 WHERE id = 2")
  let figures = try DataQualityFigures.read(province.secondEdition, from: province.database)
  #expect(figures.accounts.map(\.title) == ["学员名册", "课程作业"])
}

@Test func `the data-quality workbook is the same bytes each time`() throws {
  let province = try BulletinProvince()
  let write = {
    try withFolder { folder in
      try writeDataQuality(province.secondEdition, from: province.database, into: folder)
      return try contents(of: folder)
    }
  }
  #expect(try write() == write())
}

@Test(arguments: [("unknown_unit", "单位不在单位表"), ("something_new", "something_new")])
func `a fault is called by its title, an unknown one by its code`(code: String, title: String) {
  #expect(faultTitle(code) == title)
}
