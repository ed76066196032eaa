import Exports
import Programme
import SQLite

extension Night {
  /// Loads the administrative order: what is new is added, what changed is changed, nothing is taken away.
  func landUnits(_ source: Source, _ files: [SourceFile]) throws {
    let levels = Dictionary(
      programme.levels.enumerated().map { ($0.element.id.text, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var rows: [UnitRow] = []
    var codes: Set<String> = []
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
      guard codes.insert(code).inserted else { return .duplicate }
      let aliases = (sheet["aliases"]?.text(row).value ?? "").split(whereSeparator: { "；;、|┋".contains($0) })
      rows.append(
        UnitRow(
          code: code, name: name, level: level, parent: sheet["parent"]?.text(row).value,
          aliases: aliases.map { $0.trimmingSpaces }, file: sheet.file, row: row.number))
      return .accepted
    }
    try write(rows)
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
    var rows = [
      UnitRow(code: "0", name: programme.levels[0].title, level: 0, parent: nil, aliases: [], file: 0, row: 0)
    ]
    var known = TermIndex(capacity: 4096)
    let before = accounts.count
    try read(source, files) { row, sheet in
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
    // The roster itself is read and accounted for afterwards.
    accounts.removeLast(accounts.count - before)
    rows[1...].sort { $0.code < $1.code }
    try write(rows)
  }

  private func write(_ rows: [UnitRow]) throws {
    let upsert = try database.prepare(
      """
      INSERT INTO unit (code, name, level, parent, position, file, row) VALUES (?, ?, ?, NULL, ?, ?, ?)
      ON CONFLICT (code) DO UPDATE SET name = excluded.name, level = excluded.level, position = excluded.position
      """)
    for (position, row) in rows.enumerated() {
      try upsert.bind([
        .text(row.code), .text(row.name), .integer(Int64(row.level)), .integer(Int64(position)),
        .integer(key(ofFile: row.file)), .integer(Int64(row.row)),
      ])
      try upsert.run()
    }
    let link = try database.prepare("UPDATE unit SET parent = (SELECT id FROM unit WHERE code = ?) WHERE code = ?")
    let alias = try database.prepare(
      "INSERT INTO unit_alias (unit, alias) SELECT id, ? FROM unit WHERE code = ? ON CONFLICT DO NOTHING")
    try database.execute("DELETE FROM unit_alias")
    for row in rows {
      if let parent = row.parent {
        try link.bind([.text(parent), .text(row.code)])
        try link.run()
      }
      for text in row.aliases where !text.isEmpty {
        try alias.bind([.text(text), .text(row.code)])
        try alias.run()
      }
    }
    units = try Units(database)
  }

  /// Loads the projects of the year and the cohorts that the pipeline file declares.
  func landProjects(_ source: Source?, _ files: [SourceFile]) throws {
    let upsert = try database.prepare(
      """
      INSERT INTO project (code, name, stage, subject, file, row) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (code) DO UPDATE SET name = excluded.name, stage = excluded.stage, subject = excluded.subject
      """)
    if let source {
      var codes: Set<String> = []
      try read(source, files) { row, sheet in
        guard let codeCell = sheet["code"], let nameCell = sheet["name"] else { return .nonData }
        guard case .value(let code) = codeCell.text(row) else { return .rejected(codeCell.missing(row)) }
        guard case .value(let name) = nameCell.text(row) else { return .rejected(nameCell.missing(row)) }
        guard codes.insert(code).inserted else { return .duplicate }
        try upsert.bind([
          .text(code), .text(name), .text(sheet["stage"]?.text(row).value ?? ""),
          .text(sheet["subject"]?.text(row).value ?? ""), .integer(key(ofFile: sheet.file)),
          .integer(Int64(row.number)),
        ])
        try upsert.run()
        return .accepted
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
  }
}

/// A unit as its row states it.
private struct UnitRow {
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
