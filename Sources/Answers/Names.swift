import Programme
import SQLite
import Store

/// A person of the roster.
struct Person: Hashable, Sendable {
  let id: Int64
  let code: String
  let name: String
}

/// What a name comes to among the units.
enum NamedUnit {
  case one(Int, Units)
  case several([Wording])
  case none(near: [String])
}

extension Inquiry {
  /// The person with a code, by the index of the codes.
  func person(code: String) throws -> Person? {
    try database.rows("SELECT id, code, name FROM person WHERE code = ?", .text(code)) { row throws(SQLiteError) in
      Person(id: row.integer(0), code: row.text(1), name: row.text(2))
    }.first
  }

  /// The unit with a name, alias or code.
  func unit(named name: String) throws -> NamedUnit {
    let units = try Units(database)
    let found = units.named(name)
    guard let first = found.first else { return .none(near: units.nearest(to: name, level: nil)) }
    guard found.count > 1 else { return .one(first, units) }
    return .several(found.map { Wording("\(units.all[$0].code) \(units.path(of: $0))") })
  }

  /// The refusal of a name that several units bear.
  func ambiguous(_ name: String, _ matches: [Wording]) -> Wording {
    let list = matches.prefix(10).map { $0 }.joined(by: Wording("; ", "；"))
    return Wording(
      "'\(name)' names \(matches.count) units; give the code: \(list.english)",
      "“\(name)”对应 \(matches.count) 个单位；请改用单位编码：\(list.chinese)")
  }

  /// The refusal of a name that nobody bears, with those that may have been meant.
  func nothing(named name: String, units: [String]) throws -> Wording {
    let namesakes = try database.rows(
      """
      SELECT p.code, p.name, coalesce((SELECT u.name FROM enrolment e JOIN unit u ON u.id = e.unit WHERE e.person = p.id ORDER BY e.id), '')
      FROM person p WHERE p.name = ? ORDER BY p.code LIMIT 10
      """, .text(name)
    ) { row throws(SQLiteError) in "\(row.text(0)) \(row.text(1))（\(row.text(2))）" }
    if !namesakes.isEmpty {
      let list = namesakes.joined(separator: "、")
      return Wording(
        "'\(name)' is the name of learners; give the code: \(list)", "“\(name)”是学员姓名；请改用学员编号：\(list)")
    }
    let near = try codes(near: name) + units.map { "“\($0)”" }
    guard !near.isEmpty else {
      return Wording(
        "'\(name)' is no learner, no member of staff and no unit; give a learner's code or a unit's name or code",
        "没有编号或名称为“\(name)”的学员、管理人员或单位；请给出学员编号，或单位的名称、编码")
    }
    let list = near.prefix(6).joined(separator: "、")
    return Wording(
      "'\(name)' is no learner, no member of staff and no unit; nearest: \(list)",
      "没有编号或名称为“\(name)”的学员、管理人员或单位；相近的有：\(list)")
  }

  /// Codes of learners that are one slip of the hand away, looked up one by one so that no table is walked.
  private func codes(near code: String) throws -> [String] {
    let select = try database.prepare("SELECT name FROM person WHERE code = ?")
    var found: [String] = []
    for variant in slips(of: code) where found.count < 3 {
      try select.bind(1, variant)
      if try select.step() { found.append("\(variant)（\(select.text(0))）") }
      select.reset()
    }
    return found
  }
}

/// Every code that differs from one by one character put in, left out, changed, or swapped with its neighbour.
func slips(of code: String) -> [String] {
  let characters = Array(code.uppercased())
  guard (2...24).contains(characters.count), characters.allSatisfy(\.isASCII) else { return [] }
  let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_")
  var variants: [String] = []
  for position in 0...characters.count {
    let (head, tail) = (String(characters[..<position]), characters[position...])
    if tail.count > 1 {
      variants.append(head + String(tail.dropFirst().prefix(1)) + String(tail.prefix(1)) + String(tail.dropFirst(2)))
    }
    if !tail.isEmpty {
      variants.append(head + String(tail.dropFirst()))
      variants += alphabet.map { head + String($0) + String(tail.dropFirst()) }
    }
    variants += alphabet.map { head + String($0) + String(tail) }
  }
  var seen: Set<String> = [code]
  return variants.filter { seen.insert($0).inserted }
}

extension Units {
  /// A unit with those above it but the widest, the widest first: `南京市·鼓楼区·实验小学`.
  func path(of index: Int) -> String {
    var names: [String] = []
    var current: Int? = index
    while let unit = current {
      if all[unit].parent != nil || names.isEmpty { names.append(all[unit].name) }
      current = all[unit].parent
    }
    return names.reversed().joined(separator: "·")
  }
}
