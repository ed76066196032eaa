import Exports
import Foundation
import Programme
import SQLite

/// Where the marks of the last load lie, and under what they must have been made to hold for tonight.
///
/// They are a folder of files beside the database that may be deleted at any time: without them a load reads everything.
struct MemoryOfRows: Sendable {
  let folder: String
  /// The identity of the last load; nil when nothing may be taken from it.
  let load: String?
  /// All but the layout of the files that gives rows their meaning.
  let context: String
}

extension ReadingContext {
  /// The recall of a source of facts or answers whose files have the given layout; its own marks go into the run folder.
  func recall(_ source: Source, patches: Bool, layout: String, runFolder: String) throws -> GroupRecall {
    let context = meaning(of: source, layout: layout)
    return GroupRecall(
      earlierMarks(source, context), patches: patches,
      marks: try RowMarksWriter(path: "\(runFolder)/\(source.id).rows"), context: context)
  }

  /// Differs whenever a row of a source may mean something else than it did.
  func meaning(of source: Source, layout: String) -> String {
    hexadecimalDigest([memory.context, source.id.text, layout])
  }

  /// The marks of the last load, where they hold for rows that have this meaning.
  func earlierMarks(_ source: Source, _ meaning: String) -> (reader: RowMarksReader, seal: RowMarksSeal)? {
    guard let load = memory.load, source.mode == .fullSnapshot, source.by == .person,
      let found = RowMarksReader.sealed(path: "\(memory.folder)/\(source.id).rows"), found.1.load == load,
      found.1.context == meaning
    else { return nil }
    return found
  }
}

/// The marks of one source, to be sealed when the load is complete.
struct KeptMarks {
  let source: Identifier<Source>
  let writer: RowMarksWriter
  let context: String
  let repeating: [Int32]
  /// How many rows were passed over.
  let known: Int

  init(source: Identifier<Source>, _ recall: GroupRecall, repeating: [Int32]) {
    self.init(
      source: source, writer: recall.marks, context: recall.context, repeating: repeating + recall.mended,
      known: recall.known)
  }

  init(source: Identifier<Source>, _ recall: RosterRecall) {
    self.init(source: source, writer: recall.marks, context: recall.context, repeating: [], known: recall.count)
  }

  private init(source: Identifier<Source>, writer: RowMarksWriter, context: String, repeating: [Int32], known: Int) {
    self.source = source
    self.writer = writer
    self.context = context
    self.repeating = repeating
    self.known = known
  }
}

extension Night {
  /// What a night has to be like for the rows of the last one to mean the same.
  func memoryOfRows(mayRecall: Bool, program: String) throws -> MemoryOfRows {
    let parts = ["programme", "sources", "tallies", "satisfaction"].map { "\($0)=\(programme.parts[$0] ?? "")" }
    let projects = try database.rows("SELECT code, name FROM project ORDER BY id") { row throws(SQLiteError) in
      row.text(0) + "\t" + row.text(1)
    }
    let cohorts = try database.rows("SELECT code, title FROM cohort ORDER BY id") { row throws(SQLiteError) in
      row.text(0) + "\t" + row.text(1)
    }
    return MemoryOfRows(
      folder: store.memoryFolder, load: mayRecall ? try store.setting("load_identity") : nil,
      context: hexadecimalDigest([program] + parts + projects + cohorts))
  }

  /// Differs whenever a unit that a roster names may be another one.
  func meaningOfUnits() throws -> String {
    let units = try database.rows("SELECT id, code, name, level, parent, position, listed FROM unit ORDER BY id") {
      row throws(SQLiteError) in
      (0..<7).map { row.optionalText($0) ?? "" }.joined(separator: "\t")
    }
    let aliases = try database.rows("SELECT unit, alias FROM unit_alias ORDER BY alias, unit") {
      row throws(SQLiteError) in row.text(0) + "\t" + row.text(1)
    }
    return hexadecimalDigest(units + aliases)
  }

  /// Gives this load its identity and seals the marks of its sources with it; answers the sealed files.
  func sealMarks(_ plan: NightPlan) throws -> [String] {
    let identity = hexadecimalDigest([try store.setting("load_identity") ?? "", asOf, plan.fingerprint])
    try store.set("load_identity", identity)
    try store.set("units", try meaningOfUnits())
    return try marks.map { kept in
      try kept.writer.seal(
        RowMarksSeal(
          load: identity, context: kept.context, repeating: kept.repeating.sorted(), rows: kept.writer.count))
      return kept.writer.path
    }
  }
}

extension ProgrammeStore {
  /// The folder of the row marks, beside the database.
  var memoryFolder: String { URL(filePath: path).deletingLastPathComponent().appending(path: ".rows").path }

  /// Puts the marks of a load that has become durable in place of those before.
  ///
  /// A failure is none of the load's: marks that are missing, or belong to another load, are not used.
  package func keepMarks(of outcome: LoadOutcome) {
    let files = FileManager.default
    try? files.removeItem(atPath: memoryFolder)
    try? files.createDirectory(atPath: memoryFolder, withIntermediateDirectories: true)
    for path in outcome.marks {
      try? files.moveItem(atPath: path, toPath: "\(memoryFolder)/\(URL(filePath: path).lastPathComponent)")
    }
  }
}

/// The SHA-256 digest of several texts.
private func hexadecimalDigest(_ texts: [String]) -> String {
  var digest = SHA256()
  for text in texts {
    digest.update(Array(text.utf8).span)
    digest.update([0].span)
  }
  return SHA256.hexadecimal(digest.finish())
}
