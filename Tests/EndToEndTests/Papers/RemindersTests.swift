import Foundation
import SQLite
import Testing
import TestSupport

/// The reminders that a training office pastes into messages to its counties.
struct RemindersTests {
  /// One reminder as it stands in a file.
  private struct Reminder {
    let unit: String
    let enrolled: Int64
    let unstarted: Int64
    let open: Int64
    /// Names with the end of the code, as `乐**（0674，小学美术）`.
    let names: [String]
  }

  private static func reminders(of night: Night) throws -> [Reminder] {
    let folder = "\(try TwoNights.papers("bulletin", of: night))/reminders"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().flatMap { name in
      let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      return try text.split(separator: "【催学提醒】").dropFirst().map { part in
        let counts = try #require(part.firstMatch(of: /报名学员([0-9,]+)人，未参训([0-9,]+)人，未合格([0-9,]+)人/)).output
        let numbers = [counts.1, counts.2, counts.3].compactMap { Int64($0.replacing(",", with: "")) }
        return Reminder(
          unit: String(part.prefix { $0 != "\n" }), enrolled: numbers[0], unstarted: numbers[1], open: numbers[2],
          names: part.matches(of: /[^\s：、]+（[0-9]{4}，[^）]+）/).map { String($0.output) })
      }
    }
  }

  @Test(arguments: Night.allCases)
  func `every county with learners who have not passed is reminded, with the counts of the database`(
    night: Night
  ) throws {
    let expected = try TwoNights.database(after: .second).rows(
      """
      SELECT c.name || u.name, m.denominator, m.denominator - m.numerator, p.denominator - p.numerator
      FROM unit u JOIN unit c ON c.id = u.parent
      JOIN metric m ON m.unit = u.code AND m.metric = 'participation_rate' AND m.project = ''
        AND m.as_of = '\(night.rawValue)'
      JOIN metric p ON p.unit = u.code AND p.metric = 'pass_rate' AND p.project = '' AND p.as_of = m.as_of
      WHERE u.level = 2 AND p.numerator < p.denominator
      """
    ) { row throws(SQLiteError) in
      "\(row.text(0)) \(row.integer(1)) \(row.integer(2)) \(row.integer(3))"
    }
    let found = try Self.reminders(of: night).map { "\($0.unit) \($0.enrolled) \($0.unstarted) \($0.open)" }
    expectSame(found, expected, "reminders of \(night.rawValue)")
  }

  @Test func `who is named has no study record and a cohort that still runs, and everybody of that kind is named`()
    throws
  {
    // The guide's 参训 is a record of study; the first cohort ended on the second night.
    let expected = try TwoNights.database(after: .second).rows(
      """
      SELECT c.name || u.name, p.name, substr(p.code, -4), j.name
      FROM counted_enrolment e JOIN person p ON p.id = e.person JOIN project j ON j.id = e.project
      JOIN cohort k ON k.id = e.cohort JOIN unit s ON s.id = e.unit JOIN unit u ON u.id = s.parent
      JOIN unit c ON c.id = u.parent LEFT JOIN tally t ON t.enrolment = e.id
      WHERE k.code = '2023-08B' AND coalesce(t.study_time, 0) = 0
      """
    ) { row throws(SQLiteError) in
      let stars = String(repeating: "*", count: row.text(1).count - 1)
      return "\(row.text(0)) \(row.text(1).prefix(1))\(stars)（\(row.text(2))，\(row.text(3))）"
    }
    let found = try Self.reminders(of: .second).flatMap { reminder in reminder.names.map { "\(reminder.unit) \($0)" } }
    expectSame(found, expected, "who has not begun")
  }
}
