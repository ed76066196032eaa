import Exports
import Workbook

/// Writes the first rows of a study export as a workbook, minutes as numbers and all else as text.
func writeStudyWorkbook(_ study: String, to path: String, rows limit: Int) throws {
  var reader = try Export.open(study).rows()
  var row = Row()
  guard try reader.next(&row) else { return }
  let columns = (0..<row.count).map { RosterSheet.Column(row.text($0), .text, units: 12) }
  let moment = CivilTime(year: 2025, month: 11, day: 7)
  let book = try RosterBook(
    path: path,
    properties: DocumentProperties(title: "学习时长", subject: "", office: "", category: "", created: moment),
    sheets: [RosterSheet(name: "学习时长", columns: columns)])
  try book.writeSheet { writer in
    var written = 0
    while written < limit, try reader.next(&row) {
      guard row.count == columns.count else { continue }
      for column in 0..<row.count {
        if column == 4, let minutes = row.read(column, as: IntegerForm()).value {
          writer.integer(minutes)
        } else {
          writer.text(row.bytes.span.extracting(row.range(column)))
        }
      }
      try writer.endRow()
      written += 1
    }
  }
  try book.close()
}
