import Exports
import Foundation

/// Reads one file through the front door of reading and types every cell, as a load does before SQLite; prints one line of JSON.
///
/// What a column holds is taken from its first row. The sum of all numbers is printed so that nothing can be left out.
func read(_ options: Options) throws {
  let path = try options.required("file")
  let start = ContinuousClock.now
  let export = try Export.open(path)
  var (rows, cells, sum, texts) = (0, 0, 0, 0)
  let (moments, numbers, identifiers) = (DateTimeForm(), DecimalForm(decimals: 2), IdentifierForm())
  for sheet in export.sheets.indices {
    var reader = try export.rows(sheet: sheet)
    var row = Row()
    var forms: [Form] = []
    while try reader.next(&row) {
      rows += 1
      if row.number == 1 { continue }
      if forms.isEmpty { forms = (0..<row.count).map { Form(of: $0, in: row) } }
      for (column, form) in forms.enumerated() {
        cells += 1
        switch form {
        case .moment: sum &+= Int(row.read(column, as: moments).value ?? 0)
        case .number: sum &+= Int(row.read(column, as: numbers).value ?? 0)
        case .identifier:
          texts += identifiers.isPlain(row.bytes.span.extracting(row.range(column))) ? row.range(column).count : 1
        case .text: texts += row.range(column).count
        }
      }
    }
  }
  let seconds = (ContinuousClock.now - start) / .seconds(1)
  print(
    "{\"stages\":[{\"name\":\"read\",\"seconds\":\(seconds),\"rows\":\(rows)}],\"rows\":\(rows),\"cells\":\(cells),\"sum\":\(sum),\"texts\":\(texts)}"
  )
}

/// How the cells of a column are read.
private enum Form {
  case moment
  case number
  case identifier
  case text

  init(of column: Int, in row: Row) {
    if row.read(column, as: DecimalForm(decimals: 2)).value != nil {
      self = .number
    } else if row.read(column, as: DateTimeForm()).value != nil {
      self = .moment
    } else if IdentifierForm().isPlain(row.bytes.span.extracting(row.range(column))) {
      self = .identifier
    } else {
      self = .text
    }
  }
}
