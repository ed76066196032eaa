import Programme
import SQLite
import Store

extension Inquiry {
  /// The decisions about whomever a code or name stands for among the candidates of an award.
  func candidateReply(_ name: String, for award: Award) throws -> Reply {
    switch award.pool {
    case .learners:
      guard let person = try person(code: name) else { return .unknown(try nothing(named: name, units: [])) }
      let keys = try enrolments(of: person).map(\.id)
      return try reply(
        award, keys.flatMap { try candidacies($0, of: award) }, name)
    case .staff(let role, _, _):
      let found = try candidacies(
        of: award, where: "d.candidate IN (SELECT id FROM staff WHERE role = ? AND code = ?)",
        [.text(role), .text(name)])
      return found.isEmpty ? .unknown(try noStaff(name, award)) : try reply(award, found, name)
    case .units:
      switch try unit(named: name) {
      case .none(let near): return .unknown(try nothing(named: name, units: near))
      case .several(let matches): return .unknown(ambiguous(name, matches))
      case .one(let index, let units):
        let key = units.all[index].id
        let found = try candidacies(
          of: award, where: "d.candidate BETWEEN ? AND ?", [.integer(key * 100_000), .integer(key * 100_000 + 99_999)])
        return try reply(award, found, name)
      }
    }
  }

  private func reply(_ award: Award, _ candidacies: [Candidacy], _ name: String) throws -> Reply {
    guard let first = candidacies.first else {
      return .unknown(
        Wording(
          "'\(name)' is no candidate of \(award.title): not in its pool", "“\(name)”不在“\(award.title)”的参评范围内"))
    }
    guard candidacies.count > 1 else { return .found(try candidateAnswer(first, award)) }
    return .found(
      Answer(
        "candidacies", Wording("\(award.title): \(first.name)", "\(award.title)：\(first.name)"),
        ["award": .text(award.id.text), "code": .text(first.code)],
        parts: try candidacies.map { try candidateAnswer($0, award) }))
  }

  /// Names the members of staff who bear the name, or whose codes resemble it.
  private func noStaff(_ name: String, _ award: Award) throws -> Wording {
    let all = try candidacies(of: award)
    let namesakes = all.filter { $0.name == name }.map { "\($0.code)（\($0.name)）" }
    let nearest = Spelling.nearest(to: name, among: all.map(\.code)).map { code in
      "\(code)（\(all.first { $0.code == code }?.name ?? "")）"
    }
    let near = namesakes.isEmpty ? [nearest].compactMap { $0 } : namesakes
    guard !near.isEmpty else {
      return Wording(
        "'\(name)' is no candidate of \(award.title); give the code of one of its \(all.count) candidates",
        "“\(name)”不是“\(award.title)”的参评对象；请给出其 \(all.count) 名参评对象之一的编号")
    }
    let list = near.prefix(6).joined(separator: "、")
    return Wording(
      "'\(name)' is no candidate of \(award.title); nearest: \(list)", "“\(name)”不是“\(award.title)”的参评对象；相近的有：\(list)")
  }

  /// The candidacies of a member of staff for every award; nil when nobody has the code.
  func staffAnswer(code: String) throws -> Answer? {
    let posts = try database.rows(
      """
      SELECT s.source, s.name, coalesce(u.name, ''), f.path, f.sheet, s.row
      FROM staff s LEFT JOIN unit u ON u.id = s.unit LEFT JOIN source_file f ON f.id = s.file WHERE s.code = ? ORDER BY s.id
      """, .text(code)
    ) { row throws(SQLiteError) in
      let place = SourcePlace(row, at: 3)
      let source = programme.sources.first { $0.id.text == row.text(0) }?.title ?? row.text(0)
      let unit = row.text(2).isEmpty ? Wording("") : Wording(", \(row.text(2))", "，\(row.text(2))")
      let post = Answer(
        "post", Wording(source) + unit + place.arrow,
        fields: [("source", .text(row.text(0))), ("unit", .text(row.text(2)))] + place.fields)
      return (name: row.text(1), post: post)
    }
    guard let name = posts.first?.name else { return nil }
    let decisions = try programme.awards.flatMap { award -> [Answer] in
      guard case .staff(let role, _, _) = award.pool else { return [] }
      return try candidacies(
        of: award, where: "d.candidate IN (SELECT id FROM staff WHERE role = ? AND code = ?)",
        [.text(role), .text(code)]
      ).map { decisionLine($0, award) }
    }
    return Answer(
      "staff", Wording("\(name) (\(code))", "\(name)（\(code)）"), ["code": .text(code), "name": .text(name)],
      parts: posts.map(\.post) + decisions + (try staffCheckAnswers(code)))
  }
}
