package import Metrics
package import Programme
package import Scoring
import SQLite
import Stages
package import Store

/// What questions about a programme are answered from: its database, opened for reading, and its rules.
package struct Inquiry {
  let store: ProgrammeStore
  let scorer: Scorer
  let folder: MetricFolder
  /// Whether long lists are given in full.
  let listsAll: Bool
  /// The rules as they hold for the learners of one cohort; nil for all of them.
  private var ofCohort: Programme?

  package init(_ store: ProgrammeStore, _ scorer: Scorer, _ folder: MetricFolder, listsAll: Bool = false) {
    self.store = store
    self.scorer = scorer
    self.folder = folder
    self.listsAll = listsAll
  }

  var programme: Programme { ofCohort ?? store.programme }

  /// The inquiry with the rules as they hold for the learners of a cohort, whose terms may have dates of their own.
  func held(for cohort: Identifier<Cohort>) -> Inquiry {
    guard store.programme.tallies.contains(where: { !$0.filter.windows.isEmpty }) else { return self }
    let programme = store.programme.held(for: cohort)
    var own = Inquiry(store, Scorer(programme, faults: FaultCollector()), folder, listsAll: listsAll)
    own.ofCohort = programme
    return own
  }
  var database: Database { store.database }

  /// Rows that a list shows before it says how many more there are.
  func shown(_ limit: Int) -> Int { listsAll ? .max : limit }

  /// Why the database cannot answer for this pipeline file; nil when it can.
  package func obstacle() throws -> Wording? {
    guard try store.hasWideTables() else {
      return Wording(
        "the pipeline file has other tallies or components than the last run; run the programme first",
        "流程文件的统计量或考核项与上次运行时不同；请先运行 jianbao run")
    }
    return nil
  }

  /// The night that a stage was last finished for.
  func night(of stage: StageName) throws -> Night? {
    try database.rows(
      "SELECT n.id, n.as_of FROM stage_state s JOIN night n ON n.id = s.night WHERE s.stage = ?", .text(stage.rawValue)
    ) { row throws(SQLiteError) in Night(id: row.integer(0), asOf: row.text(1)) }.first
  }

  /// The moment that scores and decisions stand for.
  package func asOf() throws -> String? { try night(of: .score)?.asOf }

  /// The night before another.
  func night(before night: Night) throws -> Night? {
    try database.rows(
      "SELECT id, as_of FROM night WHERE as_of < ? ORDER BY as_of DESC LIMIT 1", .text(night.asOf)
    ) { row throws(SQLiteError) in Night(id: row.integer(0), asOf: row.text(1)) }.first
  }
}

/// A night that was loaded.
struct Night: Hashable, Sendable {
  let id: Int64
  let asOf: String
}

/// An answer, or why there is none.
package enum Reply: Sendable {
  case found(Answer)
  /// Nothing of that name, or several things; says what the name may have meant.
  case unknown(Wording)
}
