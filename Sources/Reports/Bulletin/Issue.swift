import Programme
import SQLite

/// What the masthead of a bulletin says: its name, number, office and cut-off, and the issue it compares with.
package struct Issue: Sendable {
  package let title: String
  package let programmeTitle: String
  package let office: String
  package let number: Int
  package let totalNumber: Int
  package let cutOff: CutOff
  /// The cut-off of the issue before; nil for the first.
  package let previous: CutOff?

  /// A unit's own bulletin bears the unit's name.
  init(_ edition: Edition, from database: Database) throws {
    let unit = try edition.unit.map { try UnitDirectory.read(database).path(of: $0).written } ?? ""
    title = edition.programme.reports.bulletin?.title ?? "学情通报"
    programmeTitle = unit + edition.programme.title
    office = unit.isEmpty ? edition.programme.office : unit
    number = edition.number
    totalNumber = edition.totalNumber
    cutOff = try CutOff(edition.asOf)
    if let asOf = edition.previousAsOf { previous = try CutOff(asOf) } else { previous = nil }
  }

  /// `第18期（总第18期）`.
  package var numberText: String { "第\(number)期（总第\(totalNumber)期）" }

  /// `上期（第17期，截至8月17日24时）`; the number is left out where the year's numbering began anew.
  package var previousText: String? {
    previous.map { "上期（" + (number > 1 ? "第\(number - 1)期，" : "") + "截至\($0.shortText)）" }
  }
}
