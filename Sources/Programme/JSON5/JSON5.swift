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
  ///
  /// Where the grammar is broken within the brackets, the tree holds `unreadable` values. `text` is the number that its places bear.
  package static func tree(of bytes: [UInt8], _ faults: FaultCollector, text: Int = 0) -> Node? {
    let (source, notUnicode) = Source.decode(bytes, text: text)
    if let notUnicode {
      faults.refuse(
        notUnicode, Wording("the file is not UTF-8 here; expected a file saved as UTF-8", "此处不是 UTF-8；文件应存为 UTF-8"))
      return nil
    }
    var parser = Parser(source, faults)
    return parser.document()
  }
}
