import Exports
import Programme

extension HeaderMatch {
  /// The headers of the columns in some ranges; columns without a header are left out.
  func headers(in columns: [ClosedRange<Int>]) -> [String] {
    headers.enumerated().filter { index, header in
      !header.isEmpty && columns.contains { $0.contains(index) }
    }.map(\.element)
  }
}

extension Night {
  /// Remarks on what a sheet hides: it is read like the rest, and whoever looks at the sheet does not see it.
  func noticeHidden(_ account: SheetAccount, file: Int) throws {
    if account.isHiddenSheet {
      try notice(
        file: file, row: nil, code: "hidden",
        Wording("the workbook hides the sheet; it was read like the others", "工作簿隐藏了该工作表；已与其他工作表一样读取"))
    }
    if !account.hiddenColumns.isEmpty {
      let list = account.hiddenColumns.map { "“\($0)”" }.joined(separator: "、")
      try notice(
        file: file, row: nil, code: "hidden",
        Wording("the sheet hides the columns \(list); they were read like the others", "工作表隐藏了\(list)列；已与其他列一样读取"))
    }
    guard account.hidden > 0 else { return }
    try notice(
      file: file, row: account.firstHidden, code: "hidden",
      Wording(
        account.hidden == 1
          ? "the sheet hides this row; it was read like the others"
          : "the sheet hides \(account.hidden) rows, the first of them this one; they were read like the others",
        "工作表隐藏了 \(account.hidden) 行，此为第一行；已与其他行一样读取"))
  }
}
