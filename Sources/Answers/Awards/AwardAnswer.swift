import Awards
import Programme
import Scoring
import SQLite
import Stages

extension Inquiry {
  /// An award as a whole: its rules, its arithmetic, the line, everybody who holds a place, and what was refused.
  func awardAnswer(_ award: Award) throws -> Answer {
    let winners = try store.outcomes(of: award).first { $0.outcome == .in }?.count ?? 0
    let places = try places(of: award)
    let seats = places.map { Wording("\($0) places, ", "名额\($0)个，") } ?? Wording("places not limited, ", "名额不限，")
    var parts = [award.cite].compactMap { $0 }.map(clause)
    parts.append(try poolAnswer(award))
    parts += programme.conditions(of: award).map {
      Answer("condition", Wording("condition: ", "条件：") + $0.wording)
    }
    parts += try officeCounts(award)
    parts += entryRule(award)
    parts += try quotaAnswer(award)
    parts += try shareAnswers(award)
    parts.append(rankRule(award))
    parts += try line(of: award).map { [lineAnswer($0, award)] } ?? []
    parts.append(try outcomeCounts(award))
    parts.append(try winnerList(award, count: winners))
    parts += try openTie(award)
    parts += try refusals(award)
    return Answer(
      "award",
      Wording("\(award.title) (\(award.id)): ", "\(award.title)（\(award.id)）：") + seats
        + Wording("\(winners) in", "入选\(winners)\(award.counted)"),
      [
        "award": .text(award.id.text), "title": .text(award.title), "places": .optional(places),
        "winners": .number(winners),
      ],
      parts: parts)
  }

  /// Which offices are asked, and how many rows their files hold.
  private func officeCounts(_ award: Award) throws -> [Answer] {
    try NominationStage.allCases.compactMap { stage in
      guard let office = office(stage, award) else { return nil }
      let rows =
        try database.integer(
          "SELECT count(*) FROM nomination WHERE award = ? AND stage = ?", .text(award.id.text), .text(stage.rawValue))
        ?? 0
      let state = rows == 0 ? Wording("awaited", "尚待") : Wording("\(counted(rows, "row")) so far", "已有\(rows)条")
      return Answer(
        stage.rawValue,
        Wording(
          "\(stage.noun.english) by the \(office.english): \(state.english)",
          "由\(office.chinese)\(stage.noun.chinese)：\(state.chinese)"), ["rows": .number(rows)])
    }
  }

  private func entryRule(_ award: Award) -> [Answer] {
    guard let entry = award.entry else { return [] }
    let percent = "\(ExactDecimal(entry.share, exponent: -4))%"
    let title = programme.title(of: entry.key.value, in: award)
    return [
      Answer(
        "entry",
        Wording(
          "entry: in the top \(percent) by \(title.english) (\(entry.rounding.title.english))",
          "入围：\(title.chinese)居前\(percent)（\(entry.rounding.title.chinese)）"))
    ]
  }

  private func rankRule(_ award: Award) -> Answer {
    let keys = award.rank.map { key in
      let title = programme.title(of: key.value, in: award)
      let parts = programme.compositeParts(key.value)
      let order = key.descending ? Wording("descending", "从高到低") : Wording("ascending", "从低到高")
      return Wording(
        "\(title.english)\(parts.english) \(order.english)", "\(title.chinese)\(parts.chinese)\(order.chinese)")
    }.joined(by: Wording(", then ", "，再按"))
    let ties = award.quota == nil ? Wording("") : Wording("; ", "；") + award.ties.wording
    return Answer("rank", Wording("ranked by ", "排名：按") + keys + ties, ["ties": .text(award.ties.rawValue)])
  }

  private func outcomeCounts(_ award: Award) throws -> Answer {
    let listed = try store.outcomes(of: award)
    let texts = listed.map { outcome, count in
      let word = outcome == .in ? Wording("in", "入选") : outcome.wording(at: .candidate)
      return Wording("\(word.english) \(count)", "\(word.chinese)\(count)")
    }
    return Answer(
      "outcomes", Wording("outcomes: ", "结论：") + texts.joined(by: Wording(", ", "，")),
      fields: listed.map { (name: $0.outcome.rawValue, value: .number($0.count)) })
  }

