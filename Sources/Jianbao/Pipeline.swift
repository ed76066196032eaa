import Dispatch
import Exports
import Foundation
import Metrics
import Programme
import Reports
import SQLite
import Scoring
import Stages
import Store
import Synchronization

/// A run from exports to papers: one line a stage, and what each does is in the stage of that name.
struct Pipeline {
  let file: PipelineFile
  let store: ProgrammeStore
  let plan: NightPlan
  let root: String
  let clock: StageClock
  private let ledger: StageLedger
  private let fingerprints: Fingerprints

  init(_ file: PipelineFile, _ store: ProgrammeStore, _ plan: NightPlan, root: String, clock: StageClock) throws {
    self.file = file
    self.store = store
    self.plan = plan
    self.root = root
    self.clock = clock
    ledger = StageLedger(store)
    fingerprints = Fingerprints(
      file, plan, mendings: try store.mendingFingerprint(), chronicle: try store.chronicleHead())
  }

  /// What the stages left for the papers.
  struct State {
    var night: Int64 = 0
    /// Papers of the bulletin that are being written already.
    var ahead: PapersAhead?
    var blockages: [Blockage] = []
    var openTies: [OpenTie] = []
    var findings: [CheckFinding] = []
  }

  /// Brings the database to the night; stages whose fingerprints are the same again are skipped. `jobs` are those whose papers are
  /// wanted: what of them rests on scores alone is begun meanwhile.
  func compute(redoFrom: StageName?, for jobs: [Job]) throws -> State {
    var state = State()
    let redo = redoFrom.flatMap { StageName.allCases.firstIndex(of: $0) } ?? StageName.allCases.count
    func isDone(_ stage: StageName) throws -> Bool {
      let position = StageName.allCases.firstIndex(of: stage) ?? 0
      guard position < redo, try ledger.hasFinished(stage, asOf: plan.asOf),
        let night = try ledger.night(of: stage, fingerprint: fingerprints[stage])
      else { return false }
      state.night = night
      return true
    }
    var tallies: TallyTable?
    if try isDone(.load) {
      clock.skipped(.load)
    } else {
      let outcome = try clock.time(.load) { try load() }
      (state.night, tallies) = (outcome.night, outcome.tallies)
    }
    state.blockages = try store.blockages(night: state.night)
    let night = state.night
    let todo = try [StageName.score, .measure, .award].filter { try !isDone($0) }
    for stage in [StageName.score, .measure, .award] where !todo.contains(stage) { clock.skipped(stage) }
    if !todo.isEmpty {
      let learners = try Learners(store, tallies: tallies)
      let ahead = jobs.contains(.bulletin) ? try papersAhead(night: night) : nil
      state.ahead = ahead
      try computeFigures(todo, night: night, learners, ahead)
    }
    state.night = night
    state.openTies = try store.openTies()
    state.findings = try findings(of: store, night: night)
    return state
  }

  /// Whether the exports, and what the file says of reading them, are those of the last load.
  func isLoaded() throws -> Bool { try ledger.night(of: .load, fingerprint: fingerprints[.load]) != nil }

