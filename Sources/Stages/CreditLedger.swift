import Programme
import SQLite
import Store

/// Keeps what the ledger of credited hours is made of: its cycle, the year of every term, and the credit of terms that are closed.
///
/// The credit of an open term follows its learners' marks from night to night. Once a term is closed its credit is kept as it was,
/// whatever the rules of later terms say; a term that is opened again gives it up.
func keepLedger(_ store: ProgrammeStore) throws {
  let (database, programme) = (store.database, store.programme)
  try database.execute(
    """
    DELETE FROM ledger; DELETE FROM ledger_term;
    DELETE FROM closed_credit WHERE EXISTS (
      SELECT 1 FROM enrolment e WHERE e.id = closed_credit.enrolment AND e.cohort NOT IN (SELECT cohort FROM closed_cohort))
    """)
  guard let ledger = programme.ledger else { return }
  try database.run(
    "INSERT INTO ledger VALUES (?, ?, ?, ?, ?)", .text(ledger.title), .integer(ledger.target),
    .integer(Int64(ledger.from)),
    .integer(Int64(ledger.through)), .text(ledger.prior?.text ?? ""))
  let years = programme.cohorts.map { ($0.id.text, $0.to.year) }
  for (code, year) in programme.cohorts.isEmpty ? [("1", programme.year)] : years {
    try database.run(
      "INSERT INTO ledger_term SELECT id, ? FROM cohort WHERE code = ?", .integer(Int64(year)), .text(code))
  }
  try database.execute(
    """
    INSERT INTO closed_credit SELECT e.id, s.credit FROM enrolment e JOIN score s ON s.enrolment = e.id
    WHERE e.cohort IN (SELECT cohort FROM closed_cohort) ON CONFLICT DO NOTHING
    """)
}
