import Awards
import Metrics
import Programme
import Scoring
import SQLite
import Store

/// Those who compete for one award, with what ties the contest's numbers to the database, in columns of equal length.
struct Entrants {
  /// `learner`, `staff` or `unit`.
  let kind: String
  var candidates: [Candidate] = []
  /// Keys of the enrolments, the staff rows or the units.
  var subjects: [Int64] = []
  /// What offices call the candidates in their files; empty where no office has a say.
  var codes: [String] = []
  /// The staff rows' own numbers; empty for others.
  var staff: [StaffNumbers] = []
  private var units: [Int32] = []

  init(kind: String, capacity: Int) {
    self.kind = kind
    candidates.reserveCapacity(capacity)
    subjects.reserveCapacity(capacity)
    units.reserveCapacity(capacity)
  }

  /// Adds a candidate; `unit` is the index of the unit that it belongs to or is.
  mutating func add(_ candidate: Candidate, subject: Int64, unit: Int?) {
    candidates.append(candidate)
    subjects.append(subject)
    units.append(unit.map(Int32.init) ?? -1)
  }

  /// The index of a candidate's unit.
  func unit(_ index: Int) -> Int? { units[index] < 0 ? nil : Int(units[index]) }
}

/// Everybody and every unit that can compete, with the figures that rank them.
struct CandidateField {
  let store: ProgrammeStore
  let programme: Programme
  let learners: Learners
  let scores: Scores
  let measures: UnitMeasures
  private let briefs: [Int64: Int64]

  init(_ store: ProgrammeStore, _ learners: Learners, _ scores: Scores, _ measures: UnitMeasures) throws {
    self.store = store
    programme = store.programme
    self.learners = learners
    self.scores = scores
    self.measures = measures
    briefs = try briefsByUnit(store.database)
  }

  func unitKey(_ index: Int) -> Int64 { learners.units.all[index].id }

  func level(_ id: Identifier<UnitLevel>?) -> Int? {
    id.flatMap { id in programme.levels.firstIndex { $0.id == id } }
  }

  /// Everyone in the pool of an award, without rank keys that depend on the others.
  func entrants(of award: Award) throws -> Entrants {
    switch award.pool {
    case .learners: try learnerEntrants(award)
    case .staff(let role, let level, let chief):
      try staffEntrants(award, role: role, level: self.level(level), chief: chief)
    case .units(let level, let byProject): try unitEntrants(award, level: self.level(level) ?? 0, byProject: byProject)
    }
  }

  private func learnerEntrants(_ award: Award) throws -> Entrants {
    let entry = LearnerEntry(award, programme, learners)
    let listing = try identifierOrder(store, learners)
    var marks = Marks(components: programme.scoring.components.count)
    let tallies = learners.tallies.values.span
    let competing = (0..<learners.count).filter(learners.competes)
    var entrants = Entrants(kind: "learner", capacity: competing.count)
    if programme.namesCandidates(of: award) {
      let codes = try personCodes()
      entrants.codes = competing.map { codes[Int(learners.person[$0]) - 1] }
    }
    for index in competing {
      scores.fill(&marks, index)
      let row = tallies.extracting(learners.row(index))
      let key = Int64(index + 1)
      entrants.add(
        Candidate(
          key: key, unit: award.oncePer == .person ? Int64(learners.person[index]) : key,
          listing: Int64(listing[index]), keys: entry.keys(row, marks), entryFigure: entry.entryFigure(row, marks),
          failed: entry.failed(row, marks), hasWithdrawn: !learners.counts(index)),
        subject: key, unit: Int(learners.unit[index]))
    }
    return entrants
  }

  func personCodes() throws -> [String] {
    try store.database.rows("SELECT code FROM person ORDER BY id") { row throws(SQLiteError) in row.text(0) }
  }

  private func staffEntrants(_ award: Award, role: String, level: Int?, chief: Bool?) throws -> Entrants {
    let rows = try store.database.rows(
      """
      SELECT id, code, unit, score, online, briefs FROM staff
      WHERE role = ?1 AND (?2 IS NULL OR level = ?2) AND (?3 IS NULL OR chief = ?3) ORDER BY code, id
      """, .text(role), .optional(level.map(Int64.init)), .optional(chief.map { $0 ? 1 : 0 })
    ) { row throws(SQLiteError) in
      (
        row.integer(0), row.text(1), row.optionalInteger(2),
        StaffNumbers(score: row.optionalInteger(3), online: row.optionalInteger(4), briefs: row.optionalInteger(5))
      )
    }
    var entrants = Entrants(kind: "staff", capacity: rows.count)
    for (position, row) in rows.enumerated() {
      let unit = row.2.flatMap(learners.units.index(of:))
      var numbers = row.3
      if numbers.briefs == nil { numbers.briefs = unit.map { briefs[unitKey($0)] ?? 0 } }
      entrants.codes.append(row.1)
      entrants.staff.append(numbers)
      entrants.add(
        Candidate(
          key: row.0, unit: row.0, listing: Int64(position),
          keys: RankKeys(award.rank.map { numbers.figure($0.value) }),
          entryFigure: award.entry.flatMap { numbers.figure($0.key.value) }),
        subject: row.0, unit: unit)
    }
    return entrants
  }

