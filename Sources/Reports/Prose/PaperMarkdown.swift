extension Paper {
  /// The paper as GitHub-flavoured Markdown; its charts lie beside it.
  var markdown: String { blocks.compactMap(\.markdown).joined(separator: "\n\n") + "\n" }
}

extension PaperBlock {
  fileprivate var markdown: String? {
    switch self {
    case .masthead(let name, let number, let office, let date):
      "# \(escaped(name))\n\n**\(escaped(number))**　\(escaped(office))　\(escaped(date))"
    case .title(let text, let level), .heading(let text, let level):
      String(repeating: "#", count: level) + " " + escaped(text)
    case .paragraph(let text), .byline(let text), .slot(let text): escaped(text)
    case .keyFigures: nil
    case .numbered(let items): numbered(items.map(\.markdown))
    case .notes(let notes): numbered(notes.map(escaped))
    case .table(let table): table.markdown.text
    case .chart(let chart): chart.markdown
    case .rule: "---"
    case .signature(let names): "---\n\n" + names.map { escaped($0) + "：" }.joined(separator: "　　　　　　")
    }
  }

  private func numbered(_ items: [String]) -> String {
    items.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n")
  }

  private func escaped(_ text: String) -> String { MarkdownText.escaped(text) }
}

extension PaperItem {
  fileprivate var markdown: String {
    let subject = subject.isEmpty ? "" : "**\(MarkdownText.escaped(subject))**："
    let condition = condition.isEmpty ? "" : "（条件：\(MarkdownText.escaped(condition))）"
    return subject + MarkdownText.escaped(sentence) + condition
  }
}
