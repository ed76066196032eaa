import Metrics
import Programme
import SQLite
import Scoring

/// What a night's survey comes to beside its figures: the account of the forms of every wave, the reliability of the scales, and the
/// change from wave to wave.
struct SurveyResults: Sendable {
  /// The forms of one wave.
  struct Account: Sendable {
    let wave: String
    let invited: Int64
    let returned: Int64
    /// With an answer on the scale and not left out.
    let valid: Int64
    let empty: Int64
    let dropped: [AnswerCheck: Int64]
    /// nil for a check that the pipeline file does not ask for.
    let found: [AnswerCheck: Int64]

    var returnRate: Printed { Printed(share: Fraction(Int128(returned), over: Int128(invited)), decimals: 1) }
    var validRate: Printed { Printed(share: Fraction(Int128(valid), over: Int128(returned)), decimals: 1) }
  }

  /// The reliability of one scale.
  struct Scale: Sendable {
    let grouping: AlphaGrouping
    let id: String
    let questions: Int64
    let forms: Int64
    let incomplete: Int64
    /// In hundredths.
    let alpha: Int64?
    let reason: NoAlpha?

    var printed: Printed { Printed(alpha.flatMap { Fraction(Int128($0), over: 100) }, decimals: 2) }
  }

  /// How the answers about an object in a dimension moved from one wave to the next.
  struct Change: Sendable {
    let before: String
    let after: String
    let object: String
    let dimension: String
    let isPaired: Bool
    let earlier: SatisfactionFigure
    let later: SatisfactionFigure
    let isSuppressed: Bool
  }

  let accounts: [Account]
  let scales: [Scale]
  let changes: [Change]

  func account(of wave: String) -> Account? { accounts.first { $0.wave == wave } }

  /// Reads a night's results; nil where the database has none.
  static func read(_ database: Database, night: Int64, _ rules: Satisfaction) throws(SQLiteError) -> SurveyResults? {
    let tables = try database.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'survey_form_count'")
    guard tables == 1 else { return nil }
    let order = Dictionary(
      rules.everyWave.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let accounts = try database.rows(
      """
      SELECT wave, invited, returned, valid, empty, dropped_too_fast, dropped_straight_line, dropped_duplicate,
        found_too_fast, found_straight_line, found_duplicate FROM survey_form_count WHERE night = ? ORDER BY wave
      """, .integer(night)
    ) { row throws(SQLiteError) in Account(row) }
    let scales = try database.rows(
      """
      SELECT grouping, scale, questions, forms, incomplete, alpha, reason FROM survey_scale WHERE night = ? AND wave = ?
      ORDER BY grouping, scale
      """, .integer(night), .text(rules.headline.id)
    ) { row throws(SQLiteError) in Scale(row) }
    let changes = try database.rows(
      """
      SELECT before, after, object, dimension, paired, before_counts, after_counts, suppressed FROM survey_comparison
      WHERE night = ? ORDER BY before, after, object, dimension
      """, .integer(night)
    ) { row throws(SQLiteError) in Change(row, top: rules.top) }
    guard !accounts.isEmpty else { return nil }
    return SurveyResults(
      accounts: accounts.sorted { order[$0.wave] ?? 0 < order[$1.wave] ?? 0 },
      scales: (rules.alpha?.groupings ?? []).flatMap { grouping in
        rules.scales(by: grouping).compactMap { scale in
          scales.first { $0.grouping == grouping && $0.id == scale.id }
        }
      },
      changes: rules.everyWave.flatMap { wave in
        rules.items.compactMap { item in
          changes.first { $0.after == wave.id && $0.object == item.object && $0.dimension == item.dimension }
        }
      })
  }
}

extension SurveyResults.Account {
  fileprivate init(_ row: borrowing Statement) {
    wave = row.text(0)
    invited = row.integer(1)
    returned = row.integer(2)
    valid = row.integer(3)
    empty = row.integer(4)
    var (dropped, found): ([AnswerCheck: Int64], [AnswerCheck: Int64]) = ([:], [:])
    for (place, check) in AnswerCheck.allCases.enumerated() {
      dropped[check] = row.integer(5 + place)
      found[check] = row.optionalInteger(8 + place)
    }
    self.dropped = dropped
    self.found = found
  }
}

extension SurveyResults.Scale {
  fileprivate init(_ row: borrowing Statement) {
    grouping = AlphaGrouping(rawValue: row.text(0)) ?? .all
    id = row.text(1)
    questions = row.integer(2)
    forms = row.integer(3)
    incomplete = row.integer(4)
    alpha = row.optionalInteger(5)
    reason = NoAlpha(rawValue: row.text(6))
  }
}

extension SurveyResults.Change {
  fileprivate init(_ row: borrowing Statement, top: Int) {
    before = row.text(0)
    after = row.text(1)
    object = row.text(2)
    dimension = row.text(3)
    isPaired = row.integer(4) == 1
    let figure = { (text: String) in
      SatisfactionFigure(AnswerCounts(counts: text.split(separator: ",").compactMap { Int64($0) }), top: top)
    }
    earlier = figure(row.text(5))
    later = figure(row.text(6))
    isSuppressed = row.integer(7) == 1
  }
}
