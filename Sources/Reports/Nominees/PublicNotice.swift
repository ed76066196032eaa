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
    /// What the winners are honoured as: the title on their certificates.
    var title: String
    var winners: [Winner]

    /// What the places are divided between, where that is not said by the winner's unit: 项目, 学科; nil for other awards.
    var partTitle: String? {
      switch award.quota?.split?.by {
      case .project: "项目"
      case .subject: "学科"
      case .level, .cohort, nil: nil
      }
    }
  }

  /// One line of the list.
  struct Winner: Sendable {
    var unit: String
    /// The name as the public may read it, with what tells namesakes apart.
    var name: String
    /// The name by itself and uncovered, as it stands on a certificate.
    var wholeName: String
    /// What tells the winner apart from others of the same name and unit; mostly nothing.
    var mark = ""
    /// The project or subject whose place it is, where places are divided between them; else nothing.
    var part = ""
  }

  let edition: Edition
  let rolls: [Roll]

  /// Reads the approved winners; nil when no award has any.
  static func read(_ database: Database, _ edition: Edition) throws(SQLiteError) -> PublicNotice? {
    let rolls = try Self.rolls(database, edition.programme)
    return rolls.isEmpty ? nil : PublicNotice(edition: edition, rolls: rolls.map(\.roll))
  }

  /// The lists of approved winners, and who in each of them could be taken for somebody else.
  static func rolls(
    _ database: Database, _ programme: Programme
  ) throws(SQLiteError) -> [(roll: Roll, alike: [Namesakes])] {
    let units = try UnitDirectory.read(database)
    let mask = Mask(programme.privacy)
    var rolls: [(Roll, [Namesakes])] = []
    for award in programme.awards {
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
      let winners = listed.map(\.element)
      let others = award.isOfUnits ? [] : try namesakes(of: winners, in: award, units, database)
      let told = Winner.told(apart: winners, besides: others, in: award, mask)
      let title = (programme.reports.nominees?.certificates ?? Certificates()).title(of: award)
      var roll = Roll(award: award, title: title, winners: told.lines)
      if roll.partTitle != nil {
        for index in roll.winners.indices { roll.winners[index].part = winners[index].sectionTitle }
      }
      rolls.append((roll, told.alike))
    }
    return rolls
  }

  /// Those in the pool of an award who bear the name of a winner of their own unit and are in no list.
  private static func namesakes(
    of winners: [DecidedCandidate], in award: Award, _ units: UnitDirectory, _ database: Database
  ) throws(SQLiteError) -> [DecidedCandidate] {
    var names: [Int64: Set<String>] = [:]
    for winner in winners { if let unit = winner.unit { names[unit, default: []].insert(winner.name) } }
    let known = Set(winners.map(\.code))
    let places = names.keys.sorted().map { "\($0)" }.joined(separator: ", ")
    return try database.rows(
      DecidedCandidate.select(where: "d.award = ?1 AND d.unit IN (\(places))"), .text(award.id.text)
    ) { row throws(SQLiteError) -> DecidedCandidate? in
      // Most bear no such name, and are not made into a candidate.
      guard let unit = row.optionalInteger(DecidedCandidate.Column.unit),
        names[unit]?.contains(row.text(DecidedCandidate.Column.name)) == true,
        !known.contains(row.text(DecidedCandidate.Column.code))
      else { return nil }
      return try DecidedCandidate(row, units)
    }.compactMap { $0 }
  }

  /// Whether the award goes to units, so that a line has no person's name.
  func isOfUnits(_ award: Award) -> Bool { award.isOfUnits }

  /// What a list counts its winners in.
  func counted(_ roll: Roll) -> String {
    "\(roll.title)\(grouped(Int64(roll.winners.count)))\(isOfUnits(roll.award) ? "个" : "名")"
  }
}

extension PublicNotice.Winner {
  /// The lines of a list. Those that would read the same, and those that would read as somebody of the pool who is in no list, are told
  /// apart by what `privacy.alike` lists, as far as it takes; `alike` are those for whom it does not.
  static func told(
    apart winners: [DecidedCandidate], besides others: [DecidedCandidate], in award: Award, _ mask: Mask
  ) -> (lines: [PublicNotice.Winner], alike: [Namesakes]) {
    let candidates = winners + others
    var lines = zip(candidates, placeNames(candidates)).map { candidate, place in
      PublicNotice.Winner(
        unit: place, name: award.isOfUnits ? candidate.name : mask.publicName(candidate.name),
        wholeName: candidate.name)
    }
    var marks = Array(repeating: [String](), count: lines.count)
    func groups(by key: (Int) -> [String]) -> [[Int]] {
      Dictionary(grouping: lines.indices) { [lines[$0].unit, lines[$0].name] + key($0) }.values
        .filter { $0.count > 1 && $0.contains { $0 < winners.count } }
    }
    for distinction in mask.privacy.alike {
      for group in groups(by: { marks[$0] }) {
        let values = group.map { candidates[$0].value(of: distinction) }
        guard Set(values).count > 1 else { continue }
        for (index, value) in zip(group, values) where !value.isEmpty { marks[index].append(value) }
      }
    }
    for index in lines.indices where !marks[index].isEmpty {
      lines[index].mark = marks[index].joined(separator: "·")
      lines[index].name += "（\(lines[index].mark)）"
    }
    // Covered names are meant to read the same: those count that are the same beneath.
    let alike = groups(by: { [candidates[$0].name] }).map { $0.sorted() }.sorted { $0[0] < $1[0] }.compactMap {
      group -> Namesakes? in
      let own = group.map { (code: candidates[$0].code, isListed: $0 < winners.count) }
      // One person with two projects is nobody else.
      guard Set(own.map(\.code)).count > 1 else { return nil }
      return Namesakes(award: award.title, unit: lines[group[0]].unit, name: lines[group[0]].name, people: own)
    }
    return (Array(lines.prefix(winners.count)), award.isOfUnits ? [] : alike)
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
