import Exports
import Programme
import SQLite

/// Checks a filled-in value as the reading of its column will: by the same form and bounds, and against the people, units and
/// projects that are known.
///
/// What rests on the whole row, such as a project that the person is not enrolled in, is judged when the row is read again.
struct MendingCheck {
  private let programme: Programme
  private let database: Database
  private let units: Units
  private let projects: Projects

  init(_ store: ProgrammeStore) throws {
    programme = store.programme
    database = store.database
    units = try Units(store.database)
    projects = try Projects(store.database)
  }

  /// What is wrong with a value for the faulty cell of a row; nil when it can be taken.
  func fault(of value: String, for sentBack: SentBackRow) throws -> Wording? {
    guard let index = sentBack.headers.firstIndex(of: sentBack.column) else {
      return Wording(
        "the row as a whole is damaged, so that no single cell can be mended; have it exported again, or choose 作废",
        "该行整体损坏，无法只修正一个单元格；请重新导出该行，或选“作废”")
    }
    guard let source = programme.sources.first(where: { $0.id.text == sentBack.source }),
      let column = source.columns.first(where: { sentBack.columns[$0.id.text] == index })
    else { return nil }
    guard let cell = reader(column, of: sentBack) else { return nil }
    let row = Row(number: Int(sentBack.row), cells: sentBack.cells).replacing(index, with: value)
    guard column.type.isText else {
      let read = cell.number(row)
      return (read.rejection ?? beyondMaximum(read.value, column, in: source, sentBack, cell, row))?.wording
    }
    let read = cell.text(row)
    if let rejection = read.rejection { return rejection.wording }
    return try read.value.flatMap {
      try (unknown($0, column, in: source, cell, row) ?? somebodyElse($0, column, in: source, sentBack, cell, row))?
        .wording
    }
  }

  /// The rejection of a code that belongs to somebody of another name than the row has.
  private func somebodyElse(
    _ code: String, _ column: Column, in source: Source, _ sentBack: SentBackRow, _ cell: CellReader, _ row: Row
  ) throws -> Rejection? {
    guard ["person", "candidate"].contains(column.id.text),
      let name = source.column("name").flatMap({ reader($0, of: sentBack) })?.text(row).value
    else { return nil }
    let holders =
      switch source.kind {
      case .staff: "SELECT name FROM staff WHERE code = ?1 AND role = coalesce(?2, role)"
      case .nomination:
        "SELECT name FROM person WHERE code = ?1 UNION SELECT name FROM staff WHERE code = ?1 UNION SELECT name FROM unit WHERE code = ?1"
      default: "SELECT name FROM person WHERE code = ?1"
      }
    let statement = try database.prepare(holders)
    try statement.bind(1, code)
    if source.kind == .staff { try statement.bind(2, source.role) }
    var names: [String] = []
    while try statement.step() { names.append(statement.text(0)) }
    guard let other = names.min(), !names.contains(where: { Units.key($0) == Units.key(name) }) else { return nil }
    return cell.rejection(
      row, "other_name",
      Wording(
        "is the code of \(other), and the row is about \(name); fill in the code of \(name), or choose 作废",
        "是\(other)的编号，而本行是\(name)；请填写\(name)的编号，或选“作废”"))
  }

  private func reader(_ column: Column, of sentBack: SentBackRow) -> CellReader? {
    guard let index = sentBack.columns[column.id.text], sentBack.headers.indices.contains(index) else { return nil }
    // The header alone, at its place, so that a synonym elsewhere in the sheet is not taken for it.
    let headers = sentBack.headers.indices.map { $0 == index ? sentBack.headers[index] : "" }
    let wanted = WantedColumn(id: column.id.text, headers: [sentBack.headers[index]], isRequired: true)
    let found = findHeader(rows: [headers], wanted: [wanted]).columns.first
    return found.map { CellReader(column, at: $0, minutesPerHour: programme.minutesPerHour) }
  }

  /// The rejection of a value above the one that another column of the row sets as its maximum.
  private func beyondMaximum(
    _ value: Int64?, _ column: Column, in source: Source, _ sentBack: SentBackRow, _ cell: CellReader, _ row: Row
  ) -> Rejection? {
    guard let value, let maximum = column.maximumFrom.flatMap(source.column),
      let full = reader(maximum, of: sentBack)?.number(row).value, value > full
    else { return nil }
    return cell.aboveMaximum(row, full)
  }

  /// The rejection of a text that names somebody or something unknown.
  private func unknown(_ text: String, _ column: Column, in source: Source, _ cell: CellReader, _ row: Row)
    throws -> Rejection?
  {
    switch column.id {
    case "project": return projects.key(text) == nil ? cell.unknownProject(row) : nil
    case "cohort":
      guard projects.cohortKeys[text] == nil else { return nil }
      return cell.rejection(row, "unknown_cohort", Wording("is no cohort of the programme", "不是本项目的班次"))
    case "person" where source.kind.isFact && source.by == .person || source.kind == .answer || source.kind == .credit:
      guard try database.integer("SELECT id FROM person WHERE code = ?", .text(text)) == nil else { return nil }
      return cell.rejection(
        row, "unknown_person", Wording("is not in the roster; check the code or the roster", "不在学员名册中；请核对编号或名册"))
    default:
      guard column.type == .unit, source.kind != .unit, units.named(text).isEmpty else { return nil }
      let near = units.nearest(to: text, level: nil).map { "“\($0)”" }.joined(separator: "、")
      return cell.rejection(
        row, "unknown_unit",
        Wording(
          "is not in the list of units" + (near.isEmpty ? "" : " (nearest: \(near))"),
          "不在单位表中" + (near.isEmpty ? "" : "（相近的有\(near)）")))
    }
  }
}

extension ColumnType {
  /// Whether cells are kept as texts and not as integers.
  var isText: Bool {
    switch self {
    case .text, .name, .identifier, .phone, .unit: true
    case .boolean, .date, .moment, .integer, .decimal, .duration, .rate: false
    }
  }
}

extension Cell {
  fileprivate var rejection: Rejection? {
    if case .rejected(let rejection) = self { rejection } else { nil }
  }
}
