import Programme
import SQLite
import Store

extension Inquiry {
  /// What the results of the newest night rest on.
  package func evidence(version: String, pipeline: String) throws -> Evidence {
    let nights = try database.rows("SELECT id, as_of FROM night ORDER BY id") { row throws(SQLiteError) in
      (row.integer(0), row.text(1))
    }
    var seeds: [String: String] = [:]
    for award in programme.awards {
      let drawn = award.rank.compactMap { key -> String? in if case .lot(let seed) = key.value { seed } else { nil } }
      if let seed = award.seed ?? drawn.first { seeds[award.id.text] = seed }
    }
    return Evidence(
      programme: programme.id.text, asOf: nights.last?.1 ?? "", version: version, pipeline: pipeline, seeds: seeds,
      nights: try nights.map { Evidence.Night(asOf: $0.1, inputs: try inputs(ofNight: $0.0)) },
      chain: try chain(),
      mendings: try database.rows(
        "SELECT source, raw, column_name, value FROM mending WHERE held ORDER BY source, raw, column_name"
      ) { row throws(SQLiteError) in
        Evidence.Mending(source: row.text(0), raw: row.text(1), column: row.text(2), value: row.optionalText(3))
      })
  }

  private func inputs(ofNight night: Int64) throws -> [Evidence.Input] {
    try database.rows(
      "SELECT DISTINCT path, digest FROM source_file WHERE night = ? AND current ORDER BY path, digest", .integer(night)
    ) { row throws(SQLiteError) in Evidence.Input(path: row.text(0), sha256: row.text(1)) }
  }

  private func chain() throws -> [Evidence.ChainEntry] {
    let digests = try database.rows("SELECT digest FROM chronicle ORDER BY id") { row throws(SQLiteError) in row.text(0)
    }
    return try zip(try store.chronicle(), digests).map { entry, digest in
      let correction = try store.factCorrection(ofEntry: entry.id)
      let subject = try entry.candidate.map { candidate in
        if correction != nil { return try learner(candidate) }
        return try database.rows(
          Self.candidates + " WHERE d.award = ? AND d.candidate = ?", .text(entry.award), .integer(candidate)
        ) { row throws(SQLiteError) in [row.text(1), row.text(2), row.text(3), row.text(4)] }.first ?? []
      }
      return Evidence.ChainEntry(
        id: entry.id, award: entry.award, effect: entry.effect.rawValue, candidate: entry.candidate,
        subject: subject ?? [],
        fact: correction.map { [$0.source, $0.item, $0.value.map { "\($0)" } ?? "", $0.stated] }, night: entry.night,
        enteredAt: entry.enteredAt, wordsDigest: entry.wordsDigest,
        decisionsDigest: entry.decisionsDigest, previous: entry.previous, digest: digest)
    }
  }

  /// An enrolment as the exports know it: kind, code, project, cohort.
  private func learner(_ enrolment: Int64) throws -> [String] {
    try database.rows(Self.learners + " WHERE e.id = ?", .integer(enrolment)) { row throws(SQLiteError) in
      ["learner", row.text(0), row.text(1), row.text(2)]
    }.first ?? []
  }

  /// The key of the enrolment that the exports know by code, project and cohort.
  package func enrolment(of subject: [String]) throws -> Int64? {
    guard subject.count == 4 else { return nil }
    return try database.rows(
      Self.learners + " WHERE p.code = ? AND j.code = ? AND c.code = ?", .text(subject[1]), .text(subject[2]),
      .text(subject[3])
    ) { row throws(SQLiteError) in row.integer(3) }.first
  }

  private static let learners = """
    SELECT p.code, j.code, c.code, e.id FROM enrolment e JOIN person p ON p.id = e.person JOIN project j ON j.id = e.project
    JOIN cohort c ON c.id = e.cohort
    """

