import Awards
import Programme
import SQLite
import Stages

/// Where the places of an award end among the ranked.
struct AwardLine: Sendable {
  let rank: Int64
  let keys: [String]
}

extension Inquiry {
  /// How many places there are, the arithmetic printed.
  func quotaAnswer(_ award: Award) throws -> [Answer] {
    guard let quota = award.quota else {
      return [Answer("quota", Wording("places: not limited", "名额：不限"), ["places": .none])]
    }
    return try database.rows(
      "SELECT base, base_title, places FROM quota_step WHERE award = ? ORDER BY unit", .text(award.id.text)
    ) { row throws(SQLiteError) in
      let step = quota.places(base: row.integer(0))
      let (title, places) = (row.text(1), row.integer(2))
      return Answer(
        "quota",
        Wording(
          "places: \(places); \(title) \(step.arithmetic.english)", "名额：\(places)个；\(title)\(step.arithmetic.chinese)"),
        [
          "places": .number(places), "base": .number(row.integer(0)), "base_title": .text(title), "exact": .text(step.exactText),
          "rounding": .text(step.rounding.rawValue),
        ])
    }
  }

  /// The places of an award; nil where they are not limited.
  func places(of award: Award) throws -> Int64? {
    try database.integer("SELECT sum(places) FROM quota_step WHERE award = ?", .text(award.id.text))
  }

  func rankedCount(_ award: Award) throws -> Int64 {
    try database.integer("SELECT count(rank) FROM decision WHERE award = ?", .text(award.id.text)) ?? 0
  }

  /// The last rank that reaches into the places; nil where they are not limited, or enough for all who are ranked.
  func line(of award: Award) throws -> AwardLine? {
    guard let places = try places(of: award), places > 0, try rankedCount(award) >= places else { return nil }
    return try database.rows(
      "SELECT rank, keys FROM decision WHERE award = ? AND rank <= ? ORDER BY rank DESC, position LIMIT 1", .text(award.id.text),
      .integer(places)
    ) { row throws(SQLiteError) in
      AwardLine(rank: row.integer(0), keys: row.text(1).split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
    }.first
  }

  /// The line, how far the candidate is from it, and who shares the candidate's rank.
  func lineAnswers(_ candidacy: Candidacy, _ award: Award) throws -> [Answer] {
    guard candidacy.rank != nil else { return [] }
    var answers = [try lineAnswer(award, gap: candidacy.gap)].compactMap { $0 }
    if candidacy.tied > 1, let rank = candidacy.rank {
      let equals = try candidacies(of: award, where: "d.rank = ? AND d.candidate <> ?", [.integer(rank), .integer(candidacy.candidate)], limit: 10)
      let names = equals.map(\.title).joined(by: Wording("; ", "、"))
      let rest = Int(candidacy.tied) - 1 > equals.count ? Wording(" …", "等") : Wording("")
      answers.append(
        Answer(
          "tie",
          Wording(
            "\(candidacy.tied) share the rank: with \(names.english)\(rest.english); \(award.ties.wording.english)",
            "\(candidacy.tied)\(award.counted)并列：同名次的有\(names.chinese)\(rest.chinese)；\(award.ties.wording.chinese)"),
          ["tied": .number(candidacy.tied), "policy": .text(award.ties.rawValue), "with": .list(equals.map(\.code))]))
    }
    return answers
  }

  /// Where the line runs; nil where there is none.
  func lineAnswer(_ award: Award, gap: String? = nil) throws -> Answer? {
    guard let line = try line(of: award) else { return nil }
    let edge = titled(line.keys, award)
    let own = gap.map { gap in
      gap.hasPrefix("-")
        ? Wording("; this candidate is \(gap.dropFirst()) short", "；距线差\(gap.dropFirst())")
        : Wording("; this candidate is \(gap) above it", "；高出\(gap)")
    }
    return Answer(
      "line",
      Wording("line: rank \(line.rank), \(edge.english)", "入选线：第\(line.rank)名，\(edge.chinese)") + (own ?? Wording("")),
      ["rank": .number(line.rank), "keys": .list(line.keys), "gap": .optional(gap)])
  }

  /// Printed keys with their titles and units: `在线时长38.50小时`.
  func titled(_ keys: [String], _ award: Award) -> Wording {
    zip(award.rank, keys).map { key, value in
      let (title, unit) = (programme.title(of: key.value, in: award), programme.unit(of: key.value))
      guard !value.isEmpty else { return Wording("no \(title.english)", "无\(title.chinese)") }
      return Wording(
        "\(title.english) \(value)\(unit.english.isEmpty ? "" : " \(unit.english)")", "\(title.chinese)\(value)\(unit.chinese)")
    }.joined(by: Wording(", ", "、"))
  }
}

extension TiePolicy {
  /// What the rules say of equals at the line.
  var wording: Wording {
    switch self {
    case .extend: Wording("equals at the line all come in", "线上并列者均入选")
    case .exclude: Wording("equals at the line all stay out", "线上并列者均不入选")
    case .reserve: Wording("equals at the line go on the reserve list", "线上并列者列入候补")
    case .person: Wording("equals at the line are settled by the office", "线上并列由审定单位决定")
    case .byIdentifier: Wording("the identifier decides between equals at the line", "线上并列以编号先后确定")
    }
  }
}
