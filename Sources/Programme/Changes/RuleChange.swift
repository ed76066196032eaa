/// A change that is tried upon the rules of a pipeline file.
package struct RuleChange: Sendable {
  /// What a message names it by: `--set awards.best.quota.percent=5`, or the name of its file.
  package let name: String
  private let kind: Kind

  private enum Kind: Sendable {
    case value(RulePath, Node)
    case layer(Node)
  }

  /// Reads `PATH=VALUE`. A value is JSON5; what is none, such as `extend` or `20学时`, is a text. `number` is that of its places.
  package static func typed(_ text: String, number: Int, _ faults: FaultCollector) -> RuleChange? {
    let name = "--set \(text)"
    func refuse(_ wording: Wording) -> RuleChange? {
      faults.refuse(Place(line: 1, column: 1, text: number), wording)
      return nil
    }
    guard let sign = text.firstIndex(of: "="), let path = RulePath(String(text[..<sign])) else {
      return refuse(
        Wording(
          "expected PATH=VALUE, such as scoring.pass.total_at_least=70", "应为 路径=值，如 scoring.pass.total_at_least=70"))
    }
    let value = String(text[text.index(after: sign)...])
    guard !value.isEmpty else {
      return refuse(
        Wording(
          "no value is given; null takes '\(path)' out", "没有写值；要去掉 '\(path)' 请写 null"))
    }
    return node(value, number: number, faults).map { RuleChange(name: name, kind: .value(path, $0)) }
  }

  /// Reads a file whose parts are laid upon the pipeline file; of a whole pipeline file its rules are taken.
  package static func file(_ bytes: [UInt8], name: String, number: Int, _ faults: FaultCollector) -> RuleChange? {
    let own = FaultCollector()
    let node = JSON5.tree(of: bytes, own, text: number)
    for fault in own.faults { faults.add(fault) }
    guard let node, !own.refuses else { return nil }
    guard case .object = node.value else {
      faults.refuse(
        node.place,
        Wording("the file is no object; expected parts of a pipeline file", "文件不是对象；应为流程文件的若干部分"))
      return nil
    }
    return RuleChange(name: name, kind: .layer(node))
  }

  /// The rules as they would be.
  package func applied(to root: Node) throws(PathFault) -> Node {
    switch kind {
    case .value(let path, let node): try root.setting(path, to: node)
    case .layer(let node): node.isWholeFile ? root.ruled(by: node) : root.laid(under: node)
    }
  }

  private static func node(_ text: String, number: Int, _ faults: FaultCollector) -> Node? {
    let own = FaultCollector()
    let node = JSON5.tree(of: Array(text.utf8), own, text: number)
    if let node, !own.refuses { return node }
    guard let first = text.first, "{['\"".contains(first) else {
      return Node(Place(line: 1, column: 1, text: number), .string(text))
    }
    for fault in own.faults { faults.add(fault) }
    return nil
  }
}
