import Exports
import Programme
import SQLite

/// The rows of a fact source, read and sorted, waiting to be landed.
struct FactRows {
  let reader: SourceReader
  let sorter: FactSorter
  let categories: [String: UInt8]
  /// Item codes that cannot be packed, with their negative keys.
  let items: [String: Int64]
  /// Item codes and categories that the database does not know yet, with the keys that the rows already carry.
  let newTerms: [FactTerms.Term]
  let recall: GroupRecall
  /// Rows whose person was found by other columns than the number.
  let matches: [MatchedRow]
}

/// Reads the rows of a fact source that the last load does not know and hands them to a sorter; needs no database.
func readFacts(
  _ source: Source, _ files: [SourceFile], _ context: ReadingContext, _ terms: FactTerms, runFolder: String
) throws -> FactRows {
  let reader = SourceReader(source, context, firstFile: 0)
  let recall = try context.recall(
    source, patches: source.keepsWhatItStates, layout: try reader.layout(of: files), runFolder: runFolder)
  // A row about a group is about many learners, whom no mark could tell.
  if source.by == .person { reader.recall = recall }
  let look = FactLook(
    FactReading(source, context, terms), FactSorter(folder: runFolder, name: source.id.text), recall, context.rollCall)
  try reader.read(files) { try look.read($0, $1) }
  try look.awaitRoll()
  try reader.finish(files, recall) { try look.read($0, $1) }
  return FactRows(
    reader: reader, sorter: look.sorter, categories: look.reading.categories, items: look.reading.items,
    newTerms: look.reading.newTerms, recall: recall, matches: look.reading.matches)
}

extension Night {
  /// Merges the sorted rows of a fact source with what the last night left, and folds them into the tallies.
  func landFacts(_ source: Source, _ rows: FactRows, into tallies: inout TallyTable) throws {
    let firstFile = accounts.count
    try take(rows.reader)
    for term in rows.newTerms {
      try database.run(
        "INSERT INTO term (id, source, kind, text) VALUES (?, ?, ?, ?)", .integer(term.id), .text(source.id.text),
        .text(term.kind), .text(term.text))
    }
    let landing = try FactLanding(self, source, firstFile: firstFile)
    let folder = TallyFolder(
      source.id, tallies: tallies.tallies,
      terms: TallyTerms(
        cohortKeys: projects.cohortKeys, cohorts: enrolments.cohort, categories: rows.categories, items: rows.items,
        code: database.itemText))
    tallies.clear(folder.positions, of: rows.recall.hasMemory ? rows.recall.affected : nil)
    let width = tallies.tallies.count
    landing.see(rows.recall.standing)
    var gone = rows.recall.goneOfPatched()[...]
    /// Patches enrolments up to `last`, of which rows are gone and none are new.
    func patch(before last: Int32) throws {
      while let enrolment = gone.first?.group, enrolment < last {
        let items = gone.prefix { $0.group == enrolment }
        gone.removeFirst(items.count)
        guard !landing.keepsOthers(enrolment) else { continue }
        let row = (Int(enrolment) - 1) * width
        if landing.hasRows(enrolment) {
          try landing.patch(enrolment, [], gone: items, folder, into: &tallies.values, row: row)
        } else {
          // Nothing is left of it; its facts are taken away with those of whoever is not seen.
          folder.clear(&tallies.values, row: row)
        }
      }
    }
    try rows.sorter.forEachGroup { enrolment, group in
      try patch(before: enrolment)
      let row = (Int(enrolment) - 1) * width
      if rows.recall.isPatched(enrolment) {
        let items = gone.prefix { $0.group == enrolment }
        gone.removeFirst(items.count)
        try landing.patch(enrolment, group, gone: items, folder, into: &tallies.values, row: row)
      } else {
        try landing.land(enrolment, &group)
        try folder.fold(group, into: &tallies.values, row: row)
      }
    }
    try patch(before: .max)
    try landing.flush()
    // Their rows were not read, so what they came to is folded again; with a memory it stands already, unless a row is gone.
    try landing.forEachKept { enrolment, group in
      guard !rows.recall.hasMemory || rows.recall.affected[Int(enrolment) - 1] else { return }
      try folder.fold(group, into: &tallies.values, row: (Int(enrolment) - 1) * width)
    }
    if source.mode == .fullSnapshot { try landing.removeUnseen(limit: source.maxShrink) }
    try landing.storeDigests()
    marks.append(KeptMarks(source: source.id, rows.recall, repeating: landing.repeating))
  }

