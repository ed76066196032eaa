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
  /// The cut-off of the issue that this one compares with; nil for the first, and for the first of a new term.
  package let previous: CutOff?
  /// What the first issue of a new term says of the issue before; nil for any other.
  package let newTerm: NewTerm?

  /// A term that has begun since the issue before.
  package struct NewTerm: Sendable {
    package let title: String
    /// The term of the issue before.
    package let before: String
    package let previous: CutOff
  }

  /// A unit's own bulletin bears the unit's name.
  init(_ edition: Edition, from database: Database) throws {
    let unit = try edition.unit.map { try UnitDirectory.read(database).path(of: $0).written } ?? ""
    title = edition.programme.reports.bulletin?.title ?? "学情通报"
    programmeTitle = unit + edition.programme.title
    office = unit.isEmpty ? edition.programme.office : unit
    number = edition.number
    totalNumber = edition.totalNumber
    cutOff = try CutOff(edition.asOf)
    let last = try edition.previousAsOf.map { asOf throws(ReportsError) in try CutOff(asOf) }
    newTerm = try edition.newTerm.flatMap { term in
      last.map { NewTerm(title: term.title, before: term.before, previous: $0) }
    }
    previous = newTerm == nil ? last : nil
  }

  /// `第18期（总第18期）`.
  package var numberText: String { "第\(number)期（总第\(totalNumber)期）" }

  /// `上期（第17期，截至8月17日24时）`; the number is left out where the year's numbering began anew, and the year said then.
  package var previousText: String? { previous.map(text(ofPrevious:)) }

  /// The same of an issue that this one does not compare with.
  package func text(ofPrevious cutOff: CutOff) -> String {
    let moment = cutOff.day.year == self.cutOff.day.year ? cutOff.shortText : cutOff.text
    return "上期（" + (number > 1 ? "第\(number - 1)期，" : "") + "截至\(moment)）"
  }
}
