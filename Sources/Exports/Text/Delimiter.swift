/// The character that separates the cells of a text file.
package enum Delimiter: UInt8, Sendable, CaseIterable {
  /// `,`
  case comma = 0x2C
  /// The tab character.
  case tab = 0x09
  /// `;`
  case semicolon = 0x3B

  /// Chooses the separator under which the most rows of a sample agree on the most cells; comma when none separates.
  init(sample: Span<UInt8>) {
    self = .comma
    var best = 0
    for delimiter in Self.allCases {
      let agreement = delimiter.agreement(in: sample)
      if agreement > best { (self, best) = (delimiter, agreement) }
    }
  }

  /// The separators in a row times the square of the rows that have just so many, for the best such number.
  private func agreement(in sample: Span<UInt8>) -> Int {
    let scanner = RecordScanner(delimiter: self)
    var row = Row()
    var rows: [Int: Int] = [:]
    var position = 0
    for number in 1...50 where position < sample.count {
      row.clear(number: number)
      let outcome = scanner.scan(sample, from: position, isFinal: true, into: &row)
      guard case .record(let next, _) = outcome else { break }
      position = next
      if row.count > 1, row.fault == nil { rows[row.count, default: 0] += 1 }
    }
    return rows.map { ($0.key - 1) * $0.value * $0.value }.max() ?? 0
  }
}
