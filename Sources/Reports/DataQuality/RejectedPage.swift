import Workbook

/// The rows that one sheet of a file sent back, as a form: the row as it stood, what is wrong, and cells to mend it in.
extension DataQualityFigures {
  func rejectedPage(_ sheet: RejectedSheet) -> NamedPage {
    let account = sheet.account
    let shown = shownColumns(of: sheet)
    let columns =
      [Column.rank("序号").under("位置"), Column.rank("行号").under("位置")]
      + shown.map { rawColumn(heading($0, sheet.headers), sheet.rejections, $0) }
      + [Column.name("问题列").under("问题"), Column.sentence("退回原因").under("问题").with { $0.minimumUnits = 20 }]
      + [
        Column.input("修正值", .anything, minimumUnits: 12).under("请填写"),
        Column.input("处理", .list(["修正", "原值无误", "作废"], isStrict: true), minimumUnits: 10).under("请填写"),
      ]
    let rows = sheet.rejections.enumerated().map { index, rejection in
      Table.Row.cells(
        [.integer(index + 1), .integer(rejection.row)] + cells(of: rejection, sheet.headers, shown)
          + [.text(rejection.column.isEmpty ? "整行" : rejection.column), .text(reason(of: rejection)), .blank, .blank])
    }
    let place = account.sheet.isEmpty ? account.file : "\(account.file)（\(account.sheet)）"
    let page = Page(
      title: "退回数据：\(account.title)", left: "来源：\(place)，读取\(grouped(account.rowsRead))行",
      right: "统计时间：截至\(cutOff.text)",
      frozenColumns: 2, isForm: true,
      blocks: [
        .lead(
          "本表列出未采用的\(grouped(account.rejected))行。采用\(grouped(account.accepted))行、重复\(grouped(account.duplicates))行、退回\(grouped(account.rejected))行、非数据\(grouped(account.nonData))行，合计与读取行数相符。"
        ),
        .table(Table(columns: columns, rows: rows)),
        .notes(
          widthNote(sheet, shown) + [
            "粗框灰底为有问题的单元格。“修正值”“处理”供核对时填写；更正原表并重新导出后，下次运行即采用。", "身份证号、手机号均已遮蔽；本表含个人信息，仅限导入人员使用。",
          ]), .space(8), .signature,
      ])
    return ("退回·" + account.title, "退回数据：\(place)", sheet.rejections.count, page)
  }

  private func widthNote(_ sheet: RejectedSheet, _ shown: [Int]) -> [String] {
    shown.count < sheet.headers.count ? ["原表共\(sheet.headers.count)列，只列有问题的列和用于识别的列。"] : []
  }

  /// The most columns of the file that still print legibly.
  private static let mostColumns = 8

  /// The columns of the file that are shown: all of a narrow one; of a wide one those with faults and the first that the
  /// pipeline file asks for.
  private func shownColumns(of sheet: RejectedSheet) -> [Int] {
    let width = max(sheet.headers.count, sheet.rejections.map(\.cells.count).max() ?? 0)
    guard width > Self.mostColumns else { return Array(0..<width) }
    let faulty = Set(sheet.rejections.compactMap { sheet.headers.firstIndex(of: $0.column) })
    let room = max(3, Self.mostColumns - faulty.count)
    return faulty.union(sheet.wanted.subtracting(faulty).sorted().prefix(room)).sorted()
  }

  /// A long heading, the wording of a question, stands on two lines; neither it nor an identifier is broken further.
  private func rawColumn(_ heading: String, _ rejections: [Rejection], _ index: Int) -> Column {
    let half = (heading.count + 1) / 2
    let lines = heading.count > 5 ? [heading.prefix(half), heading.dropFirst(half)] : [heading[...]]
    return Column.identifier(lines.joined(separator: "\n")).under("原表各列（已遮蔽证件与电话号码）").with {
      $0.wraps = true
      $0.minimumUnits = originalUnits(
        of: rejections.compactMap { index < $0.cells.count ? $0.cells[index] : nil }, under: lines.map(String.init),
        mostForTexts: 12)
    }
  }

  private func heading(_ index: Int, _ headers: [String]) -> String {
    index < headers.count && !headers[index].isEmpty ? headers[index] : "第\(index + 1)列"
  }

  /// The cells of the row as they stood, the faulty one marked; an empty one says so.
  private func cells(of rejection: Rejection, _ headers: [String], _ shown: [Int]) -> [Cell] {
    let faulty = headers.firstIndex(of: rejection.column)
    return shown.map { index in
      let text = index < rejection.cells.count ? rejection.cells[index] : ""
      let cell = Cell.text(text.isEmpty ? "（空）" : fitting(text))
      return index == faulty ? cell.faulty : cell
    }
  }

  /// `“3(异常)”不是时长；请核对后填分钟数`.
  private func reason(of rejection: Rejection) -> String {
    let found = rejection.found
    return fitting(
      found.isEmpty || rejection.message.contains(found) ? rejection.message : "“\(found)”\(rejection.message)")
  }
}
