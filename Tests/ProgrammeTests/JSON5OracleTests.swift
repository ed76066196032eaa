import Foundation
import Programme
import TestSupport
import Testing

/// A JSON value without places, as Foundation and our reader can both give it.
private indirect enum Plain: Equatable, Decodable {
  case object([String: Plain])
  case array([Plain])
  case text(String)
  case number(Double)
  case boolean(Bool)
  case null

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let boolean = try? value.decode(Bool.self) {
      self = .boolean(boolean)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let array = try? value.decode([Plain].self) {
      self = .array(array)
    } else {
      self = .object(try value.decode([String: Plain].self))
    }
  }

  init?(_ node: Node) {
    switch node.value {
    case .object(let members):
      self = .object(
        Dictionary(
          uniqueKeysWithValues: members.list.compactMap { member in
            Plain(member.node).map { (member.key, $0) }
          }))
    case .array(let nodes): self = .array(nodes.compactMap(Plain.init))
    case .string(let text): self = .text(text)
    case .number(let number): self = .number(Double(number.description) ?? .nan)
    case .boolean(let boolean): self = .boolean(boolean)
    case .null: self = .null
    case .nonFinite, .unreadable: return nil
    }
  }
}

@Test func `valid documents give the tree that was written, each value at its place`() {
  for seed in Cases.seeds(usually: 5_000) {
    var generator = JSON5DocumentGenerator(seed: seed, .full)
    generator.write()
    let faults = FaultCollector()
    let tree = JSON5.tree(of: Array(generator.text.utf8), faults)
    let found = faults.lines(file: "", in: .english) + (tree.map(JSON5Outline.lines) ?? [])
    guard found == generator.outline else {
      Issue.record("SEED=\(seed)\n\(generator.text)\nwritten: \(generator.outline)\nread: \(found)")
      return
    }
  }
}

@Test func `valid documents give the values that Foundation reads from them`() {
  let decoder = JSONDecoder()
  decoder.allowsJSON5 = true
  for seed in Cases.seeds(usually: 1_000) {
    var generator = JSON5DocumentGenerator(seed: seed, .foundation)
    generator.write()
    let bytes = Array(generator.text.utf8)
    let expected = Result { try decoder.decode(Plain.self, from: Data(bytes)) }
    let found = JSON5.tree(of: bytes, FaultCollector()).flatMap(Plain.init)
    guard case .success(let expected) = expected, found == expected else {
      Issue.record("SEED=\(seed)\n\(generator.text)\nFoundation: \(expected)\nread: \(String(describing: found))")
      return
    }
  }
}
