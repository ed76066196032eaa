import Exports
import Foundation
package import Programme
import SQLite

/// The exports that a night is loaded from.
package struct NightPlan: Sendable {
  /// The as-of in words of the database: `2023-08-19`, or with a time.
  package let asOf: String
  /// The first second after the as-of.
  package let end: Int64
  package let files: [Identifier<Source>: [SourceFile]]
  /// Sources whose files cannot be had, with the reason.
  package let blockages: [Blockage]
  /// Files of the night that no source reads.
  package let unread: [String]
  package let digests: FileDigests
  /// The program that reads, whose next version may read otherwise.
  let program: String

  /// Finds the exports of a night; a file that is missing or cannot be read is a blockage, not an error.
  package init(_ programme: Programme, input: InputFolder, asOf: String, end: Int64, program: String = "") {
    self.program = program
    self.asOf = asOf
    self.end = end
    var files: [Identifier<Source>: [SourceFile]] = [:]
    var blockages: [Blockage] = []
    let night = String(asOf.prefix(10))
    for source in programme.sources {
      files[source.id] = input.files(input.names(of: source, night: night))
      if source.required, files[source.id]?.isEmpty == true {
        let pattern = source.files.replacingOccurrences(of: "{date}", with: night)
        blockages.append(
          Blockage(
            source: source.id, code: "missing_file",
            wording: Wording(
              "\(input.path)/\(pattern): no such file; export “\(source.title)” for the night \(asOf) and put it there",
              "\(input.path)/\(pattern)：没有此文件；请导出 \(asOf) 的“\(source.title)”并放到该处")))
      }
    }
    self.files = files
    self.blockages = blockages
    unread = input.unread(by: programme.sources, night: night)
    digests = FileDigests(programme.sources.flatMap { files[$0.id] ?? [] })
  }

  /// Tells of files of the night that nothing was read from.
  package var unreadWarnings: [Wording] {
    unread.map { name in
      Wording(
        "\(name): no source reads this file, and nothing of it counts; if it belongs to the night, name it as the source's files say",
        "\(name)：没有数据源读取此文件，其中内容均未采用；如属本晚数据，请按数据源 files 的写法命名")
    }
  }

  /// Differs whenever a file does; waits for the digests.
  package var fingerprint: String {
    let parts = files.sorted { $0.key < $1.key }.map { id, files in
      "\(id)=" + files.map { "\($0.name):\(digests[$0.name])" }.joined(separator: ",")
    }
    return (parts + blockages.map { "\($0.source)!\($0.code)" }).joined(separator: ";")
  }
}

/// What a load came to.
package struct LoadOutcome: Sendable {
  package let night: Int64
  package let rows: Int
  /// Sources that could not be loaded; what needs them is blocked.
  package let blockages: [Blockage]
  /// How many of the rows were known from the last load and passed over.
  package let known: Int
  /// The tallies of all enrolments, as they were written.
  package let tallies: TallyTable
  /// The files of row marks for the next load; see `ProgrammeStore.keepMarks`.
  let marks: [String]
}

/// A night that could not be loaded because a source that everything needs was blocked; nothing was changed.
package struct NightBlocked: Error, Sendable {
  package let blockages: [Blockage]
}

