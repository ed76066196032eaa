import Foundation
import Workbook

/// Papers with invented figures that several tests write.
enum Examples {
  static let properties = DocumentProperties(
    title: "学情通报 第18期", subject: "截至2026年8月18日24时", office: "云川省教师培训中心", category: "内部资料",
    created: CivilTime(year: 2026, month: 8, day: 18, hour: 24))

  /// Runs `body` with a path in a fresh folder that is removed afterwards.
  @discardableResult
  static func withFile<Result>(_ name: String = "paper.xlsx", _ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.appending(path: name).path)
  }

  /// Writes the given pages, one sheet each, and reads the workbook back.
  static func written(_ pages: [(name: String, page: Page)]) throws -> WrittenWorkbook {
    try withFile { path in
      let book = try Workbook(path: path, properties: properties)
      for (name, page) in pages { try book.add(page, named: name) }
      try book.close()
      let kept = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".xlsx").path
      try FileManager.default.copyItem(atPath: path, toPath: kept)
      return try WrittenWorkbook(kept)
    }
  }

  /// The ranking of three cities with its chart, as a bulletin has it.
  static let ranking = Page(
    title: "各市学情排名", left: "单位：人、%", right: "统计时间：截至2026年8月18日24时", frozenColumns: 2,
    blocks: [
      .table(
        Table(
          id: "cities",
          columns: [
            .rank("名次"), .name("地市"), .count("报名\n学员"), .count("合格\n人数"), Column.rate("合格率").ranked,
            .change("较上期", unit: "百分点"), .rankChange("名次\n变化"),
          ],
          rows: [
            .cells([
              .integer(1), .text("青岚市"), .integer(286), .integer(219), .rate(219, of: 286),
              .decimal(594, decimals: 2), .integer(0),
            ]),
            .cells([
              .integer(2), .text("云泽市"), .integer(312), .integer(217), .rate(217, of: 312),
              .decimal(-26, decimals: 2), .integer(2),
            ]),
            .cells([.missing, .text("荻洲市"), .integer(0), .integer(0), .rate(0, of: 0), .missing, .missing]),
          ],
          total: Table.Total(
            "全　省", span: 2,
            cells: [
              .integer(598), .integer(436), Cell.rate(436, of: 598).named("合格率_全省"), .decimal(282, decimals: 2),
              .blank,
            ]))),
      .notes(["按合格率由高到低排列，合格率相同的名次相同。", "荻洲市无报名学员。"]),
      .chart(
        Chart(
          title: "各市合格率（全省72.91%，淡色条低于全省）", description: "条形图：各市合格率排名",
          categories: .column(1, table: "cities"),
          form: .ranking(Ranking(series: Series("合格率", .column(4, table: "cities")), isPale: [false, true, true])),
          height: Chart.height(bars: 3))),
    ])
}
