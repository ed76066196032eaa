import Exports
import Programme

/// A column of few words, or of yes and no, whose cells hold something else (`column_swap` of the dirt catalogue).
struct ColumnSwap {
  /// How many cells hold a value at all.
  private var values = 0
  /// How many of them hold none of the column's own.
  private var strangers = 0
  /// The first of these.
  private var examples: [String] = []
  private let cell: CellReader

  init(_ cell: CellReader) { self.cell = cell }

  mutating func add(_ row: Row) {
    let isKnown: Bool
    if cell.isMapped {
      switch cell.text(row) {
      case .value: isKnown = true
      case .missing: return
      case .rejected: isKnown = false
      }
    } else {
      switch cell.number(row) {
      case .value: isKnown = true
      case .missing: return
      case .rejected: isKnown = false
      }
    }
    guard isKnown || !row.isBlank(cell.index) else { return }
    values += 1
    guard !isKnown else { return }
    strangers += 1
    let text = row.text(cell.index)
    if examples.count < 3, !examples.contains(text) { examples.append(text) }
  }

  /// Whether so many cells hold something else that the column is another one: more than a fifth, and no mere handful.
  var isSwapped: Bool { strangers >= Self.fewest && strangers * 5 > values }

  /// So many slips are still taken for slips in a short list.
  private static let fewest = 5

  fileprivate func blocked(_ source: Source, file: String) -> BlockedSource {
    let list = examples.map { "“\($0)”" }.joined(separator: "、")
    return BlockedSource(
      source: source.id, code: "column_swap",
      wording: Wording(
        "\(file): \(strangers) of the \(values) values under “\(cell.header)” are none of the column's, such as \(list); another column may stand there: mend the export, or correct from or map in the pipeline file",
        "\(file)：“\(cell.header)”的 \(values) 个值中有 \(strangers) 个不属于该列，如\(list)；可能与其他列错位，请更正导出文件，或更正流程文件的 from 或 map"))
  }
}

extension SourceReader {
  /// Refuses a sheet in which a column of few words holds something else in more than a fifth of its cells.
  ///
  /// The sheet is read once more, and only when a row was sent back for such a cell.
  func refuseSwappedColumns(of export: Export, sheet: Int, _ columns: SheetColumns, _ number: Int) throws {
    let codes = ["unknown_value", ValueFault.Code.notBoolean.rawValue]
    let headers = Set(
      rejected.lazy.filter { $0.file == number && codes.contains($0.rejection.code) }.map(\.rejection.column))
    var swaps = columns.all.filter { headers.contains($0.header) && ($0.isMapped || $0.column.type == .boolean) }
      .map(ColumnSwap.init)
    guard !swaps.isEmpty else { return }
    var reader = try export.rows(sheet: sheet)
    var row = Row()
    while try reader.next(&row) {
      guard row.number > columns.header.dataRow, row.fault == nil, columns.roles.role(of: row) == .data else {
        continue
      }
      for index in swaps.indices { swaps[index].add(row) }
    }
    guard let swap = swaps.first(where: \.isSwapped) else { return }
    throw swap.blocked(source, file: export.path.split(separator: "/").suffix(2).joined(separator: "/"))
  }
}
