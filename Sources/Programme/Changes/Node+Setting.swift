extension Node {
  /// The tree with another value at a path; `null` takes the key or element out, and a key that is new is added at the end.
  package func setting(_ path: RulePath, to value: Node) throws(PathFault) -> Node {
    try setting(path.steps[...], to: value, walked: RulePath(steps: []))
  }

  fileprivate func setting(_ steps: ArraySlice<String>, to new: Node, walked: RulePath) throws(PathFault) -> Node {
    guard let step = steps.first else { return new }
    let rest = steps.dropFirst()
    switch value {
    case .object(let members):
      return Node(place, .object(try members.setting(step, rest, to: new, walked)))
    case .array(let nodes):
      let index = try place(of: step, among: nodes, walked)
      var changed = nodes
      if rest.isEmpty, new.value == .null {
        changed.remove(at: index)
      } else {
        changed[index] = try nodes[index].setting(rest, to: new, walked: walked.appending(step))
      }
      return Node(place, .array(changed))
    default:
      let found = noun?.one ?? Wording("nothing", "空")
      throw PathFault(
        wording: Wording(
          "'\(walked)' is \(found.english) and has no '\(step)'; leave '.\(steps.joined(separator: "."))' out",
          "'\(walked)' 是\(found.chinese)，其下没有 '\(step)'；请去掉 '.\(steps.joined(separator: "."))'"))
    }
  }

  /// Where an element of a list stands that is named by its id or its place.
  private func place(of step: String, among nodes: [Node], _ walked: RulePath) throws(PathFault) -> Int {
    if let named = nodes.firstIndex(where: { $0.identifier == step }) { return named }
    if let place = Int(step), nodes.indices.contains(place) { return place }
    let known = nodes.enumerated().map { $0.element.identifier ?? "\($0.offset)" }
    let hint = Spelling.hint(for: step, among: known)
    throw PathFault(
      wording: Wording(
        "'\(walked)' has no element '\(step)'; \(hint.english)", "'\(walked)' 中没有 '\(step)' 这一项；\(hint.chinese)"))
  }

  /// What an element of a list is addressed by, where it says so.
  var identifier: String? {
    guard case .object(let members) = value, let node = members.list.first(where: { $0.key == "id" })?.node,
      case .string(let text) = node.value
    else { return nil }
    return text
  }
}

extension Node.Members {
  fileprivate func setting(
    _ key: String, _ rest: ArraySlice<String>, to new: Node, _ walked: RulePath
  ) throws(PathFault) -> Self {
    var changed = list
    let index = list.firstIndex { $0.key == key }
    if rest.isEmpty, new.value != .null {
      let member = Node.Member(key: key, keyPlace: index.map { list[$0].keyPlace } ?? new.place, node: new)
      if let index { changed[index] = member } else { changed.append(member) }
      return Self(list: changed, areWhole: areWhole)
    }
    guard let index else {
      let hint = Spelling.hint(for: key, among: list.map(\.key))
      let owner =
        walked.steps.isEmpty ? Wording("the pipeline file", "流程文件") : Wording("'\(walked)'", "'\(walked)'")
      throw PathFault(
        wording: Wording(
          "\(owner.english) has no key '\(key)'; \(hint.english)", "\(owner.chinese) 中没有键 '\(key)'；\(hint.chinese)"))
    }
    if rest.isEmpty {
      changed.remove(at: index)
    } else {
      let node = try list[index].node.setting(rest, to: new, walked: walked.appending(key))
      changed[index] = Node.Member(key: key, keyPlace: list[index].keyPlace, node: node)
    }
    return Self(list: changed, areWhole: areWhole)
  }
}
