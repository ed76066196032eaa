import Exports
import Programme
import SQLite

/// Counts the accepted rows of a source that its control totals are about.
struct ControlCount {
  private let totals: [ControlTotal]
  private(set) var counts: [Int]

  /// Rows of facts are counted in the database: most of them are known from the last load and not read.
  init(_ source: Source) {
    totals = source.kind.isFact ? [] : source.controlTotals
    counts = totals.map { _ in 0 }
  }

  mutating func count(_ row: Row, _ sheet: SheetColumns) {
    for (position, total) in totals.enumerated() where total.conditions.allSatisfy({ holds($0, $1, row, sheet) }) {
      counts[position] += 1
    }
  }

  /// Whether a cell is one of the texts, in the words of the export or of the programme.
  private func holds(_ column: Identifier<Column>, _ texts: [String], _ row: Row, _ sheet: SheetColumns) -> Bool {
    guard let cell = sheet[column] else { return false }
    return texts.contains(row.text(cell.index)) || cell.text(row).value.map(texts.contains) == true
  }
}

extension Night {
  /// Refuses a source that has other numbers of rows than the office knows it to have, and tells those that agree.
  func refuseOtherControlTotals(_ source: Source) throws {
    let totals = source.controlTotals
    guard !totals.isEmpty else { return }
    let accepted = accounts.filter { $0.source == source.id }.reduce(0) { $0 + $1.accepted }
    let found = try totals.enumerated().map { position, total in
      guard !total.conditions.isEmpty else { return accepted }
      return try source.kind.isFact ? facts(of: source, total) : controlCounts[source.id]?[position] ?? 0
    }
    let stated = totals.map(\.rows)
    let (sum, whole) = (found.reduce(0, +), stated.reduce(0, +))
    let names = totals.map(\.name)
    guard found == stated else {
      let english = zip(names, zip(found, stated)).map { "\($0.english) \($1.0)/\($1.1)" }.joined(separator: ", ")
      let chinese = zip(names, zip(found, stated)).map { "\($0.chinese) \($1.0)/\($1.1)" }.joined(separator: "、")
      let all = totals.count > 1 ? Wording("; in all \(sum)/\(whole)", "；合计 \(sum)/\(whole)") : Wording("", "")
      throw BlockedSource(
        source: source.id, code: "control_total",
        wording: Wording(
          "\(source.title): rows found/known: \(english)\(all.english); see the rejected and missing rows, export again, or mend control_totals in the pipeline file",
          "\(source.title)：采用行数/应有行数：\(chinese)\(all.chinese)；请核对被退回和缺少的行，重新导出，或更正流程文件中的 control_totals"))
    }
    let english = zip(names, found).map { "\($0.english) \($1)" }.joined(separator: " + ")
    let chinese = zip(names, found).map { "\($0.chinese) \($1)" }.joined(separator: "＋")
    let all = totals.count > 1 ? Wording(" = \(sum)", "＝\(sum)") : Wording("", "")
    try notice(
      file: nil, row: nil, code: "control_total",
      Wording(
        "\(source.title): the control totals agree: \(english)\(all.english)",
        "\(source.title)：与应有行数相符：\(chinese)\(all.chinese)"))
  }

  /// How many facts of a source a control total is about.
  private func facts(of source: Source, _ total: ControlTotal) throws -> Int {
    var conditions = ["f.source = (SELECT id FROM fact_source WHERE source = ?)"]
    var values: [Value] = [.text(source.id.text)]
    func among(_ column: String, _ keys: [Int64]) {
      conditions.append("\(column) IN (\(keys.map { "\($0)" }.joined(separator: ", ")))")
    }
    for (column, texts) in total.conditions {
      switch column {
      case "project": among("e.project", texts.compactMap { projects.key($0) }.map(Int64.init))
      case "cohort": among("e.cohort", texts.compactMap { projects.cohortKeys[$0] }.map(Int64.init))
      case "item": among("f.item", try texts.flatMap { try itemKeys($0, of: source) })
      default:
        let map = source.column(column)?.map ?? [:]
        conditions.append(
          """
          f.category IN (SELECT place FROM (SELECT text, row_number() OVER (ORDER BY id) AS place FROM term
            WHERE source = ? AND kind = 'category') WHERE text IN (\(texts.map { _ in "?" }.joined(separator: ", "))))
          """)
        values += [.text(source.id.text)] + texts.map { .text(map[$0] ?? $0) }
      }
    }
    let count = try database.prepare(
      """
      SELECT count(*) FROM \(source.kind.rawValue) f JOIN enrolment e ON e.id = f.enrolment
      WHERE \(conditions.joined(separator: " AND "))
      """)
    try count.bind(values)
    return try count.step() ? Int(count.integer(0)) : 0
  }

  /// The keys that an item's code may have.
  private func itemKeys(_ code: String, of source: Source) throws -> [Int64] {
    if let key = ItemKey.packed(Array(code.utf8).span) { return [key] }
    return try database.rows(
      "SELECT -id FROM term WHERE source = ? AND kind = 'item' AND text = ?", .text(source.id.text), .text(code)
    ) { row throws(SQLiteError) in row.integer(0) }
  }
}

extension ControlTotal {
  /// What the rows have in common, as the message names them.
  fileprivate var name: Wording {
    guard !conditions.isEmpty else { return Wording("all rows", "全部") }
    let text = conditions.map { $0.texts.joined(separator: "/") }.joined(separator: " ")
    return Wording(text, text)
  }
}
