/// Bars from 0 in the order of a ranking, with the whole area's rate as a dashed line.
///
/// Bars below that line are pale; the note says so in words. A unit without a rate keeps its name and a `—`.
package struct RankingChart: Sendable {
  /// One bar: a figure in hundredths of its unit (of a per cent for shares) and as printed; nil where there is none.
  package struct Bar: Sendable {
    package let name: String
    package let rate: Int64?
    package let printed: String

    package init(name: String, rate: Int64?, printed: String) {
      self.name = name
      self.rate = rate
      self.printed = printed
    }
  }

  package let name: String
  package let title: String
  package let bars: [Bar]
  package let reference: Bar
  package let note: String
  /// The end of the axis: 10,000 for shares.
  package let fullScale: Int64

  package init(
    name: String, title: String, bars: [Bar], reference: Bar, note: String, fullScale: Int64 = 10_000
  ) {
    self.name = name
    self.title = title
    self.bars = bars
    self.reference = reference
    self.note = note
    self.fullScale = max(1, fullScale)
  }

  /// The chart as an SVG file.
  package var document: String {
    // Many bars stand closer, so that a county list still fits a page.
    let pitch: Tenths = bars.count > 20 ? 200 : 260
    let left = 160 + (bars.map { labelWidth($0.name) }.max() ?? 0) + 80
    let scale = Drawing.width - left - 960
    let bottom = 520 + pitch * Tenths(bars.count) + 60
    var drawing = Drawing(name: name, title: title, description: description, height: bottom + 300)
    let line = reference.rate.map { left + scale * $0 / fullScale }
    if let line { drawing.line(.rule, x1: line, y1: 520, x2: line, y2: bottom, dashes: "4 3") }
    for (index, bar) in bars.enumerated() {
      let top = 580 + pitch * Tenths(index)
      drawing.text(bar.name, .label, .end, x: left - 80, y: top + 130)
      let length = scale * (bar.rate ?? 0) / fullScale
      let look: ChartTheme.Look = (bar.rate ?? 0) < (reference.rate ?? 0) ? .pale : .accent
      if length > 0 { drawing.rectangle(look, x: left, y: top, width: length, height: pitch == 260 ? 170 : 150) }
      drawing.text(bar.printed, .label, .halo, x: labelStart(bar, end: left + length, line), y: top + 130)
    }
    drawing.line(.rule, x1: left, y1: 520, x2: left, y2: bottom)
    if let line {
      drawing.text("\(reference.name) \(reference.printed)", .label, .secondInk, .middle, x: line, y: 480)
    }
    drawing.text(note, .label, .secondInk, x: 160, y: bottom + 200)
    return drawing.document
  }

  /// Where a bar's figure begins: behind the bar, or behind the line of the whole where that would run through it.
  private func labelStart(_ bar: Bar, end: Tenths, _ line: Tenths?) -> Tenths {
    let start = end + 60
    guard let line, start - 30 < line, line < start + labelWidth(bar.printed) + 30 else { return start }
    return line + 60
  }

  private var description: String {
    let figures = bars.map { $0.name + $0.printed }.joined(separator: "，")
    return "由高到低：\(figures)。\(reference.name)\(reference.printed)。"
  }
}
