/// Columns of equal bins, nearly touching, those below the pass line pale; the note says so in words.
package struct DistributionChart: Sendable {
  /// One column with its bin and its count.
  package struct Bin: Sendable {
    package let title: String
    package let count: Int64
    /// The count as printed, 1,234.
    package let printed: String
    package let isPale: Bool

    package init(title: String, count: Int64, printed: String, isPale: Bool) {
      self.title = title
      self.count = count
      self.printed = printed
      self.isPale = isPale
    }
  }

  package let name: String
  package let title: String
  package let bins: [Bin]
  package let note: String

  package init(name: String, title: String, bins: [Bin], note: String) {
    self.name = name
    self.title = title
    self.bins = bins
    self.note = note
  }

  /// The chart as an SVG file.
  package var document: String {
    let (left, base, tallest): (Tenths, Tenths, Tenths) = (240, 2680, 2040)
    let pitch = (Drawing.width - 2 * left) / Tenths(max(1, bins.count))
    let most = max(1, bins.map(\.count).max() ?? 1)
    var drawing = Drawing(name: name, title: title, description: description, height: 3280)
    for (index, bin) in bins.enumerated() {
      let x = left + pitch * Tenths(index)
      let height = tallest * bin.count / most
      let middle = x + pitch / 2
      if height > 0 {
        drawing.rectangle(
          bin.isPale ? .pale : .accent, x: x + pitch / 20, y: base - height, width: pitch * 9 / 10, height: height)
      }
      drawing.text(bin.printed, .label, .middle, x: middle, y: base - height - 60)
      drawing.text(bin.title, .label, .secondInk, .middle, x: middle, y: base + 180)
    }
    drawing.line(.rule, x1: left, y1: base, x2: Drawing.width - left, y2: base)
    drawing.text(note, .label, .secondInk, x: 160, y: base + 440)
    return drawing.document
  }

  private var description: String {
    bins.map { "\($0.title)\($0.printed)" }.joined(separator: "；") + "。"
  }
}
