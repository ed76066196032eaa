import Exports
import Programme

extension SourceReader {
  /// The rows of a sheet that are totals although no word says so: nobody's name and number, and amounts that are the sum of
  /// the rows (`total_row` of the dirt catalogue).
  ///
  /// Only rows that were sent back because they name nobody are looked at, so that a sheet without such rows is read but once.
  func wordlessTotals(of export: Export, sheet: Int, _ columns: SheetColumns, _ number: Int) throws -> Set<Int> {
    let amounts = columns.amounts
    guard !nameless.isEmpty, !columns.naming.isEmpty, !amounts.isEmpty else { return [] }
    var sums = WordlessSums(amounts)
    var reader = try export.rows(sheet: sheet)
    var row = Row()
    while try reader.next(&row) {
      guard row.number > columns.header.dataRow, row.fault == nil else { continue }
      let role = columns.roles.role(of: row)
      let isNameless = nameless.contains(row.number)
      if role == .total {
        sums.endBlock()
      } else if role == .data {
        if isNameless { sums.addNameless(row) } else { sums.add(row) }
      }
    }
    sums.endBlock()
    return sums.totals
  }
}

/// A row without a name, and what the rows before and behind it, up to the totals next to it, came to.
private struct Nameless {
  let row: Int
  let amounts: [Int64?]
  let above: [Int64]
  var below: [Int64] = []

  /// Whether every amount stated is the sum, with the amounts of some further rows.
  func states(_ sum: [Int64], with others: [Nameless] = []) -> Bool {
    sum.count == amounts.count
      && amounts.indices.allSatisfy { position in
        guard let amount = amounts[position] else { return true }
        return amount == others.reduce(sum[position]) { $0 &+ ($1.amounts[position] ?? 0) }
      }
  }
}

/// Adds up amounts and tells which of the rows without a name state the sums.
private struct WordlessSums {
  private let columns: [CellReader]
  private var nameless: [Nameless] = []
  private var whole: [Int64]
  private var block: [Int64]
  /// Whether the rows of the block come right behind a row without a name.
  private var isBehindNameless = false

  init(_ columns: [CellReader]) {
    self.columns = columns
    whole = columns.map { _ in 0 }
    block = whole
  }

  mutating func add(_ row: Row) {
    for (position, column) in columns.enumerated() {
      guard let addend = column.addend(row) else { continue }
      whole[position] &+= addend
      block[position] &+= addend
    }
  }

  mutating func addNameless(_ row: Row) {
    let above = block
    endBlock()
    nameless.append(Nameless(row: row.number, amounts: columns.map { $0.statedTotal(row) }, above: above))
    isBehindNameless = true
  }

  /// Ends the rows that belong together at a total, or at the end of the sheet.
  mutating func endBlock() {
    if isBehindNameless { nameless[nameless.count - 1].below = block }
    isBehindNameless = false
    block = block.map { _ in 0 }
  }

  /// The rows whose every amount is the sum of the rows above, below or all of them.
  var totals: Set<Int> {
    Set(
      nameless.filter { row in
        guard row.amounts.contains(where: { ($0 ?? 0) != 0 }) else { return false }
        // Another row without a name may be a learner's whose code was left out: the platform added it up too.
        return [whole, row.above, row.below].contains { row.states($0) }
          || row.states(whole, with: nameless.filter { $0.row != row.row })
      }.map(\.row))
  }
}
