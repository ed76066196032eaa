import Exports
import Programme
import SQLite

extension Night {
  /// Loads the administrative order: what is new is added, what changed is changed, nothing is taken away.
  func landUnits(_ source: Source, _ files: [SourceFile]) throws {
    let levels = Dictionary(
      programme.levels.enumerated().map { ($0.element.id.text, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var rows: [UnitRow] = []
    var seen = DuplicateRows()
    let order = try UnitOrder(self, source, files, levels: levels)
    try read(source, files) { row, sheet in
      guard let codeCell = sheet["code"], let nameCell = sheet["name"], let levelCell = sheet["level"] else {
        return .nonData
      }
      let code: String
      switch codeCell.text(row) {
      case .value(let text): code = text
      case .missing: return .rejected(codeCell.missing(row))
      case .rejected(let rejection): return .rejected(rejection)
      }
      guard case .value(let name) = nameCell.text(row) else { return .rejected(nameCell.missing(row)) }
      let levelText = levelCell.text(row)
      if case .rejected(let rejection) = levelText { return .rejected(rejection) }
      guard let level = levels[levelText.value ?? ""] else {
        return .rejected(
          levelCell.rejection(row, "unknown_value", Wording("is no level of the programme", "不是本项目设定的层级")))
      }
      if let fault = order.fault(of: code, level: level) {
        return .rejected(codeCell.rejection(row, "no_parent", fault))
      }
      guard seen.isFirst(code, row, sheet) else { return .duplicate }
      let aliases = (sheet["aliases"]?.text(row).value ?? "").split(whereSeparator: { "；;、|┋".contains($0) })
      rows.append(
        UnitRow(
          code: code, name: name, level: level, parent: sheet["parent"]?.text(row).value,
          aliases: aliases.map { $0.trimmingSpaces }, file: sheet.file, row: row.number))
      return .accepted
    }
    try notice(seen.contradictions)
    if source.mode == .fullSnapshot { try keepPlaces(rows) }
    try write(rows)
    if source.mode == .fullSnapshot { try listUnits(rows) }
  }

  /// Adds the units that a roster names by its city, county and school columns, where the programme has no list of units.
  func landUnitsOfRoster(_ source: Source, _ files: [SourceFile]) throws {
    let columns = ["city", "county", "unit"].compactMap { source.column(Identifier($0)) }
    guard columns.count + 1 == programme.levels.count else {
      throw BlockedSource(
        source: source.id, code: "no_units",
        wording: Wording(
          "without a source of kind 'unit' the roster must have a column for each level below the first: city, county, unit",
          "没有“unit”类数据源时，名册须为第一级以下的每一级提供一列：city、county、unit"))
    }
    units = try Units(database)
    var rows = units.all.map { unit in
      UnitRow(
        code: unit.code, name: unit.name, level: unit.level, parent: unit.parent.map { units.all[$0].code },
        aliases: [],
        file: 0, row: 0)
    }
    var known = TermIndex(capacity: 4096)
    for row in rows { known.add(row.code) }
    let count = rows.count
    if known.find("0") == nil {
      rows.append(
        UnitRow(code: "0", name: programme.levels[0].title, level: 0, parent: nil, aliases: [], file: 0, row: 0))
    }
    // The roster itself is read and accounted for afterwards.
    let reader = SourceReader(source, reading, firstFile: accounts.count)
    let meaning = reading.meaning(of: source, layout: try reader.layout(of: files))
    reader.recall = reading.earlierMarks(source, meaning).map { KnownRows($0.reader) }
    // The cells of a unit as they stand, of which thousands of rows have the same.
    var seen = TermIndex(capacity: 4096)
    var cells: [UInt8] = []
    try reader.read(files) { row, sheet in
      cells.removeAll(keepingCapacity: true)
      for cell in [sheet.roster.city, sheet.roster.county, sheet.roster.unit] {
        guard let cell else { continue }
        cells.append(contentsOf: row.bytes[row.range(cell.index)])
        cells.append(0)
      }
      let met = seen.count
      guard seen.add(cells.span) == met else { return .accepted }
      var parent = "0"
      for (level, column) in columns.enumerated() {
        guard let cell = sheet[column.id], case .value(let name) = cell.text(row) else { break }
        let code = level == 0 ? name : "\(parent)/\(name)"
        if known.find(code) == nil {
          known.add(code)
          rows.append(
            UnitRow(
              code: code, name: name, level: level + 1, parent: parent, aliases: [], file: sheet.file, row: row.number))
        }
        parent = code
      }
      return .accepted
    }
    guard rows.count > count else { return }
    try write(rows.sorted { ($0.level == 0 ? 0 : 1, $0.code) < ($1.level == 0 ? 0 : 1, $1.code) })
  }

  private func write(_ rows: [UnitRow]) throws {
    let upsert = try database.prepare(
      """
      INSERT INTO unit (code, name, level, parent, position, file, row) VALUES (?, ?, ?, NULL, ?, ?, ?)
      ON CONFLICT (code) DO UPDATE SET name = excluded.name, level = excluded.level, position = excluded.position
      WHERE (unit.name, unit.level, unit.position) IS NOT (excluded.name, excluded.level, excluded.position)
      """)
    for (position, row) in rows.enumerated() {
      try upsert.bind([
        .text(row.code), .text(row.name), .integer(Int64(row.level)), .integer(Int64(position)),
        .integer(key(ofFile: row.file)), .integer(Int64(row.row)),
      ])
      try upsert.run()
    }
    let link = try database.prepare(
      """
      UPDATE unit AS u SET parent = (SELECT p.id FROM unit p WHERE p.code = ?1 AND p.level < u.level)
      WHERE code = ?2 AND parent IS NOT (SELECT p.id FROM unit p WHERE p.code = ?1 AND p.level < u.level)
      """)
    for row in rows {
      guard let parent = row.parent else { continue }
      try link.bind([.text(parent), .text(row.code)])
      try link.run()
    }
    try writeAliases(rows)
    // A unit whose level changed may now stand under one that is no wider; whoever walks upwards must come to an end.
    try database.execute(
      "UPDATE unit SET parent = NULL WHERE level <= (SELECT p.level FROM unit p WHERE p.id = unit.parent)")
    units = try Units(database)
  }

  /// Takes away the aliases that tonight's list does not have, and adds those that are new.
  private func writeAliases(_ rows: [UnitRow]) throws {
    var wanted: Set<[String]> = []
    for row in rows { for alias in row.aliases where !alias.isEmpty { wanted.insert([row.code, alias]) } }
    let known = try database.rows(
      "SELECT u.id, u.code, a.alias FROM unit_alias a JOIN unit u ON u.id = a.unit ORDER BY a.alias, a.unit"
    ) { row throws(SQLiteError) in (unit: row.integer(0), pair: [row.text(1), row.text(2)]) }
    for alias in known where wanted.remove(alias.pair) == nil {
      try database.run(
        "DELETE FROM unit_alias WHERE unit = ? AND alias = ?", .integer(alias.unit), .text(alias.pair[1]))
    }
    let insert = try database.prepare(
      "INSERT INTO unit_alias (unit, alias, since) SELECT id, ?, ? FROM unit WHERE code = ?")
    for pair in wanted.sorted(by: { $0[0] == $1[0] ? $0[1] < $1[1] : $0[0] < $1[0] }) {
      try insert.bind([.text(pair[1]), .integer(id), .text(pair[0])])
      try insert.run()
    }
  }

  /// Loads the projects of the year and the cohorts that the pipeline file declares.
  func landProjects(_ source: Source?, _ files: [SourceFile]) throws {
    let upsert = try database.prepare(
      """
      INSERT INTO project (code, name, stage, subject, file, row) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (code) DO UPDATE SET name = excluded.name, stage = excluded.stage, subject = excluded.subject
      WHERE (project.name, project.stage, project.subject) IS NOT (excluded.name, excluded.stage, excluded.subject)
      """)
    if let source {
      var seen = DuplicateRows()
      var rowOfName: [String: Int] = [:]
      var stated: [(code: String, name: String, values: [Value])] = []
      try read(source, files) { row, sheet in
        guard let codeCell = sheet["code"], let nameCell = sheet["name"] else { return .nonData }
        guard case .value(let code) = codeCell.text(row) else { return .rejected(codeCell.missing(row)) }
        guard case .value(let name) = nameCell.text(row) else { return .rejected(nameCell.missing(row)) }
        guard seen.isFirst(code, row, sheet) else { return .duplicate }
        if let other = rowOfName.updateValue(row.number, forKey: Units.key(name)) {
          return .rejected(
            nameCell.rejection(
              row, "name_taken",
              Wording(
                "is the name of the project in row \(other) too; give each project a name of its own",
                "与第 \(other) 行的项目同名；请使各项目名称不同")))
        }
        stated.append(
          (
            code, name,
            [
              .text(code), .text(name), .text(sheet["stage"]?.text(row).value ?? ""),
              .text(sheet["subject"]?.text(row).value ?? ""), .integer(key(ofFile: sheet.file)),
              .integer(Int64(row.number)),
            ]
          ))
        return .accepted
      }
      try notice(seen.contradictions)
      try makeWay(for: stated.map { ($0.code, $0.name) })
      for project in stated {
        try upsert.bind(project.values)
        try upsert.run()
      }
    } else {
      try upsert.bind([.text("1"), .text(programme.title), "", "", 0, 0])
      try upsert.run()
    }
    let cohorts =
      programme.cohorts.isEmpty ? [("1", programme.title)] : programme.cohorts.map { ($0.id.text, $0.title) }
    for (code, title) in cohorts {
      try database.run(
        "INSERT INTO cohort (code, title) VALUES (?, ?) ON CONFLICT (code) DO UPDATE SET title = excluded.title",
        .text(code), .text(title))
    }
    projects = try Projects(database)
    try database.execute("DELETE FROM closed_cohort")
    for cohort in programme.cohorts {
      guard let closed = cohort.closing(asOf: asOf), let key = projects.cohortKeys[cohort.id.text] else { continue }
      try database.run(
        "INSERT INTO closed_cohort VALUES (?, ?)", .integer(Int64(key)), .integer(closed == .counted ? 1 : 0))
    }
  }
}

extension Night {
  /// Lets projects of the last night keep their place under a new code, and gives up names that another project bears tonight.
  private func makeWay(for stated: [(code: String, name: String)]) throws {
    let codes = Set(stated.map(\.code))
    let codeOfName = Dictionary(stated.map { (Units.key($0.name), $0.code) }, uniquingKeysWith: { first, _ in first })
    let known = try database.rows("SELECT id, code, name FROM project ORDER BY id") { row throws(SQLiteError) in
      (id: row.integer(0), code: row.text(1), name: row.text(2))
    }
    let knownCodes = Set(known.map(\.code))
    for project in known {
      guard let code = codeOfName[Units.key(project.name)], code != project.code else { continue }
      if !codes.contains(project.code), !knownCodes.contains(code) {
        try database.run("UPDATE project SET code = ? WHERE id = ?", .text(code), .integer(project.id))
        try notice(
          file: nil, row: nil, code: "renumbered_project",
          Wording(
            "the project “\(project.name)” had the code \(project.code) and has \(code) now; it is taken for the same",
            "项目“\(project.name)”的编码由 \(project.code) 改为 \(code)，按同一项目计"))
      } else {
        try database.run(
          "UPDATE project SET name = ? WHERE id = ?", .text("\(project.name)（\(project.code)）"), .integer(project.id))
      }
    }
  }
}

/// Which units have their place: below the widest level, each must stand under one of a wider level that has its own.
private struct UnitOrder {
  private var stated: [String: (level: Int, parent: String?)] = [:]
  private var known: [String: Int] = [:]

  /// Looks at the whole list first, since a unit may stand above the one it belongs to.
  init(_ night: Night, _ source: Source, _ files: [SourceFile], levels: [String: Int]) throws {
    for unit in try Units(night.database).all { known[unit.code] = unit.level }
    var stated: [String: (level: Int, parent: String?)] = [:]
    try SourceReader(source, night.reading, firstFile: 0).read(files) { row, sheet in
      guard let code = sheet["code"]?.text(row).value, stated[code] == nil,
        let level = sheet["level"]?.text(row).value.flatMap({ levels[$0] })
      else { return .nonData }
      stated[code] = (level, sheet["parent"]?.text(row).value)
      return .nonData
    }
    self.stated = stated
  }

  /// Why a unit has no place; nil when it has one.
  func fault(of code: String, level: Int) -> Wording? {
    guard level > 0 else { return nil }
    guard let parent = stated[code]?.parent else {
      return Wording("stands under no unit; fill in the code of the unit above", "未填上级单位；请填写上级单位编码")
    }
    guard let above = stated[parent]?.level ?? known[parent] else {
      return Wording(
        "stands under “\(parent)”, which is not in the list of units; mend the code or add the unit",
        "的上级“\(parent)”不在单位表中；请更正编码或补充该单位")
    }
    guard above < level else {
      return Wording(
        "stands under “\(parent)”, which is of no wider level; mend the level or the unit above",
        "的上级“\(parent)”级别不高于本单位；请更正级别或上级单位")
    }
    guard stated[parent] != nil, let fault = fault(of: parent, level: above) else { return nil }
    return Wording("stands under “\(parent)”, which \(fault.english)", "的上级“\(parent)”\(fault.chinese)")
  }
}

/// A unit as its row states it.
struct UnitRow {
  let code: String
  let name: String
  let level: Int
  let parent: String?
  let aliases: [String]
  let file: Int
  let row: Int
}

extension Substring {
  /// Without spaces at both ends.
  fileprivate var trimmingSpaces: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
