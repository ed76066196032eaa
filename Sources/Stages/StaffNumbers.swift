package import Programme
import Scoring
package import SQLite

/// The numbers of a staff row that rank keys may name.
package struct StaffNumbers: Sendable {
  /// In hundredths.
  package var score: Int64?
  /// In seconds.
  package var online: Int64?
  package var briefs: Int64?

  package init(score: Int64?, online: Int64?, briefs: Int64?) {
    self.score = score
    self.online = online
    self.briefs = briefs
  }

  /// The number in its printed unit; online time is printed in hundredths of an hour. nil for a key of another kind.
  package func figure(_ key: RankValue) -> Int64? {
    guard case .attribute(let name) = key else { return nil }
    return switch name {
    case "score": score
    case "online": online.map { Int64(roundingHalfUp(Int128($0) * 100, over: 3600)) }
    case "briefs": briefs
    default: nil
    }
  }
}

/// The briefs that units handed in: those in the register of briefs, and numbers of briefs in staff exports.
package func briefsByUnit(_ database: Database) throws -> [Int64: Int64] {
  let rows = try database.rows(
    """
    SELECT unit, sum(n) FROM (SELECT unit, 1 AS n FROM brief UNION ALL SELECT unit, briefs FROM staff WHERE briefs IS NOT NULL)
    WHERE unit IS NOT NULL GROUP BY unit ORDER BY unit
    """
  ) { row throws(SQLiteError) in (row.integer(0), row.integer(1)) }
  return Dictionary(uniqueKeysWithValues: rows)
}
