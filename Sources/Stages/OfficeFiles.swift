import Awards
import Programme
import SQLite
import Store

/// What offices filed, recommended and approved for one award, judged by who may name whom.
struct OfficeFiles {
  private(set) var filing: Opinion = .notAsked
  private(set) var recommendation: Opinion = .notAsked
  private(set) var approval: Opinion = .notAsked
  /// Keys of candidates whose recommending office has handed in no list of those it chose: nothing, or a form that says yes and no by name.
  private(set) var unheard: Set<Int64> = []
  /// Keys of candidates whom an office that may do so has filed; nil where nobody has to be filed.
  private(set) var filedRightly: Set<Int64>?
  /// Candidates whom a list of former winners of the award names, and those who gave their candidacy up.
  private(set) var former: Set<Int64> = []
  private(set) var withdrawn: Set<Int64> = []
  /// Rows that count for nothing because of who wrote them, before the contest looks at them.
  private(set) var refused: [(row: Int64, code: String, wording: Wording)] = []

  init(_ store: ProgrammeStore, _ award: Award, _ entrants: Entrants, _ units: Units) throws {
    let rows = try store.database.rows(
      """
      SELECT n.id, n.stage, n.by_unit, n.candidate, n.project, n.verdict, n.name,
        CASE ?2 WHEN 'learner' THEN (SELECT name FROM person WHERE code = n.candidate)
          WHEN 'staff' THEN (SELECT min(name) FROM staff WHERE code = n.candidate) END,
        json_extract(f.mapping, '$.columns.verdict') IS NULL AND coalesce(f.rejected, 0) = 0
      FROM nomination n LEFT JOIN source_file f ON f.id = n.file WHERE n.award = ?1 ORDER BY n.id
      """,
      .text(award.id.text), .text(entrants.kind)
    ) { row throws(SQLiteError) in
      Row(
        id: row.integer(0), stage: NominationStage(rawValue: row.text(1)) ?? .filed, office: row.integer(2),
        candidate: row.text(3), project: row.optionalInteger(4), isFavourable: row.integer(5) == 1, name: row.text(6),
        nameOfCode: row.optionalText(7), isOfChoice: row.integer(8) == 1)
    }
    if entrants.kind == "learner" { projects = try store.projectsOfEnrolments(namedFor: award) }
    let byCode = Dictionary(grouping: entrants.codes.indices, by: { entrants.codes[$0] })
    func opinion(_ stage: NominationStage, by level: Identifier<UnitLevel>?) -> Opinion {
      guard let level, let position = store.programme.levels.firstIndex(where: { $0.id == level }) else {
        return .notAsked
      }
      let own = rows.filter { $0.stage == stage }
      guard !own.isEmpty else { return .awaited }
      return .given(own.flatMap { namings(of: $0, entrants, byCode, units, level: position) })
    }
    refuseUnasked(rows, award)
    filing = opinion(.filed, by: award.filedBy)
    recommendation = opinion(.recommended, by: award.recommendedBy)
    approval = opinion(.approved, by: award.approvedBy)
    if case .given = recommendation {
      let spoken = Set(rows.filter { $0.stage == .recommended && $0.isOfChoice }.map(\.office))
      unheard = entrants.beyond(spoken, level: award.recommendedBy, store.programme, units)
    }
    for row in rows where row.stage == .former || row.stage == .withdrawn {
      let named = indexes(of: row, entrants, byCode)
      guard mayStand(row) else { continue }
      let keys = named.map { entrants.candidates[$0].key }
      if row.stage == .former { former.formUnion(keys) } else { withdrawn.formUnion(keys) }
      // A former winner need not compete again; somebody who withdraws must have been in the pool.
      if row.stage == .withdrawn, named.isEmpty {
        refused.append((row.id, RefusalRule.outsidePool.rawValue, RefusalRule.outsidePool.sentence))
      }
    }
    if award.filedBy != nil {
      filedRightly = []
      if case .given(let namings) = filing { filedRightly = Set(namings.filter(\.isFavourable).map(\.candidate)) }
    }
  }

  /// The projects of enrolments of people whom a row names with a project.
  private var projects: [Int64: Int64] = [:]

  private struct Row {
    let id: Int64
    let stage: NominationStage
    let office: Int64
    let candidate: String
    let project: Int64?
    let isFavourable: Bool
    /// The name in the row, empty where the file has none, and that of the person whose code stands beside it.
    let name: String
    let nameOfCode: String?
    /// Whether the file lists those chosen, all rows being read, and so says no to whoever is not on it; one with verdicts says so by name.
    let isOfChoice: Bool
  }

