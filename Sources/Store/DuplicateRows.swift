import Exports
import Programme

/// A row that was set aside because an earlier one has its key, although it says something else.
struct Contradiction {
  let file: Int
  let row: Int
  /// The header of the cell that differs; empty where the row as a whole does.
  var column = ""
  /// What the two rows say.
  var texts: (here: String, first: String) = ("", "")
  /// The row that counts.
  let first: (file: Int, row: Int)
}

/// The first row of each key, with which further rows of the key are compared before they are set aside.
struct DuplicateRows {
  private struct First {
    let file: Int
    let row: Int
    /// What the row says, by column.
    let cells: [Identifier<Column>: String]
  }

  private var firsts: [String: First] = [:]
  private(set) var contradictions: [Contradiction] = []

  /// Whether no row before had the key; otherwise what the two rows say differently is noted.
  mutating func isFirst(_ key: String, _ row: Row, _ sheet: SheetColumns) -> Bool {
    guard let first = firsts[key] else {
      let cells = sheet.all.map { ($0.column.id, $0.shown(row)) }
      firsts[key] = First(
        file: sheet.file, row: row.number, cells: Dictionary(cells, uniquingKeysWith: { first, _ in first }))
      return true
    }
    for cell in sheet.all {
      // Brackets, spaces and width tell nothing apart.
      guard let text = first.cells[cell.column.id], Units.key(text) != Units.key(cell.shown(row)) else { continue }
      contradictions.append(
        Contradiction(
          file: sheet.file, row: row.number, column: cell.header, texts: (cell.shown(row), text),
          first: (first.file, first.row)))
    }
    return false
  }
}

extension Night {
  /// Remarks on rows that were set aside as repetitions and are none; both rows are named.
  func notice(_ contradictions: [Contradiction]) throws {
    for one in contradictions {
      let place = self.place(of: one.first, seenFrom: one.file)
      let said =
        one.column.isEmpty
        ? Wording("says something else of the same learner than", "与同一学员的")
        : Wording(
          "says “\(one.texts.here)” under “\(one.column)”, and “\(one.texts.first)” stands in",
          "“\(one.column)”为“\(one.texts.here)”，而")
      let rest =
        one.column.isEmpty
        ? Wording(" (unit, status, sex, identity number or phone)", "不一致（单位、状态、性别、身份证号或手机号）")
        : Wording("", "为“\(one.texts.first)”")
      try notice(
        file: one.file, row: one.row, column: one.column, code: "duplicate_differs",
        Wording(
          "\(said.english) \(place.english)\(rest.english), which counts; mend one of the two",
          "\(said.chinese)\(place.chinese)\(rest.chinese)，以该行为准；请更正其中一行"))
    }
  }

  private func place(of row: (file: Int, row: Int), seenFrom file: Int) -> Wording {
    guard row.file != file, accounts.indices.contains(row.file) else {
      return Wording("row \(row.row)", "第 \(row.row) 行")
    }
    let account = accounts[row.file]
    let name = account.file.name + (account.sheet.isEmpty ? "" : "[\(account.sheet)]")
    return Wording("\(name) row \(row.row)", "\(name) 第 \(row.row) 行")
  }
}

extension CellReader {
  /// What the cell says, cleaned; blank where it says nothing that can be read.
  func shown(_ row: Row) -> String {
    guard column.type.isText else { return number(row).value.map { amount($0).chinese } ?? "" }
    return text(row).value ?? ""
  }
}
