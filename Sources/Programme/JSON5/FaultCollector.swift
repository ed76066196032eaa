/// Gathers the faults of one pipeline file, so that all of them are reported at once.
///
/// A reader that meets a fault adds it and goes on with a stand-in. Whoever began the reading asks `refuses` at the end and
/// throws the tree away if it answers yes.
package final class FaultCollector {
  /// How many faults are kept; a file with more is beyond a list of faults.
  package static let limit = 100

  /// Hears which keys the reader of an object asked for, and where the object begins; for the test that holds the schema for editors
  /// to the readers.
  package var hearsKeys: ((Place, [String]) -> Void)?
  private var kept: [Fault] = []
  /// How many faults were found after the limit was reached.
  package private(set) var omitted = 0
  /// Whether the file must be refused: at least one fault is an error.
  package private(set) var refuses = false

  /// A collector without faults.
  package init() {}

  /// The faults in the order of the file.
  package var faults: [Fault] { kept.sorted() }

  /// Adds a fault.
  package func add(_ fault: Fault) {
    refuses = refuses || fault.severity == .error
    guard kept.count < Self.limit else {
      omitted += 1
      return
    }
    kept.append(fault)
  }

  /// Adds an error at a place.
  package func refuse(_ place: Place, _ wording: Wording) {
    add(Fault(place, wording))
  }

  /// Adds a warning at a place.
  package func warn(_ place: Place, _ wording: Wording) {
    add(Fault(place, wording, severity: .warning))
  }

  /// The report: one line a fault, and a last line that counts what was left off.
  package func lines(file: String, in language: Language) -> [String] {
    let listed = faults.map { $0.line(file: file, in: language) }
    guard omitted > 0 else { return listed }
    let rest = Wording("\(omitted) more faults are not listed", "另有 \(omitted) 处问题未列出")
    return listed + ["\(file): \(rest[language])"]
  }
}
