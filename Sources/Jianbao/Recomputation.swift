import Answers
import Exports
import Foundation
import Programme
import SQLite
import Stages
import Store

/// Reckons all nights of an evidence again, from the exports into a fresh database that is gone afterwards.
struct Recomputation {
  let file: PipelineFile
  let evidence: Evidence
  /// Where the exports lie.
  let input: String
  /// What is said of the course of the work.
  let talk: Talk

  /// Compares the exports with the digests that the evidence has of them.
  func compareInputs(_ verification: inout Verification) {
    let nights = evidence.nights
    verification.note(.inputs, nights.map(\.inputs.count).reduce(0, +))
    for night in nights {
      for given in night.inputs {
        let path = "\(input)/\(given.path)"
        guard let digest = try? SHA256.hexadecimal(ofFile: path) else {
          verification.differ(
            .inputs,
            Wording(
              "\(path): is not there; put the export of the night \(night.asOf) where it was read from",
              "\(path)：文件不存在；请放回 \(night.asOf) 的导出文件"))
          continue
        }
        guard digest != given.sha256 else { continue }
        verification.differ(
          .inputs,
          Wording(
            "\(path): is not the file that was read; its SHA-256 is \(digest.prefix(12))… and was \(given.sha256.prefix(12))…",
            "\(path)：与当时读取的文件不同；SHA-256 现为 \(digest.prefix(12))…，当时为 \(given.sha256.prefix(12))…"))
      }
    }
  }

  /// The results as they come out now; nil, and why among the differences, when a night cannot be loaded at all.
  func results(_ verification: inout Verification) throws -> Results? {
    let root = FileManager.default.temporaryDirectory.appending(path: "jianbao-verify-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(
      atPath: root, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(atPath: root) }
    let store = try ProgrammeStore(programme: file.programme, folder: root)
    try restoreMendings(store)
    for night in evidence.nights {
      guard let asOf = AsOf(night.asOf) else { continue }
      do {
        try compute(asOf, store, root)
      } catch let blocked as NightBlocked {
        for blockage in blocked.blockages { verification.differ(.inputs, blockage.wording) }
        return nil
      }
    }
    if try restoreChain(store, &verification), let last = evidence.nights.last.flatMap({ AsOf($0.asOf) }) {
      try compute(last, store, root, redoFrom: .score)
    }
    return try Inquiry(store, file.scorer, file.folder).results()
  }

  private func compute(
    _ asOf: AsOf, _ store: ProgrammeStore, _ root: String, redoFrom: StageName? = nil
  ) throws {
    let plan = NightPlan(
      file.programme, input: InputFolder(path: input), asOf: asOf.text, end: asOf.end, program: version)
    talk.note(Wording("reckoning \(asOf.text) again", "重算 \(asOf.text)"))
    _ = try Pipeline(file, store, plan, root: root, clock: StageClock(talk.quiet)).compute(
      redoFrom: redoFrom, for: [])
  }

  /// What people filled in counts from the first night on, as it did for the rows that it was made for.
  private func restoreMendings(_ store: ProgrammeStore) throws {
    for mending in evidence.mendings {
      try store.database.run(
        """
        INSERT INTO mending (source, raw, column_name, value, mended_by, mended_at, workbook, sheet, workbook_row, reject)
        VALUES (?, ?, ?, ?, '-', '', '', '', 0, 0)
        """, .text(mending.source), .text(mending.raw), .text(mending.column), mending.value.map { .text($0) } ?? .null)
    }
  }

  /// Puts the corrections in, each on the candidate that the exports know by the same codes; false when there are none.
  private func restoreChain(_ store: ProgrammeStore, _ verification: inout Verification) throws -> Bool {
    let corrections = evidence.chain.filter { $0.candidate != nil }
    for (position, entry) in corrections.enumerated() {
      let inquiry = Inquiry(store, file.scorer, file.folder)
      let found =
        entry.fact == nil
        ? try inquiry.candidate(of: entry.award, entry.subject) : try inquiry.enrolment(of: entry.subject)
      guard let candidate = found else {
        let name = entry.subject.filter { !$0.isEmpty }.joined(separator: " / ")
        let about = entry.fact.map { $0.first ?? "" } ?? entry.award
        verification.differ(
          .chain,
          Wording("entry \(entry.id): nobody of \(about) is \(name)", "第\(entry.id)条：\(about) 没有对象 \(name)"))
        continue
      }
      let previous = try store.chronicleHead()
      let id = (try store.database.integer("SELECT max(id) FROM chronicle") ?? 0) + 1
      try store.database.run(
        "INSERT INTO chronicle VALUES (?, ?, ?, ?, ?, ?, '', '', ?, ?)", .integer(id), .text(entry.award),
        .text(entry.effect), .integer(candidate), .integer(entry.night), .text(entry.enteredAt), .text(previous),
        .text("\(position) \(entry.digest)"))
      if let correction = entry.correction(of: candidate) { try store.keep(correction) }
    }
    if corrections.contains(where: { $0.fact != nil }) { try store.foldCorrections() }
    return !corrections.isEmpty
  }
}
