import Metrics
import Programme
import Scoring
import SQLite
import Store

extension Inquiry {
  /// The satisfaction of those who answered about a unit, by object and dimension: the n behind every share, the answers step by step,
  /// the clause, and the rows in which they stand.
  func satisfactionAnswers(_ index: Int, _ units: Units, _ night: Night) throws -> [Answer] {
    guard let satisfaction = programme.satisfaction else { return [] }
    // Everybody together is kept under unit 0 and belongs to the widest unit.
    let isWidest = units.all[index].level == 0
    let figures = try database.rows(
      """
      SELECT object, dimension, invited, responses, answered, top, counts, mean, low, high, suppressed FROM satisfaction_value
      WHERE night = ? AND unit = ? AND wave = ? ORDER BY object, dimension
      """, .integer(night.id), .integer(isWidest ? 0 : units.all[index].id), .text(satisfaction.headline.id)
    ) { row throws(SQLiteError) in
      TopicFigure(
        object: row.text(0), dimension: row.text(1), invited: row.integer(2), responses: row.integer(3),
        answered: row.integer(4), top: row.integer(5), counts: row.text(6), mean: row.integer(7), low: row.integer(8),
        high: row.integer(9), isWithheld: row.integer(10) == 1)
    }
    guard !figures.isEmpty else { return [] }
    let below = isWidest ? nil : units.all.indices.filter { units.isWithin($0, index) }.map { units.all[$0].id }
    let rows = try answerRows(satisfaction, below, night)
    return figures.map { figure in
      figure.isWithheld ? withheld(figure, satisfaction) : told(figure, satisfaction, rows)
    }
  }

  private func withheld(_ figure: TopicFigure, _ satisfaction: Satisfaction) -> Answer {
    let title = satisfaction.title(of: figure)
    return Answer(
      "satisfaction",
      Wording("satisfaction, \(title): withheld, too few answers", "满意度，\(title)：回答人数过少，不公布"),
      ["object": .text(figure.object), "dimension": .text(figure.dimension), "suppressed": .truth(true)],
      parts: basis(satisfaction))
  }

  private func told(_ figure: TopicFigure, _ satisfaction: Satisfaction, _ rows: [AnswerRows]) -> Answer {
    let title = satisfaction.title(of: figure)
    let share = Printed(share: Fraction(Int128(figure.top), over: Int128(figure.answered)), decimals: 1).text
    let interval = "\(decimalText(figure.low, decimals: 1))%–\(decimalText(figure.high, decimals: 1))%"
    let mean = decimalText(figure.mean, decimals: 2)
    let questions = satisfaction.questions(of: figure)
    let own = rows.filter { questions.contains($0.question) }
    var parts = basis(satisfaction)
    parts.append(steps(figure, satisfaction))
    parts.append(
      Answer(
        "forms",
        Wording(
          "\(counted(figure.responses)) forms came back of \(counted(figure.invited)) learners; answers to this: \(counted(figure.answered))",
          "问卷发放\(counted(figure.invited))份，回收\(counted(figure.responses))份，本项有效回答\(counted(figure.answered))次"),
        ["invited": .number(figure.invited), "responses": .number(figure.responses)]))
    for question in questions {
      let item = satisfaction.items[Int(question) - 1]
      let text = item.question
      parts.append(
        Answer(
          "question",
          Wording(
            "question \(text)\(item.isReverse ? ", a reverse one: its answers are turned round" : "")",
            "题目 \(text)\(item.isReverse ? "（反向题，回答已反向计）" : "")"), ["question": .text(text)],
          parts: own.filter { $0.question == question }.map { $0.answer(satisfaction) }))
    }
    return Answer(
      "satisfaction",
      Wording(
        "satisfaction, \(title) \(share) = \(counted(figure.top)) ÷ \(counted(figure.answered)), 95 % interval \(interval), mean \(mean)",
        "满意度，\(title)\(share)＝\(counted(figure.top))÷\(counted(figure.answered))，95%区间\(interval)，均分\(mean)"),
      [
        "object": .text(figure.object), "dimension": .text(figure.dimension), "value": .text(share),
        "answered": .number(figure.answered), "top": .number(figure.top), "invited": .number(figure.invited),
        "responses": .number(figure.responses), "counts": .text(figure.counts), "low": .text(figure.lowText),
        "high": .text(figure.highText), "mean": .text(mean),
      ], parts: parts)
  }

  /// What counts as satisfied, and the clause that asks for the figures.
  private func basis(_ satisfaction: Satisfaction) -> [Answer] {
    let best = satisfaction.scale.prefix(satisfaction.top).joined(separator: "、")
    let minimum = satisfaction.minimumN
    let definition = Answer(
      "definition",
      Wording(
        "definition: \(best) of \(satisfaction.scale.count) steps, of the answers on the scale; fewer than \(minimum) are withheld",
        "口径：答“\(best)”的次数÷有效回答次数；有效回答不足\(minimum)次的不公布"))
    return [definition] + (satisfaction.cite.map { [clause($0)] } ?? [])
  }

