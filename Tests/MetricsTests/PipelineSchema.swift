import Foundation
import Programme
import TestSupport

/// `pipelines/pipeline.schema.json`, as far as it uses JSON Schema 2020-12; a keyword that is not known here is a fault of its own.
struct PipelineSchema {
  typealias Object = [String: Any]
  let root: Object

  init() throws {
    let bytes = try Data(contentsOf: URL(filePath: Repository.path("pipelines/pipeline.schema.json")))
    root = try JSONSerialization.jsonObject(with: bytes) as? Object ?? [:]
  }

  /// The named objects of the schema.
  var definitions: [String: Object] { root["$defs"] as? [String: Object] ?? [:] }

  /// A schema with the name that it was referred to by, `root` for the document.
  struct Named {
    let name: String
    let schema: Object
  }

  func resolved(_ schema: Object) -> Named {
    guard let name = (schema["$ref"] as? String)?.split(separator: "/").last.map(String.init) else {
      return Named(name: "", schema: schema)
    }
    return Named(name: name, schema: definitions[name] ?? [:])
  }

  /// What is wrong with a value, each with its path.
  func faults(of node: Node, _ schema: Object? = nil, at path: String = "") -> [String] {
    let schema = schema ?? root
    return schema.keys.sorted().flatMap { keyword -> [String] in
      fault(keyword, of: schema, node).map { ["\(path): \($0)"] } ?? inner(keyword, of: schema, node, path)
    }
  }

  /// What a keyword that looks at the value alone finds.
  private func fault(_ keyword: String, of schema: Object, _ node: Node) -> String? {
    let value = schema[keyword]
    switch (keyword, node.value) {
    case ("type", _):
      let types = value as? [String] ?? [value as? String ?? ""]
      return types.contains(where: node.isOf) ? nil : "is not \(types)"
    case ("enum", _): return (value as? [Any] ?? []).contains(where: node.equals) ? nil : "is no word of the list"
    case ("const", _): return value.map(node.equals) == true ? nil : "is another value"
    case ("minLength", .string(let text)): return text.count >= value as? Int ?? 0 ? nil : "is too short"
    case ("pattern", .string(let text)):
      return text.range(of: value as? String ?? "", options: .regularExpression) == nil ? "does not match" : nil
    case ("minimum", .number(let number)): return decimal(number) < decimal(value) ? "is too small" : nil
    case ("maximum", .number(let number)): return decimal(number) > decimal(value) ? "is too great" : nil
    case ("minItems", .array(let nodes)): return nodes.count < value as? Int ?? 0 ? "has too few elements" : nil
    case ("minProperties", .object(let members)):
      return members.list.count < value as? Int ?? 0 ? "has too few keys" : nil
    case ("required", .object(let members)):
      let missing = (value as? [String] ?? []).filter { key in !members.list.contains { $0.key == key } }
      return missing.isEmpty ? nil : "lacks \(missing)"
    default: return nil
    }
  }

  /// What a keyword finds in the values below, or by other schemas.
  private func inner(_ keyword: String, of schema: Object, _ node: Node, _ path: String) -> [String] {
    let value = schema[keyword]
    switch (keyword, node.value) {
    case ("$ref", _): return faults(of: node, resolved(schema).schema, at: path)
    case ("oneOf", _):
      let found = (value as? [Object] ?? []).map { faults(of: node, $0, at: path) }
      let fitting = found.count(where: \.isEmpty)
      return fitting == 1 ? [] : ["\(path): fits \(fitting) of \(found.count) forms"] + found.joined()
    case ("items", .array(let nodes)):
      return nodes.enumerated().flatMap { faults(of: $1, value as? Object, at: "\(path)[\($0)]") }
    case ("properties", .object(let members)):
      let known = value as? [String: Object] ?? [:]
      return members.list.flatMap { member in
        known[member.key].map { faults(of: member.node, $0, at: "\(path).\(member.key)") } ?? []
      }
    case ("additionalProperties", .object(let members)):
      let known = schema["properties"] as? Object ?? [:]
      return members.list.filter { known[$0.key] == nil }.flatMap { member in
        (value as? Object).map { faults(of: member.node, $0, at: "\(path).\(member.key)") }
          ?? ["\(path): has the unknown key \(member.key)"]
      }
    case let (word, _) where Self.keywords.contains(word): return []
    default: return ["the schema has the keyword \(keyword), which is not known here"]
    }
  }

