package import Programme
import Templates

/// Names that a template may use, all fields of one kind of thing: of the paper itself, of a unit, of a figure.
package struct TemplateNames: Sendable {
  /// A name as it is written in a template, and what it means.
  package struct Name: Sendable {
    package let name: String
    package let written: String
    package let meaning: Wording
    /// The kind of thing whose fields follow it; empty for none.
    package let kind: String
  }

  /// What they are fields of; empty for the paper itself.
  package let kind: String
  package fileprivate(set) var names: [Name]
}

extension PaperTemplate {
  /// Every name that the template of a programme knows, by what it is a field of.
  package func reference(in programme: Programme) -> [TemplateNames] {
    var kinds: [TemplateNames] = []
    signature(in: programme)?.gather(into: &kinds)
    return kinds
  }

  /// The same as Markdown.
  package func markdown(in programme: Programme, _ language: Language) -> String {
    let heads = Wording("written|meaning", "写法|含义")[language].split(separator: "|").map(String.init)
    let parts = reference(in: programme).map { part in
      let table = part.names.map { name in
        let fields = Wording(" Its fields: \(name.kind).", "其内容见“\(name.kind)”。")[language]
        let end = language == .chinese ? "。" : "."
        return "| `\(name.written)` | \(name.meaning[language])\(end)\(name.kind.isEmpty ? "" : fields) |"
      }
      let head = ["| \(heads[0]) | \(heads[1]) |", "|:---|:---|"]
      return (part.kind.isEmpty ? "" : "#### \(part.kind)\n\n") + (head + table).joined(separator: "\n")
    }
    return "### \(fileName)\n\n" + parts.joined(separator: "\n\n") + "\n"
  }
}

extension Signature {
  /// Adds the fields, and those of everything that the fields hold, each kind once.
  fileprivate func gather(into kinds: inout [TemplateNames]) {
    if !kinds.contains(where: { $0.kind == kind }) { kinds.append(TemplateNames(kind: kind, names: [])) }
    for member in members {
      let name = member.names.first ?? ""
      let written = member.shape.written((kind.isEmpty ? "" : kind + ".") + name)
      guard let place = kinds.firstIndex(where: { $0.kind == kind }),
        !kinds[place].names.contains(where: { $0.written == written })
      else { continue }
      let inner = member.shape.inner
      kinds[place].names.append(
        TemplateNames.Name(name: name, written: written, meaning: member.fullMeaning, kind: inner?.kind ?? ""))
    }
    for member in members { if let inner = member.shape.inner { inner.gather(into: &kinds) } }
  }
}

extension Signature.Member {
  /// What it means, and what else it is called.
  fileprivate var fullMeaning: Wording {
    guard names.count > 1 else { return meaning }
    let others = names.dropFirst().joined(separator: ", ")
    return Wording("\(meaning.english) (also \(others))", "\(meaning.chinese)（也可写 \(others)）")
  }
}

extension Signature.Shape {
  /// What has fields in it; nil of parts and plain values.
  fileprivate var inner: Signature? {
    switch self {
    case .thing(let signature), .list(let signature, _): signature.kind.isEmpty ? nil : signature
    case .part: nil
    }
  }

  /// How the name is used in a template.
  fileprivate func written(_ name: String) -> String {
    switch self {
    case .thing(let signature):
      signature.value == .truth ? "{% 如果 \(name) %}" : signature.value == nil ? name : "{{ \(name) }}"
    case .list(_, let isRanked): "{% 每个 \(name)\(isRanked ? " 按名次" : "") %}"
    case .part(let part): "{% \(part.rawValue) \(name) %}"
    }
  }
}
