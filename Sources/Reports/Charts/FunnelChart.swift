/// How many get how far: a bar from 0 for each step, the share of the step before between them.
package struct FunnelChart: Sendable {
  /// One step, widest first.
  package struct Step: Sendable {
    package let title: String
    package let count: Int64
    /// The count and its share of the first step as printed: `2,350人（94.53%）`.
    package let printed: String
    /// What part of the step before it is, as printed; empty for the first.
    package let ofPrevious: String

    package init(title: String, count: Int64, printed: String, ofPrevious: String) {
      self.title = title
      self.count = count
      self.printed = printed
      self.ofPrevious = ofPrevious
    }
  }

  package let name: String
  package let title: String
  package let steps: [Step]
  package let note: String

  package init(name: String, title: String, steps: [Step], note: String) {
    self.name = name
    self.title = title
    self.steps = steps
    self.note = note
  }

  /// The chart as an SVG file.
  package var document: String {
    let pitch: Tenths = 480
    let left = 160 + (steps.map { labelWidth($0.title) }.max() ?? 0) + 80
    let scale = Drawing.width - left - 1700
    let most = max(1, steps.first?.count ?? 1)
    let bottom = 480 + pitch * Tenths(steps.count) - 100
    var drawing = Drawing(name: name, title: title, description: description, height: bottom + 380)
    for (index, step) in steps.enumerated() {
      let top = 520 + pitch * Tenths(index)
      let length = scale * step.count / most
      drawing.text(step.title, .label, .end, x: left - 80, y: top + 165)
      if length > 0 { drawing.rectangle(.accent, x: left, y: top, width: length, height: 240) }
      drawing.text(step.printed, .label, x: left + length + 60, y: top + 165)
      guard index > 0 else { continue }
      drawing.text("↓ \(step.ofPrevious)", .label, .secondInk, x: left + 60, y: top - 80)
    }
    drawing.line(.rule, x1: left, y1: 480, x2: left, y2: bottom)
    drawing.text(note, .label, .secondInk, x: 160, y: bottom + 220)
    return drawing.document
  }

  private var description: String {
    steps.map { step in
      step.title + step.printed + (step.ofPrevious.isEmpty ? "" : "，占上一步的\(step.ofPrevious)")
    }.joined(separator: "；") + "。"
  }
}
