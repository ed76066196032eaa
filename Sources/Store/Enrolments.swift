import Programme
import SQLite

/// Whether a learner counts, and why not.
package enum EnrolmentStatus: String, Sendable, CaseIterable {
  case enrolled
  case withdrawn
  /// Not in tonight's full roster and not withdrawn: still in every denominator.
  case vanished
  /// Waits for approval: kept and listed, and in no denominator (seed 0: 报名后由县级管理员审核).
  case applied

  var code: UInt8 {
    switch self {
    case .enrolled: 0
    case .withdrawn: 1
    case .vanished: 2
    case .applied: 3
    }
  }

  init(code: UInt8) { self = Self.allCases.first { $0.code == code } ?? .enrolled }

  /// Whether such a learner stands in the denominators.
  package var counts: Bool { self == .enrolled || self == .vanished }

  /// Which of two enrolments a row means that says of neither which: the more certain one.
  fileprivate var certainty: Int { counts ? 2 : self == .applied ? 1 : 0 }
}

/// Who is enrolled where, kept in arrays whose index is the database key less one.
struct Enrolments: Sendable {
  /// Person codes; a person's key is its number plus one.
  var persons = TermIndex(capacity: 4096)
  private(set) var person: [Int32] = []
  private(set) var project: [Int32] = []
  private(set) var cohort: [Int32] = []
  var unit: [Int32] = []
  var status: [UInt8] = []
  var digest: [Int64] = []
  /// Whether tonight's roster has the enrolment, and in which row.
  var seen: [UInt32] = []
  /// The export of the night in which that row stands.
  var seenIn: [UInt32] = []
  /// The keys of cohorts that are closed: their enrolments are kept as they are, whatever tonight's exports hold.
  var closedCohorts: Set<Int32> = []
  /// The members of each group, by the name that the roster has for it.
  private(set) var groups: [String: [Int32]] = [:]
  /// The group of each enrolment that has one.
  private(set) var groupOf: [Int32: String] = [:]
  /// Enrolments of people whose rows tonight could not be used.
  private var excused: Set<Int32> = []
  /// The latest enrolment of each person, negative when there are more of them; 0 is none.
  private var latestOfPerson: [Int32] = []
  private var nextOfPerson: [Int32] = []

  init() {}

  init(_ database: Database) throws {
    let people = try database.prepare("SELECT code FROM person ORDER BY id")
    while try people.step() { people.withBytes(0) { _ = persons.add($0) } }
    let rows = try database.prepare("SELECT person, project, cohort, unit, status, digest FROM enrolment ORDER BY id")
    while try rows.step() {
      append(
        person: Int32(rows.integer(0)), project: Int32(rows.integer(1)), cohort: Int32(rows.integer(2)),
        unit: Int32(rows.integer(3)), status: EnrolmentStatus(rawValue: rows.text(4)) ?? .enrolled,
        digest: rows.integer(5))
    }
    try readClosedCohorts(database)
    let members = try database.rows("SELECT enrolment, name FROM learner_group ORDER BY enrolment") {
      row throws(SQLiteError) in (Int32(row.integer(0)), row.text(1))
    }
    for (enrolment, group) in members { put(enrolment, into: group) }
  }

  /// Takes notice of the cohorts that tonight's pipeline file closes.
  mutating func readClosedCohorts(_ database: Database) throws {
    let closed = try database.rows("SELECT cohort FROM closed_cohort") { row throws(SQLiteError) in row.integer(0) }
    closedCohorts = Set(closed.map { Int32($0) })
  }

  /// Puts an enrolment into a group, in place of the one it was in; an empty name takes it out.
  mutating func put(_ enrolment: Int32, into group: String) {
    if let old = groupOf.removeValue(forKey: enrolment) { groups[old]?.removeAll { $0 == enrolment } }
    guard !group.isEmpty else { return }
    groupOf[enrolment] = group
    groups[group, default: []].append(enrolment)
  }

  /// Whether an enrolment, by its index, belongs to a cohort that is closed.
  func isClosed(_ index: Int) -> Bool { closedCohorts.contains(cohort[index]) }

  var count: Int { person.count }

