import Programme
import Scoring
import SQLite
import Stages
import Store

extension Inquiry {
  /// Every enrolment of a person: where the total comes from, whether it passes, its rank, and what was decided.
  func learner(_ person: Person) throws -> Answer {
    let night = try night(of: .score)?.asOf
    let enrolments = try enrolments(of: person)
    let title = Wording("\(person.name) (\(person.code))", "\(person.name)（\(person.code)）")
    let asOf = night.map { Wording(", as of \($0)", "，统计时点 \($0)") } ?? Wording("")
    var parts = try erasedAnswers(person)
    parts += try enrolments.map { try held(for: $0.cohortCode).enrolmentAnswer($0) }
    parts += try ledgerAnswers(person)
    parts += try rejectedRows(naming: person.code)
    parts += try mendedRows(naming: person.code)
    parts += try factCorrections(of: person)
    return Answer(
      "learner", title + asOf,
      ["code": .text(person.code), "name": .text(person.name), "as_of": .optional(night)], parts: parts)
  }

  /// That the person's name and numbers were erased, where they were.
  private func erasedAnswers(_ person: Person) throws -> [Answer] {
    try store.erasure(of: person.id).map { at in
      [
        Answer(
          "erased",
          Wording(
            "name, identity number and telephone were erased at \(at) (jianbao forget); figures and decisions are as they were",
            "姓名、身份证号和电话已于 \(at) 清除（jianbao forget）；各项数字和结论不变"), ["at": .text(at)])
      ]
    } ?? []
  }

  private func enrolmentAnswer(_ enrolment: Enrolment) throws -> Answer {
    let path = try unitPath(enrolment.unit)
    let text = enrolment.course + Wording(", \(path)", "，\(path)")
    var parts: [Answer] = []
    if let stored = try score(of: enrolment.id) {
      let tallies = try tallies(of: enrolment.id)
      parts += try scoreAnswers(enrolment, stored, tallies)
      parts.append(try rankAnswer(enrolment, stored))
    } else {
      parts.append(Answer("unscored", Wording("not scored yet; run the programme", "尚未评分；请先运行 jianbao run")))
    }
    parts.append(try rosterAnswer(enrolment))
    parts += try candidacies(enrolment.id)
    return Answer(
      "enrolment", text,
      [
        "project": .text(enrolment.project), "cohort": .text(enrolment.cohort), "unit": .text(path),
        "status": .text(enrolment.status.rawValue),
      ], parts: parts)
  }

  private func scoreAnswers(_ enrolment: Enrolment, _ stored: StoredScore, _ tallies: [Int64]) throws -> [Answer] {
    let marks = scorer.marks(of: tallies)
    let explanations = scorer.explain(tallies)
    var answers: [Answer] = []
    if marks.total != stored.total || marks.passed != stored.passed {
      let (then, now) = (printed(stored.total), printed(marks.total))
      answers.append(
        Answer(
          "outdated",
          Wording(
            "attention: the database holds a total of \(then), the rules as they stand now give \(now); run the programme again",
            "注意：数据库中的总成绩为\(then)分，按流程文件现在的规则为\(now)分；请重新运行 jianbao run"),
          ["stored_total": .text(then), "total": .text(now)]))
    }
    answers.append(try totalAnswer(enrolment, marks, explanations))
    answers += try resultAnswers(enrolment, tallies, marks, explanations)
    return answers
  }

  private func totalAnswer(_ enrolment: Enrolment, _ marks: Marks, _ explanations: [Explanation]) throws -> Answer {
    let total = printed(marks.total)
    let sum = explanations.map(\.points.text).joined(separator: "＋")
    return Answer(
      "total", Wording("total \(total) = \(sum.replacing("＋", with: " + "))", "总成绩\(total)分＝\(sum)"),
      ["points": .text(total)], parts: try explanations.map { try componentAnswer($0, enrolment) })
  }

  private func rankAnswer(_ enrolment: Enrolment, _ stored: StoredScore) throws -> Answer {
    guard let rank = stored.rank else {
      let isWithdrawn = enrolment.status == .withdrawn
      return Answer(
        "rank",
        isWithdrawn
          ? Wording("not ranked: has withdrawn", "不参加排名：已退出")
          : Wording("not ranked: is in no denominator", "不参加排名：不计入"), ["rank": .none])
    }
    let ranked = try rankedLearners()
    let keys = programme.scoring.rank.map { programme.learnerKeyTitle($0.value) }
    let by = (keys.isEmpty ? [Wording("total", "总成绩")] : keys).joined(by: Wording(", then ", "、"))
    return Answer(
      "rank", Wording("rank \(rank) of \(ranked) by \(by.english)", "按\(by.chinese)排第\(rank)名，共\(ranked)人次参加排名"),
      ["rank": .number(rank), "of": .number(ranked)])
  }

  /// Enrolments that count, from the distribution of the night and not by counting them one by one.
  private func rankedLearners() throws -> Int64 {
    guard let night = try night(of: .measure) else { return 0 }
    return try database.integer("SELECT sum(learners) FROM total_band WHERE night = ?", .integer(night.id)) ?? 0
  }

  func printed(_ points: Int64) -> String { Points(points, decimals: scorer.decimals).text }

  /// The clause that a statement follows.
  func clause(_ cite: String) -> Answer {
    Answer("clause", Wording("clause: \(cite)", "依据：\(cite)"), ["cite": .text(cite)])
  }
}

extension Programme {
  /// What a key of the score sheets is called.
  fileprivate func learnerKeyTitle(_ value: RankValue) -> Wording {
    switch value {
    case .component(let id): Wording(scoring.components.first { $0.id == id }?.title ?? id.text)
    case .tally(let id): Wording(tallies.first { $0.id == id }?.title ?? id.text)
    case .total, .attribute, .composite, .lot: Wording("total", "总成绩")
    }
  }
}
