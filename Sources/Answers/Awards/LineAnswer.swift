import Programme
import SQLite
import Stages

/// Where the places of an award end among the ranked.
struct AwardLine: Sendable {
  let rank: Int64
  let keys: [String]
  /// How many stand at the line.
  let equals: Int64
  /// Places left for them, their number if the line falls behind all of them.
  let left: Int64

  /// Whether there are more equals at the line than places for them.
  var isTied: Bool { equals > left }
}

extension Inquiry {
  /// The last rank that reaches into the places; nil where they are not limited, or more than are ranked.
  ///
  /// In a divided award each section has its own places and its own line; 0 is the whole of one that is not divided.
  func line(of award: Award, section: Int64 = 0) throws -> AwardLine? {
    guard let places = try places(of: award, section: section), places > 0,
      try rankedCount(award, section: section) >= places
    else { return nil }
    let last = try database.rows(
      """
      SELECT rank, keys, tied FROM award_line WHERE award = ? AND section = ? AND rank IS NOT NULL
      """, .text(award.id.text), .integer(section)
    ) { row throws(SQLiteError) in (rank: row.integer(0), keys: row.text(1), equals: row.integer(2)) }.first
    guard let last else { return nil }
    return AwardLine(
      rank: last.rank, keys: last.keys.split(separator: "\t", omittingEmptySubsequences: false).map(String.init),
      equals: last.equals, left: min(last.equals, places - last.rank + 1))
  }

  /// The line, how far the candidate is from it, and who shares the candidate's rank.
  func lineAnswers(_ candidacy: Candidacy, _ award: Award) throws -> [Answer] {
    guard let rank = candidacy.rank else { return [] }
    let line = try line(of: award, section: candidacy.section)
    var answers = [line.map { lineAnswer($0, award, of: candidacy) }].compactMap { $0 }
    guard candidacy.tied > 1 else { return answers }
    let equals = try candidacies(
      of: award, where: "d.rank = ? AND d.section = ? AND d.candidate <> ?",
      [.integer(rank), .integer(candidacy.section), .integer(candidacy.candidate)], limit: 10)
    let names = equals.map(\.title).joined(by: Wording("; ", "、"))
    let rest = Int(candidacy.tied) - 1 > equals.count ? Wording(" …", "等") : Wording("")
    answers.append(
      Answer(
        "tie",
        Wording(
          "\(candidacy.tied) share the rank: with \(names.english)\(rest.english)",
          "\(candidacy.tied)\(award.counted)并列，同名次的有\(names.chinese)\(rest.chinese)"),
        ["tied": .number(candidacy.tied), "with": .list(equals.map(\.code))]))
    return answers
  }

  /// Where the line runs, what becomes of more equals than places, and how far a candidate is from it.
  func lineAnswer(_ line: AwardLine, _ award: Award, of candidacy: Candidacy? = nil) -> Answer {
    let edge = titled(line.keys, award)
    let policy = award.ties.wording
    let tied =
      line.isTied
      ? Wording(
        "; \(line.equals) tied for \(line.left) left: \(policy.english)",
        "；\(line.equals)\(award.counted)并列，余\(line.left)个名额：\(policy.chinese)")
      : Wording("")
    let distance = candidacy.map { toLine($0, award) }
    return Answer(
      "line",
      Wording("line: rank \(line.rank), \(edge.english)", "入选线：第\(line.rank)名，\(edge.chinese)") + tied
        + (distance ?? Wording("")),
      [
        "rank": .number(line.rank), "keys": .list(line.keys), "equals": .number(line.equals),
        "left": .number(line.left),
        "policy": .text(award.ties.rawValue), "gap": .optional(candidacy?.gap),
      ])
  }

  /// How far a candidate is from the line, in the first key that tells them apart.
  private func toLine(_ candidacy: Candidacy, _ award: Award) -> Wording {
    guard let key = candidacy.gapKey, award.rank.indices.contains(key) else {
      return Wording("; this candidate stands at it", "；参评对象正在线上")
    }
    let title = programme.title(of: award.rank[key].value, in: award)
    guard let distance = candidacy.distance else {
      return Wording("; only one of the two has \(title.english)", "；\(title.chinese)仅一方有数值")
    }
    if case .lot = award.rank[key].value {
      return Wording("; they differ in the lot", "；以签值先后区分")
    }
    let unit = programme.unit(of: award.rank[key].value)
    let isLess = distance.chinese.hasPrefix("-")
    let size = Wording(distance.english.droppingSign, distance.chinese.droppingSign)
    let amount = Wording(
      unit.english.isEmpty ? size.english : "\(size.english) \(unit.english)", size.chinese + unit.chinese)
    // Ascending keys are better when they are less.
    return isLess == award.rank[key].descending
      ? Wording(
        "; this candidate is \(amount.english) short on \(title.english)", "；参评对象的\(title.chinese)距线差\(amount.chinese)")
      : Wording(
        "; this candidate is \(amount.english) above it on \(title.english)",
        "；参评对象的\(title.chinese)超出\(amount.chinese)")
  }

  /// Printed keys with their titles and units: `在线时长38.50小时`.
  func titled(_ keys: [String], _ award: Award) -> Wording {
    zip(award.rank, keys).map { key, value in
      let (title, unit) = (programme.title(of: key.value, in: award), programme.unit(of: key.value))
      guard !value.isEmpty else { return Wording("no \(title.english)", "无\(title.chinese)") }
      return Wording(
        "\(title.english) \(value)\(unit.english.isEmpty ? "" : " \(unit.english)")",
        "\(title.chinese)\(value)\(unit.chinese)")
    }.joined(by: Wording(", ", "、"))
  }
}

extension String {
  fileprivate var droppingSign: String { hasPrefix("-") ? String(dropFirst()) : self }
}

extension TiePolicy {
  /// What the rules say of equals at the line.
  var wording: Wording {
    switch self {
    case .extend: Wording("equals at the line all come in", "线上并列者均入选")
    case .exclude: Wording("equals at the line all stay out", "线上并列者均不入选")
    case .reserve: Wording("equals at the line go on the reserve list", "线上并列者列入候补")
    case .person: Wording("equals at the line are settled by the office", "线上并列由审定单位决定")
    case .lot: Wording("lots settle equals at the line", "线上并列抽签确定")
    case .byIdentifier: Wording("the identifier decides between equals at the line", "线上并列以编号先后确定")
    }
  }
}