  /// Loads the night, whatever was loaded before, and nothing else.
  func load() throws -> LoadOutcome {
    let runFolder = "\(root)/.run"
    try? FileManager.default.removeItem(atPath: runFolder)
    try FileManager.default.createDirectory(atPath: runFolder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: runFolder) }
    let progress = LoadProgress(plan, store.programme)
    let outcome = try clock.showing(progress) {
      try committed(.load) {
        try Store.load(store, plan, runFolder: runFolder) { source, rows in
          if rows > 0 { progress.land(source) }
          clock.progress(source, rows)
        }
      } night: {
        $0.night
      }
    }
    store.keepMarks(of: outcome)
    clock.rows = outcome.rows
    return outcome
  }

  /// With more learners papers about all of them wait for the awards: their columns beside those of the candidates would take too much
  /// memory.
  private static let mostBesidePapers = 300_000

  /// The bulletin's papers, begun before all figures are there; nil when the same bulletin lies in place.
  private func papersAhead(night: Int64) throws -> PapersAhead? {
    try publication(.bulletin, night: night).begin().map(PapersAhead.init)
  }

  /// A connection for papers that are written beside other work.
  private var reader: @Sendable () throws -> ProgrammeStore {
    { [programme = store.programme, root] in try ProgrammeStore(programme: programme, folder: root, readOnly: true) }
  }

  private func publication(_ job: Job, night: Int64) -> Publication {
    Publication(store, job, night: night, asOf: plan.asOf, root: root, fingerprint: fingerprints.papers)
  }

  /// Papers that need no more are begun as soon as scores and figures are durable.
  private func computeFigures(
    _ todo: [StageName], night: Int64, _ learners: Learners, _ ahead: PapersAhead?
  ) throws {
    let scores: Scores
    if todo.contains(.score) {
      let rewritesAll = try store.setting("scheme") != fingerprints.scheme
      scores = try clock.time(.score) {
        try committed(.score) {
          try store.set("scheme", fingerprints.scheme)
          return try score(store, learners, file.scorer, rewritesAll: rewritesAll)
        } night: { _ in
          night
        }
      }
    } else {
      scores = evaluate(store, learners, file.scorer)
    }
    let hasRoom = learners.count <= Self.mostBesidePapers
    if hasRoom {
      ahead?.begin([.scores]) { [reader] draft in
        try writeScores(draft.edition, from: try reader().database, into: "\(draft.folder)/scores", threads: 1)
      }
    }
    let measures: UnitMeasures
    if todo.contains(.measure) {
      measures = try clock.time(.measure) {
        try committed(.measure) {
          try measure(store, night: night, learners, scores, file.folder)
        } night: { _ in
          night
        }
      }
    } else {
      measures = try fold(store, learners, scores, file.folder)
    }
    ahead?.begin([.bulletin, .dataQuality]) { [reader] draft in
      let database = try reader().database
      // It reads most of what it needs at once, before the awards shut readers out while they write.
      try writeDataQuality(draft.edition, from: database, into: draft.folder)
      try writeBulletin(draft.edition, from: database, into: draft.folder)
    }
    guard todo.contains(.award) else { return }
    try clock.time(.award) {
      try store.holdChanges(ahead != nil && hasRoom)
      defer { try? store.holdChanges(false) }
      try committed(.award) {
        try award(store, learners, scores, measures)
      } night: { _ in
        night
      }
    }
  }

  /// Runs a stage so that its rows and its place in the ledger become durable together.
  private func committed<Result>(
    _ stage: StageName, _ body: () throws -> Result, night: (Result) -> Int64
  ) throws -> Result {
    let result = try store.database.transaction(beforeCommit: FaultPoint.pass) {
      let result = try body()
      try ledger.finish(stage, night: night(result), fingerprint: fingerprints[stage])
      return result
    }
    FaultPoint.pass()
    return result
  }

  /// The forms that people fill in.
  var forms: WorkingForms { WorkingForms(store, asOf: plan.asOf, root: root) }

  /// Writes the forms of the offices that still have to recommend or approve; nil where no office is asked.
  func askOffices(night: Int64) throws -> WorkingForms.Asked? {
    try forms.askOffices(night: night, try reader().database)
  }

  /// Writes a bulletin for one unit, with its own people alone, and puts it in place.
  func publish(_ unit: PublishedUnit, night: Int64) throws -> Published {
    let publication = Publication(
      store, .bulletin, night: night, asOf: plan.asOf, root: root, fingerprint: fingerprints.papers, unit: unit)
    guard let draft = try publication.begin() else { return publication.unchanged }
    let database = try reader().database
    try writeBulletin(draft.edition, from: database, into: draft.folder)
    try writeScores(draft.edition, from: database, into: "\(draft.folder)/scores", threads: 1)
    return try publication.place(draft)
  }

  /// Writes the papers of the jobs side by side, each part with a connection of its own, and puts them in place one after another.
  func publish(_ jobs: [Job], _ state: State) throws -> [(Job, Published)] {
    if !jobs.contains(.bulletin) { state.ahead?.discard() }
    let publications = jobs.map { publication($0, night: state.night) }
    let ahead = jobs.contains(.bulletin) ? state.ahead : nil
    let drafts = try zip(jobs, publications).map { job, publication in
      try job == .bulletin && ahead != nil ? ahead?.draft : publication.begin()
    }
    let parts = zip(jobs, drafts).flatMap { job, draft in
      let left = job.parts.filter { part in part.isOfBulletin.map { ahead?.begun.contains($0) != true } ?? true }
      return draft.map { draft in left.map { (job, $0, draft) } } ?? []
    }.sorted { $0.1.turn < $1.1.turn }
    let written = Mutex<[Result<StageClock.Span, any Error>?]>(Array(repeating: nil, count: parts.count))
    clock.showing(Wording("papers", "材料")) {
      DispatchQueue.concurrentPerform(iterations: parts.count) { [reader] index in
        let (_, part, draft) = parts[index]
        let result = Result {
          try StageClock.spanned {
            try part.write(draft, try reader())
            draft.settle()
          }
        }
        written.withLock { $0[index] = result }
      }
    }
    let results = written.withLock { $0 }
    return try jobs.indices.map { index in
      guard let draft = drafts[index] else { return (jobs[index], publications[index].unchanged) }
      var spans = try parts.indices.filter { parts[$0].0 == jobs[index] }.compactMap { try results[$0]?.get() }
      if jobs[index] == .bulletin, let ahead { spans += try ahead.finish() }
      clock.add(spans, of: jobs[index])
      return (jobs[index], try publications[index].place(draft))
    }
  }
}