  private func winnerList(_ award: Award, count: Int64) throws -> Answer {
    let winners = try candidacies(
      of: award, where: "d.outcome = 'in'", order: "d.section, d.rank, d.position, d.candidate", limit: shown(50))
    var lines = winners.map { winner in
      let (keys, outcome) = (titled(winner.keys, award), winner.outcome.wording(at: winner.stage))
      return Answer(
        "winner",
        Wording(
          "\(winner.sectionTitle.isEmpty ? "" : winner.sectionTitle + ", ")rank \(winner.rank ?? 0): \(winner.title.english), \(keys.english), \(outcome.english)",
          "\(winner.sectionTitle)第\(winner.rank ?? 0)名：\(winner.title.chinese)，\(keys.chinese)，\(outcome.chinese)"),
        fields: winner.fields(award))
    }
    if Int(count) > winners.count { lines.append(more(Int(count) - winners.count)) }
    return Answer("winners", Wording("holding a place: \(count)", "入选名单：\(count)\(award.counted)"), parts: lines)
  }

  /// Equals at the line who wait for a person.
  private func openTie(_ award: Award) throws -> [Answer] {
    let tied = try candidacies(
      of: award, where: "d.candidate IN (SELECT candidate FROM open_tie WHERE award = ?)", [.text(award.id.text)])
    guard !tied.isEmpty else { return [] }
    let left = try database.integer("SELECT max(places) FROM open_tie WHERE award = ?", .text(award.id.text)) ?? 0
    let names = tied.map(\.title).joined(by: Wording("; ", "、"))
    return [
      Answer(
        "open_tie",
        Wording(
          "to be settled by a person: \(tied.count) tied for \(left) places: \(names.english)",
          "须由人决定：\(tied.count)\(award.counted)并列，余\(left)个名额：\(names.chinese)"),
        ["tied": .list(tied.map(\.code)), "places": .number(left)])
    ]
  }

  /// Rows of the offices' files that the rules do not allow, with their places.
  private func refusals(_ award: Award) throws -> [Answer] {
    let rows = try database.rows(
      """
      SELECT n.candidate, n.name, u.name, r.message_en, r.message, r.code, f.path, f.sheet, n.row
      FROM refusal r JOIN nomination n ON n.id = r.nomination JOIN unit u ON u.id = n.by_unit
      LEFT JOIN source_file f ON f.id = n.file WHERE r.award = ? ORDER BY r.id
      """, .text(award.id.text)
    ) { row throws(SQLiteError) in
      let place = SourcePlace(row, at: 6)
      let who = row.text(1).isEmpty ? row.text(0) : "\(row.text(1))（\(row.text(0))）"
      return Answer(
        "refusal",
        Wording("\(row.text(2)) names \(who): \(row.text(3))", "\(row.text(2))列名的\(who)：\(row.text(4))") + place.arrow,
        fields: [("code", .text(row.text(5))), ("candidate", .text(row.text(0)))] + place.fields)
    }
    guard !rows.isEmpty else { return [] }
    let cut = rows.count > shown(20) ? [more(rows.count - shown(20))] : []
    return [
      Answer(
        "refusals", Wording("rows of the offices' files that do not count: \(rows.count)", "名单中不采用的行：\(rows.count)条"),
        ["count": .number(Int64(rows.count))], parts: Array(rows.prefix(shown(20))) + cut)
    ]
  }
}

extension Programme {
  /// What a composite is made of, in brackets; nothing for another key.
  func compositeParts(_ value: RankValue) -> Wording {
    guard case .composite(let composite) = value else { return Wording("") }
    let names = composite.parts.map { part in
      part.figure == "briefs" ? "简报" : metrics.first { $0.id.text == part.figure }?.title ?? part.figure
    }
    let weights = zip(names, composite.parts).map { "\($0)×\($1.weight)" }.joined(separator: "、")
    return Wording(" (\(weights))", "（\(weights)）")
  }
}
