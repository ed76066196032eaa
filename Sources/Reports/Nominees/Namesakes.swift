package import Programme
package import SQLite

/// People whom a public list cannot tell apart: one name in one unit, whatever `privacy.alike` adds.
package struct Namesakes: Sendable, Equatable {
  package let award: String
  package let unit: String
  /// The name as the list prints it.
  package let name: String
  /// Their codes, and whether they are in the list or only in the pool.
  let people: [(code: String, isListed: Bool)]

  package static func == (left: Self, right: Self) -> Bool { left.wording == right.wording }

  /// Who is meant, and what to do about it.
  package var wording: Wording {
    let english = people.map { $0.isListed ? $0.code : "\($0.code) (not in the list)" }.joined(separator: ", ")
    let chinese = people.map { $0.isListed ? $0.code : "\($0.code)（不在名单中）" }.joined(separator: "、")
    return Wording(
      "warning: the public list of \(award) cannot tell \(people.count) people apart who are called \(name) in \(unit): \(english); before it is put up, let privacy.alike name something by which they differ (project, subject, stage, cohort), or have the roster tell their names apart",
      "警告：\(award)公示名单无法区分\(unit)的\(people.count)位“\(name)”：\(chinese)；公示前请在 privacy.alike 中写明能区分他们的项（project、subject、stage、cohort），或在名册中区分姓名写法"
    )
  }
}

/// The people whom the public lists of a programme cannot tell apart.
package func namesakes(of programme: Programme, in database: Database) throws -> [Namesakes] {
  try PublicNotice.rolls(database, programme).flatMap(\.alike)
}
