import Programme
import Scoring
import SQLite

extension Inquiry {
  /// What a person has been credited with over the years of the ledger, term by term, and what is still missing.
  func ledgerAnswers(_ person: Person) throws -> [Answer] {
    guard let ledger = programme.ledger else { return [] }
    var sum: Int64 = 0
    let entries = try database.rows(
      """
      SELECT c.hours, c.counts, c.year, coalesce(h.title, c.item), coalesce(j.name, ''), c.enrolment IS NULL,
        k.enrolment IS NOT NULL, f.path, f.sheet, c.row
      FROM credit_entry c LEFT JOIN cohort h ON h.id = c.cohort LEFT JOIN project j ON j.id = c.project
      LEFT JOIN closed_credit k ON k.enrolment = c.enrolment LEFT JOIN source_file f ON f.id = c.file
      WHERE c.person = ? ORDER BY c.year, c.enrolment IS NOT NULL, c.enrolment, c.item
      """, .integer(person.id)
    ) { row throws(SQLiteError) in
      let (hours, counts, isPrior) = (row.integer(0), row.integer(1) == 1, row.integer(5) == 1)
      if counts { sum += hours }
      let year = row.integer(2) == 0 ? "" : isPrior ? "\(row.integer(2))年" : ""
      let title = [year, row.text(3), row.text(4)].filter { !$0.isEmpty }.joined(separator: " ")
      let place = isPrior ? SourcePlace(row, at: 7) : nil
      let remark =
        !counts
        ? Wording(", outside the years of the ledger, not counted", "，不在统计年度内，不计")
        : row.integer(6) == 1 ? Wording(", kept since the term was closed", "，结班时已核定") : Wording("")
      return Answer(
        "credit",
        Wording(title.isEmpty ? "—" : title) + Wording(": \(Self.hours(hours)) h", "：\(Self.hours(hours))学时") + remark
          + place.arrow,
        fields: [
          ("kind", .text(isPrior ? "prior" : "term")), ("year", .optional(row.integer(2) == 0 ? nil : row.integer(2))),
          ("hours", .text(Self.hours(hours))), ("counts", .truth(counts)),
        ] + place.fields)
    }
    let missing = max(ledger.target - sum, 0)
    let (has, target, lacks) = (Self.hours(sum), Self.hours(ledger.target), Self.hours(missing))
    let verdict = missing == 0 ? Wording("reached", "已达到") : Wording("\(lacks) still missing", "尚缺\(lacks)学时")
    return [
      Answer(
        "ledger",
        Wording(
          "\(ledger.title), \(ledger.from) to \(ledger.through): \(has) of \(target) hours, \(verdict.english)",
          "\(ledger.title)（\(ledger.from)—\(ledger.through)年）：已计\(has)学时，目标\(target)学时，\(verdict.chinese)"),
        fields: [("hours", .text(has)), ("target", .text(target)), ("missing", .text(lacks))],
        parts: entries + [ledger.cite].compactMap { $0 }.map(clause))
    ]
  }

  /// Hundredths of an hour without idle zeros.
  private static func hours(_ hundredths: Int64) -> String { Points(hundredths, decimals: 2).short }
}