  private static let keywords: Set = [
    "$schema", "$id", "$defs", "title", "description", "type", "enum", "const", "minLength", "pattern", "minimum",
    "maximum",
    "minItems", "minProperties", "required", "items", "properties", "additionalProperties",
  ]

  private func decimal(_ value: Any?) -> Decimal { Decimal(string: "\(value ?? 0)") ?? 0 }

  /// Every object of a document whose keys are fixed, with the name of what it is in the schema.
  func objects(in node: Node, _ schema: Object? = nil, name: String = "root") -> [(name: String, place: Place)] {
    let schema = schema ?? root
    if schema["$ref"] != nil {
      let named = resolved(schema)
      return objects(in: node, named.schema, name: named.name)
    }
    switch node.value {
    case .object(let members):
      if schema["type"] == nil { return alternatives(of: schema, node) }
      let known = schema["properties"] as? [String: Object] ?? [:]
      let below = members.list.flatMap { member in
        (known[member.key] ?? schema["additionalProperties"] as? Object).map { objects(in: member.node, $0, name: "") }
          ?? []
      }
      return (schema["additionalProperties"] as? Bool == false ? [(name, node.place)] : []) + below
    case .array(let nodes):
      guard let items = schema["items"] as? Object else { return alternatives(of: schema, node) }
      return nodes.flatMap { objects(in: $0, items, name: "") }
    default: return []
    }
  }

  /// The objects of a value that may have one of several forms, by the form that it fits or, where none does, is most like.
  private func alternatives(of schema: Object, _ node: Node) -> [(name: String, place: Place)] {
    let forms = schema["oneOf"] as? [Object] ?? []
    let likely = forms.filter { form in
      let schema = resolved(form).schema
      guard node.isOf(schema["type"] as? String ?? "") else { return false }
      guard let kind = (schema["properties"] as? [String: Object])?["kind"]?["const"],
        case .object(let members) = node.value
      else { return true }
      return members.list.first { $0.key == "kind" }?.node.equals(kind) ?? false
    }
    return likely.first.map { objects(in: node, $0, name: "") } ?? []
  }
}

extension Node {
  /// Whether the value is of a type of JSON Schema.
  fileprivate func isOf(_ type: String) -> Bool {
    switch (type, value) {
    case ("object", .object), ("array", .array), ("string", .string), ("boolean", .boolean), ("number", .number): true
    case ("integer", .number(let number)): number.integer != nil
    default: false
    }
  }

  /// Whether the value is the one of the schema.
  fileprivate func equals(_ other: Any) -> Bool {
    switch value {
    case .string(let text): other as? String == text
    case .boolean(let truth):
      (other as? NSNumber).map { $0 === NSNumber(value: truth) || $0 as? Bool == truth } ?? false
    case .number(let number): "\(other)" == "\(number)"
    default: false
    }
  }

  /// The value as JSON, for another validator.
  var json: String {
    switch value {
    case .object(let members):
      "{" + members.list.map { "\(quoted($0.key)):\($0.node.json)" }.joined(separator: ",") + "}"
    case .array(let nodes): "[" + nodes.map(\.json).joined(separator: ",") + "]"
    case .string(let text): quoted(text)
    case .number(let number): "\(number)"
    case .boolean(let truth): "\(truth)"
    case .null, .nonFinite, .unreadable: "null"
    }
  }
}

private func quoted(_ text: String) -> String {
  let bytes = try? JSONSerialization.data(withJSONObject: [text])
  return bytes.map { String(String(decoding: $0, as: UTF8.self).dropFirst().dropLast()) } ?? "\"\""
}
