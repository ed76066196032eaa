import Store
import Workbook

/// The columns of a form: where the row stands, its cells under their own headers, what is wrong, and what is to be filled in.
func formColumns(_ headers: [String], _ cells: [[String]], width: Int) -> [Column] {
  let place = [
    Column.identifier(MendingForm.key).with { $0.isQuiet = true }, Column.name(MendingForm.file),
    Column.name(MendingForm.sheet), Column.rank(MendingForm.row),
  ]
  let original = (0..<width).map { index in
    let heading = index < headers.count && !headers[index].isEmpty ? headers[index] : "第\(index + 1)列"
    return Column.identifier(heading).with {
      $0.wraps = true
      let texts = cells.compactMap { index < $0.count ? $0[index] : nil }
      // A heading may stand on several lines, and so may a text, but no number or code.
      let codes = texts.filter { text in text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } }
      $0.minimumUnits = max(
        min(24, longest(of: texts) + 3), min(64, longest(of: codes) + 3),
        min(36, TextWidth.units(heading, size: 11) / 2 + 4))
    }
  }
  let fault = [
    Column.name(MendingForm.column), Column.sentence(MendingForm.reason).with { $0.minimumUnits = 30 },
  ]
  // A mended value is kept as it is typed: 1-2 must not become the second of January.
  let blanks = [
    Column.input(MendingForm.decision, .list(MendingForm.decisions, isStrict: true), minimumUnits: 9),
    Column.input(MendingForm.value, .anything, minimumUnits: 16).with { $0.format = .text },
    Column.input(MendingForm.by, .text(limit: 40), minimumUnits: 11),
    Column.input(MendingForm.note, .text(limit: 200), minimumUnits: 16),
  ]
  return place + original + fault + blanks
}

/// The widest of some texts in units of the default font.
private func longest(of texts: [String]) -> Double {
  texts.map { TextWidth.units($0, size: 11) }.max() ?? 0
}
