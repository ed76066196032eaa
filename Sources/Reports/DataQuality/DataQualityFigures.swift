import Foundation
import Programme
package import SQLite

/// Everything that the data-quality workbook prints: what became of every row, and of every learner who is gone or has moved.
package struct DataQualityFigures: Sendable {
  /// The rows that a sheet of a file sent back.
  package struct RejectedSheet: Sendable {
    package let account: Account
    package let headers: [String]
    /// The places of the headers that the pipeline file asks for.
    package let wanted: Set<Int>
    package let rejections: [Rejection]
  }

  package let programmeTitle: String
  package let office: String
  package let cutOff: CutOff
  /// What units of each level are called, without the whole.
  package let levelTitles: [String]
  package let accounts: [Account]
  package let rejected: [RejectedSheet]
  package let mended: [MendedRow]
  package let unmatched: [UnmatchedUnit]
  package let notices: [Notice]
  package let vanished: [RosterRemark]
  package let withdrawn: [RosterRemark]
  /// Learners whose enrolment waits for approval.
  package let applied: [RosterRemark]
  package let transfers: [Transfer]
  package let failures: [UnitFailure]
  package let staffFailures: [StaffFailure]
  package let surveyFaults: [SurveyFault]

  /// Reads the figures of an edition's night.
  package static func read(_ edition: Edition, from database: Database) throws -> DataQualityFigures {
    let units = try UnitPaths(from: database)
    let accounts = try Account.read(night: edition.night, from: database)
    return DataQualityFigures(
      programmeTitle: edition.programme.title, office: edition.programme.office, cutOff: try CutOff(edition.asOf),
      levelTitles: edition.programme.levels.dropFirst().map(\.title), accounts: accounts,
      rejected: try rejectedSheets(accounts, edition.mask, from: database),
      mended: try MendedRow.read(night: edition.night, edition.mask, from: database),
      unmatched: try UnmatchedUnit.read(night: edition.night, edition.mask, from: database),
      notices: try Notice.read(night: edition.night, edition.mask, from: database),
      vanished: try RosterRemark.read(status: "vanished", edition, units, from: database),
      withdrawn: try RosterRemark.read(status: "withdrawn", edition, units, from: database),
      applied: try RosterRemark.read(status: "applied", edition, units, from: database),
      transfers: try Transfer.read(edition, from: database),
      failures: try UnitFailure.read(edition, from: database),
      staffFailures: try StaffFailure.read(edition, from: database),
      surveyFaults: try SurveyFault.read(night: edition.night, edition.programme, from: database))
  }

  private static func rejectedSheets(
    _ accounts: [Account], _ mask: Mask, from database: Database
  ) throws -> [RejectedSheet] {
    try accounts.filter { $0.rejected > 0 }.map { account in
      let text = try database.text("SELECT mapping FROM source_file WHERE id = ?", .integer(account.id)) ?? ""
      let mapping = try? JSONDecoder().decode(Mapping.self, from: Data(text.utf8))
      return RejectedSheet(
        account: account, headers: mapping?.headers ?? [], wanted: Set((mapping?.columns ?? [:]).values),
        rejections: try Rejection.read(file: account.id, mask, from: database))
    }
  }

  /// What was recognised in a sheet, as `source_file.mapping` keeps it.
  private struct Mapping: Decodable {
    let headers: [String]
    let columns: [String: Int]
  }
}
