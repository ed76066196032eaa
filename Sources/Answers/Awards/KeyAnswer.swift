import Awards
import Metrics
import Programme
import Scoring
import SQLite
import Stages
import Store

extension Inquiry {
  /// The rank with the figures behind every key, strongest first.
  func rankAnswers(_ candidacy: Candidacy, _ award: Award) throws -> [Answer] {
    let keys = try award.rank.enumerated().map { position, key in
      try keyAnswer(key, at: position, of: candidacy, award)
    }
    guard let rank = candidacy.rank else {
      return candidacy.keys.contains { !$0.isEmpty }
        ? [Answer("rank", Wording("not ranked; its figures", "未参加排名；其数值"), ["rank": .none], parts: keys)] : []
    }
    let ranked = try rankedCount(award, section: candidacy.section)
    return [
      Answer(
        "rank", Wording("rank \(rank) of \(ranked) ranked", "名次：第\(rank)名，共\(ranked)\(award.counted)参加排名"),
        ["rank": .number(rank), "of": .number(ranked)], parts: keys)
    ]
  }

  private func keyAnswer(_ key: RankKey, at position: Int, of candidacy: Candidacy, _ award: Award) throws -> Answer {
    let value = candidacy.keys.indices.contains(position) ? candidacy.keys[position] : ""
    let order = key.descending ? Wording("the more the better", "高者在前") : Wording("the less the better", "低者在前")
    var parts: [Answer] = []
    if case .composite(let composite) = key.value, !value.isEmpty {
      parts = try CompositeField(self, award, composite, at: position).answers(for: candidacy)
    }
    let title = programme.title(of: key.value, in: award)
    let unit = programme.unit(of: key.value)
    let text =
      value.isEmpty
      ? Wording("\(title.english): no figure", "\(title.chinese)：无数值")
      : Wording(
        "\(title.english) \(value)\(unit.english.isEmpty ? "" : " \(unit.english)"), \(order.english)",
        "\(title.chinese)\(value)\(unit.chinese)，\(order.chinese)")
    return Answer("key", text, ["title": .text(title.chinese), "value": .text(value)], parts: parts)
  }

  /// Whether the candidate is in the best part of the pool by the entry's key, with the cut.
  func entryAnswer(_ candidacy: Candidacy, _ award: Award) throws -> [Answer] {
    guard let entry = award.entry, case .staff = award.pool else { return [] }
    let pool = try database.rows(
      """
      SELECT d.candidate, s.score, s.online, s.briefs FROM decision d JOIN staff s ON s.id = d.subject
      WHERE d.award = ? ORDER BY d.candidate
      """, .text(award.id.text)
    ) { row throws(SQLiteError) in
      let numbers = StaffNumbers(
        score: row.optionalInteger(1), online: row.optionalInteger(2), briefs: row.optionalInteger(3))
      return (candidate: row.integer(0), figure: numbers.figure(entry.key.value))
    }
    let cut = entry.cut(pool.map(\.figure))
    guard let own = pool.firstIndex(where: { $0.candidate == candidacy.candidate }) else { return [] }
    let inside = zip(pool, cut.isIn).filter(\.1).compactMap(\.0.figure)
    let edge = entry.key.descending ? inside.min() : inside.max()
    func text(_ figure: Int64?) -> String { figure.map { programme.printed($0, entry.key.value) } ?? "—" }
    let title = programme.title(of: entry.key.value, in: award)
    let unit = programme.unit(of: entry.key.value)
    let percent = "\(ExactDecimal(entry.share, exponent: -4))%"
    let verdict = cut.isIn[own] ? Wording("comes in", "入围") : Wording("stays out", "未入围")
    return [
      Answer(
        "entry",
        Wording(
          "entry: top \(percent) of \(cut.pool) by \(title.english), \(cut.admitted) (\(entry.rounding.rawValue)); "
            + "the cut is at \(text(edge)) \(unit.english), this candidate has \(text(pool[own].figure)): \(verdict.english)",
          "入围：\(title.chinese)居前\(percent)，\(cut.pool)\(award.counted)取\(cut.admitted)\(award.counted)（\(entry.rounding.title.chinese)）；"
            + "入围线\(text(edge))\(unit.chinese)，本人\(text(pool[own].figure))\(unit.chinese)：\(verdict.chinese)"),
        [
          "pool": .number(cut.pool), "admitted": .number(cut.admitted), "cut": .text(text(edge)),
          "value": .text(text(pool[own].figure)), "is_in": .truth(cut.isIn[own]),
        ])
    ]
  }
}
