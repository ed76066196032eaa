import Awards
import Programme
import SQLite
import Workbook

/// The list that is put up for objections (公示): who won what, with unit and name and nothing else personal.
///
/// Only what the approving office approved is in it. Listed by unit in organisational order, so that no rank can be read
/// from it.
struct PublicNotice: Sendable {
  /// The winners of one award.
  struct Roll: Sendable {
    var award: Award
    var winners: [Winner]
  }

  /// One line of the list.
  struct Winner: Sendable {
    var unit: String
    var name: String
  }

  let edition: Edition
  let rolls: [Roll]

  /// Reads the approved winners; nil when no award has any.
  static func read(_ database: Database, _ edition: Edition) throws(SQLiteError) -> PublicNotice? {
    let units = try UnitDirectory.read(database)
    var rolls: [Roll] = []
    for award in edition.programme.awards {
      let approved = try database.rows(
        DecidedCandidate.select(
          where: "d.award = ? AND d.outcome = 'in' AND d.stage IN ('approved', 'publicised', 'awarded')"),
        .text(award.id.text)
      ) { row throws(SQLiteError) in try DecidedCandidate(row, units) }
      guard !approved.isEmpty else { continue }
      let listed = approved.enumerated().sorted { left, right in
        let (first, second) = (units.order(of: left.element.unit), units.order(of: right.element.unit))
        return (first, left.element.code, left.offset) < (second, right.element.code, right.offset)
      }
      rolls.append(Roll(award: award, winners: Winner.told(apart: listed.map(\.element), in: award)))
    }
    return rolls.isEmpty ? nil : PublicNotice(edition: edition, rolls: rolls)
  }

  /// Whether the award goes to units, so that a line has no person's name.
  func isOfUnits(_ award: Award) -> Bool {
    if case .units = award.pool { return true }
    return false
  }

  /// What a list counts its winners in.
  func counted(_ roll: Roll) -> String {
    "\(roll.award.title)\(grouped(Int64(roll.winners.count)))\(isOfUnits(roll.award) ? "个" : "名")"
  }
}

extension PublicNotice.Winner {
  /// The lines of a list, those of the same name in the same unit told apart by project.
  static func told(apart candidates: [DecidedCandidate], in award: Award) -> [PublicNotice.Winner] {
    let places = placeNames(candidates)
    var seen: [[String]: Int] = [:]
    for (candidate, place) in zip(candidates, places) { seen[[place, candidate.name], default: 0] += 1 }
    return zip(candidates, places).map { candidate, place in
      let isAmbiguous = seen[[place, candidate.name], default: 0] > 1 && !candidate.project.isEmpty
      return PublicNotice.Winner(
        unit: place, name: candidate.name + (isAmbiguous ? "（\(candidate.project)）" : ""))
    }
  }

  /// The widest unit and the own one; those between come in where two of them would read the same.
  private static func placeNames(_ candidates: [DecidedCandidate]) -> [String] {
    let short = candidates.map { shortPlace($0.path) }
    var units: [String: Set<Int64?>] = [:]
    for (candidate, place) in zip(candidates, short) { units[place, default: []].insert(candidate.unit) }
    return zip(candidates, short).map { candidate, place in
      place.isEmpty
        ? "—"
        : units[place, default: []].count > 1
          ? candidate.path.places.joined() : place
    }
  }

  private static func shortPlace(_ path: UnitDirectory.Path) -> String {
    let places = path.places
    return places.count < 2 ? places.joined() : places[0] + places[places.count - 1]
  }
}

extension UnitDirectory {
  /// Where a unit stands in organisational order; what belongs to no unit comes last.
  func order(of unit: Int64?) -> Int {
    unit.flatMap { self[$0]?.order } ?? Int.max
  }
}