  /// How many chose each step, from the best to the worst, and how the mean comes of them.
  private func steps(_ figure: TopicFigure, _ satisfaction: Satisfaction) -> Answer {
    let counts = figure.counts.split(separator: ",").map(String.init)
    let chosen = zip(satisfaction.scale, counts).map {
      Wording("\($0) \(counted(Int64($1) ?? 0))", "\($0)\(counted(Int64($1) ?? 0))次")
    }
    let best = counts.count
    let sum = counts.enumerated().reduce(0) { $0 + Int64(best - $1.offset) * (Int64($1.element) ?? 0) }
    return Answer(
      "steps",
      chosen.joined(by: Wording(", ", "，"))
        + Wording(
          "; as \(best) to 1 they sum to \(counted(sum)), ÷ \(counted(figure.answered)) = \(decimalText(figure.mean, decimals: 2))",
          "；按\(best)至1分合计\(counted(sum))分，÷\(counted(figure.answered))＝\(decimalText(figure.mean, decimals: 2))"),
      ["sum": .number(sum)])
  }

  /// The rows of the exports that answer each question: where the first and the last of them stand, and with `listsAll` every one.
  private func answerRows(_ satisfaction: Satisfaction, _ below: [Int64]?, _ night: Night) throws -> [AnswerRows] {
    let tables = try database.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'survey_finding'")
    let counts =
      tables == 1
      ? "NOT EXISTS (SELECT 1 FROM survey_finding s WHERE s.night = ?4 AND s.dropped AND s.file = r.file AND s.row = r.row)"
      : "?4 > 0"
    return try database.rows(
      """
      SELECT a.question, f.path, f.sheet, min(a.row), max(a.row), count(*), iif(?1, group_concat(a.row || ':' || a.code), '')
      FROM response r JOIN answer a ON a.response = r.id JOIN source_file f ON f.id = a.file
      WHERE r.source = ?2 AND (?3 = '' OR r.unit IN (SELECT value FROM json_each(?3)))
        AND \(counts)
      GROUP BY a.question, a.file ORDER BY a.question, f.path, f.sheet
      """, .integer(listsAll ? 1 : 0), .text(satisfaction.source.text), .text(below.map { "\($0)" } ?? ""),
      .integer(night.id)
    ) { row throws(SQLiteError) in
      AnswerRows(
        question: row.integer(0), file: row.text(1), sheet: row.text(2), first: row.integer(3), last: row.integer(4),
        count: row.integer(5), all: row.text(6))
    }
  }
}

/// A count as the papers print it: `2,486`.
private func counted(_ number: Int64) -> String { decimalText(number, decimals: 0, grouped: true) }

/// What was counted of one object in one dimension.
private struct TopicFigure {
  let object: String
  let dimension: String
  let invited: Int64
  let responses: Int64
  let answered: Int64
  let top: Int64
  /// From the best step to the worst.
  let counts: String
  let mean: Int64
  let low: Int64
  let high: Int64
  let isWithheld: Bool

  var lowText: String { decimalText(low, decimals: 1) }
  var highText: String { decimalText(high, decimals: 1) }
}

/// Rows of one export that answer a question.
private struct AnswerRows {
  /// From 1, in the order of the pipeline file.
  let question: Int64
  let file: String
  let sheet: String
  let first: Int64
  let last: Int64
  let count: Int64
  /// `row:mark` of every one, where all are asked for; the mark is 1 for the worst step.
  let all: String

  func answer(_ satisfaction: Satisfaction) -> Answer {
    let place = sheet.isEmpty ? Wording(file, "\(file) ") : Wording("\(file) [\(sheet)]", "\(file)［\(sheet)］")
    return Answer(
      "rows",
      Wording("\(counted(count)) answers ← ", "\(counted(count))次回答 ← ") + place
        + Wording(" rows \(first) to \(last)", "第\(first)至\(last)行"),
      [
        "file": .text(file), "sheet": .text(sheet), "first_row": .number(first), "last_row": .number(last),
        "count": .number(count),
      ], parts: rowsByStep(satisfaction))
  }

  /// The rows of each step from the best to the worst; nothing unless all are asked for.
  private func rowsByStep(_ satisfaction: Satisfaction) -> [Answer] {
    let pairs = all.split(separator: ",").map { $0.split(separator: ":").compactMap { Int64($0) } }
    return satisfaction.scale.enumerated().compactMap { offset, step in
      let isReverse = satisfaction.items[Int(question) - 1].isReverse
      let mark = Int64(isReverse ? offset + 1 : satisfaction.scale.count - offset)
      let rows = pairs.filter { $0.last == mark }.compactMap(\.first).sorted().map(String.init)
      guard !rows.isEmpty else { return nil }
      return Answer(
        "step_rows",
        Wording("\(step): rows \(rows.joined(separator: ", "))", "\(step)：第\(rows.joined(separator: "、"))行"),
        ["step": .text(step), "rows": .list(rows)])
    }
  }
}

extension Satisfaction {
  fileprivate func title(of figure: TopicFigure) -> String {
    let object = objects.first { $0.id == figure.object }?.title ?? figure.object
    let dimension = dimensions.first { $0.id == figure.dimension }?.title ?? figure.dimension
    return [object, dimension].filter { !$0.isEmpty }.joined(separator: "·")
  }

  /// The places of the questions about it, from 1.
  fileprivate func questions(of figure: TopicFigure) -> [Int64] {
    items.indices.filter { items[$0].object == figure.object && items[$0].dimension == figure.dimension }
      .map { Int64($0) + 1 }
  }
}
