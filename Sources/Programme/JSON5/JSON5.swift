/// Reads JSON5 documents (https://spec.json5.org) and keeps the place of every value.
package enum JSON5 {
  /// Reads a document as one value; `nil` if the document must be refused, the reasons being among the faults.
  ///
  /// All faults are collected in one go: those of the grammar, and, as far as the brackets show what belongs where, unknown
  /// and missing keys and wrong types as well.
  package static func read<Value>(_ bytes: [UInt8], as form: Form<Value>, _ faults: FaultCollector) -> Value? {
    guard let root = tree(of: bytes, faults) else { return nil }
    let value = form.read(root, faults)
    return faults.refuses ? nil : value
  }

  /// Reads a document as a tree; `nil` if its brackets do not match, so that there is no telling what belongs where.
  package static func tree(of bytes: [UInt8], _ faults: FaultCollector) -> Node? {
    nil
  }
}
