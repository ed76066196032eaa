/// What was typed: a command and its `--name value` pairs.
struct Options {
  let command: String
  private let values: [String: String]

  init(_ arguments: some Sequence<String>) throws {
    var words = Array(arguments)[...]
    command = words.popFirst() ?? ""
    var values: [String: String] = [:]
    while let word = words.popFirst() {
      guard word.hasPrefix("--"), let value = words.popFirst() else {
        throw UsageError(description: "\(word): not an option with a value; options are written --name value")
      }
      values[String(word.dropFirst(2))] = value
    }
    self.values = values
  }

  /// The value of an option that may be left out.
  subscript(name: String) -> String? { values[name] }

  /// The value of an option that may not.
  func required(_ name: String) throws -> String {
    guard let value = values[name] else { throw UsageError(description: "--\(name) is missing") }
    return value
  }

  /// The whole number of an option, or the usual one.
  func number(_ name: String, usually usual: Int) throws -> Int {
    guard let text = values[name] else { return usual }
    guard let number = Int(text) else { throw UsageError(description: "--\(name) \(text): not a whole number") }
    return number
  }
}

/// A command line that says nothing the workbench can do.
struct UsageError: Error, CustomStringConvertible {
  let description: String
}
