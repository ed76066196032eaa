import Metrics
import Programme
import SQLite
import Scoring

/// Learners at or above the total that the excellent learner award asks for, by unit.
struct Excellence: Sendable {
  /// The least total, in units of 10^-decimals.
  let line: Int64
  private let learners: [Int64: Int64]
  /// Those of them who passed.
  private let passed: [Int64: Int64]

  /// Counts them; nil when no award for learners asks for a total.
  static func read(
    _ database: Database, _ programme: Programme, _ units: UnitDirectory
  ) throws(SQLiteError) -> Excellence? {
    guard let line = line(of: programme) else { return nil }
    let own = try database.rows(
      """
      SELECT e.unit, count(*), sum(s.passed) FROM score s JOIN counted_enrolment e ON e.id = s.enrolment
      WHERE s.total >= ? GROUP BY e.unit ORDER BY e.unit
      """, .integer(line)
    ) { row throws(SQLiteError) in (unit: row.integer(0), learners: row.integer(1), passed: row.integer(2)) }
    var learners: [Int64: Int64] = [:]
    var passed: [Int64: Int64] = [:]
    for count in own {
      var above: Int64? = count.unit
      // A chain is never longer than the levels are many.
      for _ in programme.levels {
        guard let here = above else { break }
        learners[here, default: 0] += count.learners
        passed[here, default: 0] += count.passed
        above = units[here]?.parent
      }
    }
    return Excellence(line: line, learners: learners, passed: passed)
  }

  /// How many of a unit's learners reach the line.
  func count(of unit: Int64) -> Int64 { learners[unit] ?? 0 }

  /// How many of them also passed: a total may be high and a requirement not met.
  func passed(in unit: Int64) -> Int64 { passed[unit] ?? 0 }

  /// The line without idle zeros: 90分, 92.5分.
  func title(decimals: Int) -> String {
    let printed = Printed(Fraction(Int128(line), over: powerOfTen(decimals)), decimals: decimals).number
    guard printed.contains(".") else { return printed + "分" }
    let kept = printed.reversed().drop { $0 == "0" }.drop { $0 == "." }
    return String(kept.reversed()) + "分"
  }

  private static func line(of programme: Programme) -> Int64? {
    for award in programme.awards {
      guard case .learners = award.pool else { continue }
      for case .totalAtLeast(let total) in award.eligible { return total }
    }
    return nil
  }
}
