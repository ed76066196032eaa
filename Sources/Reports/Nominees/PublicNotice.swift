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
      rolls.append(Roll(award: award, winners: Winner.told(apart: listed.map(\.element), in: award, edition.mask)))
    }
    return rolls.isEmpty ? nil : PublicNotice(edition: edition, rolls: rolls)
  }

  /// Whether the award goes to units, so that a line has no person's name.
  func isOfUnits(_ award: Award) -> Bool { award.isOfUnits }

  /// What a list counts its winners in.
  func counted(_ roll: Roll) -> String {
    "\(roll.award.title)\(grouped(Int64(roll.winners.count)))\(isOfUnits(roll.award) ? "个" : "名")"
  }
}

extension PublicNotice.Winner {
  /// The lines of a list; those that would read the same are told apart by what `privacy.alike` lists, as far as it takes.
  static func told(apart candidates: [DecidedCandidate], in award: Award, _ mask: Mask) -> [PublicNotice.Winner] {
    let places = placeNames(candidates)
    var lines = zip(candidates, places).map { candidate, place in
      PublicNotice.Winner(unit: place, name: award.isOfUnits ? candidate.name : mask.publicName(candidate.name))
    }
    var marks = Array(repeating: [String](), count: lines.count)
    for distinction in mask.privacy.alike {
      let groups = Dictionary(grouping: lines.indices) { [lines[$0].unit, lines[$0].name] + marks[$0] }
      for group in groups.values where group.count > 1 {
        let values = group.map { candidates[$0].value(of: distinction) }
        guard Set(values).count > 1 else { continue }
        for (index, value) in zip(group, values) where !value.isEmpty { marks[index].append(value) }
      }
    }
    for index in lines.indices where !marks[index].isEmpty {
      lines[index].name += "（\(marks[index].joined(separator: "·"))）"
    }
    return lines
  }

  /// Units as people write them; in full where two of them would read the same.
  private static func placeNames(_ candidates: [DecidedCandidate]) -> [String] {
    let short = candidates.map(\.path.written)
    var units: [String: Set<Int64?>] = [:]
    for (candidate, place) in zip(candidates, short) { units[place, default: []].insert(candidate.unit) }
    return zip(candidates, short).map { candidate, place in
      place.isEmpty ? "—" : units[place, default: []].count > 1 ? candidate.path.places.joined() : place
    }
  }
}

extension Award {
  fileprivate var isOfUnits: Bool {
    if case .units = pool { return true }
    return false
  }
}

extension DecidedCandidate {
  fileprivate func value(of distinction: Privacy.Distinction) -> String {
    switch distinction {
    case .project: project
    case .subject: subject
    case .stage: schooling
    case .cohort: cohort
    }
  }
}

extension UnitDirectory {
  /// Where a unit stands in organisational order; what belongs to no unit comes last.
  func order(of unit: Int64?) -> Int {
    unit.flatMap { self[$0]?.order } ?? Int.max
  }
}
