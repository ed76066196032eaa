import Awards
import Programme
import SQLite
import Stages

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
          "places": .number(places), "base": .number(row.integer(0)), "base_title": .text(title),
          "exact": .text(step.exactText),
          "rounding": .text(step.rounding.rawValue),
        ])
    }
  }

  /// How the places of an award are divided, part by part with its line; nothing where they are not.
  func shareAnswers(_ award: Award) throws -> [Answer] {
    let shares = try shares(of: award)
    guard !shares.isEmpty else { return [] }
    let parts = try shares.map { share in
      Answer(
        "share", share.wording, share.fields,
        parts: try line(of: award, section: share.section).map { [lineAnswer($0, award)] } ?? [])
    }
    return [Answer("split", Wording("divided between \(shares.count)", "名额分配：\(shares.count)个部分"), parts: parts)]
  }

  /// The part of a divided award in which a candidate competes, with its places; nothing where the award is not divided.
  func ownShareAnswer(_ candidacy: Candidacy, _ award: Award) throws -> [Answer] {
    guard candidacy.section > 0 else { return [] }
    return try shares(of: award).filter { $0.section == candidacy.section }.map { share in
      Answer("share", Wording("its part, ", "所在部分：") + share.wording, share.fields)
    }
  }

  private func shares(of award: Award) throws -> [Share] {
    try database.rows(
      """
      SELECT section, title, size, exact, whole, added, passed_on, places FROM quota_share WHERE award = ? ORDER BY section
      """, .text(award.id.text)
    ) { row throws(SQLiteError) in
      Share(
        section: row.integer(0), title: row.text(1), size: row.integer(2), exact: row.text(3), whole: row.integer(4),
        added: row.integer(5), passedOn: row.integer(6), places: row.integer(7))
    }
  }

  private struct Share {
    let section: Int64
    let title: String
    let size: Int64
    let exact: String
    let whole: Int64
    let added: Int64
    let passedOn: Int64
    let places: Int64

    var fields: KeyValuePairs<String, AnswerValue> {
      ["title": .text(title), "size": .number(size), "exact": .text(exact), "places": .number(places)]
    }

    /// `南京市：基数312，应得12.4248，12＋1＝13`.
    var wording: Wording {
      let taken = passedOn == 0 ? "" : passedOn > 0 ? "+\(passedOn)" : "\(passedOn)"
      let sum = "\(whole)+\(added)\(taken)=\(places)"
      return Wording("\(title): size \(size), share \(exact), \(sum)", "\(title)：基数\(size)，应得\(exact)，\(sum)")
    }
  }

  /// The places of an award or of one of its sections; nil where they are not limited.
  func places(of award: Award, section: Int64 = 0) throws -> Int64? {
    guard section > 0 else {
      return try database.integer("SELECT sum(places) FROM quota_step WHERE award = ?", .text(award.id.text))
    }
    return try database.integer(
      "SELECT places FROM quota_share WHERE award = ? AND section = ?", .text(award.id.text), .integer(section))
  }

  /// How many are ranked.
  func rankedCount(_ award: Award, section: Int64) throws -> Int64 {
    try database.integer(
      "SELECT ranked FROM award_line WHERE award = ? AND section = ?", .text(award.id.text), .integer(section)) ?? 0
  }
}