  /// Adds an enrolment and answers its key.
  @discardableResult
  mutating func append(
    person: Int32, project: Int32, cohort: Int32, unit: Int32, status: EnrolmentStatus, digest: Int64
  ) -> Int32 {
    self.person.append(person)
    self.project.append(project)
    self.cohort.append(cohort)
    self.unit.append(unit)
    self.status.append(status.code)
    self.digest.append(digest)
    seen.append(0)
    seenIn.append(0)
    let key = Int32(self.person.count)
    while latestOfPerson.count < Int(person) { latestOfPerson.append(0) }
    let earlier = abs(latestOfPerson[Int(person) - 1])
    nextOfPerson.append(earlier)
    latestOfPerson[Int(person) - 1] = earlier == 0 ? key : -key
    return key
  }

  /// What a person, a project and a cohort, where given, come to.
  enum Match: Equatable {
    case one(Int32)
    case none
    /// The row does not say which of several enrolments it is about.
    case several
  }

  /// The enrolment of a person (key) in a project and cohort; nil stands for a column that the export does not have.
  func match(person: Int32, project: Int32?, cohort: Int32?) -> Match {
    guard Int(person) <= latestOfPerson.count else { return .none }
    let latest = latestOfPerson[Int(person) - 1]
    if latest > 0, project == nil, cohort == nil { return .one(latest) }
    var found: Match = .none
    var key = abs(latest)
    while key != 0 {
      let index = Int(key) - 1
      if project == nil || project == self.project[index], cohort == nil || cohort == self.cohort[index] {
        found = preferred(found, key)
        if found == .several { return found }
      }
      key = nextOfPerson[index]
    }
    return found
  }

  /// What two enrolments come to: one that was withdrawn, as after a move to another cohort, or that waits for approval, gives way
  /// to one that counts.
  private func preferred(_ found: Match, _ key: Int32) -> Match {
    guard case .one(let other) = found else { return .one(key) }
    let (one, two) = (status(other).certainty, status(key).certainty)
    return one == two ? .several : one > two ? found : .one(key)
  }

  /// The status of an enrolment, by its key.
  func status(_ key: Int32) -> EnrolmentStatus { EnrolmentStatus(code: status[Int(key) - 1]) }

  /// Notes that tonight's roster has a row about a person, whatever it says.
  mutating func excuse(person: Int32) {
    excused.formUnion(all(ofPerson: person))
  }

  /// The keys of a person's enrolments.
  func all(ofPerson person: Int32) -> [Int32] {
    guard Int(person) <= latestOfPerson.count else { return [] }
    var keys: [Int32] = []
    var key = abs(latestOfPerson[Int(person) - 1])
    while key != 0 {
      keys.append(key)
      key = nextOfPerson[Int(key) - 1]
    }
    return keys
  }

  /// Whether tonight's roster has nothing at all about an enrolment, by its index.
  func isMissing(_ index: Int) -> Bool { seen[index] == 0 && !excused.contains(Int32(index) + 1) }

  /// The enrolments, by their keys, of each person who has several in one project.
  var ofOneProject: [[Int32]] {
    latestOfPerson.indices.filter { latestOfPerson[$0] < 0 }.flatMap { number in
      Dictionary(grouping: all(ofPerson: Int32(number) + 1)) { project[Int($0) - 1] }.values
        .filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    }
  }
}

/// The projects (subjects) of the year and the cohorts, by what exports call them.
struct Projects: Sendable {
  private(set) var names: [String] = []
  private var keyOfText: [String: Int32] = [:]
  private var cache = TermIndex()
  private var cached: [Int32] = []
  private(set) var cohortKeys: [String: Int32] = [:]

  init() {}

  init(_ database: Database) throws {
    let rows = try database.rows("SELECT id, code, name FROM project ORDER BY id") { row throws(SQLiteError) in
      (Int32(row.integer(0)), row.text(1), row.text(2))
    }
    for (id, code, name) in rows {
      names.append(name)
      keyOfText[Units.key(code)] = id
      keyOfText[Units.key(name)] = id
    }
    let cohorts = try database.rows("SELECT id, code, title FROM cohort ORDER BY id") { row throws(SQLiteError) in
      (Int32(row.integer(0)), row.text(1), row.text(2))
    }
    for (id, code, title) in cohorts {
      cohortKeys[code] = id
      if cohortKeys[title] == nil { cohortKeys[title] = id }
    }
  }

  /// The key of the project that a cell names, 0 for none; remembered by the cell's bytes.
  mutating func key(_ cell: Span<UInt8>) -> Int32 {
    if let known = cache.find(cell) { return cached[known] }
    _ = cache.add(cell)
    let text = cell.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    cached.append(keyOfText[Units.key(text)] ?? 0)
    return cached[cached.count - 1]
  }

  func key(_ text: String) -> Int32? { keyOfText[Units.key(text)] }
}
