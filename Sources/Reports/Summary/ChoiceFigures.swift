import Metrics
import Programme
import SQLite
import Scoring

/// What the questions of choice of one questionnaire came to, option by option.
struct ChoiceFigures: Sendable {
  struct Row: Sendable {
    let question: String
    let title: String
    let option: String
    let chosen: Int64
    /// Those who answered the question at all.
    let answered: Int64
  }

  /// What the questionnaire is called.
  let title: String
  let rows: [Row]
  /// Whether some question allows several options, whose shares then add up to more than a hundred.
  let hasSeveral: Bool
  /// With fewer answers a question's options are withheld.
  let least: Int64

  /// Every questionnaire with questions of choice that somebody answered, in the order of the pipeline file.
  static func read(_ database: Database, _ programme: Programme) throws(SQLiteError) -> [ChoiceFigures] {
    guard try database.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'survey_choice'") == 1 else {
      return []
    }
    var found: [ChoiceFigures] = []
    for source in programme.sources where !source.questions.isEmpty {
      let rows = try database.rows(
        "SELECT question, title, option, chosen, answered FROM survey_choice WHERE source = ?", .text(source.id.text)
      ) { row throws(SQLiteError) in
        Row(
          question: row.text(0), title: row.text(1), option: row.text(2), chosen: row.integer(3),
          answered: row.integer(4))
      }
      guard rows.contains(where: { $0.answered > 0 }) else { continue }
      found.append(
        ChoiceFigures(
          title: source.title, rows: rows, hasSeveral: source.questions.contains(where: \.isMultiple),
          least: Int64(programme.satisfaction?.minimumN ?? Self.usualLeast)))
    }
    return found
  }

  /// How many answers a figure rests on at least where the pipeline file says nothing of it.
  private static let usualLeast = 5

  /// One line an option, with how many chose it of how many; few answers are not told apart.
  var table: PaperTable {
    PaperTable(
      [
        PaperColumn("题号", .word), PaperColumn("题目", .name), PaperColumn("选项", .name),
        PaperColumn("选择", unit: "份", .count), PaperColumn("答题", unit: "份", .count), PaperColumn("占比", .share),
      ],
      rows.map { row in
        let told: [Entry] =
          row.answered < least
          ? [.text("样本不足"), .count(row.answered), .text("—")]
          : [
            .count(row.chosen), .count(row.answered),
            .figure(Printed(share: Fraction(Int128(row.chosen), over: Int128(row.answered)), decimals: 1)),
          ]
        return [.text(row.question), .text(row.title), .text(row.option)] + told
      })
  }

  /// How the shares are reckoned.
  var note: String {
    "占比＝选择该项的份数÷答该题的份数" + (hasSeveral ? "；可选多项的题，各项占比之和可超过100%" : "")
      + "。匿名填答；答题不足\(least)份的记“样本不足”。"
  }
}
