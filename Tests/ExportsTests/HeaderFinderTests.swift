import Exports
import Testing

private let wanted = [
  WantedColumn(id: "person", headers: ["学员编号", "师训编号"], isRequired: true),
  WantedColumn(id: "name", headers: ["姓名", "学员姓名"], isRequired: true),
  WantedColumn(id: "school", headers: ["学校", "工作单位", "所属学校(工作单位)"], isRequired: true),
  WantedColumn(id: "time", headers: ["学习时长"], isRequired: false),
]

struct HeaderFinderTests {
  @Test(
    arguments: [
      ("（工作单位)", "(工作单位)", nil), (" 合格率(100%)", "合格率", "100%"), ("学习\n时长（分钟）", "学习时长", "分钟"), ("1、姓名", "姓名", nil),
      ("1.姓名", "姓名", nil), ("*姓名", "姓名", nil), ("手机号/用户名", "手机号/用户名", nil), ("所属学校（工作单位)", "所属学校(工作单位)", nil),
      ("2023年", "2023年", nil), ("１、 学　时", "学时", nil), ("平均看课数量（个）", "平均看课数量", "个"), ("ID", "id", nil),
      ("\u{FEFF}姓名", "姓名", nil), ("学习时长（单位：小时）", "学习时长", "小时"), ("时长(MIN)", "时长", "min"), ("参训率（％）", "参训率", "%"),
      ("【必填】姓名", "(必填)姓名", nil),
    ] as [(String, String, String?)])
  func `a header is made comparable`(header: String, key: String, unit: String?) {
    #expect(HeaderText(header).key == key)
    #expect(HeaderText(header).unit == unit)
  }

  @Test func `the header is the row that names the most`() {
    let found = findHeader(
      rows: [
        ["省级教师网络培训学员名册"], ["统计时间：2023-08-19 24:00", "", ""], [], ["序号", "学员编号", "姓名", "工作单位", "学习时长（小时）"],
        ["1", "X1", "张三", "甲", "3"],
      ],
      wanted: wanted)
    #expect(found.row == 3)
    #expect(found.height == 1)
    #expect(found.columns.map(\.id) == ["person", "name", "school", "time"])
    #expect(found.columns.map(\.index) == [1, 2, 3, 4])
    #expect(found.unit(of: "time") == "小时")
    #expect(found.missing.isEmpty)
    #expect(found.rowsAbove == [["省级教师网络培训学员名册"], ["统计时间：2023-08-19 24:00", "", ""]])
    #expect(found.snapshot == DateTimeForm().parse(Array("2023-08-20".utf8).span).value)
  }

  @Test func `two rows of headers are joined as group and sub-header`() {
    let rows = [
      ["基本信息", "基本信息", "基本信息", "在线学习", "在线学习"], ["学员编号", "姓名", "学校", "学习时长(分钟)", "次数"], ["X1", "张三", "甲", "3", "1"],
    ]
    let found = findHeader(rows: rows, wanted: wanted)
    #expect(found.row == 1)
    let grouped = [
      WantedColumn(id: "video", headers: ["视频/时长"], isRequired: true),
      WantedColumn(id: "text", headers: ["文本/时长"], isRequired: true),
      WantedColumn(id: "name", headers: ["姓名"], isRequired: true),
    ]
    let joined = findHeader(rows: [["姓名", "视频", "", "文本", ""], ["姓名", "时长", "次数", "时长", "次数"]], wanted: grouped)
    #expect(joined.row == 0)
    #expect(joined.height == 2)
    #expect(joined.headers == ["姓名", "视频/时长", "视频/次数", "文本/时长", "文本/次数"])
    #expect(joined.index(of: "text") == 3)
    #expect(joined.index(of: "name") == 0)
  }

  @Test func `a missing required column names the nearest headers`() {
    let found = findHeader(rows: [["学员号", "姓 名", "学校名称", "备注"]], wanted: wanted)
    #expect(found.row == 0)
    #expect(found.missing.map(\.id) == ["person", "school"])
    #expect(found.missing[0].candidates == ["学员号"])
    #expect(found.missing[1].candidates == ["学校名称"])
  }

  @Test func `a header over two columns is noted and the first counts`() {
    let found = findHeader(rows: [["学员编号", "姓名", "姓名", "学校"]], wanted: wanted)
    #expect(found.index(of: "name") == 1)
    #expect(found.duplicates.map(\.indices) == [[1, 2]])
  }

  @Test func `a synonym named first goes before one named later`() {
    let found = findHeader(rows: [["工作单位", "学校", "姓名"]], wanted: wanted)
    #expect(found.index(of: "school") == 1)
  }

  @Test func `rows without any wanted header have none`() {
    let found = findHeader(rows: [["甲", "乙"], ["1", "2"]], wanted: wanted)
    #expect(found.row == nil)
    #expect(found.missing.map(\.id) == ["person", "name", "school"])
  }

  @Test(
    arguments: [
      ("项目描述：(2017-2-26 10:39:24)", "2017-02-26 10:39:24"), ("截至2023年8月19日18时", "2023-08-19 18:00:00"),
      ("培训时间：2023-08-01至2023-08-20", "2023-08-21 00:00:00"), ("导出时间 2023/8/19 10:05", "2023-08-19 10:05:00"),
      ("统计日期：20230819", "2023-08-20 00:00:00"), ("学员名册（2023年）", nil),
    ] as [(String, String?)])
  func `the time of the snapshot is read above the header`(title: String, expected: String?) {
    let found = findHeader(rows: [[title], ["学员编号", "姓名", "学校"]], wanted: wanted)
    #expect(found.snapshot == expected.flatMap { DateTimeForm().parse(Array($0.utf8).span).value })
  }
}
