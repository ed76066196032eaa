import Metrics
import Workbook

/// The sheets of the monitoring indicators: as many tables below one another as one sheet of paper holds in a size that can be read.
struct MonitoringPages {
  let wording: SummaryWording

  private var figures: SummaryFigures { wording.figures }

  /// The sheets in the order of the tables.
  var pages: [NamedPage] {
    let sheets = sheets
    return sheets.enumerated().map { index, parts in
      let shown = parts.flatMap(\.shown)
      let isLast = index == sheets.count - 1
      let page = Page(
        title: wording.monitoringTitle + (sheets.count > 1 ? "（\(wording.names(of: shown))）" : ""),
        left: units(of: shown), right: "统计时间：截至\(figures.cutOff.text)", frozenColumns: 1,
        isOnePage: parts.count > 1, orientation: .portrait,
        blocks: parts.enumerated().flatMap { blocks(of: $1, id: "part-\($0)", isAlone: parts.count == 1) }
          + (isLast ? [wording.figuresOfTheWhole].compactMap(\.self).map { .notes([$0]) } : []) + [.signature])
      return NamedPage("监测指标" + (sheets.count > 1 ? "-\(index + 1)" : ""), page)
    }
  }

  /// The tables of each sheet of paper.
  private var sheets: [[MonitoringTable]] {
    wording.monitoringTables.reduce(into: []) { sheets, part in
      if let last = sheets.last, (last + [part]).map(height).reduce(0, +) <= Self.room {
        sheets[sheets.count - 1].append(part)
      } else {
        sheets.append([part])
      }
    }
  }

  /// The points of rows that an upright sheet of paper holds at 85 %, the title, the last note and the line to sign on taken off.
  private static let room = 740.0
  /// The height in points of a row where several tables share a sheet.
  private static let rowHeight = 18.0

  /// The height in points of a table with its note: a header of three lines, the rows, the total.
  private func height(_ part: MonitoringTable) -> Double {
    let note = wording.definitions(of: part.shown)
    let lines = Prose.lines(note, size: 9.5, pixels: 680)
    return 8 + 50 + Self.rowHeight * Double(part.table.rows.count) + 22
      + Prose.height(lines: lines, size: 9.5, spacing: 1.45)
  }

  private func blocks(of part: MonitoringTable, id: String, isAlone: Bool) -> [Block] {
    var table = part.table.sheetTable(id: id).namingTotal(wording.monitoringNames(of: part.shown))
    if !isAlone { table.rowHeight = Self.rowHeight }
    return [.table(table), .notes([wording.definitions(of: part.shown)])] + (isAlone ? [] : [.space(8)])
  }

  /// `单位：人、%、学时`, of the figures that the tables have.
  private func units(of shown: [Int]) -> String {
    let units = shown.compactMap { wording.indicators.all[$0].unitOfFigures }
    return "单位："
      + (["人"] + units).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: "、")
  }
}
