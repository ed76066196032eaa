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
  /// The recall of a fact source whose files have the given layout; its own marks go into the run folder.
  func recall(_ source: Source, layout: String, runFolder: String) throws -> FactRecall {
    let context = hexadecimalDigest([memory.context, source.id.text, layout])
    var earlier: (RowMarksReader, RowMarksSeal)?
    if let load = memory.load, source.mode == .fullSnapshot, source.by == .person,
      let found = RowMarksReader.sealed(path: "\(memory.folder)/\(source.id).rows"), found.1.load == load,
      found.1.context == context
    {
      earlier = found
    }
    let marks = try RowMarksWriter(path: "\(runFolder)/\(source.id).rows")
    return FactRecall(earlier, marks: marks, context: context)
  }
}

/// The marks of one source, to be sealed when the load is complete.
struct KeptMarks {
  let source: Identifier<Source>
  let recall: FactRecall
  let repeating: [Int32]
}

extension Night {
  /// What a night has to be like for the rows of the last one to mean the same.
  func memoryOfRows(mayRecall: Bool, program: String) throws -> MemoryOfRows {
    let parts = ["programme", "sources", "tallies"].map { "\($0)=\(programme.parts[$0] ?? "")" }
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

  /// Gives this load its identity and seals the marks of its sources with it; answers the sealed files.
  func sealMarks(_ plan: NightPlan) throws -> [String] {
    let identity = hexadecimalDigest([try store.setting("load_identity") ?? "", asOf, plan.fingerprint])
    try store.set("load_identity", identity)
    return try marks.map { kept in
      let writer = kept.recall.marks
      try writer.seal(
        RowMarksSeal(
          load: identity, context: kept.recall.context, repeating: kept.repeating.sorted(), rows: writer.count))
      return writer.path
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