  private func unitEntrants(_ award: Award, level: Int, byProject: Bool) throws -> Entrants {
    let level = learners.units.all.indices.filter { learners.units.all[$0].level == level }
    let all = award.ties == .byIdentifier ? inOrderOfIdentifiers(level) : level
    let projects = byProject ? learners.projects : [0]
    let filed: Set<[Int64]>?
    if byProject, award.filedBy != nil {
      filed = Set(
        try store.database.rows(
          """
          SELECT u.id, n.project FROM nomination n JOIN unit u ON u.code = n.candidate
          WHERE n.award = ? AND n.stage = 'filed' AND n.project IS NOT NULL ORDER BY u.id, n.project
          """, .text(award.id.text)
        ) { row throws(SQLiteError) in [row.integer(0), row.integer(1)] })
    } else {
      filed = nil
    }
    var entrants = Entrants(kind: "unit", capacity: all.count)
    for (position, unit) in all.enumerated() {
      for project in projects {
        let enrolled = measures.enrolled(unit: unit, project: project)
        guard enrolled > 0, filed?.contains([unitKey(unit), project]) ?? true else { continue }
        entrants.codes.append(learners.units.all[unit].code)
        entrants.add(
          Candidate(
            key: unitKey(unit) * 100_000 + project, unit: unitKey(unit), project: project == 0 ? nil : project,
            enrolled: enrolled, listing: Int64(position * 100_000) + project,
            keys: RankKeys(award.rank.map { _ in nil })),
          subject: unitKey(unit), unit: unit)
      }
    }
    return entrants
  }

  /// Units by their code; by their name where the programme has no list of units and they were taken from the roster.
  private func inOrderOfIdentifiers(_ units: [Int]) -> [Int] {
    let haveCodes = programme.sources.contains { $0.kind == .unit }
    func identifiers(_ index: Int) -> (String, String) {
      let unit = learners.units.all[index]
      return haveCodes ? (unit.code, unit.name) : (unit.name, unit.code)
    }
    return units.sorted { identifiers($0) < identifiers($1) }
  }

  /// Fills in the keys that compare candidates with each other; those who were not filed are left out of the comparison.
  func rate(_ entrants: inout Entrants, for award: Award, filed: Set<Int64>?) {
    for (position, key) in award.rank.enumerated() {
      guard case .composite(let composite) = key.value else { continue }
      let rated = entrants.candidates.indices.filter { filed?.contains(entrants.candidates[$0].key) ?? true }
      let figures = rated.map { index in composite.parts.map { figure($0.figure, of: index, among: entrants) } }
      for (index, value) in zip(rated, composite.values(of: figures)) {
        entrants.candidates[index].keys[position] = value.rounded(decimals: 4)
      }
    }
  }

  /// A printed figure of the candidate's unit: rates as shares of 1.
  private func figure(_ name: String, of index: Int, among entrants: Entrants) -> Fraction? {
    guard let unit = entrants.unit(index) else { return nil }
    if name == "briefs" {
      let own = entrants.staff.isEmpty ? nil : entrants.staff[index].briefs
      return Fraction(own ?? briefs[unitKey(unit)] ?? 0)
    }
    let project = entrants.candidates[index].project ?? 0
    guard let position = measures.folder.measures.firstIndex(where: { $0.metric.id.text == name }) else { return nil }
    let measure = measures.folder.measures[position]
    let printed = measure.printed(measures.figures(unit: unit, project: project)[position])
    guard let units = printed.units else { return nil }
    return Fraction(Int128(units), over: powerOfTen(printed.decimals + (printed.isPercent ? 2 : 0)))
  }
}

extension Programme {
  /// Whether rows or lists name candidates of an award by their codes.
  fileprivate func namesCandidates(of award: Award) -> Bool {
    award.recommendedBy != nil || award.approvedBy != nil || award.filedBy != nil
      || sources.contains { $0.stage == .former || $0.stage == .withdrawn }
      || exclusive.contains { $0.awards.contains(award.id) }
  }
}
