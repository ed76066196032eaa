package import Programme
import Store

extension Answer {
  /// The tree as one JSON object on one line: `kind`, `text` in the language asked for, the figures, and `parts`.
  package func json(in language: Language) -> String {
    var members = ["\"kind\":\(jsonText(kind))", "\"text\":\(jsonText(text[language]))"]
    members += fields.map { "\(jsonText($0.name)):\($0.value.json)" }
    if !parts.isEmpty { members.append("\"parts\":[\(parts.map { $0.json(in: language) }.joined(separator: ","))]") }
    return "{\(members.joined(separator: ","))}"
  }
}

extension AnswerValue {
  fileprivate var json: String {
    switch self {
    case .text(let text): jsonText(text)
    case .number(let number): "\(number)"
    case .truth(let holds): holds ? "true" : "false"
    case .list(let texts): "[\(texts.map(jsonText).joined(separator: ","))]"
    case .none: "null"
    }
  }
}
