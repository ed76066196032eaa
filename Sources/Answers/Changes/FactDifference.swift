import Exports
import Programme
import SQLite
import Store

extension Inquiry {
  /// The facts of a source that are new, state something else, or are gone.
  func factDifference(_ source: Source, from: History.Night, to: History.Night) throws -> DifferenceSection {
    var section = DifferenceSection(source, limit: shown(20))
    let key = try database.integer("SELECT id FROM fact_source WHERE source = ?", .text(source.id.text))
    // Files are numbered as they are loaded, so every row of a later night bears a number from here on.
    let later = try database.integer("SELECT min(id) FROM source_file WHERE night > ?", .integer(from.id))
    guard let key, let later else { return section }
    let before = try FactLookup(self, source, key, suffix: "_before")
    let after = try FactLookup(self, source, key, suffix: "_after")
    let person = try database.prepare(
      "SELECT p.code, p.name FROM enrolment e JOIN person p ON p.id = e.person WHERE e.id = ?")
    let touched = try database.prepare(
      """
      SELECT enrolment, item FROM \(source.kind.rawValue) WHERE source = ?1 AND file >= ?2
      UNION SELECT enrolment, item FROM \(source.kind.rawValue)_past WHERE source = ?1 AND until > ?3 ORDER BY 1, 2
      """)
    try touched.bind([.integer(key), .integer(later), .integer(from.id)])
    while try touched.step() {
      let (enrolment, item) = (touched.integer(0), touched.integer(1))
      let (old, new) = (try before.fact(enrolment, item), try after.fact(enrolment, item))
      guard let kind = DifferenceKind(from: old, to: new) else { continue }
      try person.bind(1, enrolment)
      let isKnown = try person.step()
      section.add(
        DifferenceLine(
          kind: kind, code: isKnown ? person.text(0) : "", name: isKnown ? person.text(1) : "", subject: Wording(""),
          before: old.map(source.wording), after: new.map(source.wording), source: (new ?? old)?.place))
      person.reset()
    }
    return section
  }
}

extension DifferenceKind {
  /// nil where both state the same, wherever they stand.
  init?(from old: Fact?, to new: Fact?) {
    switch (old, new) {
    case (nil, nil): return nil
    case (nil, _): self = .new
    case (_, nil): self = .gone
    case (let old?, let new?):
      guard !old.states(sameAs: new) else { return nil }
      self = .changed
    }
  }
}

extension Fact {
  fileprivate func states(sameAs other: Fact) -> Bool {
    item == other.item && category == other.category && value == other.value && full == other.full && at == other.at
      && flag == other.flag && missing == other.missing
  }
}

/// Finds single facts of one source in the state of one night.
private final class FactLookup {
  private let select: Statement
  private let categories: [String]
  private let files: [Int64: (file: String, sheet: String)]
  private let term: Statement
  private let key: Int64

  init(_ inquiry: Inquiry, _ source: Source, _ key: Int64, suffix: String) throws {
    let columns =
      switch source.kind {
      case .item: "value, full, at, flag, missing"
      case .event: "NULL, NULL, at, 0, NULL"
      default: "value, NULL, at, 0, NULL"
      }
    self.key = key
    select = try inquiry.database.prepare(
      """
      SELECT category, \(columns), file, row FROM \(source.kind.rawValue)\(suffix)
      WHERE source = ? AND enrolment = ? AND item = ?
      """)
    term = try inquiry.database.prepare("SELECT text FROM term WHERE id = ?")
    categories = try inquiry.database.rows(
      "SELECT text FROM term WHERE source = ? AND kind = 'category' ORDER BY id", .text(source.id.text)
    ) { row throws(SQLiteError) in row.text(0) }
    files = try inquiry.sourcePlaces()
  }

  func fact(_ enrolment: Int64, _ item: Int64) throws -> Fact? {
    defer { select.reset() }
    try select.bind([.integer(key), .integer(enrolment), .integer(item)])
    guard try select.step() else { return nil }
    let category = Int(select.optionalInteger(0) ?? 0)
    let row = select.integer(7)
    return Fact(
      item: try text(of: item), category: categories.indices.contains(category - 1) ? categories[category - 1] : "",
      value: select.optionalInteger(1), full: select.optionalInteger(2), at: select.optionalInteger(3),
      flag: select.integer(4) == 1, missing: select.optionalText(5).flatMap(MissingReason.init(rawValue:)),
      place: files[select.integer(6)].map { SourcePlace(file: $0.file, sheet: $0.sheet, row: row) })
  }

  /// The code that an item's key stands for.
  private func text(of item: Int64) throws -> String {
    guard item < 0 else { return ItemKey.code(item) }
    defer { term.reset() }
    try term.bind(1, -item)
    return try term.step() ? term.text(0) : ""
  }
}