extension Job {
  /// Some papers of a job.
  fileprivate struct Part: Sendable {
    /// The longest come first, so that no processor ends long before the others.
    let turn: Int
    /// The part of the bulletin's papers that it is; nil for those of other jobs.
    var isOfBulletin: BulletinPart?
    let write: @Sendable (Publication.Draft, ProgrammeStore) throws -> Void
  }

  /// The papers of the job in parts that can be written at the same time.
  fileprivate var parts: [Part] {
    switch self {
    case .bulletin:
      [
        Part(turn: 2, isOfBulletin: .scores) {
          try writeScores($0.edition, from: $1.database, into: "\($0.folder)/scores")
        },
        Part(turn: 3, isOfBulletin: .dataQuality) {
          try writeDataQuality($0.edition, from: $1.database, into: $0.folder)
        },
        Part(turn: 4, isOfBulletin: .bulletin) { try writeBulletin($0.edition, from: $1.database, into: $0.folder) },
      ]
    case .summary: [Part(turn: 5) { try writeSummary($0.edition, from: $1.database, into: $0.folder) }]
    case .nominees:
      [
        Part(turn: 0) { try writeDecisionList($0.edition, from: $1.database, into: $0.folder) },
        Part(turn: 1) { try writeNominees($0.edition, from: $1.database, into: $0.folder) },
      ]
    }
  }
}

/// What decides whether a stage has anything to do: its exports and what people mended in them, its part of the
/// pipeline file, and this program.
///
/// The one of the load waits for the digests of the exports, so none is made before it is asked for.
private final class Fingerprints {
  private let file: PipelineFile
  private let plan: NightPlan
  private let mendings: String
  private let chronicle: String

  init(_ file: PipelineFile, _ plan: NightPlan, mendings: String, chronicle: String) {
    self.chronicle = chronicle
    self.file = file
    self.plan = plan
    self.mendings = mendings
  }

  private(set) lazy var scheme = digest(of: [version, file.text(of: "scoring", "tallies")])
  private lazy var load = digest(of: [
    version, plan.asOf, plan.fingerprint + mendings, file.text(of: "programme", "sources", "tallies", "satisfaction"),
  ])
  private lazy var score = digest(of: [load, scheme])
  private lazy var measure = digest(of: [score, file.text(of: "metrics", "satisfaction", "checks", "ledger")])
  private lazy var award = digest(
    of: [measure, file.text(of: "awards", "exclusive")] + (chronicle.isEmpty ? [] : [chronicle]))
  private(set) lazy var papers = digest(of: [
    award, file.text(of: "reports", "programme", "privacy", "calendar", "templates"),
  ])

  subscript(_ stage: StageName) -> String {
    switch stage {
    case .load: load
    case .score: score
    case .measure: measure
    case .award: award
    }
  }
}
