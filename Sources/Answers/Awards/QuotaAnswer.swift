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

  /// The places of an award; nil where they are not limited.
  func places(of award: Award) throws -> Int64? {
    try database.integer("SELECT sum(places) FROM quota_step WHERE award = ?", .text(award.id.text))
  }

  func rankedCount(_ award: Award) throws -> Int64 {
    try database.integer("SELECT count(rank) FROM decision WHERE award = ?", .text(award.id.text)) ?? 0
  }
}