  /// The key of the candidate of an award that the exports know by kind, code, project and cohort.
  package func candidate(of award: String, _ subject: [String]) throws -> Int64? {
    guard subject.count == 4 else { return nil }
    return try database.rows(
      Self.candidates + " WHERE d.award = ? AND d.kind = ? ORDER BY d.candidate", .text(award), .text(subject[0])
    ) { row throws(SQLiteError) in ([row.text(2), row.text(3), row.text(4)], row.integer(13)) }
    .first { $0.0 == Array(subject.dropFirst()) }?.1
  }

  /// The first entry of the chronicle that is damaged in the database; see `ProgrammeStore.brokenEntry`.
  package func brokenEntry() throws -> Int64? { try store.brokenEntry() }

  /// Candidates as the exports know them: award, kind, code, project and cohort, then what was decided.
  static let candidates = """
    SELECT d.award, d.kind, coalesce(pe.code, st.code, un.code, '') AS code, coalesce(pr.code, '') AS project,
      coalesce(co.code, '') AS cohort, d.outcome, d.stage, coalesce(d.rank, ''), coalesce(d.shown_rank, ''),
      coalesce(d.reserve, ''), d.decided_by, d.keys, coalesce(d.lot, ''), d.candidate
    FROM decision d
    LEFT JOIN enrolment e ON d.kind = 'learner' AND e.id = d.subject
    LEFT JOIN person pe ON pe.id = e.person
    LEFT JOIN staff st ON d.kind = 'staff' AND st.id = d.subject
    LEFT JOIN unit un ON d.kind = 'unit' AND un.id = d.subject
    LEFT JOIN project pr ON pr.id = CASE d.kind WHEN 'learner' THEN e.project ELSE d.project END
    LEFT JOIN cohort co ON co.id = e.cohort
    """

  /// The results of the newest night.
  package func results() throws -> Results {
    Results(scores: try scoreLines(), decisions: try decisionLines(), figures: try figureLines())
  }

  private func scoreLines() throws -> [ResultLine] {
    let components = programme.scoring.components.map(\.id.text)
    let columns = components.map { ", s.\"\($0.replacing("\"", with: "\"\""))\"" }.joined()
    return try database.rows(
      """
      SELECT pe.code, pr.code, co.code, s.total, s.passed, s.unmet, s.credit\(columns)
      FROM score s JOIN enrolment e ON e.id = s.enrolment JOIN person pe ON pe.id = e.person
      JOIN project pr ON pr.id = e.project JOIN cohort co ON co.id = e.cohort ORDER BY pe.code, pr.code, co.code
      """
    ) { row throws(SQLiteError) in
      var values = ["total": row.text(3), "passed": row.text(4), "unmet": row.text(5), "credit": row.text(6)]
      for (index, component) in components.enumerated() { values["component \(component)"] = row.text(7 + index) }
      return ResultLine(key: [row.text(0), row.text(1), row.text(2)], values: values)
    }
  }

  private func decisionLines() throws -> [ResultLine] {
    let names = ["outcome", "stage", "rank", "shown_rank", "reserve", "decided_by", "keys", "lot"]
    return try database.rows(Self.candidates + " ORDER BY d.award, d.kind, code, project, cohort") {
      row throws(SQLiteError) in
      var values: [String: String] = [:]
      for (index, name) in names.enumerated() { values[name] = row.text(5 + index).replacing("\t", with: " | ") }
      return ResultLine(key: (0..<5).map { row.text($0) }, values: values)
    }
  }

  private func figureLines() throws -> [ResultLine] {
    try database.rows(
      """
      SELECT v.metric, u.code, coalesce(p.code, ''), v.numerator, v.denominator FROM metric_value v
      JOIN unit u ON u.id = v.unit LEFT JOIN project p ON p.id = v.project
      WHERE v.night = (SELECT max(id) FROM night) ORDER BY v.metric, u.code, 3
      """
    ) { row throws(SQLiteError) in
      ResultLine(
        key: [row.text(0), row.text(1), row.text(2)],
        values: ["numerator": row.text(3), "denominator": row.text(4)])
    }
  }
}