/// Reads the exports of a night and merges them into the database: ingest and normalise.
///
/// Call it inside a transaction. Units, projects, roster and facts must be sound, or the night is blocked as a whole; any other
/// source that is blocked keeps the state of the last night.
package func load(
  _ store: ProgrammeStore, _ plan: NightPlan, runFolder: String, progress: (_ source: String, _ rows: Int) -> Void
) throws -> LoadOutcome {
  let core = plan.blockages.filter { blockage in
    store.programme.sources.first { $0.id == blockage.source }?.kind.isCore ?? true
  }
  guard core.isEmpty else { throw NightBlocked(blockages: core) }
  let night = try Night(store, asOf: plan.asOf, end: plan.end)
  night.blockages = plan.blockages
  let rebuilt = try store.makeWideTables()
  let mayRecall = !rebuilt && !night.isFirst
  let lastNight = mayRecall ? LastNight(store) : nil
  defer { lastNight?.stop() }
  func loading(_ kind: SourceKind, _ land: (Source, [SourceFile]) throws -> Void) throws {
    for source in store.programme.sources where source.kind == kind {
      let before = night.accounts.count
      try night.guarded(source) { try land(source, plan.files[source.id] ?? []) }
      progress(source.title, night.accounts[before...].reduce(0) { $0 + $1.read })
    }
  }
  try loading(.unit, night.landUnits)
  if store.programme.sources.contains(where: { $0.kind == .project }) {
    try loading(.project, night.landProjects)
  } else {
    try night.landProjects(nil, [])
  }
  night.memory = try night.memoryOfRows(mayRecall: mayRecall, program: plan.program)
  let readAhead = ReadAhead(try night.readings(plan, runFolder: runFolder), rollCall: night.rollCall)
  defer { readAhead.stop() }
  readAhead.whenRead(plan.digests.begin)
  if !store.programme.sources.contains(where: { $0.kind == .unit }) { try loading(.roster, night.landUnitsOfRoster) }
  try loading(.roster) { try night.landRoster($0, $1, from: lastNight, runFolder: runFolder) }
  try night.checkCore()
  let matchings = try night.matchings()
  night.rollCall.open(Roll(enrolments: night.enrolments, restless: night.restless, matchings: matchings))
  var tallies = TallyTable(tallies: store.programme.tallies, enrolments: night.enrolments.count)
  let before =
    mayRecall ? try lastNight?.takeTallies() ?? TallyTable(stored: store, enrolments: night.enrolments.count) : nil
  if let before {
    tallies = before
    tallies.extend(to: night.enrolments.count)
    // What changes is reckoned from what the exports stated.
    try store.foldExported(into: &tallies, cohorts: night.enrolments.cohort)
  }
  try night.finishRoster()
  // What is left of the roster knows the night, which would keep both for ever.
  night.finishRoster = {}
  try readAhead.forEach { source, rows in
    let before = night.accounts.count
    try night.guarded(source) {
      switch try rows.get() {
      case .facts(let facts):
        let first = night.accounts.count
        try night.landFacts(source, facts, into: &tallies)
        try night.noticeMatches(facts.matches, matchings[source.id], firstFile: first)
      case .answers(let answers): try night.landAnswers(source, answers)
      }
    }
    progress(source.title, night.accounts[before...].reduce(0) { $0 + $1.read })
  }
  try night.checkCore()
  try loading(.unitFact, night.landUnitFacts)
  try loading(.credit, night.landCredit)
  try night.tallyUnits(into: &tallies)
  try store.foldCorrected(into: &tallies, cohorts: night.enrolments.cohort)
  try tallies.write(store, replacing: before, sequence: night.sequence)
  try loading(.staff, night.landStaff)
  try loading(.brief, night.landBriefs)
  try loading(.nomination, night.landNominations)
  try loading(.survey, night.landSurvey)
  try night.noticeSnapshots()
  try night.closeAccounts(plan.digests)
  try night.keepBlockages()
  return LoadOutcome(
    night: night.id, rows: night.accounts.reduce(0) { $0 + $1.read }, blockages: night.blockages,
    known: night.marks.reduce(0) { $0 + $1.known }, tallies: tallies, marks: try night.sealMarks(plan))
}

extension SourceKind {
  /// Whether every paper rests on it.
  package var isCore: Bool { self == .unit || self == .project || self == .roster || isFact }
}

extension Night {
  /// The facts, and then the answers, that are to be read, with all that their reading needs.
  func readings(_ plan: NightPlan, runFolder: String) throws -> [ReadAhead.Reading] {
    let context = reading
    let sources = programme.sources
    let facts = try sources.enumerated().filter { $0.element.kind.isFact }.map { position, source in
      ReadAhead.Reading(
        source: source, files: plan.files[source.id] ?? [], context: context, runFolder: runFolder,
        form: .facts(try FactTerms(database, source, position: position)))
    }
    let answers = try programme.satisfaction.flatMap { satisfaction in
      try sources.first { $0.id == satisfaction.source && $0.kind == .answer }.map { source in
        ReadAhead.Reading(
          source: source, files: plan.files[source.id] ?? [], context: context, runFolder: runFolder,
          form: .answers(satisfaction, try KnownResponses(database, source)))
      }
    }
    // The largest comes last, so that the others are landed while it is read. Answers cannot be read before the roster is there, so
    // they come behind the facts that can.
    func size(_ reading: ReadAhead.Reading) -> Int64 { reading.files.reduce(0) { $0 + $1.size } }
    var order = facts.enumerated().sorted { (size($0.element), $0.offset) < (size($1.element), $1.offset) }.map(
      \.element)
    if let answers { order.insert(answers, at: max(0, order.count - 1)) }
    return order
  }

