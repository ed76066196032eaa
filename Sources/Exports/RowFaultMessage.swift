extension RowFault {
  /// What is wrong with the row, without its place.
  package func message(chinese: Bool) -> String {
    switch self {
    case .unbalancedQuote:
      chinese ? "引号未配对；请在原表中删去多余的引号" : "a quote is not closed, or text follows it; remove the stray quote"
    case .undecodable:
      chinese ? "含有无法按文件编码识别的字节；请重新导出" : "bytes that are no character in the file's encoding; export it again"
    case .nulByte: chinese ? "含有 NUL 字节，文件可能已损坏；请重新导出" : "a NUL byte, so the file was damaged; export it again"
    case .tooLong: chinese ? "该行过长；请检查是否缺少换行" : "the row is too long; look for a missing line break"
    case .formulaWithoutValue:
      chinese
        ? "公式没有保存计算结果；请用 Excel 或 WPS 打开并保存后重新导入"
        : "a formula was saved without its value; open the file in Excel or WPS and save it"
    }
  }
}
