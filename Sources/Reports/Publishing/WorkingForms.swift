import Foundation
import Programme
package import SQLite
package import Stages
package import Store

/// The forms of a night that people fill in where they lie: `ties.xlsx`, and below `forms/` those of the offices.
///
/// They are no papers: no revision is kept of one that nobody has touched, and one that somebody has written on is never written over
/// nor taken away.
package struct WorkingForms {
  private let store: ProgrammeStore
  private let asOf: String
  private let folder: String

  /// Below the folder of a programme's outputs.
  package init(_ store: ProgrammeStore, asOf: String, root: String) {
    self.store = store
    self.asOf = asOf
    folder = "\(root)/\(Publication.folderName(asOf))"
  }

  /// Writes the form that settles ties; answers where it lies, or nil where no form can settle them.
  package func askAbout(_ ties: [OpenTie]) throws -> String? {
    let draft = "\(folder)/.nominees-ties.tmp"
    try makeFolder(folder)
    guard try writeTieForm(ties, from: store, asOf: asOf, to: draft) else { return nil }
    try put(draft, as: "ties.xlsx")
    return "\(folder)/ties.xlsx"
  }

  /// Takes away the form for ties when there is nothing left to ask.
  package func dropTies() throws { try drop("ties.xlsx") }

  /// The forms of offices that still have to speak.
  package struct Asked: Sendable {
    package let folder: String
    package let count: Int
    /// Those that somebody has written on where they lie: nobody reads them there.
    package let filled: [String]
  }

  /// Writes the forms of the offices that still have to speak, and takes away those of the others; nil where no office is asked.
  package func askOffices(night: Int64, _ database: Database) throws -> Asked? {
    let edition = Edition(programme: store.programme, night: night, asOf: asOf, number: 0, totalNumber: 0)
    let draft = "\(folder)/.nominees-forms.tmp"
    defer { try? FileManager.default.removeItem(atPath: draft) }
    let names = isAnybodyAsked ? try writeOfficeForms(edition, from: database, into: draft) : []
    let place = "\(folder)/forms"
    let gone = Set((try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []).subtracting(names)
    for name in gone.sorted() where try written(name: "forms/\(name)") != nil { try drop("forms/\(name)") }
    guard !names.isEmpty else {
      if (try? FileManager.default.contentsOfDirectory(atPath: place))?.isEmpty == true {
        try writing(place) { try FileManager.default.removeItem(atPath: place) }
      }
      return nil
    }
    try makeFolder(place)
    for name in names { try put("\(draft)/\(name)", as: "forms/\(name)") }
    let filled = try names.filter { try written(name: "forms/\($0)") != Stages.digest(ofFile: "\(place)/\($0)") }
    return Asked(folder: place, count: names.count, filled: filled)
  }

  private var isAnybodyAsked: Bool {
    store.programme.sources.contains { source in
      guard source.kind == .nomination, let stage = source.stage, stage != .filed else { return false }
      return store.programme.awards.contains { $0.level(at: stage) != nil }
    }
  }

  private func makeFolder(_ path: String) throws {
    try writing(path) { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
  }

  /// Tells which file could not be put in place or taken away.
  private func writing(_ path: String, _ body: () throws -> Void) throws(ReportsError) {
    do { try body() } catch { throw .unwritable(path: path, reason: error.localizedDescription) }
  }

  /// Puts a form in place, unless the same one was put there before, filled in or not.
  private func put(_ draft: String, as name: String) throws {
    let digest = try Stages.digest(ofFile: draft)
    let path = "\(folder)/\(name)"
    if try written(name: name) == digest, FileManager.default.fileExists(atPath: path) {
      try FileManager.default.removeItem(atPath: draft)
      return
    }
    try drop(name)
    try writing(path) { try FileManager.default.moveItem(atPath: draft, toPath: path) }
    try store.set(key(name), digest)
  }

  /// Takes a form away when nobody has written on it, and sets it aside under a name of its own otherwise.
  private func drop(_ name: String) throws {
    let files = FileManager.default
    let path = "\(folder)/\(name)"
    guard files.fileExists(atPath: path) else { return }
    // One that cannot be read may be somebody's too.
    if let digest = try? Stages.digest(ofFile: path), try written(name: name) == digest {
      try writing(path) { try files.removeItem(atPath: path) }
      return
    }
    let stem = path.hasSuffix(".xlsx") ? String(path.dropLast(5)) : path
    var number = 1
    while files.fileExists(atPath: "\(stem).r\(number).xlsx") { number += 1 }
    let aside = "\(stem).r\(number).xlsx"
    try writing(aside) { try files.moveItem(atPath: path, toPath: aside) }
  }

  /// The digest of the form as it was last put under a name; nil where none was.
  private func written(name: String) throws -> String? { try store.setting(key(name)) }

  private func key(_ name: String) -> String { "form:\(asOf)/\(name)" }
}
