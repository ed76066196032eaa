/// A value of the pipeline file that a change makes another one.
package struct RuleDifference: Hashable, Sendable {
  package let path: RulePath
  /// As a pipeline file would say it; nil where there was none.
  package let before: String?
  package let after: String?
}

extension Node {
  /// Every value in which another tree differs from this one, as deep as both have the same parts, in the order of the file.
  package func differences(to other: Node) -> [RuleDifference] {
    differences(to: other, at: RulePath(steps: []))
  }

  private func differences(to other: Node, at path: RulePath) -> [RuleDifference] {
    switch (value, other.value) {
    case (.object(let mine), .object(let theirs)):
      return compared(mine.list.map { ($0.key, $0.node) }, theirs.list.map { ($0.key, $0.node) }, at: path)
    case (.array(let mine), .array(let theirs)):
      let (before, after) = (mine.compactMap(\.identifier), theirs.compactMap(\.identifier))
      guard before.count == mine.count, after.count == theirs.count, Set(before).count == before.count,
        Set(after).count == after.count
      else { fallthrough }
      let moved = before.filter(after.contains) == after.filter(before.contains) ? [] : order(before, after, at: path)
      return moved + compared(Array(zip(before, mine)), Array(zip(after, theirs)), at: path)
    default:
      guard canonical != other.canonical else { return [] }
      return [RuleDifference(path: path, before: shown, after: other.shown)]
    }
  }

  private func order(_ before: [String], _ after: [String], at path: RulePath) -> [RuleDifference] {
    [
      RuleDifference(
        path: path, before: before.joined(separator: ", "), after: after.joined(separator: ", "))
    ]
  }

  private func compared(
    _ mine: [(String, Node)], _ theirs: [(String, Node)], at path: RulePath
  ) -> [RuleDifference] {
    mine.flatMap { key, node -> [RuleDifference] in
      guard let other = theirs.first(where: { $0.0 == key })?.1 else {
        return [RuleDifference(path: path.appending(key), before: node.shown, after: nil)]
      }
      return node.differences(to: other, at: path.appending(key))
    }
      + theirs.filter { member in !mine.contains { $0.0 == member.0 } }.map { key, node in
        RuleDifference(path: path.appending(key), before: nil, after: node.shown)
      }
  }

  /// The value on one line, as a pipeline file says it.
  package var shown: String {
    switch value {
    case .object(let members):
      members.list.isEmpty
        ? "{}" : "{ " + members.list.map { "\($0.key): \($0.node.shown)" }.joined(separator: ", ") + " }"
    case .array(let nodes): "[" + nodes.map(\.shown).joined(separator: ", ") + "]"
    case .string(let text): "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
    default: canonical
    }
  }
}
