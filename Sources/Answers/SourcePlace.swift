import Programme
import SQLite

/// Where a value was first seen: an export, its sheet and the row.
struct SourcePlace: Hashable, Sendable {
  let file: String
  /// Empty for a text file.
  let sheet: String
  let row: Int64

  init(file: String, sheet: String, row: Int64) {
    self.file = file
    self.sheet = sheet
    self.row = row
  }

  /// Reads three columns of a row, file, sheet and row; nil where the statement rests on no row, as with a vanished learner.
  init?(_ record: borrowing Statement, at column: Int) {
    guard let file = record.optionalText(column) else { return nil }
    self.file = file
    sheet = record.text(column + 1)
    row = record.integer(column + 2)
  }

  /// `2023-08-19/研讨记录.xlsx［研讨记录2］第15行`.
  var wording: Wording {
    let sheet = sheet.isEmpty ? Wording("") : Wording(" [\(sheet)]", "［\(sheet)］")
    return Wording(
      "\(file)\(sheet.english) row \(row)", "\(file)\(sheet.chinese)\(sheet.chinese.isEmpty ? " " : "")第\(row)行")
  }

  var fields: [(name: String, value: AnswerValue)] {
    [("file", .text(file)), ("sheet", .text(sheet)), ("row", .number(row))]
  }
}

extension SourcePlace? {
  /// The place behind an arrow; nothing where there is none.
  var arrow: Wording { map { Wording(" ← ") + $0.wording } ?? Wording("") }

  var fields: [(name: String, value: AnswerValue)] { self?.fields ?? [] }
}
