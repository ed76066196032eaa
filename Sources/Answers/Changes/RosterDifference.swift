import Programme
import SQLite
import Store

/// What the roster says of a learner on one night.
private struct RosterState {
  let unit: Int64
  let status: EnrolmentStatus
  let code: String
  let name: String
  let sex: String
  let identity: String
  let phone: String
  /// Where the roster first had the learner.
  let place: SourcePlace?
}

/// Where the roster says what changed, by enrolment and column.
typealias RosterPlaces = [Int64: [String: SourcePlace?]]

extension Inquiry {
  /// Who is new, changed, moved, has withdrawn, vanished or returned.
  func rosterDifference(_ source: Source, from: History.Night, to: History.Night) throws -> DifferenceSection {
    var section = DifferenceSection(source, limit: shown(20))
    let units = try Units(database)
    let places = try rosterPlaces(from: from, to: to)
    let touched = try database.rows(
      """
      SELECT id FROM enrolment_past WHERE until > ?1
      UNION SELECT e.id FROM person_past p JOIN enrolment e ON e.person = p.id WHERE p.until > ?1
      UNION SELECT id FROM enrolment WHERE since IN (SELECT as_of FROM night WHERE id > ?1 AND id <= ?2) ORDER BY 1
      """, .integer(from.id), .integer(to.id)
    ) { row throws(SQLiteError) in row.integer(0) }
    for enrolment in touched {
      for line in try rosterLines(of: enrolment, places, units) { section.add(line) }
    }
    return section
  }

  /// What the roster says otherwise of one learner; both states must have been rebuilt.
  func rosterLines(of enrolment: Int64, _ places: RosterPlaces, _ units: Units) throws -> [DifferenceLine] {
    guard let after = try rosterState(of: enrolment, "_after") else { return [] }
    return lines(try rosterState(of: enrolment, "_before"), after, places[enrolment] ?? [:], units)
  }

  private func lines(
    _ before: RosterState?, _ after: RosterState, _ places: [String: SourcePlace?], _ units: Units
  ) -> [DifferenceLine] {
    func path(_ unit: Int64) -> Wording { Wording(units.index(of: unit).map(units.path) ?? "") }
    func line(
      _ kind: DifferenceKind, _ subject: Wording, _ values: (before: Wording?, after: Wording?), at place: SourcePlace?
    ) -> DifferenceLine {
      DifferenceLine(
        kind: kind, code: after.code, name: after.name, subject: subject, before: values.before, after: values.after,
        source: place)
    }
    guard let before else { return [line(.new, Wording(""), (nil, path(after.unit)), at: after.place)] }
    var lines: [DifferenceLine] = []
    if before.status != after.status {
      let kind: DifferenceKind =
        switch after.status {
        case .enrolled: before.status == .applied ? .approved : .returned
        case .vanished: .vanished
        case .withdrawn: .withdrawn
        case .applied: .changed
        }
      lines.append(line(kind, Wording(""), (nil, nil), at: places["status"] ?? nil))
    }
    if before.unit != after.unit {
      lines.append(
        line(.moved, Wording(""), (path(before.unit), path(after.unit)), at: places["unit"] ?? nil))
    }
    let texts: [(String, Wording, String, String)] = [
      ("name", Wording("name", "姓名"), before.name, after.name), ("sex", Wording("sex", "性别"), before.sex, after.sex),
    ]
    for (item, title, old, new) in texts where old != new {
      lines.append(line(.changed, title, (Wording(old), Wording(new)), at: places[item] ?? nil))
    }
    // Numbers of people stay in the database: that they differ is said, and not what they are.
    let numbers: [(String, Wording, Bool)] = [
      ("id_card", Wording("identity number", "身份证号"), before.identity != after.identity),
      ("phone", Wording("phone", "手机号"), before.phone != after.phone),
    ]
    for (item, title, differs) in numbers where differs {
      lines.append(line(.changed, title, (nil, nil), at: places[item] ?? nil))
    }
    return lines
  }

  private func rosterState(of enrolment: Int64, _ suffix: String) throws -> RosterState? {
    let states = try database.rows(
      """
      SELECT e.person, e.unit, e.status, f.path, f.sheet, e.row FROM enrolment\(suffix) e LEFT JOIN source_file f ON f.id = e.file
      WHERE e.id = ?
      """, .integer(enrolment)
    ) { row throws(SQLiteError) in (row.integer(0), row.integer(1), row.text(2), SourcePlace(row, at: 3)) }
    guard let (person, unit, status, place) = states.first else { return nil }
    return try database.rows(
      "SELECT code, name, sex, id_card, phone FROM person\(suffix) WHERE id = ?", .integer(person)
    ) { row throws(SQLiteError) in
      RosterState(
        unit: unit, status: EnrolmentStatus(rawValue: status) ?? .enrolled, code: row.text(0), name: row.text(1),
        sex: row.text(2), identity: row.text(3), phone: row.text(4), place: place)
    }.first
  }

  /// The rows behind the changes of the nights after `from`; a later one goes before an earlier one.
  func rosterPlaces(from: History.Night, to: History.Night) throws -> RosterPlaces {
    let rows = try database.rows(
      """
      SELECT c.enrolment, c.item, f.path, f.sheet, c.row FROM fact_change c LEFT JOIN source_file f ON f.id = c.file
      WHERE c.kind = 'roster' AND c.night > ? AND c.night <= ? ORDER BY c.id
      """, .integer(from.id), .integer(to.id)
    ) { row throws(SQLiteError) in (row.integer(0), row.text(1), SourcePlace(row, at: 2)) }
    var places: RosterPlaces = [:]
    for (enrolment, item, place) in rows { places[enrolment, default: [:]][item] = .some(place) }
    return places
  }
}
