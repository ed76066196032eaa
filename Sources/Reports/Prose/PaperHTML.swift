import Metrics
import Scoring
import Workbook

extension Paper {
  /// The paper as one HTML file that needs no other: charts inside, no script, no link; it prints to A4.
  var html: String {
    """
    <!DOCTYPE html>
    <html lang="zh-CN">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width,initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <title>\(xmlEscaped(name))</title>
    <style>
    \(PaperStyle.sheet)
    \(charts.isEmpty ? "" : ChartTheme.styleSheet)
    </style>
    </head>
    <body>
    <main>
    \(blocks.map(\.html).joined(separator: "\n"))
    </main>
    </body>
    </html>

    """
  }
}

extension PaperBlock {
  fileprivate var html: String {
    switch self {
    case .masthead(let name, let number, let office, let date):
      """
      <header>
      <p class="masthead">\(xmlEscaped(name))</p>
      <p class="number">\(xmlEscaped(number))</p>
      <p class="issued"><span>\(xmlEscaped(office))</span><span>\(xmlEscaped(date))</span></p>
      </header>
      """
    case .title(let text, let level): #"<h\#(level) class="title">\#(xmlEscaped(text))</h\#(level)>"#
    case .heading(let text, let level): "<h\(level)>\(xmlEscaped(text))</h\(level)>"
    case .paragraph(let text): "<p>\(xmlEscaped(text))</p>"
    case .byline(let text): #"<p class="byline">\#(xmlEscaped(text))</p>"#
    case .slot(let text): #"<p><span class="slot">\#(xmlEscaped(text))</span></p>"#
    case .keyFigures(let figures): #"<dl class="figures">\#(figures.map(\.html).joined())</dl>"#
    case .numbered(let items): "<ol>\n\(items.map(\.html).joined(separator: "\n"))\n</ol>"
    case .notes(let notes):
      "<ol class=\"notes\">\n\(notes.map { "<li>\(xmlEscaped($0))</li>" }.joined(separator: "\n"))\n</ol>"
    case .table(let table): table.html
    case .chart(let chart): chart.html
    case .rule: "<hr/>"
    case .signature(let names):
      #"<p class="signature">\#(names.map { "<span>\(xmlEscaped($0))：</span>" }.joined())</p>"#
    }
  }
}

extension KeyFigure {
  fileprivate var html: String {
    "<div\(isHeadline ? #" class="headline""# : "")><dt>\(xmlEscaped(label))</dt>"
      + "<dd>\(xmlEscaped(figure))</dd><dd class=\"change\">\(xmlEscaped(change))</dd></div>"
  }
}

extension PaperItem {
  fileprivate var html: String {
    let subject = subject.isEmpty ? "" : "<b>\(xmlEscaped(subject))</b>："
    let condition = condition.isEmpty ? "" : #"<span class="condition">（条件：\#(xmlEscaped(condition))）</span>"#
    return "<li>\(subject)\(xmlEscaped(sentence))\(condition)</li>"
  }
}

extension ChartFile {
  /// The drawing without its style, which stands in the head of the document once.
  fileprivate var html: String {
    var drawing = document
    if let start = drawing.firstRange(of: "<style>"), let end = drawing.firstRange(of: "</style>\n") {
      drawing.removeSubrange(start.lowerBound..<end.upperBound)
    }
    while drawing.last?.isNewline == true { drawing.removeLast() }
    return "<figure>\n\(drawing)\n</figure>"
  }
}

extension PaperTable {
  /// How many characters a name has at most that stands on one line.
  private static let shortName = 8

  fileprivate var html: String {
    var lines = ["<div class=\"scroll\"><table\(density)>"]
    lines.append("<thead><tr>" + columns.map(\.html).joined() + "</tr></thead>")
    lines.append("<tbody>")
    lines += rows.map { row in "<tr>" + zip(columns, row).map(cell).joined() + "</tr>" }
    if let total {
      let label = #"<td colspan="\#(total.span)">\#(xmlEscaped(total.label))</td>"#
      let cells = zip(columns.dropFirst(total.span), total.entries).map { column, entry in
        "<td\(column.kind.place)>\(xmlEscaped(entry.text))</td>"
      }
      lines.append(#"<tr class="total">"# + label + cells.joined() + "</tr>")
    }
    lines.append("</tbody></table></div>")
    return lines.joined(separator: "\n")
  }

  /// The class of a table whose columns need small type to stand side by side on A4.
  private var density: String {
    columns.count < 9 ? "" : columns.count < 13 ? #" class="dense""# : #" class="dense denser""#
  }

  /// A share by which the table is ranked has its bar behind it; a short name is not broken.
  private func cell(_ column: PaperColumn, _ entry: Entry) -> String {
    if case .name = column.kind, entry.text.count <= Self.shortName {
      return #"<td class="short">\#(xmlEscaped(entry.text))</td>"#
    }
    guard column.isRanked, case .figure(let printed) = entry, let width = printed.barWidth else {
      return "<td\(column.kind.place)>\(xmlEscaped(entry.text))</td>"
    }
    return #"<td class="right bar" style="--share:\#(width)">\#(xmlEscaped(entry.text))</td>"#
  }
}

extension Printed {
  /// How much of its cell a share fills, `76.57%`; nil for what is no share and where there is none.
  fileprivate var barWidth: String? {
    guard isPercent, let units else { return nil }
    let whole = (0..<decimals).reduce(Int64(100)) { whole, _ in whole * 10 }
    return decimalText(min(max(units, 0), whole), decimals: decimals) + "%"
  }
}

extension PaperColumn {
  /// A heading is broken where it says so; its unit stands under it.
  fileprivate var html: String {
    let lines = heading.split(separator: "\n").map(String.init) + (unit.isEmpty ? [] : ["（\(unit)）"])
    let broken = lines.map(xmlEscaped).joined(separator: "<br/>")
    return #"<th scope="col">\#(broken)</th>"#
  }
}

extension PaperColumn.Kind {
  /// The class that says where the cells of a column stand.
  fileprivate var place: String {
    switch self {
    case .rank, .climb: #" class="centre""#
    case .name, .word, .sentence: ""
    case .count, .share, .number, .change: #" class="right""#
    }
  }
}
