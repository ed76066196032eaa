/// The time that the rows above a header state, such as `统计时间：2023-08-19 24:00` or `(2017-2-26 10:39:24)`.
///
/// Seconds since 1970 in the civil time of the export; a date alone means the end of that day, as everywhere a cut-off
/// is given. A row that names a time of counting or export goes before one that merely holds a date.
func snapshotTime(in rows: [[String]]) -> Int64? {
  let texts = rows.flatMap { $0 }.map { FoldedText(Array($0.utf8).span).scalars }
  let words = ["统计时间", "截至", "截止", "导出时间", "统计日期", "导出日期", "数据时间", "更新时间", "生成时间", "时间"]
  for word in words.map({ Array($0.unicodeScalars) }) {
    for text in texts {
      guard let start = text.indices.first(where: { text[$0...].starts(with: word) }) else { continue }
      if let time = lastTime(in: Array(text[(start + word.count)...])) { return time }
    }
  }
  return texts.lazy.compactMap { lastTime(in: $0) }.first
}

/// The last date in a text with the time behind it; periods such as `8月1日至8月20日` end with the date that counts.
private func lastTime(in text: [Unicode.Scalar]) -> Int64? {
  let starts = text.indices.filter { index in
    text[index].digit != nil && (index == 0 || text[index - 1].digit == nil)
  }
  for start in starts.reversed() {
    for end in stride(from: min(text.count, start + 30), to: start + 7, by: -1) {
      let piece = Array(text[start..<end])
      guard isAtBoundary(text, end), case .success(let found) = DateTimeText.read(piece) else { continue }
      let midnight = Int64(found.date.daysSince1970) * 86_400
      return found.hasTime ? midnight + Int64(found.seconds) : midnight + 86_400
    }
  }
  return nil
}

/// Whether a number is not cut in two at the position.
private func isAtBoundary(_ text: [Unicode.Scalar], _ position: Int) -> Bool {
  position == text.count || text[position].digit == nil || text[position - 1].digit == nil
}
