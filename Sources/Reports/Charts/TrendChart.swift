/// Rates over nights as lines: the headline solid, the others dashed and dotted with markers of their own.
package struct TrendChart: Sendable {
  /// One line; a rate is in hundredths of a per cent, nil where the night had none.
  package struct Line: Sendable {
    package let name: String
    package let rates: [Int64?]
    package let lastPrinted: String
    package let firstPrinted: String

    package init(name: String, rates: [Int64?], firstPrinted: String, lastPrinted: String) {
      self.name = name
      self.rates = rates
      self.firstPrinted = firstPrinted
      self.lastPrinted = lastPrinted
    }
  }

  package let name: String
  package let title: String
  /// The days under the axis.
  package let nights: [String]
  package let headline: Line
  /// At most two, which have looks of their own.
  package let others: [Line]

  package init(name: String, title: String, nights: [String], headline: Line, others: [Line]) {
    self.name = name
    self.title = title
    self.nights = nights
    self.headline = headline
    self.others = others
  }

  private static let (left, right, top, bottom): (Tenths, Tenths, Tenths, Tenths) = (520, 6000, 560, 2720)

  /// The chart as an SVG file.
  package var document: String {
    var drawing = Drawing(name: name, title: title, description: description, height: 3200)
    drawAxis(on: &drawing)
    for (line, look) in zip(others, [ChartTheme.Look.dashed, .dotted]) {
      drawing.path(through: points(of: line), look)
      for point in points(of: line) {
        if look == .dashed {
          drawing.rectangle(.marker, x: point.x - 35, y: point.y - 35, width: 70, height: 70)
        } else {
          drawing.triangle(.marker, x: point.x, y: point.y)
        }
      }
    }
    drawing.path(through: points(of: headline), .headline)
    for point in points(of: headline) { drawing.circle(.accent, x: point.x, y: point.y, radius: 40) }
    drawLabels(on: &drawing)
    return drawing.document
  }

  private func drawAxis(on drawing: inout Drawing) {
    for step in Int64(0)...5 {
      let y = height(step * 2000)
      drawing.line(step == 0 ? .rule : .gridline, x1: Self.left, y1: y, x2: Self.right, y2: y)
      drawing.text("\(step * 20)%", .label, .secondInk, .end, x: Self.left - 80, y: y + 40)
    }
    for (index, night) in nights.enumerated() {
      drawing.text(night, .label, .secondInk, .middle, x: place(index), y: Self.bottom + 200)
    }
  }

  /// Labels stand at the ends of their lines, the lower one moved down where two would touch.
  private func drawLabels(on drawing: inout Drawing) {
    let ends = ([headline] + others).compactMap { line in points(of: line).last.map { (line: line, y: $0.y) } }
      .sorted { ($0.y, $0.line.name) < ($1.y, $1.line.name) }
    var free = Tenths.min
    for end in ends {
      let y = max(end.y + 40, free)
      free = y + 160
      let words = "\(end.line.name) \(end.line.lastPrinted)"
      let x = place(nights.count - 1) + 120
      if end.line.name == headline.name {
        drawing.text(words, .label, .bold, x: x, y: y)
      } else {
        drawing.text(words, .label, x: x, y: y)
      }
    }
  }

  private func points(of line: Line) -> [(x: Tenths, y: Tenths)] {
    line.rates.enumerated().compactMap { index, rate in rate.map { (place(index), height($0)) } }
  }

  private func place(_ index: Int) -> Tenths {
    let (first, last) = (Self.left + 240, Self.right - 240)
    guard nights.count > 1 else { return (first + last) / 2 }
    return first + (last - first) * Tenths(index) / Tenths(nights.count - 1)
  }

  private func height(_ rate: Int64) -> Tenths {
    Self.bottom - (Self.bottom - Self.top) * rate / 10_000
  }

  private var description: String {
    let figures = ([headline] + others).map { line in
      line.firstPrinted == line.lastPrinted
        ? "\(line.name)保持\(line.lastPrinted)" : "\(line.name)由\(line.firstPrinted)变为\(line.lastPrinted)"
    }
    return figures.joined(separator: "，") + "。"
  }
}
