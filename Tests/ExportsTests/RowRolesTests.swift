import Exports
import Testing

struct RowRolesTests {
  private static let wanted = [
    WantedColumn(id: "school", headers: ["学校"], isRequired: true),
    WantedColumn(id: "count", headers: ["人数"], isRequired: true),
  ]

  @Test(arguments: [
    ("甲小学,12,3", RowRole.data), (",,", .blank), (" ,\u{3000},", .blank), ("合计,12,3", .total), ("合 计,12,3", .total),
    ("总计：,12,3", .total),
    ("全县,12,3", .total), (" 平均,12,3", .total), ("合计小学,12,3", .data), ("平安小学,12,3", .data), ("注：1.人数以报名为准,,", .note),
    ("备注,,", .note),
    ("填表人：张三,,", .note), ("注册小学,,", .data), ("说明,3,", .data), ("学校,人数,次数", .header), ("学校,12,3", .data),
    ("审核人：　　,,", .note),
  ])
  func `rows behind the header are told apart`(line: String, expected: RowRole) throws {
    try withFile(Array("学校,人数,次数\n\(line)\n".utf8)) { path in
      var reader = try Export.open(path).rows()
      var row = Row()
      _ = try reader.next(&row)
      let header = findHeader(rows: [(0..<row.count).map { row.text($0) }], wanted: Self.wanted)
      let roles = RowRoles(header: header, keyColumns: [0])
      _ = try reader.next(&row)
      #expect(roles.role(of: row) == expected)
    }
  }
}
