import Workbook

/// The sheets of the data-quality workbook.
extension DataQualityFigures {
  /// A sheet with its name and what the first sheet says of it.
  typealias NamedPage = (name: String, subject: String, count: Int, page: Page)

  private var cutOffLine: String { "统计时间：截至\(cutOff.text)" }

  /// Every sheet behind the first that has something to say.
  var detailPages: [NamedPage] {
    distinct(rejected.map(rejectedPage))
      + [
        page(
          "已修正的行", "按修正值采用的行与作废的行", mendedTable, [5, 26, 7, 14, 20, 7, 20, 10, 17, 20],
          note: "修正以整行原值为准，平台改动该行后即失效；作废的行仍计入退回。"),
        page("未匹配的单位", "单位表与别名中都没有的单位名称", unmatchedTable, [5, 26, 7, 26, 46], orientation: .portrait),
        page("提示", "已采用但需要留意的行与文件", noticeTable, [5, 26, 8, 14, 18, 46]),
        page(
          "名册中消失的学员", "不在本期名册中、也无退出记录的学员", rosterTable(vanished, since: "首次缺失"),
          note: "名册中消失的学员仍计入各率的分母，直到有退出记录或重新出现。"),
        page("已退出的学员", "有退出记录的学员", rosterTable(withdrawn, since: "退出时间"), note: "已退出的学员不计入各率的分母。"),
        page(
          "待审核的报名", "已报名、尚未审核通过的学员", rosterTable(applied, since: "报名自"), note: "待审核的学员不计入各率的分母，审核通过后计入。"),
        page(
          "单位变动的学员", "两期之间换了单位的学员", transferTable, [5, 14, 10, 14, 26, 26, 12],
          note: "各率按统计时点所在单位计。"),
        page(
          "单位核查", "不符合核查要求的单位", failureTable, [5, 14, 14, 14, 24, 30, 30, 24],
          note: "核查事项与要求见流程文件的 checks；每行为一个单位的一项。"),
        page(
          "人员核查", "不符合核查要求的管理与辅导人员", staffFailureTable, [5, 10, 12, 10, 26, 26, 30, 30, 24],
          note: "核查事项与要求见流程文件的 checks；每行为一人的一项。"),
        page(
          "问卷质量", "作答过快、一致作答或重复提交的问卷", surveyFaultTable, [5, 20, 26, 7, 12, 40, 8],
          note: "标准见流程文件的 answer_checks；“提示”的问卷仍计入，“剔除”的不计入有效问卷；同一份问卷有几项的逐项列出，只按一项剔除。"),
      ].filter { $0.count > 0 }
  }

  /// Two sheets of one source may both send rows back; the second bears a number behind its name.
  private func distinct(_ pages: [NamedPage]) -> [NamedPage] {
    var known: [String: Int] = [:]
    return pages.map { page in
      var page = page
      known[page.name, default: 0] += 1
      if let count = known[page.name], count > 1 { page.name += "（\(count)）" }
      return page
    }
  }

  /// The account of every file, and where the rest of the workbook stands.
  func accountPage(_ details: [NamedPage]) -> Page {
    var columns: [Column] = [.name("内容"), .count("数量"), .word("所在表")]
    columns[0].minimumUnits = 40
    let rows = details.map { detail in
      Table.Row.cells([
        .text(detail.subject), .integer(detail.count),
        Cell(.link(text: detail.name, sheet: sheetName(detail.name), position: Position(row: 0, column: 0))),
      ])
    }
    let spans = [4, 3, 4]
    let index: [Block] =
      rows.isEmpty
      ? [.prose("本期没有退回的行，没有需要留意的行，名册中没有消失、退出或变动单位的学员。")]
      : [
        .table(
          Table(id: "index", columns: zip(columns, spans).map { $0.spanning($1) }, rows: rows))
      ]
    return Page(
      title: "数据质量", left: programmeTitle, right: cutOffLine, orientation: .portrait,
      blocks: [.heading("一、行数核对（读取＝采用＋重复＋退回＋非数据）"), .table(accountTable.sheetTable(id: "accounts"))]
        + [
          .notes([
            "读取为文件中的非空行；非数据为标题、表头、合计与注释行；重复为与已采用的行同一主键、按规则合并的行；退回的行逐行列出原因，更正原表并重新导出后，下次运行即采用。", "内部资料，仅限导入与核对人员使用。",
          ]), .heading("二、本册内容"),
        ] + index + [.space(8), .signature])
  }

  private func page(
    _ name: String, _ subject: String, _ table: PaperTable, _ units: [Double] = [],
    orientation: PrintSetup.Orientation? = nil, note: String? = nil
  ) -> NamedPage {
    let sheet = table.sheetTable(isFiltered: table.rows.count > 20) { index, column in
      column.with { if index < units.count { $0.minimumUnits = units[index] } }
    }
    let notes = [note, "身份证号、手机号已遮蔽；本表含个人信息，仅限内部使用。"].compactMap(\.self)
    let page = Page(
      title: name, left: subject, right: cutOffLine, frozenColumns: 1, orientation: orientation,
      blocks: [.table(sheet), .notes(notes)])
    return (name, subject, table.rows.count, page)
  }
}
