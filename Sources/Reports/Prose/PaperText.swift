extension PaperBlock {
  /// The block as plain text, without any mark, for messages; what cannot be told in words is left out.
  var plainText: String {
    switch self {
    case .masthead(let name, let number, let office, let date): "\(name)　\(number)\n\(office)　\(date)"
    case .title(let text, _), .heading(let text, _), .paragraph(let text), .byline(let text), .slot(let text): text
    case .numbered(let items): items.enumerated().map { "\($0 + 1). \($1.plainText)" }.joined(separator: "\n")
    case .notes(let notes): notes.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n")
    case .table(let table):
      ([table.columns.map(\.plainHeading)] + table.rows.map { $0.map(\.text) })
        .map { $0.joined(separator: "\t") }.joined(separator: "\n")
    case .signature(let names): names.map { $0 + "：" }.joined(separator: "　　　　")
    case .rule: "----"
    case .keyFigures, .chart: ""
    }
  }
}

extension PaperItem {
  /// The item as one sentence.
  var plainText: String {
    (subject.isEmpty ? sentence : "\(subject)：\(sentence)") + (condition.isEmpty ? "" : "（条件：\(condition)）")
  }
}
