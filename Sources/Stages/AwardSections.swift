import Awards
import Programme
import SQLite
import Store

/// The parts between which the places of an award are divided, in organisational order.
struct AwardSections {
  /// One part: a unit, a project, a subject or a cohort.
  struct Section {
    /// Key of the unit, project or cohort; 0 for a subject, and for candidates who belong to no part.
    let key: Int64
    let code: String
    let title: String
  }

  private(set) var sections: [Section] = []
  private(set) var division: Division?

  /// What the places of an award that is not divided have.
  static let none = AwardSections()

  private init() {}

  /// Sorts the entrants of an award into its sections, and counts what each section's share goes by.
  init(of entrants: inout Entrants, _ award: Award, _ rule: SplitRule, _ field: CandidateField) throws {
    let places = try SectionPlaces(rule.by, field)
    sections = places.sections
    var homeless = false
    for index in entrants.candidates.indices {
      let section = places.section(of: index, among: entrants)
      homeless = homeless || section == nil
      entrants.candidates[index].section = Int32(section ?? sections.count)
    }
    if homeless { sections.append(Section(key: 0, code: "", title: "未归属")) }
    var sizes = [Int64](repeating: 0, count: sections.count)
    switch rule.base {
    case .enrolled, .qualified:
      for learner in 0..<field.learners.count where field.learners.counts(learner) {
        guard rule.base == .enrolled || field.scores.passed[learner] else { continue }
        if let section = places.section(ofLearner: learner) { sizes[section] += 1 }
      }
    case .pool, .eligible:
      for candidate in entrants.candidates where !candidate.hasWithdrawn { sizes[Int(candidate.section)] += 1 }
    }
    division = Division(
      method: rule.method, minimum: rule.minimum, equals: rule.equals,
      sections: zip(sections, sizes).map { section, size in
        var word = EqualClaim(isDecided: rule.decided.contains(section.code) || rule.decided.contains(section.title))
        if case .lot(let seed) = rule.equals {
          word.lot = draw(seed: seed, award: award.id.text, identifier: section.code)
        }
        return Awards.Section(size: rule.base == .eligible ? nil : size, word: word)
      })
    try dropEmpty(&entrants)
  }

  /// Takes out parts that have neither a size nor a candidate: a province has counties that take no part in a programme.
  private mutating func dropEmpty(_ entrants: inout Entrants) throws {
    guard var division else { return }
    var isTaken = division.sections.map { ($0.size ?? 0) > 0 }
    for candidate in entrants.candidates { isTaken[Int(candidate.section)] = true }
    var moved = [Int32](repeating: 0, count: sections.count)
    var next: Int32 = 0
    for index in sections.indices where isTaken[index] {
      moved[index] = next
      next += 1
    }
    guard Int(next) < sections.count else { return }
    for index in entrants.candidates.indices {
      entrants.candidates[index].section = moved[Int(entrants.candidates[index].section)]
    }
    division.sections = zip(division.sections, isTaken).filter(\.1).map(\.0)
    sections = zip(sections, isTaken).filter(\.1).map(\.0)
    self.division = division
  }
}

/// Finds the section of a learner or a candidate.
private struct SectionPlaces {
  private(set) var sections: [AwardSections.Section] = []
  private let by: SplitKey
  private let field: CandidateField
  /// The section of each unit by index, or of each project or cohort by key.
  private var places: [Int: Int] = [:]
  /// The project of each member of staff who has one.
  private var projectOfStaff: [Int64: Int] = [:]

  init(_ by: SplitKey, _ field: CandidateField) throws {
    (self.by, self.field) = (by, field)
    let database = field.store.database
    let units = field.learners.units
    if by == .project || by == .subject {
      let staff = try database.rows("SELECT id, project FROM staff WHERE project IS NOT NULL ORDER BY id") {
        row throws(SQLiteError) in (row.integer(0), Int(row.integer(1)))
      }
      projectOfStaff = Dictionary(uniqueKeysWithValues: staff)
    }
    switch by {
    case .level(let id):
      guard let level = field.level(id) else { return }
      for index in units.all.indices where units.all[index].level == level {
        places[index] = sections.count
        let unit = units.all[index]
        sections.append(AwardSections.Section(key: unit.id, code: unit.code, title: unit.name))
      }
      for index in units.all.indices where units.all[index].level > level {
        if let above = units.ancestor(of: index, at: level) { places[index] = places[above] }
      }
    case .project, .cohort:
      let table = by == .project ? "SELECT id, code, name FROM project" : "SELECT id, code, title FROM cohort"
      let rows = try database.rows("\(table) ORDER BY id") { row throws(SQLiteError) in
        AwardSections.Section(key: row.integer(0), code: row.text(1), title: row.text(2))
      }
      for row in rows {
        places[Int(row.key)] = sections.count
        sections.append(row)
      }
    case .subject:
      let rows = try database.rows("SELECT id, subject FROM project ORDER BY id") { row throws(SQLiteError) in
        (project: Int(row.integer(0)), subject: row.text(1))
      }
      for row in rows where !row.subject.isEmpty {
        if let known = sections.firstIndex(where: { $0.code == row.subject }) {
          places[row.project] = known
        } else {
          places[row.project] = sections.count
          sections.append(AwardSections.Section(key: 0, code: row.subject, title: row.subject))
        }
      }
    }
  }

  func section(ofLearner index: Int) -> Int? {
    switch by {
    case .level: places[Int(field.learners.unit[index])]
    case .project, .subject: places[Int(field.learners.project[index])]
    case .cohort: places[Int(field.learners.cohort[index])]
    }
  }

  func section(of index: Int, among entrants: Entrants) -> Int? {
    if case .level = by { return entrants.unit(index).flatMap { places[$0] } }
    if entrants.kind == "learner" { return section(ofLearner: Int(entrants.subjects[index]) - 1) }
    if by == .cohort { return nil }
    if entrants.kind == "staff" { return projectOfStaff[entrants.subjects[index]].flatMap { places[$0] } }
    return entrants.candidates[index].project.flatMap { places[Int($0)] }
  }
}
