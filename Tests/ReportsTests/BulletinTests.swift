import Foundation
import Metrics
import Reports
import Testing
import Workbook

/// Writes a bulletin and hands over its files.
private func bulletin(_ province: BulletinProvince, _ edition: Edition) throws -> [String: Data] {
  try withFolder { folder in
    try writeBulletin(edition, from: province.database, into: folder)
    return try contents(of: folder)
  }
}

private func text(_ data: Data?) throws -> String {
  String(decoding: try #require(data), as: UTF8.self)
}

@Test func `the second bulletin says what changed, unit by unit`() throws {
  let province = try BulletinProvince()
  let files = try bulletin(province, province.secondEdition)
  try expectGolden(text(files["bulletin.md"]), "bulletin.md")
  try expectGolden(text(files["charts/bulletin-trend.svg"]), "bulletin-trend.svg")
  try expectGolden(text(files["charts/bulletin-city.svg"]), "bulletin-city.svg")
}

@Test func `the first bulletin compares with nothing and draws no trend`() throws {
  let province = try BulletinProvince()
  let files = try bulletin(province, province.firstEdition)
  try expectGolden(text(files["bulletin.md"]), "bulletin-first.md")
  #expect(files["charts/bulletin-trend.svg"] == nil)
}

@Test func `the same night gives the same bytes again, workbook and all`() throws {
  let province = try BulletinProvince()
  let first = try bulletin(province, province.secondEdition)
  let second = try bulletin(BulletinProvince(), province.secondEdition)
  #expect(first == second)
  #expect(first["bulletin.xlsx"]?.isEmpty == false)
}

@Test func `units add up to the whole at every level and over projects`() throws {
  let province = try BulletinProvince()
  let figures = try BulletinFigures.read(province.secondEdition, from: province.database)
  for index in figures.indicators.all.indices {
    let whole = figures.whole.measured[index].figure
    for rows in figures.levels.map(\.units) + [figures.projects] {
      #expect(rows.reduce(0) { $0 + $1.measured[index].figure.numerator } == whole.numerator)
      #expect(rows.reduce(0) { $0 + $1.measured[index].figure.denominator } == whole.denominator)
    }
  }
}

@Test func `an entry reads the same in Markdown and in the workbook`() throws {
  let province = try BulletinProvince()
  let figures = try BulletinFigures.read(province.secondEdition, from: province.database)
  let level = try #require(figures.levels.first)
  let table = figures.rankingTable(level)
  let sheet = table.sheetTable()
  for (row, line) in zip(table.rows, sheet.rows) {
    guard case .cells(let cells, _) = line else { continue }
    for (index, (entry, cell)) in zip(row, cells).enumerated() {
      #expect(cell.value.printed(as: cell.format ?? sheet.columns[index].format) == entry.text)
    }
  }
}
