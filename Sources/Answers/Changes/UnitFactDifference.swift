import Programme
import SQLite
import Store

extension Inquiry {
  /// The facts of a source about units that are new, state something else, or are gone; both states must have been rebuilt.
  func unitFactDifference(_ source: Source, limit: Int) throws -> DifferenceSection {
    var section = DifferenceSection(source, limit: limit)
    let before = try states(of: source, suffix: "_before")
    let after = try states(of: source, suffix: "_after")
    for key in Set(before.keys).union(after.keys).sorted() {
      let (old, new) = (before[key], after[key])
      guard let kind = DifferenceKind(from: old?.fact, to: new?.fact), let unit = new ?? old else { continue }
      section.add(
        DifferenceLine(
          kind: kind, code: unit.code, name: unit.name, subject: Wording(""),
          before: old.map { source.wording($0.fact) },
          after: new.map { source.wording($0.fact) }, source: (new ?? old)?.fact.place))
    }
    return section
  }

  private struct State {
    let code: String
    let name: String
    let fact: Fact
  }

  private struct Key: Hashable, Comparable {
    let position: Int64
    let unit: Int64
    let item: String

    static func < (left: Key, right: Key) -> Bool {
      (left.position, left.unit, left.item) < (right.position, right.unit, right.item)
    }
  }

  private func states(of source: Source, suffix: String) throws -> [Key: State] {
    let rows = try database.rows(
      """
      SELECT u.position, u.id, u.code, u.name, \(Self.unitFactColumns)
      FROM unit_fact\(suffix) m JOIN unit u ON u.id = m.unit LEFT JOIN source_file f ON f.id = m.file
      WHERE m.source = (SELECT id FROM fact_source WHERE source = ?)
      """, .text(source.id.text)
    ) { row throws(SQLiteError) in
      let fact = Fact(unitFact: row, at: 4)
      return (
        Key(position: row.integer(0), unit: row.integer(1), item: fact.item),
        State(code: row.text(2), name: row.text(3), fact: fact)
      )
    }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }
}
