import Programme
import Scoring
import SQLite
import Store

/// What a list says of a unit or of somebody in office on one night.
private struct OfficeState {
  let code: String
  let name: String
  /// What may differ, by title; nil text for what is only told to differ, its value being nobody's business.
  let values: [(title: Wording, value: String, shown: Wording?)]
  let place: SourcePlace?
}

extension Inquiry {
  /// Units, and people in office by source, that are new, state something else, or are gone.
  ///
  /// Both states must have been rebuilt.
  func officeDifferences(limit: Int) throws -> [DifferenceSection] {
    try programme.sources.compactMap { source in
      switch source.kind {
      case .unit: try section(source, limit, try unitStates("_before"), try unitStates("_after"))
      case .staff: try section(source, limit, try staffStates(source, "_before"), try staffStates(source, "_after"))
      default: nil
      }
    }
  }

  private func section(
    _ source: Source, _ limit: Int, _ before: [(key: String, state: OfficeState)],
    _ after: [(key: String, state: OfficeState)]
  ) throws -> DifferenceSection {
    var section = DifferenceSection(source, limit: limit)
    let old = Dictionary(before, uniquingKeysWith: { first, _ in first })
    let new = Set(after.map(\.key))
    func line(_ kind: DifferenceKind, _ state: OfficeState, _ subject: Wording, _ values: (Wording?, Wording?)) {
      section.add(
        DifferenceLine(
          kind: kind, code: state.code, name: state.name, subject: subject, before: values.0, after: values.1,
          source: state.place))
    }
    for (key, state) in after {
      guard let earlier = old[key] else {
        line(.new, state, Wording(""), (nil, nil))
        continue
      }
      for (was, now) in zip(earlier.values, state.values) where was.value != now.value {
        line(.changed, state, now.title, (was.shown, now.shown))
      }
    }
    for (key, state) in before where !new.contains(key) { line(.gone, state, Wording(""), (nil, nil)) }
    return section
  }

  /// The units that the list of a night has, by their keys, which they keep when they are numbered anew.
  private func unitStates(_ suffix: String) throws -> [(key: String, state: OfficeState)] {
    let levels = programme.levels
    return try database.rows(
      """
      SELECT u.id, u.code, u.name, u.level, coalesce(p.name, ''), coalesce((SELECT group_concat(alias, '、') FROM (
        SELECT alias FROM unit_alias\(suffix) a WHERE a.unit = u.id ORDER BY alias)), ''), f.path, f.sheet, u.row
      FROM unit\(suffix) u LEFT JOIN unit\(suffix) p ON p.id = u.parent LEFT JOIN source_file f ON f.id = u.file
      WHERE u.listed ORDER BY u.position, u.id
      """
    ) { row throws(SQLiteError) in
      let level = Int(row.integer(3))
      let texts = [
        (Wording("code", "编码"), row.text(1)), (Wording("name", "名称"), row.text(2)),
        (Wording("level", "级别"), levels.indices.contains(level) ? levels[level].title : ""),
        (Wording("above", "上级"), row.text(4)), (Wording("aliases", "别名"), row.text(5)),
      ]
      return (
        "\(row.integer(0))",
        OfficeState(
          code: row.text(1), name: row.text(2), values: texts.map { ($0.0, $0.1, Wording($0.1)) },
          place: SourcePlace(row, at: 6))
      )
    }
  }

  /// The people of one source in office on a night, by role and code.
  private func staffStates(_ source: Source, _ suffix: String) throws -> [(key: String, state: OfficeState)] {
    let rows = try database.rows(
      """
      SELECT s.role, s.code, s.name, s.level, coalesce(u.name, ''), coalesce(p.name, ''), s.chief, s.score, s.online,
        s.briefs, s.born, s.phone, s.duty, f.path, f.sheet, s.row
      FROM staff\(suffix) s LEFT JOIN unit\(suffix) u ON u.id = s.unit LEFT JOIN project\(suffix) p ON p.id = s.project
      LEFT JOIN source_file f ON f.id = s.file WHERE s.source = ? ORDER BY s.id
      """, .text(source.id.text)
    ) { row throws(SQLiteError) in
      (cells: (0..<13).map { row.optionalText($0) }, place: SourcePlace(row, at: 13))
    }
    return rows.map { cells, place in
      let cells = cells.map { $0 ?? "" }
      return (
        "\(cells[0])\u{1F}\(cells[1])",
        OfficeState(code: cells[1], name: cells[2], values: staffValues(source, cells), place: place)
      )
    }
  }

  /// What may differ of somebody in office: days of birth and phones stay in the database, that they differ is said, and not what
  /// they are.
  private func staffValues(_ source: Source, _ cells: [String]) -> [(title: Wording, value: String, shown: Wording?)] {
    func value(_ id: Identifier<Column>, _ text: String, _ shown: Wording?) -> (Wording, String, Wording?) {
      (Wording(source.header(id)), text, shown)
    }
    func number(_ id: Identifier<Column>, _ text: String) -> (Wording, String, Wording?) {
      value(id, text, Int64(text).map { source.wording($0, of: id) } ?? Wording("—"))
    }
    let level = Int(cells[3]).flatMap { programme.levels.indices.contains($0) ? programme.levels[$0].title : nil } ?? ""
    let chief = cells[6] == "1" ? Wording("yes", "是") : Wording("no", "否")
    return [
      value("name", cells[2], Wording(cells[2])), value("level", level, Wording(level)),
      value("unit", cells[4], Wording(cells[4])), value("project", cells[5], Wording(cells[5])),
      value("chief", cells[6], chief), number("score", cells[7]), number("online", cells[8]),
      number("briefs", cells[9]), value("born", cells[10], nil), value("phone", cells[11], nil),
      number("duty", cells[12]),
    ]
  }
}
