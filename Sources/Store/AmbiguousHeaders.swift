package import Exports
package import Programme

extension Night {
  /// Remarks on headers that stand over several columns, of which the first was read.
  func noticeAmbiguousHeaders(_ account: SheetAccount, file: Int) throws {
    for duplicate in account.ambiguousHeaders {
      let wording = duplicate.firstCounts
      try notice(file: file, row: account.headerRow, column: duplicate.header, code: "duplicate_header", wording)
    }
  }
}

extension HeaderMatch.Duplicate {
  /// Which columns bear the header, which of them counts, and what to do where that is wrong.
  package var firstCounts: Wording {
    let places = indices.map { "\($0 + 1)" }
    return Wording(
      "“\(header)” stands over the columns \(places.joined(separator: ", ")); the first counts: rename the others in the export, or name the wanted header in the pipeline file",
      "“\(header)”出现在第\(places.joined(separator: "、"))列，按第一列计；如不对，请改导出文件的表头，或在流程文件中写明所需的表头")
  }
}
