extension Node {
  /// The tree with another laid upon it, key by key: objects are merged, elements of lists that bear an `id` are merged with their
  /// namesakes, `null` takes a key out, and whatever else the other has stands in place of what was there.
  package func laid(under other: Node) -> Node {
    switch (value, other.value) {
    case (.object(let mine), .object(let theirs)):
      var list = mine.list
      for member in theirs.list {
        let index = list.firstIndex { $0.key == member.key }
        switch (index, member.node.value) {
        case (let index?, .null): list.remove(at: index)
        case (let index?, _):
          let node = list[index].node.laid(under: member.node)
          list[index] = Member(key: member.key, keyPlace: list[index].keyPlace, node: node)
        case (nil, .null): continue
        case (nil, _): list.append(member)
        }
      }
      return Node(place, .object(Members(list: list, areWhole: mine.areWhole && theirs.areWhole)))
    case (.array(let mine), .array(let theirs))
    where !theirs.isEmpty && theirs.allSatisfy({ $0.identifier != nil }) && mine.allSatisfy({ $0.identifier != nil }):
      var nodes = mine
      for node in theirs {
        if let index = nodes.firstIndex(where: { $0.identifier == node.identifier }) {
          nodes[index] = nodes[index].laid(under: node)
        } else {
          nodes.append(node)
        }
      }
      return Node(place, .array(nodes))
    default: return other
    }
  }

  /// The tree with the rules of another whole pipeline file: how it scores, measures and awards. What is read, and how, stays.
  package func ruled(by other: Node) -> Node {
    guard case .object(let mine) = value, case .object(let theirs) = other.value else { return other }
    let kept = mine.list.filter { !Self.rules.contains($0.key) }
    let taken = theirs.list.filter { Self.rules.contains($0.key) }
    return Node(place, .object(Members(list: kept + taken, areWhole: mine.areWhole && theirs.areWhole)))
  }

  /// Whether the tree is a whole pipeline file and not only some of its parts.
  package var isWholeFile: Bool {
    if case .object(let members) = value { members.list.contains { $0.key == "format" } } else { false }
  }

  /// The parts that say what is made of the facts.
  private static let rules = ["scoring", "metrics", "awards", "exclusive", "ledger", "checks"]
}
