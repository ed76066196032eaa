/// Shares of a five-step scale around a middle: dissatisfaction to the left of the zero line, satisfaction to the right,
/// the middle answer halved over it.
package struct SatisfactionChart: Sendable {
  /// One question: how many gave each answer, from the best to the worst, and the share of the satisfied as printed.
  package struct Bar: Sendable {
    package let name: String
    package let counts: [Int64]
    package let printed: String

    package init(name: String, counts: [Int64], printed: String) {
      self.name = name
      self.counts = counts
      self.printed = printed
    }

    /// One side of zero in thousandths of all answers, rounded up: its answers and half of the middle ones.
    fileprivate func perMille(of side: Int64) -> Int64 {
      let all = max(1, counts.reduce(0, +))
      return (side * 1000 + counts[2] * 500) / all + 1
    }
  }

  package let name: String
  package let title: String
  /// The five answers, from the best to the worst.
  package let scale: [String]
  package let bars: [Bar]

  /// nil unless the scale has five steps, for which alone the drawing is made.
  package init?(name: String, title: String, scale: [String], bars: [Bar]) {
    guard scale.count == 5, bars.allSatisfy({ $0.counts.count == 5 }) else { return nil }
    self.name = name
    self.title = title
    self.scale = scale
    self.bars = bars
  }

  /// The chart as an SVG file.
  package var document: String {
    let pitch: Tenths = 280
    let bottom = 760 + pitch * Tenths(bars.count)
    var drawing = Drawing(name: name, title: title, description: description, height: bottom + 400)
    let dense = drawing.pattern("dense", .denseHatch, spacing: 34)
    let loose = drawing.pattern("loose", .hatch, spacing: 70)
    let frame = Frame(bars: bars)
    drawKey(on: &drawing, dense: dense, loose: loose)
    for (index, bar) in bars.enumerated() {
      draw(bar, on: &drawing, top: 840 + pitch * Tenths(index), frame, dense: dense, loose: loose)
    }
    drawing.line(.rule, x1: frame.zero, y1: 760, x2: frame.zero, y2: bottom)
    drawing.text(
      "单位：%。零线居“\(scale[2])”正中，左为\(scale[3])、右为\(scale[1])；条上数字为“\(scale[1])”“\(scale[0])”的比例。", .label,
      .secondInk, x: 160, y: bottom + 240)
    return drawing.document
  }

  /// Where names end, where zero lies and how long the whole is.
  private struct Frame {
    let names: Tenths
    let zero: Tenths
    let whole: Tenths

    init(bars: [Bar]) {
      names = 160 + (bars.map { labelWidth($0.name) }.max() ?? 0)
      let left = bars.map { $0.perMille(of: $0.counts[3] + $0.counts[4]) }.max() ?? 0
      let right = bars.map { $0.perMille(of: $0.counts[0] + $0.counts[1]) }.max() ?? 1000
      whole = (Drawing.width - names - 1000) * 1000 / max(1, left + right)
      zero = names + 160 + whole * left / 1000
    }
  }

  private func draw(
    _ bar: Bar, on drawing: inout Drawing, top: Tenths, _ frame: Frame, dense: String, loose: String
  ) {
    let total = max(1, bar.counts.reduce(0, +))
    // Edges are computed from cumulated counts, so that rounding never opens a gap.
    let edge = { (halves: Int64) in frame.zero + frame.whole * halves / (2 * total) }
    let middle = bar.counts[2]
    let edges = [
      edge(-middle - 2 * (bar.counts[3] + bar.counts[4])), edge(-middle - 2 * bar.counts[3]), edge(-middle),
      edge(middle),
      edge(middle + 2 * bar.counts[1]), edge(middle + 2 * (bar.counts[1] + bar.counts[0])),
    ]
    drawing.text(bar.name, .label, .end, x: frame.names, y: top + 130)
    let looks: [(ChartTheme.Look, String?)] = [
      (.outline, dense), (.outline, loose), (.neutral, nil), (.mid, nil), (.accent, nil),
    ]
    for (index, look) in looks.enumerated() where edges[index + 1] > edges[index] {
      let gap: Tenths = edges[index + 1] - edges[index] > 20 ? 8 : 0
      drawing.rectangle(
        look.0, x: edges[index], y: top, width: edges[index + 1] - edges[index] - gap, height: 180, fill: look.1)
    }
    label(bar.counts[1], of: total, between: edges[3], edges[4], on: &drawing, top, .label)
    label(bar.counts[0], of: total, between: edges[4], edges[5], on: &drawing, top, .onAccent)
    drawing.text(bar.printed, .label, .bold, .end, x: Drawing.width - 160, y: top + 130)
  }

  /// Writes a share into its piece where there is room for it.
  private func label(
    _ count: Int64, of total: Int64, between left: Tenths, _ right: Tenths, on drawing: inout Drawing, _ top: Tenths,
    _ look: ChartTheme.Look
  ) {
    guard right - left > 300 else { return }
    let tenths = (count * 2000 + total) / (2 * total)
    drawing.text("\(tenths / 10).\(tenths % 10)", .label, look, .middle, x: (left + right) / 2, y: top + 130)
  }

  private func drawKey(on drawing: inout Drawing, dense: String, loose: String) {
    let looks: [(ChartTheme.Look, String?)] = [
      (.outline, dense), (.outline, loose), (.neutral, nil), (.mid, nil), (.accent, nil),
    ]
    var x: Tenths = 160
    for (look, answer) in zip(looks, scale.reversed()) {
      drawing.rectangle(look.0, x: x, y: 420, width: 130, height: 130, fill: look.1)
      drawing.text(answer, .label, x: x + 180, y: 530)
      x += 180 + labelWidth(answer) + 220
    }
    drawing.text("满意率", .label, .bold, .end, x: Drawing.width - 160, y: 530)
  }

  private var description: String {
    bars.map { "\($0.name)满意率\($0.printed)" }.joined(separator: "；") + "。"
  }
}
