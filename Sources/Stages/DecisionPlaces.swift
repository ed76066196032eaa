package import Programme
import SQLite
package import Store

/// Where the decision about a learner lies, found without looking at those about all others.
extension ProgrammeStore {
  /// The `id` of the decision of an award about an enrolment; nil for one that does not compete.
  package func decision(of award: Award, enrolment: Int64) throws -> Int64? {
    let statement = try database.prepare(
      "SELECT first, last, places IS NULL, places FROM decision_award WHERE award = ?")
    try statement.bind(1, award.id.text)
    guard try statement.step() else { return nil }
    let (first, last) = (statement.integer(0), statement.integer(1))
    guard statement.integer(2) == 0 else {
      // A database that an earlier program decided has no list of places.
      return try database.integer(
        "SELECT id FROM decided WHERE id BETWEEN ? AND ? AND candidate = ?", .integer(first), .integer(last),
        .integer(enrolment))
    }
    let place = Int64(statement.place(3, at: Int(enrolment) - 1))
    return place == 0 ? nil : first + place - 1
  }
}
