import Exports
import Programme

/// A row that could be used with what people filled in for its cells.
struct MendedRow {
  /// The sheet, counted from 0 within the reading.
  let file: Int
  let row: Int
  let mendings: [Mending]
}

/// Reads rows that would be sent back once more, with the values that people filled in for their cells.
///
/// Only a row that cannot be used as it stands is mended, so that rows without a fault cost nothing.
struct RowMending {
  private let mendings: [String: [Mending]]
  private(set) var mended: [MendedRow] = []

  init(_ mendings: [String: [Mending]]) {
    self.mendings = mendings
  }

  /// Whether somebody has decided to leave the row of these cells out.
  func isVoid(_ raw: String) -> Bool {
    mendings[raw]?.contains { $0.value == nil } ?? false
  }

  /// What a row comes to that was rejected as it stands: the mended cells go through the same forms and checks.
  mutating func outcome(
    of rejection: Rejection, _ row: Row, _ sheet: SheetColumns, file: Int,
    _ body: (Row, SheetColumns) throws -> RowOutcome
  ) throws -> RowOutcome {
    guard !mendings.isEmpty, let own = mendings[row.raw] else { return .rejected(rejection) }
    var changed = row
    var used: [Mending] = []
    for mending in own {
      guard let value = mending.value, let column = sheet.header.headers.firstIndex(of: mending.column) else {
        continue
      }
      changed = changed.replacing(column, with: value)
      used.append(mending)
    }
    guard !used.isEmpty else { return .rejected(rejection) }
    let outcome = try body(changed, sheet)
    if case .rejected(let second) = outcome { return .rejected(second.ofMended(used)) }
    mended.append(MendedRow(file: file, row: row.number, mendings: used))
    return outcome
  }
}

extension Rejection {
  /// The rejection of a mended row; where the mended value is itself at fault, its author is named.
  fileprivate func ofMended(_ mendings: [Mending]) -> Rejection {
    guard let mending = mendings.first(where: { $0.column == column }) else { return self }
    var rejection = self
    rejection.wording = Wording(
      "\(wording.english) (the value that \(mending.by) filled in)", "\(wording.chinese)（此为\(mending.by)填写的修正值）")
    return rejection
  }
}
