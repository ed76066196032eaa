import Programme

extension Source {
  /// The header under which a column of the source is found; nil where the source has no such column.
  func header(_ column: String) -> String? { self.column(Identifier(column))?.headers.first }

  /// The texts that a verdict may be, yes first; empty where the source has no such column or maps nothing.
  var verdicts: [String] { column("verdict")?.yesAndNo ?? [] }

  /// The name by which an office's file is found among the exports without being renamed: `推荐-归云市.xlsx` for `推荐*.xlsx`.
  ///
  /// Where the pattern leaves no room for the office, the source's title stands in its stead.
  func fileName(of office: String) -> String {
    let pattern = files.split(separator: "/").last.map(String.init) ?? ""
    let stem = pattern.hasSuffix(".xlsx") ? String(pattern.dropLast(5)) : ""
    guard stem.contains("*"), !stem.contains(where: { "{}?[]".contains($0) }) else {
      return fileSafe("\(title)-\(office)") + ".xlsx"
    }
    let parts = stem.split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false)
    return fileSafe(parts[0] + "-" + office + parts[1].replacing("*", with: "")) + ".xlsx"
  }
}
