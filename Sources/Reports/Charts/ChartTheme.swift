/// The looks that every SVG chart shares, as one style sheet: light, dark where the reader's screen is dark, and light
/// again on paper.
///
/// Colours stand in classes only, and every class starts with `jb-`, so that several charts can be laid into one page.
/// Nothing is told by colour alone: lightness, dash, marker or a word always says it too.
package enum ChartTheme {
  /// The classes of chart elements.
  package enum Look: String, Sendable {
    case background = "jb-background"
    case title = "jb-title"
    case label = "jb-label"
    /// Axis labels and notes, which stand back.
    case secondInk = "jb-second"
    case bold = "jb-bold"
    /// Text on a bar of the accent.
    case onAccent = "jb-on-accent"
    /// A rim of the background around text that crosses a line.
    case halo = "jb-halo"
    case end = "jb-end"
    case middle = "jb-middle"
    /// Bars at or above the reference, the headline's markers.
    case accent = "jb-accent"
    /// Bars below the reference.
    case pale = "jb-pale"
    /// The second step of a scale.
    case mid = "jb-mid"
    /// The middle answer of a scale.
    case neutral = "jb-neutral"
    case hatch = "jb-hatch"
    case denseHatch = "jb-hatch-dense"
    case outline = "jb-outline"
    case gridline = "jb-gridline"
    case rule = "jb-rule"
    case headline = "jb-line-1"
    case dashed = "jb-line-2"
    case dotted = "jb-line-3"
    case marker = "jb-marker"
    /// An axis or estimate drawn in the accent.
    case accentRule = "jb-accent-rule"
  }

  /// The contents of the one `<style>` element.
  package static let styleSheet: String = {
    let shapes = declarations.map { $0.selector + "{" + $0.shape + $0.property.with($0.light) + "}" }.joined()
    let dark = declarations.map { $0.rule($0.dark) }.joined()
    let paper = declarations.map { $0.rule($0.light) }.joined()
    return """
      \(shapes)\(plain)
      @media (prefers-color-scheme:dark){\(dark)}
      @media print{\(paper)}
      """
  }()

  /// Looks without a colour of their own.
  private static let plain =
    ".jb-bold{font-weight:700}.jb-end{text-anchor:end}.jb-middle{text-anchor:middle}"

  /// What a look's colour paints.
  private enum Property {
    case fill, stroke, fillWithin(String)

    func with(_ colour: String) -> String {
      switch self {
      case .fill: "fill:\(colour)"
      case .stroke: "stroke:\(colour)"
      case .fillWithin(let stroke): "fill:\(colour);stroke:\(stroke)"
      }
    }
  }

  private struct Declaration {
    let look: Look
    let shape: String
    let property: Property
    let light: String
    let dark: String

    init(_ look: Look, _ shape: String, _ property: Property, _ light: String, _ dark: String) {
      self.look = look
      self.shape = shape.isEmpty ? "" : shape + ";"
      self.property = property
      self.light = light
      self.dark = dark
    }

    var selector: String { ".\(look.rawValue)" }

    func rule(_ colour: String) -> String { selector + "{" + property.with(colour) + "}" }
  }

  private static let family =
    #""Source Han Sans SC","Noto Sans CJK SC","Microsoft YaHei","PingFang SC",SimHei,sans-serif"#

  /// Light and dark colours of `papers`: ink, second ink, accent and its steps, rules.
  private static let declarations: [Declaration] = [
    Declaration(.background, "", .fill, "#fff", "#161B22"),
    Declaration(.title, "font:14px \(family)", .fill, "#111", "#E6EDF3"),
    Declaration(.label, "font:12px \(family)", .fill, "#111", "#E6EDF3"),
    Declaration(.secondInk, "", .fill, "#595959", "#A9B4C0"),
    Declaration(.onAccent, "", .fill, "#fff", "#0D1117"),
    Declaration(.halo, "paint-order:stroke;stroke-width:5px;stroke-linejoin:round", .stroke, "#fff", "#161B22"),
    Declaration(.accent, "", .fill, "#1F4E79", "#79B0E6"),
    Declaration(.pale, "", .fill, "#B7C6D6", "#53718F"),
    Declaration(.mid, "", .fill, "#8FAFCB", "#3A668F"),
    Declaration(.neutral, "", .fill, "#E3E3E3", "#4A525B"),
    Declaration(.hatch, "stroke-width:3", .stroke, "#404040", "#C9D1D9"),
    Declaration(.denseHatch, "stroke-width:4.2", .stroke, "#404040", "#C9D1D9"),
    Declaration(.outline, "stroke-width:.6", .stroke, "#595959", "#A9B4C0"),
    Declaration(.gridline, "stroke-width:1", .stroke, "#D9D9D9", "#30363D"),
    Declaration(.rule, "stroke-width:1", .stroke, "#7F7F7F", "#8A949E"),
    Declaration(.headline, "fill:none;stroke-width:3", .stroke, "#1F4E79", "#79B0E6"),
    Declaration(.dashed, "fill:none;stroke-width:1.6;stroke-dasharray:9 5", .stroke, "#595959", "#A9B4C0"),
    Declaration(.dotted, "fill:none;stroke-width:1.6;stroke-dasharray:2 4", .stroke, "#595959", "#A9B4C0"),
    Declaration(.marker, "stroke-width:1.6", .fillWithin("#777"), "#fff", "#161B22"),
    Declaration(.accentRule, "stroke-width:2", .stroke, "#1F4E79", "#79B0E6"),
  ]
}
