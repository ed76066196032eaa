import Metrics
import Programme
import SQLite
import Scoring

/// What the survey says about each object and dimension, for everybody and by unit.
struct SatisfactionFigures: Sendable {
  /// One question's answers.
  struct Row: Sendable {
    var unit: Int64
    var object: String
    var dimension: String
    var invited: Int64
    /// Returned forms.
    var responses: Int64
    /// Answers on the scale, the n of the figures.
    var answered: Int64
    var top: Int64
    /// From the best answer to the worst.
    var counts: [Int64]
    /// In hundredths.
    var mean: Int64?
    /// In tenths of a per cent.
    var low: Int64?
    var high: Int64?
    var isSuppressed: Bool

    /// The share of the satisfied (满意率), one decimal.
    var share: Printed { Printed(share: Fraction(Int128(top), over: Int128(answered)), decimals: 1) }
    /// The five-point mean, two decimals.
    var meanText: Printed { Printed(mean.flatMap { Fraction(Int128($0), over: 100) }, decimals: 2) }
    /// The mean where answers count so much of a hundred.
    func weighted(_ weights: [Int]) -> Printed {
      SatisfactionFigure(AnswerCounts(counts: counts), top: 0).weighted(weights)
    }
    /// One bound of the interval in per cent.
    static func bound(_ tenths: Int64?) -> Printed {
      Printed(share: tenths.flatMap { Fraction(Int128($0), over: 1000) }, decimals: 1)
    }
    /// `91.8%—94.0%`.
    var interval: String { "\(Self.bound(low).text)—\(Self.bound(high).text)" }
  }

  let rules: Satisfaction
  /// Everybody's answers to the questions that enough people answered, in the order of the pipeline file's items.
  let whole: [Row]
  /// Everybody's answers to the questions that too few people answered.
  let withheld: [Row]
  /// The answers of each unit of the level that figures are split by, in organisational order.
  let units: [(name: String, rows: [Row])]
  /// What the units of that level are called.
  let unitTitle: String
  /// nil for a night that an earlier program measured.
  let results: SurveyResults?

  /// Reads the headline wave of a night; nil when nothing was answered.
  static func read(
    _ database: Database, _ edition: Edition, _ directory: UnitDirectory
  ) throws(SQLiteError) -> SatisfactionFigures? {
    guard let rules = edition.programme.satisfaction else { return nil }
    let rows = try database.rows(
      """
      SELECT unit, object, dimension, invited, responses, answered, top, counts, mean, low, high, suppressed
      FROM satisfaction_value
      WHERE night = ? AND wave = ?
      ORDER BY unit, object, dimension
      """, .integer(edition.night), .text(rules.headline.id)
    ) { row throws(SQLiteError) in Row(row) }
    let answered = rules.inOrder(rows.filter { $0.unit == 0 && $0.answered > 0 })
    let whole = answered.filter { !$0.isSuppressed }
    guard !whole.isEmpty else { return nil }
    let byUnit = Dictionary(grouping: rows, by: \.unit)
    let units = directory.ordered.compactMap { unit -> (name: String, rows: [Row])? in
      guard let rows = byUnit[unit], let name = directory[unit]?.name else { return nil }
      return (name, rules.inOrder(rows))
    }
    let level = edition.programme.levels.first { $0.id == rules.by }
    return SatisfactionFigures(
      rules: rules, whole: whole, withheld: answered.filter(\.isSuppressed), units: units,
      unitTitle: level?.title ?? "单位", results: try SurveyResults.read(database, night: edition.night, rules))
  }

  /// What an object or a dimension is called.
  func title(_ id: String, among labels: [Labelled]) -> String {
    labels.first { $0.id == id }?.title ?? id
  }

  /// `课程开发团队的教学内容`.
  func title(_ row: Row, joinedBy joint: String = "的") -> String {
    title(row.object, among: rules.objects) + joint + title(row.dimension, among: rules.dimensions)
  }
}

extension SatisfactionFigures.Row {
  fileprivate init(_ row: borrowing Statement) {
    unit = row.integer(0)
    object = row.text(1)
    dimension = row.text(2)
    invited = row.integer(3)
    responses = row.integer(4)
    answered = row.integer(5)
    top = row.integer(6)
    counts = row.text(7).split { !$0.isNumber }.compactMap { Int64($0) }
    mean = row.optionalInteger(8)
    low = row.optionalInteger(9)
    high = row.optionalInteger(10)
    isSuppressed = row.integer(11) == 1
  }
}

extension Satisfaction {
  /// Rows in the order in which the pipeline file lists the survey's questions.
  fileprivate func inOrder(_ rows: [SatisfactionFigures.Row]) -> [SatisfactionFigures.Row] {
    items.compactMap { item in rows.first { $0.object == item.object && $0.dimension == item.dimension } }
  }
}
