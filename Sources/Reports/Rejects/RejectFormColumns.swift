import Store
import Workbook

/// The columns of a form: where the row stands, its cells under their own headers, what is wrong, and what is to be filled in.
func formColumns(_ headers: [String], _ cells: [[String]], files: [String], width: Int) -> [Column] {
  let place = [
    Column.identifier(MendingForm.key).with {
      $0.isQuiet = true
      $0.minimumUnits = 12
    },
    Column.name(MendingForm.file).with { $0.minimumUnits = min(30, longest(of: files) + 3) },
    Column.name(MendingForm.sheet), Column.rank(MendingForm.row),
  ]
  let original = (0..<width).map { index in
    let heading = index < headers.count && !headers[index].isEmpty ? headers[index] : "第\(index + 1)列"
    let texts = cells.compactMap { index < $0.count ? $0[index] : nil }
    return Column.identifier(heading).with {
      $0.wraps = true
      $0.minimumUnits = originalUnits(of: texts, under: [heading], mostForTexts: 24)
    }
  }
  let fault = [
    Column.name(MendingForm.column), Column.sentence(MendingForm.reason).with { $0.minimumUnits = 40 },
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

/// The width in units of a column of cells as they stood in the file: texts may continue on the next line, but no number or code, which
/// in bold is wider; a long heading of one line may stand on two.
func originalUnits(of texts: [String], under heading: [String], mostForTexts most: Double) -> Double {
  let codes = texts.filter { text in text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } }
  let headingUnits = longest(of: heading)
  return max(
    min(most, longest(of: texts) * 1.08 + 3), min(64, longest(of: codes) * 1.08 + 3),
    heading.count > 1 ? headingUnits + 3 : max(min(20, headingUnits + 3), min(36, headingUnits / 2 + 4)))
}

/// The widest of some texts in units of the default font.
private func longest(of texts: [String]) -> Double {
  texts.map { TextWidth.units($0, size: 11) }.max() ?? 0
}
