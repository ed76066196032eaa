import Metrics
import Programme
import Workbook

import struct Workbook.Column

/// The satisfaction sheets of the summary: all questions with their charts, and the shares by unit.
struct SatisfactionPages {
  let wording: SummaryWording
  let satisfaction: SatisfactionFigures

  private var figures: SummaryFigures { wording.figures }
  private var right: String { "统计时间：截至\(figures.cutOff.text)" }

  /// All questions, the answers around a middle, and the shares between their bounds; the drawings on a sheet of their own where one sheet
  /// of paper does not hold them below the table.
  var whole: [NamedPage] {
    let page = wholePage([.lead(wording.satisfaction ?? ""), table, note] + charts)
    guard page.takesSeveralSheets else { return [NamedPage("满意度", page)] }
    return [
      NamedPage("满意度", wholePage([.lead(wording.satisfaction ?? ""), table, note, .signature])),
      NamedPage(
        "满意度图",
        Page(title: "培训满意度图", left: "单位：%", right: right, isOnePage: true, orientation: .portrait, blocks: charts)),
    ]
  }

  private func wholePage(_ blocks: [Block]) -> Page {
    Page(title: "培训满意度", left: "单位：份、%、分", right: right, isOnePage: true, orientation: .portrait, blocks: blocks)
  }

  private var note: Block { .notes([wording.satisfactionNote].compactMap(\.self)) }

  private var charts: [Block] {
    (satisfaction.rules.scale.count == 5 ? [.key(key), .chart(diverging)] : [])
      + [.chart(intervals), .notes(["区间图横轴自\(axis.lowerBound)%起，只比较位置。"])]
  }

  private var table: Block {
    let table = satisfaction.wholeTable.sheetTable(id: "whole") { index, column in
      column.with {
        if index == 0 { $0.joinsEqual = true }
        if (3..<(3 + satisfaction.rules.scale.count)).contains(index) { $0.group = "回答数（份）" }
        if (3 + satisfaction.rules.scale.count..<6 + satisfaction.rules.scale.count).contains(index) {
          $0.group = "满意率"
          $0.format = .percent(places: 1)
        }
        if index == 3 + satisfaction.rules.scale.count { $0.isBold = true }
      }
    }
    return .table(table)
  }

  /// The account of the forms, the reliability of the scales and the comparison of waves; nil where there is nothing to tell.
  var quality: Page? {
    var blocks: [Block] = []
    for (id, heading, table, note) in [
      ("forms", "问卷份数", satisfaction.accountTable, satisfaction.accountNote),
      ("scales", "量表信度", satisfaction.scaleTable, satisfaction.scaleNote),
      ("waves", "前后比较", satisfaction.changeTable, satisfaction.changeNote),
    ] {
      guard let table else { continue }
      blocks += [
        .heading("\(chineseOrdinal(blocks.count { if case .heading = $0 { true } else { false } } + 1))、\(heading)"),
        .table(spread(table, id: id)), .notes([note].compactMap(\.self)), .space(8),
      ]
    }
    guard !blocks.isEmpty else { return nil }
    return Page(
      title: "问卷质量与信度", left: "单位：份、%、分", right: right, grid: .even(columns: 24, pixels: 40),
      blocks: blocks + [.signature])
  }

  /// Tables of different width on one page share a fine grid: names are wide, and whatever is left over goes to the first.
  private func spread(_ table: PaperTable, id: String) -> Table {
    let wide = table.columns.map { $0.kind == .name ? 4 : 2 }
    let rest = max(0, 24 - wide.reduce(0, +))
    let spans = wide.enumerated().map { $0.offset == 0 ? $0.element + min(rest, 4) : $0.element }
    return table.sheetTable(id: id) { index, column in column.spanning(spans[index]) }
  }

  /// Shares by unit, in the tables of the text; none where figures are not split.
  var units: [Page] {
    let notes = [wording.satisfactionNote, wording.suppressionNote].compactMap { $0 }
    return satisfaction.unitTables.map { title, paper in
      Page(
        title: title, left: "单位：份、%", right: right, frozenColumns: 1,
        blocks: [.table(paper.sheetTable(id: "units") { questionColumn($1) }), .notes(notes), .signature])
    }
  }

