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
  private var takesAnyKey = false

  init(_ members: Node.Members, at place: Place, _ faults: FaultCollector) {
    self.members = members
    self.place = place
    self.faults = faults
  }

  /// The value of a key that must be there.
  package func required<Value>(_ key: String, _ form: Form<Value>) -> Value {
    requiredUnlessFaulty(key, form) ?? form.standIn()
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

  /// The value of a key that must be there; `nil` instead of a stand-in.
  func requiredUnlessFaulty<Value>(_ key: String, _ form: Form<Value>) -> Value? {
    guard let node = node(key) else {
      refuseMissing(key, form.noun)
      return nil
    }
    return form.read(node, faults)
  }

  /// An object without keys whose faults nobody hears, from which stand-ins are read.
  static var silent: Fields {
    Fields(Node.Members(list: [], areWhole: true), at: .beginning, FaultCollector())
  }

  /// The keys that were not asked for are reported as unknown.
  func finish() {
    guard !takesAnyKey else { return }
    for member in members.list where !asked.contains(member.key) {
      let hint = Spelling.hint(for: member.key, among: asked)
      faults.refuse(
        member.keyPlace,
        Wording("unknown key '\(member.key)'; \(hint.english)", "未知的键 '\(member.key)'；\(hint.chinese)"))
    }
  }

  private func node(_ key: String) -> Node? {
    if !asked.contains(key) { asked.append(key) }
    return members.list.first { $0.key == key }?.node
  }

  private func refuseMissing(_ key: String, _ noun: Noun) {
    guard members.areWhole else { return }
    faults.refuse(
      place,
      Wording("missing key '\(key)'; expected \(noun.one.english)", "缺少键 '\(key)'；应为\(noun.one.chinese)"))
  }
}
