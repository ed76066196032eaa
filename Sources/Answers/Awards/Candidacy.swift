import Awards
import Programme
import SQLite
import Stages

/// What was decided about one candidate of one award, as the award stage left it.
struct Candidacy: Sendable {
  let candidate: Int64
  let subject: Int64
  let unit: Int64?
  let project: Int64
  let rank: Int64?
  /// Printed values of the rank keys, in the order of the award; empty texts where there is no figure.
  let keys: [String]
  let outcome: Outcome
  let stage: Stage
  let reason: Wording
  let gap: String?
  /// The first key in which the candidate differs from the line; nil at the line and where there is none.
  let gapKey: Int?
  /// How far in that key, signed; nil where one of the two has no figure.
  let distance: Wording?
  /// How many share the rank, this candidate included.
  let tied: Int64
  let decider: Decider
  /// The part of a divided award in which the candidate competes; 0 in one that is not divided.
  let section: Int64
  let sectionTitle: String
  let code: String
  let name: String
  let unitName: String
  let projectName: String

  /// `张三（320001，南京市，语文）`.
  var title: Wording {
    let about = [code, unitName == name ? "" : unitName, projectName].filter { !$0.isEmpty }
    return Wording("\(name) (\(about.joined(separator: ", ")))", "\(name)（\(about.joined(separator: "，"))）")
  }
}

extension Inquiry {
  /// The candidacies of an award that meet a condition on `d`, the decision; the values are bound from the second place on.
  func candidacies(
    of award: Award, where condition: String = "1", _ values: [Value] = [], order: String = "d.position, d.candidate",
    limit: Int = .max
  ) throws -> [Candidacy] {
    let statement = try database.prepare(
      """
      SELECT d.candidate, d.subject, d.unit, coalesce(e.project, d.project), d.rank, d.keys, d.outcome, d.stage,
        d.reason_en, d.reason, d.gap, d.tied, d.decided_by, coalesce(pe.code, st.code, un.code, ''),
        coalesce(pe.name, st.name, un.name, ''), coalesce(u.name, ''), coalesce(pr.name, ''), d.section, coalesce(qs.title, ''),
        d.gap_key, d.gap_text_en, d.gap_text
      FROM decision d
      LEFT JOIN quota_share qs ON qs.award = d.award AND qs.section = d.section
      LEFT JOIN enrolment e ON d.kind = 'learner' AND e.id = d.subject LEFT JOIN person pe ON pe.id = e.person
      LEFT JOIN staff st ON d.kind = 'staff' AND st.id = d.subject
      LEFT JOIN unit un ON d.kind = 'unit' AND un.id = d.subject LEFT JOIN unit u ON u.id = d.unit
      LEFT JOIN project pr ON pr.id = coalesce(e.project, d.project)
      WHERE d.award = ? AND \(condition) ORDER BY \(order) LIMIT \(limit)
      """)
    try statement.bind([.text(award.id.text)] + values)
    var found: [Candidacy] = []
    while try statement.step() { found.append(try candidacy(statement)) }
    return found
  }

  private func candidacy(_ row: borrowing Statement) throws -> Candidacy {
    let keys = row.text(5).split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    return Candidacy(
      candidate: row.integer(0), subject: row.integer(1), unit: row.optionalInteger(2),
      project: row.optionalInteger(3) ?? 0,
      rank: row.optionalInteger(4), keys: keys, outcome: try known(row.text(6)), stage: try known(row.text(7)),
      reason: Wording(row.text(8), row.text(9)), gap: row.optionalText(10),
      gapKey: row.optionalInteger(19).map(Int.init),
      distance: row.optionalText(21).map { Wording(row.text(20), $0) }, tied: row.integer(11),
      decider: try known(row.text(12)), section: row.integer(17), sectionTitle: row.text(18), code: row.text(13),
      name: row.text(14),
      unitName: row.text(15),
      projectName: row.text(16))
  }

  /// What an award decided about an enrolment, looked up by key.
  func candidacies(_ enrolment: Int64, of award: Award) throws -> [Candidacy] {
    guard let decision = try store.decision(of: award, enrolment: enrolment) else { return [] }
    return try candidacies(of: award, where: "d.id = ?", [.integer(decision)])
  }

  /// What was decided about an enrolment, an award a line.
  func candidacies(_ enrolment: Int64) throws -> [Answer] {
    try programme.awards.flatMap { award -> [Answer] in
      guard case .learners = award.pool else { return [] }
      return try candidacies(enrolment, of: award).map { decisionLine($0, award) }
    }
  }

  /// One decision as a line below a person or unit.
  func decisionLine(_ candidacy: Candidacy, _ award: Award) -> Answer {
    Answer(
      "decision",
      Wording("\(award.title): ", "\(award.title)：") + candidacy.conclusion
        + Wording(" (--award \(award.id) tells more)", "（详见 --award \(award.id)）"), fields: candidacy.fields(award))
  }
}

extension Candidacy {
  /// The outcome and why; a reason in the outcome's own words is not said twice.
  var conclusion: Wording {
    let outcome = outcome.wording(at: stage)
    return Wording(
      reason.english.contains(outcome.english) ? reason.english : "\(outcome.english); \(reason.english)",
      reason.chinese.contains(outcome.chinese) ? reason.chinese : "\(outcome.chinese)；\(reason.chinese)")
  }

  func fields(_ award: Award) -> [(name: String, value: AnswerValue)] {
    [
      ("award", .text(award.id.text)), ("code", .text(code)), ("name", .text(name)), ("unit", .text(unitName)),
      ("project", .text(projectName)), ("rank", .optional(rank)), ("outcome", .text(outcome.rawValue)),
      ("stage", .text(stage.rawValue)), ("gap", .optional(gap)), ("decided_by", .text(decider.rawValue)),
    ]
  }
}

/// A word that the database keeps as the raw value of an enumeration; one that this version does not know is an error.
func known<Word: RawRepresentable>(_ text: String) throws -> Word where Word.RawValue == String {
  guard let known = Word(rawValue: text) else {
    throw SQLiteError(code: 20, message: "\"\(text)\" is no \(Word.self)", statement: "reading decisions")
  }
  return known
}
