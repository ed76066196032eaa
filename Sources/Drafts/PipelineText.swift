/// The text of a pipeline file while it is written: lines with their indentation, comments, and the questions left open.
struct PipelineText {
  private(set) var lines: [String] = []
  /// What a person must fill in: the line, counted from 1, and the question.
  private(set) var questions: [(line: Int, question: String)] = []
  private var depth = 0

  var text: String { lines.map { $0 + "\n" }.joined() }

  mutating func line(_ text: String, note: String? = nil) {
    let indent = text.isEmpty ? "" : String(repeating: "  ", count: depth)
    lines.append(indent + text + (note.map { "  // \($0)" } ?? ""))
  }

  mutating func comment(_ text: String) { line("// \(text)") }

  /// A key whose value only a person knows: `null`, which `check` refuses at its place until it is filled in.
  mutating func ask(_ key: String, _ question: String) {
    line("\(key): null,", note: "请填写：\(question)")
    questions.append((lines.count, question))
  }

  /// Remarks on a question that lies inside a line already written.
  mutating func asks(_ question: String) { questions.append((lines.count, question)) }

  /// A part in braces or brackets, its contents indented.
  mutating func part(_ opening: String, closing: String, _ body: (inout PipelineText) -> Void) {
    line(opening)
    depth += 1
    body(&self)
    depth -= 1
    line(closing)
  }

  /// The same, set behind `//`: a proposal that takes effect when the marks are removed.
  mutating func proposal(_ body: (inout PipelineText) -> Void) {
    var inner = PipelineText()
    body(&inner)
    for line in inner.lines { comment(line) }
  }
}

/// A text in the quotes of the pipeline file.
func quoted(_ text: String) -> String {
  let escaped = text.replacing("\\", with: "\\\\").replacing("'", with: "\\'").replacing("\n", with: " ")
  return "'\(escaped)'"
}
