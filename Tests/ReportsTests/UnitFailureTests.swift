import Foundation
import Programme
import Reports
import SQLite
import Testing

/// The edition of a programme that holds its counties to a check, two of which fail it.
private func failing(_ province: BulletinProvince, counties: Int) throws -> Edition {
  let pipeline = try String(
    contentsOf: repository.appending(path: "pipelines/jiangsu-provincial/pipeline.json5"), encoding: .utf8)
  let checked = pipeline.replacing(
    "  checks: [",
    with: """
        checks: [
          { id: 'administrators', severity: 'warn', title: '县级管理员配备', cite: '指南·管理员',
            staff_count: { role: 'administrator', level: 'county', at_least: 1, at_most: 2 } },
      """)
  var edition = province.secondEdition
  let faults = FaultCollector()
  edition.programme = try #require(
    Programme.read(Array(checked.utf8), faults), "\(faults.lines(file: "p", in: .english))")
  try province.database.run(
    """
    INSERT INTO unit_finding
    SELECT 2, 'administrators', id, '0人', '0', '1至2人', '1 to 2' FROM unit WHERE level = 2 ORDER BY position LIMIT ?
    """, .integer(Int64(counties)))
  return edition
}

@Test(arguments: [(0, nil), (1, "不符合“县级管理员配备”的要求（0人）。"), (2, "有2个县（市、区）不符合“县级管理员配备”的要求。")])
func `units that fail a check stand among what needs attention`(counties: Int, fact: String?) throws {
  let province = try BulletinProvince()
  let edition = try failing(province, counties: counties)
  let concern = try BulletinFigures.read(edition, from: province.database).concerns.first { $0.condition == "要求1至2人" }
  #expect(concern?.fact == fact)
}

@Test func `units that fail a check are listed with the clause in the data-quality workbook`() throws {
  let province = try BulletinProvince()
  let figures = try DataQualityFigures.read(try failing(province, counties: 2), from: province.database)
  let rows = figures.failureTable.rows.map { $0.map(\.text) }
  #expect(rows.count == 2)
  #expect(rows.first.map { Array($0.dropFirst(4)) } == ["县级管理员配备", "1至2人", "0人", "指南·管理员"])
}
