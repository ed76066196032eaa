/// A text as a cell of a workbook can hold it: of one that is too long for any cell the beginning, and how long it is.
func fitting(_ text: String) -> String {
  guard text.utf16.count > 32_000 else { return text }
  return "\(text.prefix(1_000))…（共\(text.count)个字符，只列前1000个）"
}