  /// Stops a source of any kind that sent more rows back than the pipeline file allows.
  func refuseTooManyRejects(_ source: Source) throws {
    guard let limit = source.maxRejects else { return }
    let own = accounts.filter { $0.source == source.id }
    let rejected = own.reduce(0) { $0 + $1.rejected - $1.void }
    let rows = own.reduce(0) { $0 + $1.read - $1.nonData }
    if limit.isExceeded(by: rejected, of: rows) {
      throw BlockedSource.rejects(
        source, rejected: rejected, of: rows, limit: limit, reasons: try commonestRejects(upTo: source))
    }
  }
}

extension Night {
  /// The commonest reason for which rows of a source were sent back, and those of units and projects, from which it may follow:
  /// a night that is not loaded leaves no list of them.
  private func commonestRejects(upTo source: Source) throws -> [Wording] {
    let earlier = programme.sources.filter { $0.kind == .unit || $0.kind == .project }
    return try ([source] + earlier.filter { $0.id != source.id }).compactMap { source in
      let keys = accounts.indices.filter { accounts[$0].source == source.id }.map { "\(key(ofFile: $0))" }
      return try database.rows(
        """
        SELECT row, message, message_en, count(*) FROM reject WHERE file IN (\(keys.joined(separator: ", ")))
        GROUP BY code ORDER BY count(*) DESC, row LIMIT 1
        """
      ) { row throws(SQLiteError) in
        Wording(
          "\(source.title), \(counted(row.integer(3), "row")) such as row \(row.integer(0)): \(row.text(2))",
          "\(source.title) \(row.integer(3)) 行，如第 \(row.integer(0)) 行：\(row.text(1))")
      }.first
    }
  }
}

extension Source {
  /// Whether the database keeps all that a row of facts states, so that an earlier row can be taken back without reading it.
  fileprivate var keepsWhatItStates: Bool {
    switch kind {
    case .item: true
    case .measure: column("flag") == nil && column("full") == nil
    default: column("flag") == nil && column("full") == nil && column("value") == nil
    }
  }
}

extension SheetAccount {
  /// An accepted row turns out to repeat another.
  mutating func countDuplicate() {
    accepted -= 1
    duplicates += 1
  }
}

extension FactRecord {
  /// The value in its stored unit, the time, and whether the flag is set: `1500@2023-08-19 10:00:00!`.
  var described: String {
    let value = optionalValue.map { "\($0)" } ?? ""
    let time = moment.map { "@" + Store.moment($0) } ?? ""
    return value + time + (flag ? "!" : "")
  }

  /// What a stored fact is read by, whatever the kind of its source.
  static func columns(of kind: SourceKind) -> String {
    switch kind {
    case .item: "item, category, value, at, file, row, full, flag, missing"
    case .event: "item, category, NULL, at, file, row, NULL, 0, NULL"
    default: "item, category, value, at, file, row, NULL, 0, NULL"
    }
  }

  /// A stored fact of an enrolment, from those columns; in which file it stands is told by the database alone.
  init(stored select: borrowing Statement, of enrolment: Int32) {
    let reason = select.optionalText(8).flatMap(MissingReason.init(rawValue:))
    self.init(
      item: select.integer(0), enrolment: enrolment,
      at: select.optionalInteger(3).map { Int32($0 - FactRecord.epoch) } ?? FactRecord.none,
      value: select.optionalInteger(2).map(Int32.init) ?? FactRecord.none,
      full: select.optionalInteger(6).map(Int32.init) ?? FactRecord.none,
      row: UInt32(select.integer(5)), file: 0, category: UInt8(select.optionalInteger(1) ?? 0),
      marks: FactRecord.marks(flag: select.integer(7) == 1, missing: reason))
  }

  var missingReason: MissingReason? {
    let number = Int(marks >> 1)
    return number == 0 ? nil : MissingReason.allCases[number - 1]
  }

  static func marks(flag: Bool, missing: MissingReason?) -> UInt8 {
    let reason = missing.flatMap { MissingReason.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    return UInt8(reason) << 1 | (flag ? 1 : 0)
  }
}