  /// Refuses what an office was not asked for: rows of an award that needs no filing, recommendation or approval.
  private mutating func refuseUnasked(_ rows: [Row], _ award: Award) {
    for row in rows where [.filed, .recommended, .approved].contains(row.stage) && award.level(at: row.stage) == nil {
      refused.append(
        (
          row.id, "not_asked",
          Wording(
            "the award asks for no such list",
            "本奖项不经\(row.stage == .filed ? "申报" : row.stage == .approved ? "审批" : "推荐")")
        ))
    }
  }

  /// Where the candidates of a row stand among the entrants.
  private func indexes(of row: Row, _ entrants: Entrants, _ byCode: [String: [Int]]) -> [Int] {
    (byCode[row.candidate] ?? []).filter { index in
      let project = entrants.candidates[index].project ?? projects[entrants.subjects[index]]
      return row.project == nil || project == nil || project == row.project
    }
  }

  /// Whether the name in a row is that of its code; a row that names somebody else counts for nothing.
  private mutating func mayStand(_ row: Row) -> Bool {
    guard let known = row.nameOfCode, !row.name.isEmpty, row.name != known else { return true }
    refused.append(
      (
        row.id, "other_name",
        Wording(
          "the row says “\(row.name)”, the code is that of “\(known)”; mend the code or the name",
          "本行姓名为“\(row.name)”，而该编号是“\(known)”；请更正编号或姓名")
      ))
    return false
  }

  /// The candidates that a row names; one person can stand in the pool with several enrolments.
  private mutating func namings(
    of row: Row, _ entrants: Entrants, _ byCode: [String: [Int]], _ units: Units, level: Int
  ) -> [Naming] {
    let named = indexes(of: row, entrants, byCode)
    guard let office = units.index(of: row.office), units.all[office].level == level else {
      refused.append((row.id, "wrong_office", Wording("the office is not of the level that may do this", "该单位无权办理此事项")))
      return []
    }
    guard mayStand(row) else { return [] }
    guard !named.isEmpty else {
      // The contest itself refuses a name outside the pool; it needs a key that nobody has.
      return [Naming(candidate: -row.id, isFavourable: row.isFavourable, row: row.id)]
    }
    return named.compactMap { index in
      if let unit = entrants.unit(index), !units.isWithin(unit, office) {
        refused.append(
          (row.id, "outside_area", Wording("does not belong to the office's area", "不属于该单位所辖范围")))
        return nil
      }
      return Naming(candidate: entrants.candidates[index].key, isFavourable: row.isFavourable, row: row.id)
    }
  }
}

extension ProgrammeStore {
  /// One person can have several enrolments, which an office's row tells apart by the project.
  fileprivate func projectsOfEnrolments(namedFor award: Award) throws(SQLiteError) -> [Int64: Int64] {
    let rows = try database.rows(
      """
      SELECT e.id, e.project FROM enrolment e JOIN person p ON p.id = e.person
      WHERE p.code IN (SELECT candidate FROM nomination WHERE award = ? AND project IS NOT NULL) ORDER BY e.id
      """, .text(award.id.text)
    ) { row throws(SQLiteError) in (row.integer(0), row.integer(1)) }
    return Dictionary(uniqueKeysWithValues: rows)
  }
}

extension Entrants {
  /// The keys of those whose office of a level is none of the units given; whoever has no office is nobody's to wait for.
  fileprivate func beyond(
    _ offices: Set<Int64>, level: Identifier<UnitLevel>?, _ programme: Programme, _ units: Units
  ) -> Set<Int64> {
    guard let level, let position = programme.levels.firstIndex(where: { $0.id == level }) else { return [] }
    var keys: Set<Int64> = []
    for index in candidates.indices {
      guard let own = unit(index).flatMap({ units.ancestor(of: $0, at: position) }) else { continue }
      if !offices.contains(units.all[own].id) { keys.insert(candidates[index].key) }
    }
    return keys
  }
}

extension OfficeFiles {
  /// The rows that count for somebody, when the contest has refused others: a row that names a person and no project names every entry of
  /// theirs, and that some of these cannot use it is no fault of the row.
  func usedRows(_ refusals: [Refusal]) -> Set<Int64> {
    let refused = Set(refusals.map { [$0.row, $0.candidate] })
    let namings = [filing, recommendation, approval].flatMap { opinion in
      if case .given(let namings) = opinion { namings } else { [Naming]() }
    }
    return Set(namings.filter { !refused.contains([$0.row, $0.candidate]) }.map(\.row))
  }
}
