extension PageLayout {
  /// Writes the title and, under it, the units on the left and the cut-off on the right.
  mutating func writeTitle() {
    if let title = page.title {
      // The largest size in which it stands on one line, or the middle one on two.
      let fitting = [20.0, 17, 15].first { 7 * TextWidth.units(title, size: $0) <= Double(grid.width) }
      let style = Style.title.with { $0.size = fitting ?? 17 }
      let lines = Prose.lines(title, size: style.size, pixels: grid.width)
      writeLine(
        title, style: style.with { $0.wraps = lines > 1 },
        height: lines > 1 ? Prose.height(lines: lines, size: style.size, spacing: 1.4) : 36)
    }
    guard !page.left.isEmpty || !page.right.isEmpty else { return }
    writeParts([(page.left, .secondRow), (page.right, .secondRowRight)], isEven: false, height: 20)
  }

  /// Writes a section head, a little apart from what is above it.
  mutating func writeHeading(_ text: String) {
    if row > 2 { advance(8) }
    writeLine(text, style: .heading, height: 25)
  }

  /// Writes a line over the whole width.
  mutating func writeLine(_ text: String, style: Style, height: Double) {
    writeLine(.text(text), style: style, height: height)
  }

  /// Writes a value over the whole width.
  mutating func writeLine(_ value: CellValue, style: Style, height: Double) {
    let row = advance(height)
    sheet.write(value, across: Area(rows: row...row, columns: columns), style: style)
  }

  /// Writes running text over the whole width, as high as its lines need.
  mutating func writeParagraph(_ text: String, style: Style, spacing: Double) {
    let lines = Prose.lines(text, size: style.size, pixels: grid.width)
    writeLine(text, style: style, height: Prose.height(lines: lines, size: style.size, spacing: spacing))
  }

  /// Writes the footnotes of a table or a page.
  mutating func write(_ notes: [String]) {
    for (index, note) in notes.enumerated() {
      writeParagraph((index == 0 ? "注：" : "　　") + note, style: .note, spacing: 1.45)
    }
  }

  /// Writes the lines to sign on.
  mutating func write(signatures lines: [[String]]) {
    advance(12)
    for parts in lines {
      writeParts(parts.map { ($0, .signature) }, isEven: true, height: 30)
    }
  }

  /// Writes the head of a bulletin.
  mutating func write(_ masthead: Masthead) {
    let name = masthead.name.map(String.init).joined(separator: " ")
    writeLine(name, style: .mastheadName, height: 54)
    writeLine(masthead.issue, style: .mastheadIssue, height: 24)
    writeParts(
      [(masthead.office, .mastheadLine), (masthead.date, .mastheadLineRight)], isEven: false, height: 26)
    advance(6)
  }

  /// Writes the key figures side by side: names, figures, changes.
  mutating func write(_ figures: [KeyFigure]) {
    advance(6)
    let areas = grid.split(shares: figures.map { _ in 1 })
    let rows = [advance(22), advance(32), advance(20)]
    for (figure, columns) in zip(figures, areas) {
      let isFirst = columns.lowerBound == 0
      let texts = [figure.label, figure.figure, figure.change]
      for (line, text) in texts.enumerated() {
        sheet.write(
          .text(text), across: Area(rows: rows[line]...rows[line], columns: columns),
          style: .figure(line: line, isHeadline: figure.isHeadline, isFirst: isFirst))
      }
    }
  }

  /// Writes several texts side by side, in equal parts or in proportion to their lengths.
  private mutating func writeParts(_ parts: [(text: String, style: Style)], isEven: Bool, height: Double) {
    let row = advance(height)
    let areas = grid.split(
      shares: parts.map { isEven ? 1 : max(1, TextWidth.halfWidths($0.text)) },
      needs: isEven ? [] : parts.map { ColumnWidth.pixels(units: TextWidth.units($0.text, size: $0.style.size)) })
    for (part, columns) in zip(parts, areas) {
      sheet.write(.text(part.text), across: Area(rows: row...row, columns: columns), style: part.style)
    }
  }
}
