import Exports
import Programme
import SQLite

/// Finds people by what else a row says of them, where their number lost its digits (`id_mangled` of the dirt catalogue).
///
/// Everything that the pipeline file names must be in the row and agree, and nobody else may agree too: the number itself is
/// neither repaired nor compared.
struct PersonMatching: Sendable {
  private let keys: [PersonKey]
  private let units: Units
  /// The people, by their database keys, for each combination of the keys.
  private var people: [String: Set<Int64>] = [:]

  /// Reads who is known; nil where nothing is there to match by.
  init?(_ night: Night, _ source: Source) throws {
    guard let keys = source.personKeys else { return nil }
    self.keys = keys
    units = night.units
    let rows = try night.database.prepare(
      "SELECT DISTINCT p.id, p.name, p.phone, p.id_card, e.unit FROM person p JOIN enrolment e ON e.person = p.id")
    while try rows.step() {
      let parts = keys.map { key in
        switch key {
        case .name: rows.text(1)
        case .phone: rows.text(2)
        case .identity: rows.text(3)
        case .unit: "\(rows.integer(4))"
        }
      }
      if !parts.contains("") { people[Self.joined(parts), default: []].insert(rows.integer(0)) }
    }
  }

  /// The database key of the one person of whom a row says this; nil for none and for several.
  func find(_ row: Row, _ sheet: SheetColumns) -> Int64? {
    var combinations: [[String]] = [[]]
    for key in keys {
      guard let cell = sheet[Identifier(key.rawValue)], let text = cell.text(row).value else { return nil }
      let values = key == .unit ? units.named(text).map { "\(units.all[$0].id)" } : [text]
      combinations = combinations.flatMap { parts in values.map { parts + [$0] } }
    }
    let found = combinations.reduce(into: Set<Int64>()) { $0.formUnion(people[Self.joined($1)] ?? []) }
    return found.count == 1 ? found.first : nil
  }

  private static func joined(_ parts: [String]) -> String { parts.joined(separator: "\u{1F}") }

  /// The remark on a row that was taken for somebody by what else it says.
  func remark(_ found: Rejection, name: String) -> Wording {
    let english = keys.map(\.title.english).joined(separator: ", ")
    let chinese = keys.map(\.title.chinese).joined(separator: "、")
    return Wording(
      "“\(found.found)” lost its last digits in a number cell; by \(english) the row was taken for \(name): export the column as text",
      "“\(found.found)”的末位数字已丢失；按\(chinese)判定为\(name)，请将该列按文本导出")
  }
}

extension Rejection {
  /// Whether a number lost its digits, so that other columns may say whose it was.
  var isOfLostPrecision: Bool { code == ValueFault.Code.precisionLost.rawValue }
}

extension Source {
  /// What people are matched by: as the pipeline file says, or by name, unit and phone where the source has them.
  var personKeys: [PersonKey]? {
    let usual: [PersonKey] = [.name, .unit, .phone]
    return match ?? (usual.allSatisfy { column(Identifier($0.rawValue)) != nil } ? usual : nil)
  }
}

extension PersonKey {
  fileprivate var title: Wording {
    switch self {
    case .name: Wording("name", "姓名")
    case .unit: Wording("unit", "单位")
    case .phone: Wording("phone", "手机号")
    case .identity: Wording("identity number", "身份证号")
    }
  }
}

/// A row of facts whose person was found by other columns.
struct MatchedRow: Sendable {
  /// The sheet, counted from 0 among those of the night.
  let file: Int
  let rejection: Rejection
  let person: Int64
}

extension Night {
  /// Who may be looked for in the facts, by source; the roster is written first where somebody may.
  func matchings() throws -> [Identifier<Source>: PersonMatching] {
    let sources = programme.sources.filter { $0.kind.isFact && $0.personKeys != nil }
    guard !sources.isEmpty else { return [:] }
    try finishRoster()
    finishRoster = {}
    return try sources.reduce(into: [:]) { try $0[$1.id] = PersonMatching(self, $1) }
  }

  /// Remarks on rows of facts whose person was found by other columns.
  func noticeMatches(_ rows: [MatchedRow], _ matching: PersonMatching?, firstFile: Int) throws {
    for matched in rows {
      let name = try database.text("SELECT name FROM person WHERE id = ?", .integer(matched.person)) ?? ""
      try notice(matched.rejection, file: firstFile + matched.file, matching, name: name)
    }
  }

  /// Remarks on a row whose person was found by other columns.
  func notice(_ rejection: Rejection, file: Int, _ matching: PersonMatching?, name: String) throws {
    guard let matching else { return }
    try notice(
      file: file, row: rejection.row, column: rejection.column, code: rejection.code,
      matching.remark(rejection, name: name))
  }
}
