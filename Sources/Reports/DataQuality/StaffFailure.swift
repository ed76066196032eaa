import Programme
import SQLite

/// Somebody in office who does not meet a check of the pipeline file.
package struct StaffFailure: Sendable {
  /// The check's identifier.
  package let check: String
  package let title: String
  /// The clause behind the check; empty where none is named.
  package let cite: String
  /// The title of the list that names the person: 辅导员.
  package let post: String
  package let code: String
  package let name: String
  /// The unit as people write it; empty for one of none.
  package let unit: String
  /// What the person has, and what is demanded, as phrases.
  package let found: String
  package let demanded: String

  /// The failures of an edition's night, check by check in the order of the pipeline file.
  static func read(_ edition: Edition, from database: Database) throws -> [StaffFailure] {
    let checks = edition.programme.checks.filter { if case .people = $0.condition { true } else { false } }
    guard !checks.isEmpty else { return [] }
    let directory = try UnitDirectory.read(database)
    let posts = Dictionary(
      edition.programme.sources.map { ($0.id.text, $0.title) }, uniquingKeysWith: { first, _ in first })
    return try checks.flatMap { check in
      try database.rows(
        """
        SELECT s.source, s.code, s.name, s.unit, f.found, f.demanded
        FROM staff_finding f JOIN staff s ON s.role = f.role AND s.code = f.code
        WHERE f.night = ? AND f.check_id = ? AND \(edition.holds("s.unit")) ORDER BY s.id
        """, .integer(edition.night), .text(check.id.text)
      ) { row throws(SQLiteError) in
        StaffFailure(
          check: check.id.text, title: check.title, cite: check.cite ?? "", post: posts[row.text(0)] ?? "",
          code: row.text(1), name: row.text(2),
          unit: row.optionalInteger(3).map { directory.path(of: $0).written } ?? "", found: row.text(4),
          demanded: row.text(5))
      }
    }
  }
}

extension DataQualityFigures {
  /// People in office who do not meet a check, with what they have instead.
  package var staffFailureTable: PaperTable {
    let columns =
      [PaperColumn("序号", .rank)]
      + ["名单", "编号", "姓名"].map { PaperColumn($0, .name) }
      + ["所属单位", "核查事项", "要求", "实际", "依据"].map { PaperColumn($0, .sentence) }
    let rows = staffFailures.enumerated().map { index, failure -> [Entry] in
      let cells = [
        failure.post, failure.code, failure.name, failure.unit, failure.title, failure.demanded, failure.found,
        failure.cite,
      ]
      return [.rank(index + 1)] + cells.map { .text($0.isEmpty ? "—" : $0) }
    }
    return PaperTable(columns, rows)
  }
}

extension [StaffFailure] {
  /// What the bulletin says of each check, without names: they stand in the data-quality workbook.
  func concerns(of whole: String) -> [Concern] {
    var checks: [(first: StaffFailure, count: Int)] = []
    for failure in self {
      if checks.last?.first.check == failure.check {
        checks[checks.count - 1].count += 1
      } else {
        checks.append((failure, 1))
      }
    }
    return checks.map { first, count in
      let found = count == 1 ? "（\(first.found)）" : ""
      return Concern(
        unit: whole, fact: "\(first.post)中有\(count)人不符合“\(first.title)”的要求\(found)，名单见数据质量表。",
        condition: "要求\(first.demanded)")
    }
  }
}
