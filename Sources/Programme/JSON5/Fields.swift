/// The keys of one object of the pipeline file, read into the properties of one type.
///
/// A type is read by an initialiser that asks for its keys as a table lists them:
///
///     struct Cohort {
///       let id: String
///       let title: String?
///       let start: CalendarDate
///       let points: Int64
///       let mode: Mode
///       let headers: [String]
///       let limits: Limits?
///       let columns: [Entry<Column>]
///
///       init(_ fields: Fields) {
///         id = fields.required("id", .text)
///         title = fields.optional("title", .text)
///         start = fields.required("from", .date)
///         points = fields.required("points", .scaled(to: 2, in: 0...100))
///         mode = fields.optional("mode", .choice) ?? .append
///         headers = fields.required("headers", .oneOrMany(.text))
///         limits = fields.optional("limits", .object(Limits.init))
///         columns = fields.required("columns", .dictionary(of: .object(Column.init)))
///       }
///     }
///
///     let faults = FaultCollector()
///     guard let cohort = JSON5.read(bytes, as: .object(Cohort.init), faults) else {
///       return faults.lines(file: "pipeline.json5", in: .english)
///     }
///
/// No read stops at a fault: the fault is collected, a stand-in is returned, and `JSON5.read` gives `nil` in the end. When
/// the initialiser is through, every key that it did not ask for is reported as unknown.
package final class Fields {
  /// Where the object begins.
  package let place: Place
  /// Where faults go; a reader adds those that concern several keys.
  package let faults: FaultCollector

  private let members: Node.Members
  private var asked: [String] = []
  private var missing: [(key: String, noun: Noun)] = []
  private var takesAnyKey = false

  init(_ members: Node.Members, at place: Place, _ faults: FaultCollector) {
    self.members = members
    self.place = place
    self.faults = faults
  }

  /// The value of a key that must be there.
  package func required<Value>(_ key: String, _ form: Form<Value>) -> Value {
    requiredUnlessFaulty(key, form) ?? meant(key).flatMap { form.read($0, FaultCollector()) } ?? form.standIn()
  }

  /// The value of a key that must be there; `nil` instead of a stand-in, for a value by which other values are judged.
  package func requiredUnlessFaulty<Value>(_ key: String, _ form: Form<Value>) -> Value? {
    if let node = node(key) { return form.read(node, faults) }
    missing.append((key, form.noun))
    return nil
  }

  /// The value of a key that may be left out.
  package func optional<Value>(_ key: String, _ form: Form<Value>) -> Value? {
    node(key).flatMap { form.read($0, faults) }
  }

  /// Whether the file gives the key, for a type whose other keys depend on it.
  package func has(_ key: String) -> Bool { node(key) != nil }

  /// Where the value of a key begins; the place of the object if the key is left out.
  package func place(of key: String) -> Place { node(key)?.place ?? place }

  /// Reports a fault of the value of one key that its form cannot see.
  package func refuse(_ key: String, _ wording: Wording) {
    faults.refuse(place(of: key), wording)
  }

  /// Leaves the other keys unjudged: what they should be is not known, because another key is faulty.
  package func ignoreOtherKeys() { takesAnyKey = true }

  /// An object without keys whose faults nobody hears, from which stand-ins are read.
  static var silent: Fields {
    Fields(Node.Members(list: [], areWhole: true), at: .beginning, FaultCollector())
  }

  /// Reports the keys that were asked for in vain, and as unknown those that were not asked for.
  ///
  /// A misspelt key is one fault, not an unknown and a missing one.
  func finish() {
    let unknown = takesAnyKey ? [] : members.list.filter { !asked.contains($0.key) }
    faults.hearsKeys?(place, asked)
    let given = members.list.map(\.key)
    let absent = asked.filter { !given.contains($0) }
    var guesses: [String] = []
    for member in unknown {
      let guess = Spelling.nearest(to: member.key, among: absent)
      guesses += guess.map { [$0] } ?? []
      let hint = Spelling.hint(for: member.key, among: guess == nil ? asked : absent)
      faults.refuse(
        member.keyPlace,
        Wording("unknown key '\(member.key)'; \(hint.english)", "未知的键 '\(member.key)'；\(hint.chinese)"))
    }
    guard members.areWhole else { return }
    for (key, noun) in missing where !guesses.contains(key) {
      faults.refuse(
        place, Wording("missing key '\(key)'; expected \(noun.one.english)", "缺少键 '\(key)'；应为\(noun.one.chinese)"))
    }
  }

  private func node(_ key: String) -> Node? {
    if !asked.contains(key) { asked.append(key) }
    return members.list.first { $0.key == key }?.node
  }

  /// The value of a key that looks like a slip for the missing one: the best stand-in for it.
  private func meant(_ key: String) -> Node? {
    guard !members.list.contains(where: { $0.key == key }) else { return nil }
    return members.list.first { Spelling.nearest(to: $0.key, among: [key]) != nil && !asked.contains($0.key) }?.node
  }
}
