package import Awards
package import Programme
import SQLite
package import Store

/// How many candidates of an award came to which outcome, kept beside the decisions, so that nobody has to count a million of them.
extension ProgrammeStore {
  func keepOutcomes(_ ruling: Ruling, of award: Award) throws {
    var counts: [Outcome: Int64] = [:]
    for decision in ruling.decisions { counts[decision.outcome, default: 0] += 1 }
    let text = Outcome.allCases.compactMap { outcome in counts[outcome].map { "\(outcome.rawValue) \($0)" } }
    try set("outcomes \(award.id)", text.joined(separator: "\n"))
  }

  /// The outcomes that occur, in the order of their kind.
  package func outcomes(of award: Award) throws -> [(outcome: Outcome, count: Int64)] {
    let kept = try setting("outcomes \(award.id)")?.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      return words.count == 2
        ? Outcome(rawValue: String(words[0])).flatMap { outcome in Int64(words[1]).map { (outcome, $0) } } : nil
    }
    let counted = try kept ?? countedOutcomes(of: award)
    return Outcome.allCases.compactMap { outcome in
      counted.first { $0.0 == outcome }.map { (outcome: outcome, count: $0.1) }
    }
  }

  /// The same from the decisions of a database in which nobody has kept it.
  private func countedOutcomes(of award: Award) throws -> [(Outcome, Int64)] {
    try database.rows(
      "SELECT outcome, count(*) FROM decision WHERE award = ? GROUP BY outcome", .text(award.id.text)
    ) { row throws(SQLiteError) in (Outcome(rawValue: row.text(0)), row.integer(1)) }
    .compactMap { outcome, count in outcome.map { ($0, count) } }
  }
}
