/// The tables of the data-quality workbook.
extension DataQualityFigures {
  /// Every sheet of every file with what became of its rows.
  package var accountTable: PaperTable {
    let parts: [KeyPath<Account, Int64>] = [\.rowsRead, \.accepted, \.duplicates, \.rejected, \.nonData]
    let columns =
      [
        PaperColumn("数据源", .name), PaperColumn("文件", .name), PaperColumn("工作表", .name), PaperColumn("编码", .word),
        PaperColumn("导出时间", .word),
      ] + ["读取", "采用", "重复", "退回", "非数据"].map { PaperColumn($0, unit: "行", .count) } + [PaperColumn("核对", .word)]
    let rows = accounts.map { account -> [Entry] in
      [
        .text(account.title), .text(account.file), .text(account.sheet.isEmpty ? "—" : account.sheet),
        .text(account.encoding), .text(account.asOf.map(shortMoment) ?? "—"),
      ] + parts.map { .count(account[keyPath: $0]) } + [.text(account.isBalanced ? "平" : "不平")]
    }
    let total: [Entry] =
      parts.map { .count(accounts.sum($0)) } + [.text(accounts.allSatisfy(\.isBalanced) ? "平" : "不平")]
    return PaperTable(columns, rows, total: PaperTable.Total("合计", span: 5, total))
  }

  /// Unit names that nothing bears.
  package var unmatchedTable: PaperTable {
    PaperTable(
      [
        PaperColumn("序号", .rank), PaperColumn("原表中的单位", .name), PaperColumn("退回\n行数", .count),
        PaperColumn("首次出现", .sentence), PaperColumn("情况与相近的名称", .sentence),
      ],
      unmatched.enumerated().map { index, unit in
        [
          .rank(index + 1), .text(unit.name), .count(unit.rows), .text("\(unit.place)第\(unit.row)行"),
          .text(unit.message),
        ]
      })
  }

  /// Remarks on rows that were accepted all the same.
  package var noticeTable: PaperTable {
    PaperTable(
      [
        PaperColumn("序号", .rank), PaperColumn("文件", .sentence), PaperColumn("行号", .rank), PaperColumn("列", .name),
        PaperColumn("类别", .name), PaperColumn("情况", .sentence),
      ],
      notices.enumerated().map { index, notice in
        [
          .rank(index + 1), .text(notice.place.isEmpty ? "—" : notice.place), .rank(notice.row.map(Int.init)),
          .text(notice.column.isEmpty ? "—" : notice.column), .text(faultTitle(notice.code)), .text(notice.message),
        ]
      })
  }

  /// Learners with their units; numbers masked.
  package func rosterTable(_ remarks: [RosterRemark], since: String) -> PaperTable {
    let levels = levelTitles.map { PaperColumn($0, .name) }
    let columns =
      [PaperColumn("序号", .rank)] + levels
      + ["学员编号", "姓名", "身份证号", "手机号", "项目", "班次", since].map { PaperColumn($0, .name) }
    let rows = remarks.enumerated().map { index, remark -> [Entry] in
      [.rank(index + 1)] + columnsOfPath(remark.path)
        + [
          .text(remark.person), .text(remark.name), .text(remark.idCard), .text(remark.phone), .text(remark.project),
          .text(remark.cohort), .text(shortMoment(remark.since)),
        ]
    }
    return PaperTable(columns, rows)
  }

  /// Learners who moved between units.
  package var transferTable: PaperTable {
    PaperTable(
      [
        PaperColumn("序号", .rank), PaperColumn("学员编号", .name), PaperColumn("姓名", .name), PaperColumn("项目", .name),
        PaperColumn("原单位", .sentence), PaperColumn("现单位", .sentence), PaperColumn("自", .word),
      ],
      transfers.enumerated().map { index, transfer in
        [
          .rank(index + 1), .text(transfer.person), .text(transfer.name), .text(transfer.project),
          .text(transfer.from), .text(transfer.to), .text(shortMoment(transfer.asOf)),
        ]
      })
  }

  /// Units that do not meet a check, with what they have instead.
  package var failureTable: PaperTable {
    let columns =
      [PaperColumn("序号", .rank)] + levelTitles.map { PaperColumn($0, .name) }
      + ["核查事项", "要求", "实际", "依据"].map { PaperColumn($0, .sentence) }
    let rows = failures.enumerated().map { index, failure -> [Entry] in
      let sentences = [failure.title, failure.demanded, failure.found, failure.cite.isEmpty ? "—" : failure.cite]
      return [.rank(index + 1)] + columnsOfPath(failure.path) + sentences.map { .text($0) }
    }
    return PaperTable(columns, rows)
  }

  private func columnsOfPath(_ path: [String]) -> [Entry] {
    levelTitles.indices.map { .text($0 < path.count ? path[$0] : "—") }
  }

  /// `8月20日24时` of a moment as the database keeps it; what is no moment stands as it is.
  private func shortMoment(_ text: String) -> String {
    guard let moment = try? CutOff(text) else { return text }
    return (moment.endOfDayBefore ?? moment).shortText
  }
}
