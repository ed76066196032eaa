package import Programme
import SQLite
import Store

extension Inquiry {
  /// The differences, or why they cannot be told.
  package enum DifferenceReply: Sendable {
    case found(Difference)
    case unknown(Wording)
  }

  /// What changed from one night to another; without dates, from the last but one to the last.
  ///
  /// A date stands for the newest night at or before it.
  package func difference(from: String?, to: String?) throws -> DifferenceReply {
    let history = History(database)
    let version = try database.integer("PRAGMA data_version")
    let nights = try history.nights()
    guard let to = nights.last(where: { to == nil || order($0.asOf) <= order(to ?? "") }) else {
      return .unknown(noNight("--to", to, nights))
    }
    let before = nights.filter { $0.id < to.id }
    guard let from = before.last(where: { from == nil || order($0.asOf) <= order(from ?? "") }) else {
      return .unknown(noNight("--from", from, before))
    }
    if let earliest = try history.earliest(), from.id < earliest.id {
      return .unknown(
        Wording(
          "--from: changes are kept since \(earliest.asOf), when the database was brought up to date; name that night or a later one",
          "--from：变化自 \(earliest.asOf)（数据库升级时）起保存；请指定该日或之后的日期"))
    }
    try history.rebuild(from, suffix: "_before")
    try history.rebuild(to, suffix: "_after")
    let rosters = programme.sources.filter { $0.kind == .roster }.prefix(1)
    let sections =
      try rosters.map { try rosterDifference($0, from: from, to: to) }
      + programme.sources.filter(\.kind.isFact).map { try factDifference($0, from: from, to: to) }
      + programme.sources.filter { $0.kind == .unitFact }.map { try unitFactDifference($0, limit: shown(20)) }
    let offices = try history.earliestOfOffices().map { $0.id <= from.id } ?? false
    let others = offices ? try officeDifferences(limit: shown(20)) : []
    let awards = try awardDifferences(from: from, to: to, newest: nights.last, isKept: offices)
    guard try database.integer("PRAGMA data_version") == version else {
      return .unknown(Wording("a run was at work meanwhile; ask again", "期间有运行正在写入数据；请重新执行"))
    }
    return .found(Difference(from: from, to: to, awards: awards, sections: sections + others))
  }

  /// A bare date is the end of its day.
  private func order(_ asOf: String) -> String { asOf.count == 10 ? asOf + " 24" : asOf }

  private func noNight(_ option: String, _ asked: String?, _ nights: [History.Night]) -> Wording {
    guard let first = nights.first?.asOf, let asked else {
      return Wording(
        "there is no earlier night to compare with; load two nights first", "没有更早的一期可比较；请先导入两期数据")
    }
    return Wording(
      "\(option): no night was loaded at or before \(asked); the first is \(first)",
      "\(option)：\(asked) 及之前没有可比较的数据；最早的一期是 \(first)")
  }

  /// Exports and sheets by their keys, to say where a row stands.
  func sourcePlaces() throws -> [Int64: (file: String, sheet: String)] {
    let rows = try database.rows("SELECT id, path, sheet FROM source_file") { row throws(SQLiteError) in
      (row.integer(0), (file: row.text(1), sheet: row.text(2)))
    }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }
}
