import Metrics
import Programme
import Scoring
import SQLite
import Store

extension Inquiry {
  /// How reliable the scales of the survey are, how many forms stand behind that, and what became of the forms; of everybody together,
  /// and so of the widest unit alone.
  func surveyAnswers(_ night: Night) throws -> [Answer] {
    guard let satisfaction = programme.satisfaction else { return [] }
    let tables = try database.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'survey_scale'")
    guard tables == 1 else { return [] }
    return try accountAnswers(satisfaction, night) + alphaAnswers(satisfaction, night)
  }

  private func accountAnswers(_ satisfaction: Satisfaction, _ night: Night) throws -> [Answer] {
    try database.rows(
      """
      SELECT wave, invited, returned, valid, empty, dropped_too_fast, dropped_straight_line, dropped_duplicate
      FROM survey_form_count WHERE night = ? ORDER BY wave
      """, .integer(night.id)
    ) { row throws(SQLiteError) in
      let wave = satisfaction.waves.first { $0.id == row.text(0) }?.title ?? ""
      var sentence = Wording(
        "forms\(wave.isEmpty ? "" : ", \(wave)"): \(counted(row.integer(2))) returned of \(counted(row.integer(1))) = \(counted(row.integer(3))) valid + \(counted(row.integer(4))) empty",
        "问卷\(wave.isEmpty ? "" : "（\(wave)）")：发放\(counted(row.integer(1)))份，回收\(counted(row.integer(2)))份＝有效\(counted(row.integer(3)))份＋空白\(counted(row.integer(4)))份"
      )
      var fields: [(name: String, value: AnswerValue)] = [
        ("wave", .text(row.text(0))), ("invited", .number(row.integer(1))), ("returned", .number(row.integer(2))),
        ("valid", .number(row.integer(3))), ("empty", .number(row.integer(4))),
      ]
      for (place, check) in AnswerCheck.allCases.enumerated() where satisfaction.checks?.drops(check) == true {
        let count = row.integer(5 + place)
        sentence =
          sentence
          + Wording(" + \(counted(count)) \(check.title.english)", "＋\(check.title.chinese)\(counted(count))份")
        fields.append(("dropped_\(check.rawValue)", .number(count)))
      }
      return Answer("survey_account", sentence, fields: fields)
    }
  }

  private func alphaAnswers(_ satisfaction: Satisfaction, _ night: Night) throws -> [Answer] {
    guard let rules = satisfaction.alpha else { return [] }
    let rows = try database.rows(
      """
      SELECT grouping, scale, questions, forms, incomplete, alpha, item_variance, total_variance, reason FROM survey_scale
      WHERE night = ? AND wave = ? ORDER BY grouping, scale
      """, .integer(night.id), .text(satisfaction.headline.id)
    ) { row throws(SQLiteError) in
      ScaleFigure(
        grouping: row.text(0), id: row.text(1), questions: row.integer(2), forms: row.integer(3),
        incomplete: row.integer(4), alpha: row.optionalInteger(5), itemVariance: row.integer(6),
        totalVariance: row.integer(7), reason: NoAlpha(rawValue: row.text(8)))
    }
    return rules.groupings.flatMap { satisfaction.scales(by: $0) }.compactMap { scale in
      rows.first { $0.grouping == scale.grouping.rawValue && $0.id == scale.id }?.answer(scale, satisfaction, rules)
    }
  }
}

/// A count as the papers print it: `2,486`.
private func counted(_ number: Int64) -> String { decimalText(number, decimals: 0, grouped: true) }

/// The reliability of one scale as it was kept.
private struct ScaleFigure {
  let grouping: String
  let id: String
  let questions: Int64
  let forms: Int64
  let incomplete: Int64
  /// In hundredths.
  let alpha: Int64?
  /// In units of 10^-4.
  let itemVariance: Int64
  let totalVariance: Int64
  let reason: NoAlpha?

  func answer(_ scale: SurveyScale, _ satisfaction: Satisfaction, _ rules: AlphaRules) -> Answer {
    let asked = scale.questions.map { place in
      satisfaction.items[place].question + (satisfaction.items[place].isReverse ? "*" : "")
    }
    let listed = Answer(
      "questions",
      Wording(
        "questions \(asked.joined(separator: ", "))\(asked.contains { $0.hasSuffix("*") } ? "; * is turned round" : "")",
        "题目：\(asked.joined(separator: "、"))\(asked.contains { $0.hasSuffix("*") } ? "（*为反向题，已反向计分）" : "")"),
      ["questions": .list(asked)])
    let policy =
      switch rules.missing {
      case .listwise:
        Wording(
          "missing answers, listwise: \(counted(forms)) forms answer every question, \(counted(incomplete)) answer some and are left out",
          "缺失值按整份剔除：答全的\(counted(forms))份计入，未答全的\(counted(incomplete))份不计入")
      case .pairwise:
        Wording(
          "missing answers, pairwise: each covariance is of the forms that answer both questions; \(counted(forms)) answer at least one",
          "缺失值按成对剔除：每两题取两题都答的问卷；至少答一题的\(counted(forms))份")
      }
    let missing = Answer(
      "missing", policy,
      ["policy": .text(rules.missing.rawValue), "n": .number(forms), "incomplete": .number(incomplete)])
    guard let alpha else {
      let why = reason?.wording ?? Wording("")
      return Answer(
        "alpha",
        Wording(
          "alpha, \(scale.title): none, \(why.english)", "α系数，\(scale.title)：不计算，\(why.chinese)"),
        ["grouping": .text(grouping), "scale": .text(id), "reason": .text(reason?.rawValue ?? "")],
        parts: [listed, missing])
    }
    let text = decimalText(alpha, decimals: 2)
    let (own, whole) = (decimalText(itemVariance, decimals: 4), decimalText(totalVariance, decimals: 4))
    let arithmetic = Answer(
      "arithmetic",
      Wording(
        "\(questions) ÷ \(questions - 1) × (1 − \(own) ÷ \(whole)); variances of the questions summed, and of their sum, rounded to four decimals here and exact in the figure",
        "\(questions)÷\(questions - 1)×（1－\(own)÷\(whole)）；各题方差之和与总分方差，此处保留四位小数，计算时取精确值"),
      ["item_variance": .text(own), "total_variance": .text(whole), "items": .number(questions)])
    return Answer(
      "alpha",
      Wording("alpha, \(scale.title) \(text), n = \(counted(forms))", "α系数，\(scale.title)\(text)，n＝\(counted(forms))"),
      [
        "grouping": .text(grouping), "scale": .text(id), "value": .text(text), "n": .number(forms),
        "items": .number(questions),
      ], parts: [arithmetic, listed, missing])
  }
}
