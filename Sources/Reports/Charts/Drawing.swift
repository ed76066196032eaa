/// A length in tenths of a pixel, so that every coordinate is printed with one decimal and the same bytes everywhere.
package typealias Tenths = Int64

/// An SVG chart in the making: 720 pixels wide, on a background of its own, with a title and a description to read aloud.
///
/// The name starts every id, so that two charts in one page do not clash. Text from outside is escaped here.
package struct Drawing: Sendable {
  /// The width of every chart, in tenths of a pixel.
  package static let width: Tenths = 7200

  private let name: String
  private let title: String
  private let description: String
  private let height: Tenths
  private var elements: [String] = []

  /// Starts a chart of a height in tenths of a pixel; the description holds the figures in words.
  package init(name: String, title: String, description: String, height: Tenths) {
    self.name = name
    self.title = title
    self.description = description
    self.height = height
    rectangle(.background, x: 0, y: 0, width: Self.width, height: height)
    text(title, .title, .bold, x: 160, y: 260)
  }

  /// `fill` is a pattern from `pattern(_:_:spacing:)`.
  package mutating func rectangle(
    _ looks: ChartTheme.Look..., x: Tenths, y: Tenths, width: Tenths, height: Tenths, fill: String? = nil
  ) {
    let fill = fill.map { #" style="fill:\#($0)""# } ?? ""
    elements.append(
      #"<rect class="\#(classes(looks))"\#(fill) x="\#(px(x))" y="\#(px(y))" width="\#(px(width))" height="\#(px(height))"/>"#
    )
  }

  /// Writes a line of text whose baseline begins, ends or is centred at the point, as its looks say.
  package mutating func text(_ text: String, _ looks: ChartTheme.Look..., x: Tenths, y: Tenths) {
    elements.append(#"<text class="\#(classes(looks))" x="\#(px(x))" y="\#(px(y))">\#(xmlEscaped(text))</text>"#)
  }

  /// `dashes` as SVG writes them: `4 3`.
  package mutating func line(
    _ looks: ChartTheme.Look..., x1: Tenths, y1: Tenths, x2: Tenths, y2: Tenths, dashes: String? = nil
  ) {
    let dashes = dashes.map { #" stroke-dasharray="\#($0)""# } ?? ""
    elements.append(
      #"<line class="\#(classes(looks))"\#(dashes) x1="\#(px(x1))" y1="\#(px(y1))" x2="\#(px(x2))" y2="\#(px(y2))"/>"#)
  }

  /// Draws a line through points.
  package mutating func path(through points: [(x: Tenths, y: Tenths)], _ looks: ChartTheme.Look...) {
    let points = points.map { "\(px($0.x)),\(px($0.y))" }.joined(separator: " ")
    elements.append(#"<polyline class="\#(classes(looks))" points="\#(points)"/>"#)
  }

  /// Draws a round marker.
  package mutating func circle(_ looks: ChartTheme.Look..., x: Tenths, y: Tenths, radius: Tenths) {
    elements.append(#"<circle class="\#(classes(looks))" cx="\#(px(x))" cy="\#(px(y))" r="\#(px(radius))"/>"#)
  }

  /// Draws a marker whose middle is at the point.
  package mutating func triangle(_ looks: ChartTheme.Look..., x: Tenths, y: Tenths) {
    elements.append(
      #"<path class="\#(classes(looks))" d="M\#(px(x)) \#(px(y - 45))l4.5 8h-9z"/>"#)
  }

  /// Adds a hatched pattern and returns what fills a rectangle with it; the suffix keeps patterns of a chart apart.
  package mutating func pattern(_ suffix: String, _ look: ChartTheme.Look, spacing: Tenths) -> String {
    let id = "\(name)-\(suffix)"
    let size = #"width="\#(px(spacing))" height="\#(px(spacing))""#
    elements.append(
      #"<defs><pattern id="\#(id)" \#(size) patternUnits="userSpaceOnUse" patternTransform="rotate(45)">"#
        + #"<rect class="\#(ChartTheme.Look.background.rawValue)" \#(size)/>"#
        + #"<line class="\#(look.rawValue)" x1="0" y1="0" x2="0" y2="\#(px(spacing))"/></pattern></defs>"#)
    return "url(#\(id))"
  }

  /// The whole file.
  package var document: String {
    let size = #"width="\#(px(Self.width))" height="\#(px(height))" viewBox="0 0 \#(px(Self.width)) \#(px(height))""#
    return """
      <svg xmlns="http://www.w3.org/2000/svg" \(size) role="img" aria-labelledby="\(name)-title \(name)-description">
      <title id="\(name)-title">\(xmlEscaped(title))</title>
      <desc id="\(name)-description">\(xmlEscaped(description))</desc>
      <style>
      \(ChartTheme.styleSheet)
      </style>
      \(elements.joined(separator: "\n"))
      </svg>

      """
  }

  private func classes(_ looks: [ChartTheme.Look]) -> String {
    looks.map(\.rawValue).joined(separator: " ")
  }

  private func px(_ tenths: Tenths) -> String {
    let magnitude = tenths.magnitude
    let digits = magnitude % 10 == 0 ? "\(magnitude / 10)" : "\(magnitude / 10).\(magnitude % 10)"
    return tenths < 0 ? "-" + digits : digits
  }
}

/// The width of a text at 12 pixels, in tenths: 12 pixels a wide character, 7 another.
package func labelWidth(_ text: String) -> Tenths {
  text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 ? 120 : 70) }
}

/// Text as XML holds it; control characters, which XML forbids, become U+FFFD.
package func xmlEscaped(_ text: String) -> String {
  var escaped = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "\"": escaped += "&quot;"
    case "\n", "\r", "\t": escaped += " "
    default: escaped.unicodeScalars.append(scalar.printable)
    }
  }
  return escaped
}
