import Dispatch
import Foundation
package import Programme
import SQLite
package import Stages
package import Store
import Synchronization

/// What became of one job's papers.
package enum Published: Sendable {
  /// Put in place; the paths below the output folder.
  case written(folder: String, files: [String])
  /// The same papers lie there already.
  case unchanged(folder: String)
  /// Not put in place, because public papers would give away what belongs to people; what lay there before still does.
  case withheld([PublicHit])
}

/// A unit that gets papers of its own.
package struct PublishedUnit: Sendable {
  package let id: Int64
  package let code: String
  /// The unit's part of the folder's name, unlike that of any other unit: 青岚市岚北区.
  let folder: String
}

/// Puts the papers of one job in place as a whole, or not at all.
///
/// Everything is written under a temporary name beside the final folder, made durable, and put in place by one rename. An earlier,
/// different set is first set aside as its revision, so that what was handed in can always be shown again.
package struct Publication {
  private let store: ProgrammeStore
  private let job: Job
  private let night: Int64
  private let asOf: String
  /// The folder of the programme's outputs.
  private let root: String
  private let fingerprint: String
  /// The unit whose own papers these are; nil for those of the whole programme.
  private let unit: PublishedUnit?

  package init(
    _ store: ProgrammeStore, _ job: Job, night: Int64, asOf: String, root: String, fingerprint: String,
    unit: PublishedUnit? = nil
  ) {
    self.unit = unit
    self.store = store
    self.job = job
    self.night = night
    self.asOf = asOf
    self.root = root
    self.fingerprint = fingerprint
  }

  private var nightFolder: String { "\(root)/\(Self.folderName(asOf))" }
  private var folder: String { "\(nightFolder)/\(name)" }
  /// The name of the folder: the job's, and the unit's where the papers are a unit's own.
  private var name: String { unit.map { "\(job.rawValue)-\($0.folder)" } ?? job.rawValue }
  private var unitCode: String { unit?.code ?? "" }

  /// An as-of as a folder name.
  package static func folderName(_ asOf: String) -> String {
    asOf.replacingOccurrences(of: " ", with: "T").replacingOccurrences(of: ":", with: "")
  }

  private var temporary: String { "\(nightFolder)/.\(name).tmp" }

  /// A paper set that has to be written: into which folder, and as which issue.
  package struct Draft: Sendable {
    package let edition: Edition
    /// Exists and is empty.
    package let folder: String

    /// Hands to the disk what has been written so far, so that nobody has to wait for it in the end.
    package func settle() {
      for name in (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [] {
        // Whatever fails here fails again when the papers are made durable, and is told then.
        try? synchronize("\(folder)/\(name)")
      }
    }
  }

  /// Prepares the folder for the papers; nil when the same ones lie in place already.
  package func begin() throws -> Draft? {
    if try isInPlace() {
      // A run may have been cut off between recording its papers and pointing the link at them.
      try pointLatest()
      return nil
    }
    let files = FileManager.default
    try? files.removeItem(atPath: temporary)
    try files.createDirectory(atPath: temporary, withIntermediateDirectories: true)
    return Draft(edition: try edition(), folder: temporary)
  }

  /// Takes away what killed runs left half-written below a programme's outputs.
  package static func removeLeftovers(root: String) {
    let files = FileManager.default
    for night in (try? files.contentsOfDirectory(atPath: root)) ?? [] {
      let left = ((try? files.contentsOfDirectory(atPath: "\(root)/\(night)")) ?? []).filter { name in
        name.hasSuffix(".tmp") && Job.allCases.contains { name.hasPrefix(".\($0.rawValue)") }
      }
      for name in left { try? files.removeItem(atPath: "\(root)/\(night)/\(name)") }
    }
    try? files.removeItem(atPath: "\(root)/.run")
  }

  /// What is said of papers that lie in place already.
  package var unchanged: Published { .unchanged(folder: folder) }

  /// Makes the papers of a draft durable and puts them in place by one rename, once the public ones were read back and found clean.
  package func place(_ draft: Draft) throws -> Published {
    let files = FileManager.default
    let hits = try PublicationScan(store.programme, store.database).hits(in: temporary)
    guard hits.isEmpty else {
      try files.removeItem(atPath: temporary)
      return .withheld(hits)
    }
    let manifest = try Manifest(folder: temporary, store: store, edition: draft.edition, job: job)
    try manifest.write(to: temporary)
    try makeDurable((manifest.names + [Manifest.name]).map { "\(temporary)/\($0)" })
    let digest = manifest.digest
    if (try? Manifest.digest(ofFolder: folder)) == digest {
      try files.removeItem(atPath: temporary)
    } else {
      if files.fileExists(atPath: folder) {
        FaultPoint.pass()
        try files.moveItem(atPath: folder, toPath: "\(folder).r\(earlierSets + 1)")
      }
      FaultPoint.pass()
      try files.moveItem(atPath: temporary, toPath: folder)
      try makeDurable(nightFolder)
    }
    try store.database.transaction(beforeCommit: FaultPoint.pass) {
      try record(draft.edition, digest: digest, revision: Int64(earlierSets))
    }
    FaultPoint.pass()
    try pointLatest()
    return .written(folder: folder, files: manifest.names)
  }

  private func isInPlace() throws -> Bool {
    let digest = try store.database.text(
      "SELECT digest FROM published WHERE job = ? AND unit = ? AND as_of = ? AND fingerprint = ?", .text(job.rawValue),
      .text(unitCode), .text(asOf), .text(fingerprint))
    guard let digest else { return false }
    return (try? Manifest.digest(ofFolder: folder)) == digest && Manifest.isWhole(folder)
  }

  /// How many earlier sets were set aside; they count the revisions even where a run was cut off before it could record one.
  private var earlierSets: Int {
    var count = 0
    while FileManager.default.fileExists(atPath: "\(folder).r\(count + 1)") { count += 1 }
    return count
  }

  /// The number of the issue: given when an as-of is first published, and kept for ever.
  private func edition() throws -> Edition {
    let database = store.database
    let previous = try database.rows(
      """
      SELECT p.as_of, n.id FROM published p JOIN night n ON n.as_of = p.as_of
      WHERE p.job = ? AND p.unit = ? AND p.as_of < ? ORDER BY p.as_of DESC LIMIT 1
      """, .text(job.rawValue), .text(unitCode), .text(asOf)
    ) { row throws(SQLiteError) in (row.text(0), row.integer(1)) }.first
    let known = try database.rows(
      "SELECT number, total_number FROM published WHERE job = ? AND unit = ? AND as_of = ?", .text(job.rawValue),
      .text(unitCode), .text(asOf)
    ) { row throws(SQLiteError) in (Int(row.integer(0)), Int(row.integer(1))) }.first
    let first = store.programme.reports.bulletin?.firstNumber ?? 1
    let before =
      try database.integer(
        "SELECT count(*) FROM published WHERE job = ? AND unit = ? AND as_of < ?", .text(job.rawValue),
        .text(unitCode), .text(asOf))
      ?? 0
    let thisYear =
      try database.integer(
        "SELECT count(*) FROM published WHERE job = ? AND unit = ? AND as_of < ? AND substr(as_of, 1, 4) = ?",
        .text(job.rawValue), .text(unitCode), .text(asOf), .text(String(asOf.prefix(4)))) ?? 0
    let number = known ?? (Int(thisYear) + (thisYear == before ? first : 1), Int(before) + first)
    var edition = Edition(
      programme: store.programme, night: night, asOf: asOf, previousNight: previous?.1, previousAsOf: previous?.0,
      number: number.0, totalNumber: number.1)
    edition.unit = unit?.id
    return edition
  }

  private func record(_ edition: Edition, digest: String, revision: Int64) throws {
    try store.database.run(
      """
      INSERT INTO published (job, unit, as_of, number, total_number, previous_as_of, revision, fingerprint, digest)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET revision = excluded.revision, fingerprint = excluded.fingerprint, digest = excluded.digest
      """, .text(job.rawValue), .text(unitCode), .text(asOf), .integer(Int64(edition.number)),
      .integer(Int64(edition.totalNumber)),
      .optional(edition.previousAsOf), .integer(revision), .text(fingerprint), .text(digest))
  }

  /// Points `latest/<job>` at the newest published night.
  private func pointLatest() throws {
    let newest =
      try store.database.text(
        "SELECT max(as_of) FROM published WHERE job = ? AND unit = ?", .text(job.rawValue), .text(unitCode)) ?? asOf
    let latest = "\(root)/latest"
    try FileManager.default.createDirectory(atPath: latest, withIntermediateDirectories: true)
    let temporary = "\(latest)/.\(name).tmp"
    try? FileManager.default.removeItem(atPath: temporary)
    let target = "../\(Self.folderName(newest))/\(name)"
    if (try? FileManager.default.destinationOfSymbolicLink(atPath: "\(latest)/\(name)")) == target { return }
    try FileManager.default.createSymbolicLink(atPath: temporary, withDestinationPath: target)
    FaultPoint.pass()
    guard rename(temporary, "\(latest)/\(name)") == 0 else {
      throw PublicationError(path: "\(latest)/\(name)")
    }
  }

  /// Makes files durable side by side: the disk takes what many ask for in one go.
  private func makeDurable(_ paths: [String]) throws {
    for _ in paths { FaultPoint.pass() }
    let outcomes = Mutex<[Result<Void, any Error>?]>(Array(repeating: nil, count: paths.count))
    DispatchQueue.concurrentPerform(iterations: paths.count) { index in
      let outcome = Result { try synchronize(paths[index]) }
      outcomes.withLock { $0[index] = outcome }
    }
    for outcome in outcomes.withLock({ $0 }) { try outcome?.get() }
  }

  private func makeDurable(_ path: String) throws {
    FaultPoint.pass()
    try synchronize(path)
  }
}

/// Waits until what a file or folder holds is on the disk.
private func synchronize(_ path: String) throws {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw PublicationError(path: path) }
  defer { close(descriptor) }
  guard fsync(descriptor) == 0 else { throw PublicationError(path: path) }
}

/// A file that the system refused to make durable or to rename.
package struct PublicationError: Error, Sendable {
  package let path: String
  package let reason: String

  init(path: String) {
    self.path = path
    reason = String(cString: strerror(errno))
  }

  package var wording: Wording {
    Wording(
      "\(path): \(reason); free some space or mend the folder, then run again", "\(path)：\(reason)；请检查磁盘空间和目录权限后重新运行")
  }
}
