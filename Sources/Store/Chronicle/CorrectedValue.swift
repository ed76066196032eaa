import Exports
package import Programme

extension Source {
  /// What a text says as a value of the source, by the forms and bounds by which its exports are read; or why it says none, the text
  /// quoted where it matters.
  package func corrected(_ text: String, minutesPerHour: Int) -> Result<Int64, Unreadable> {
    guard let column = column("value"), let header = column.headers.first else {
      return .failure(Unreadable(wording: Wording("the source has no values", "该数据源没有可更正的数值")))
    }
    let wanted = [WantedColumn(id: column.id.text, headers: [header], isRequired: true)]
    guard let found = findHeader(rows: [[header]], wanted: wanted).columns.first else {
      return .failure(Unreadable(wording: Wording("the source has no values", "该数据源没有可更正的数值")))
    }
    switch CellReader(column, at: found, minutesPerHour: minutesPerHour).number(Row(number: 1, cells: [text])) {
    case .value(let value): return .success(value)
    case .rejected(let rejection): return .failure(Unreadable(wording: rejection.wording))
    case .missing:
      return .failure(Unreadable(wording: Wording("\"\(text)\" is no value; fill in a number", "“\(text)”不是数值；请写明数值")))
    }
  }
}

/// Why a text is no value of a source.
package struct Unreadable: Error, Sendable {
  package let wording: Wording
}