  /// A column of a question under its object, where its heading names both.
  private func questionColumn(_ column: Column) -> Column {
    let lines = column.heading.split(separator: "\n").map(String.init)
    return column.with {
      guard lines.count == 2, satisfaction.rules.objects.contains(where: { $0.title == lines[0] }) else {
        if lines.count == 1 { $0.heading = satisfaction.broken(column.heading) }
        return
      }
      $0.group = lines[0]
      $0.heading = satisfaction.broken(lines[1])
    }
  }

  /// What the fills of the diverging chart stand for, from left to right.
  private var key: [CellValue.Run] {
    let scale = satisfaction.rules.scale
    let plain = Style().with { $0.size = 10.5 }
    let square = { (colour: Colour) in plain.with { $0.colour = colour } }
    return [
      .init("自左至右：密斜纹 \(scale[4])　　疏斜纹 \(scale[3])　　", style: plain), .init("■", style: square(.neutral)),
      .init("\(scale[2])　　", style: plain), .init("■", style: square(.accentMid)),
      .init("\(scale[1])　　", style: plain), .init("■", style: square(.accent)), .init(scale[0], style: plain),
    ]
  }

  private var names: Chart.Values {
    .listed(satisfaction.whole.map { .text(satisfaction.title($0, joinedBy: " · ")) }, heading: "项目", format: .general)
  }

  private var diverging: Chart {
    let scale = satisfaction.rules.scale
    let series = { (name: String, step: Int, half: Bool, sign: Int64) in
      Series(
        name,
        .listed(
          satisfaction.whole.map { share($0, step, half: half, sign: sign) }, heading: name, format: .percent(places: 1)
        ))
    }
    return Chart(
      title: "满意度分布（占有效回答的比例，“\(scale[2])”居中平分）", description: description, categories: names,
      form: .diverging(
        Diverging(
          lowerMiddle: series("\(scale[2])（左半）", 2, true, -1), low: series(scale[3], 3, false, -1),
          lowest: series(scale[4], 4, false, -1), upperMiddle: series("\(scale[2])（右半）", 2, true, 1),
          high: series(scale[1], 1, false, 1), highest: series(scale[0], 0, false, 1))),
      height: Chart.height(bars: satisfaction.whole.count))
  }

  /// A step's share with three digits of per cent, so that the halves of the middle add up on the drawing.
  private func share(_ row: SatisfactionFigures.Row, _ step: Int, half: Bool, sign: Int64) -> CellValue {
    let count = row.counts.indices.contains(step) ? row.counts[step] : 0
    return .decimal(
      units: row.answered > 0 ? sign * count * 100_000 / (row.answered * (half ? 2 : 1)) : 0, decimals: 5)
  }

  private var intervals: Chart {
    let rows = satisfaction.whole
    let listed = { (name: String, values: [Int64]) in
      Series(name, .listed(values.map { .decimal(units: $0, decimals: 1) }, heading: name, format: .decimal(places: 1)))
    }
    let names = rows.map { row in
      CellValue.text(
        "\(satisfaction.title(row, joinedBy: " · "))　\(row.share.number)（\(SatisfactionFigures.Row.bound(row.low).number)—\(SatisfactionFigures.Row.bound(row.high).number)）"
      )
    }
    return Chart(
      title: "满意率（%）与95%区间：深浅交界处为满意率，两端为上下限", description: description,
      categories: .listed(names, heading: "满意率与区间", format: .general),
      form: .intervals(
        Intervals(
          lowerBound: listed("下限", rows.map { $0.low ?? 0 }),
          below: listed("下限至满意率", rows.map { ($0.share.units ?? 0) - ($0.low ?? 0) }),
          above: listed("满意率至上限", rows.map { ($0.high ?? 0) - ($0.share.units ?? 0) }), axis: axis, step: step)),
      height: Chart.height(bars: rows.count))
  }

  /// From the tens or fives below the lowest bound up to 100.
  private var axis: ClosedRange<Int> {
    let lowest = satisfaction.whole.compactMap(\.low).min() ?? 0
    let start = Int(lowest) / 10 / step * step
    return start...100
  }

  private var step: Int {
    (satisfaction.whole.compactMap(\.low).min() ?? 0) >= 600 ? 5 : 10
  }

  private var description: String {
    satisfaction.whole.map { "\(satisfaction.title($0))满意率\($0.share.text)" }.joined(separator: "；")
  }
}
