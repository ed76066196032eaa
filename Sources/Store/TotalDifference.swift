import Exports
import Programme

/// A total that a sheet states and that is not the sum of its rows.
struct TotalDifference: Sendable {
  let row: Int
  /// The header of the column that was added up.
  let column: String
  let stated: Wording
  let sum: Wording
  /// How many of the rows have a cell that could not be read and is not in the sum.
  let unreadable: Int
}

/// Adds up the columns of a sheet and compares its totals with the sums (`total_row` of the dirt catalogue).
///
/// A total agrees when it is the sum of the whole sheet, or of the rows between it and the total before or behind it, as
/// a subtotal is.
private struct TotalCheck {
  private struct Stated {
    let row: Int
    let amounts: [Int64?]
    let above: [Int64]
    var below: [Int64]
  }

  private let columns: [CellReader]
  private var totals: [Stated] = []
  private var whole: [Int64]
  private var block: [Int64]
  private var unreadable: [Int]

  init(_ columns: [CellReader]) {
    self.columns = columns
    whole = columns.map { _ in 0 }
    block = whole
    unreadable = columns.map { _ in 0 }
  }

  mutating func add(_ row: Row) {
    for (position, column) in columns.enumerated() {
      guard let addend = column.addend(row) else {
        unreadable[position] += 1
        continue
      }
      whole[position] &+= addend
      block[position] &+= addend
    }
  }

  mutating func addTotal(_ row: Row) {
    endBlock()
    totals.append(
      Stated(row: row.number, amounts: columns.map { $0.statedTotal(row) }, above: block, below: block))
    block = block.map { _ in 0 }
  }

  /// Tells the rows between the last two totals to the one above them.
  private mutating func endBlock() {
    guard let last = totals.indices.last else { return }
    totals[last].below = block
  }

  mutating func differences() -> [TotalDifference] {
    endBlock()
    return totals.flatMap { total in
      columns.enumerated().compactMap { position, column in
        guard let amount = total.amounts[position] else { return nil }
        let sums = [whole[position], total.above[position], total.below[position]]
        guard !sums.contains(amount) else { return nil }
        return TotalDifference(
          row: total.row, column: column.header, stated: column.amount(amount), sum: column.amount(whole[position]),
          unreadable: unreadable[position])
      }
    }
  }
}

extension SourceReader {
  /// Reads a sheet that states totals once more, and answers those that differ from the sums of its rows.
  ///
  /// Every row of the export counts, also one that is merged or sent back: the platform added it up too. Means are no sums.
  func differences(
    fromTotals totals: Set<Int>, of export: Export, sheet: Int, _ columns: SheetColumns
  ) throws -> [TotalDifference] {
    let amounts = columns.amounts
    guard !totals.isEmpty, !amounts.isEmpty else { return [] }
    var check = TotalCheck(amounts)
    var reader = try export.rows(sheet: sheet)
    var row = Row()
    while try reader.next(&row) {
      guard row.number > columns.header.dataRow, row.fault == nil else { continue }
      if !totals.contains(row.number) {
        if columns.roles.role(of: row) == .data { check.add(row) }
      } else if !(0..<row.count).contains(where: { row.text($0).contains("平均") }) {
        check.addTotal(row)
      }
    }
    return check.differences()
  }
}

extension Night {
  /// Remarks on totals that are not the sum of their rows: rows may have been lost, or changed by hand.
  func noticeTotals(_ account: SheetAccount, file: Int) throws {
    for difference in account.differences {
      let (stated, sum, unreadable) = (difference.stated, difference.sum, difference.unreadable)
      let rest =
        unreadable == 0
        ? Wording("", "") : Wording(" (\(unreadable) cells cannot be read)", "（另有 \(unreadable) 个单元格无法读取）")
      try notice(
        file: file, row: difference.row, column: difference.column, code: "total_differs",
        Wording(
          "the total row says \(stated.english), the rows add up to \(sum.english)\(rest.english); export again or ask the platform",
          "合计行为\(stated.chinese)，逐行相加为\(sum.chinese)\(rest.chinese)；请重新导出，或向平台核实"))
    }
  }
}