  /// Runs the landing of one source so that its failure leaves nothing of it behind.
  func guarded(_ source: Source, _ land: () throws -> Void) throws {
    let accountsBefore = accounts.count
    begin(source)
    try database.execute("SAVEPOINT source")
    do {
      try land()
      try judgeEmpty(source)
      try refuseTooManyRejects(source)
      try refuseOtherControlTotals(source)
      try database.execute("RELEASE source")
    } catch let error as BlockedSource {
      try abandon(accountsBefore, Blockage(source: error.source, code: error.code, wording: error.wording))
    } catch let error as ExportError {
      try abandon(accountsBefore, .unreadable(source, error))
    }
  }

  /// Keeps what was blocked, so that a later run of another job knows it without loading again.
  func keepBlockages() throws {
    try database.run("DELETE FROM blockage WHERE night = ?", .integer(id))
    for blockage in blockages {
      try database.run(
        "INSERT INTO blockage VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", .integer(id), .text(blockage.source.text),
        .text(blockage.code), .text(blockage.wording.chinese), .text(blockage.wording.english))
    }
  }

  private func abandon(_ accountsBefore: Int, _ blockage: Blockage) throws {
    try database.execute("ROLLBACK TO source; RELEASE source")
    accounts.removeLast(accounts.count - accountsBefore)
    blockages.append(blockage)
  }

  /// Stops the night when a source that everything rests on is blocked.
  func checkCore() throws {
    let core = blockages.filter { blockage in
      programme.sources.first { $0.id == blockage.source }?.kind.isCore ?? true
    }
    guard core.isEmpty else { throw NightBlocked(blockages: core) }
  }
}

extension Blockage {
  static func unreadable(_ source: Source, _ error: ExportError) -> Blockage {
    Blockage(
      source: source.id, code: "unreadable",
      wording: Wording(error.message(chinese: false), error.message(chinese: true)))
  }
}

extension TallyTable {
  /// The tallies as the last load left them, with empty rows for enrolments that are new; `eachTouched` is told by which load an
  /// enrolment's were last touched.
  package init(
    stored store: ProgrammeStore, enrolments: Int, eachTouched: (_ enrolment: Int, _ load: Int64) -> Void = { _, _ in }
  ) throws {
    self.init(tallies: store.programme.tallies, enrolments: enrolments)
    let columns = tallies.map { ", \"\($0.id)\"" }.joined()
    let rows = try store.database.prepare("SELECT enrolment, touched\(columns) FROM tally ORDER BY enrolment")
    while try rows.step() {
      let enrolment = Int(rows.integer(0))
      guard enrolment <= enrolments else { continue }
      eachTouched(enrolment, rows.integer(1))
      let start = (enrolment - 1) * tallies.count
      for position in tallies.indices { values[start + position] = rows.optionalInteger(position + 2) ?? Self.absent }
    }
  }

  private static var absent: Int64 { Tally.absent }

  /// Writes the rows that differ from before and marks them as touched by this load.
  func write(_ store: ProgrammeStore, replacing before: TallyTable?, sequence: Int64) throws {
    let width = tallies.count
    let places = Array(repeating: "?", count: width + 2).joined(separator: ", ")
    let insert = try store.database.prepare("INSERT OR REPLACE INTO tally VALUES (\(places))")
    let known = try store.database.integer("SELECT max(enrolment) FROM tally") ?? 0
    for enrolment in 0..<(width == 0 ? 0 : values.count / width) {
      let row = enrolment * width
      if let before, enrolment < known, values[row..<(row + width)] == before.values[row..<(row + width)] { continue }
      try insert.bind(1, Int64(enrolment + 1))
      try insert.bind(2, sequence)
      for position in 0..<width {
        let value = values[row + position]
        if value == Self.absent { try insert.bindNull(position + 3) } else { try insert.bind(position + 3, value) }
      }
      try insert.run()
    }
  }
}
