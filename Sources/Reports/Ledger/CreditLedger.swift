import Programme
import SQLite
import Workbook

/// Writes the statements of credited hours, `ledger.xlsx`, where the programme keeps a ledger: a row for every person with every
/// term, the sum and what is still missing, a sheet for every unit of the first level.
func writeCreditLedger(_ edition: Edition, from database: Database, into folder: String) throws {
  guard let ledger = edition.programme.ledger else { return }
  let units = try UnitDirectory.read(database)
  let statements = try CreditStatements.read(database, edition.programme, ledger)
  let names = try PersonNames.read(database)
  let cutOff = try CutOff(edition.asOf)
  let areas = statements.areas(names, units)
  let book = try RosterBook(
    path: "\(folder)/ledger.xlsx",
    properties: DocumentProperties(
      title: ledger.title, subject: "截至\(cutOff.text)", office: edition.programme.office, category: "内部资料",
      created: cutOff.civilTime),
    sheets: areas.map { area in
      var sheet = RosterSheet(
        name: area.sheet, title: "\(area.title)\(ledger.title)（\(ledger.from)—\(ledger.through)年）",
        left: "单位：学时　内部资料", right: "统计时间：截至\(cutOff.text)",
        columns: statements.columns(edition.programme), frozenColumns: 2)
      (sheet.notes, sheet.isSigned) = (statements.notes, true)
      return sheet
    })
  for area in areas {
    try book.writeSheet { (writer: inout PlainSheetWriter) in
      for person in area.people { try statements.write(person, names, units, to: &writer) }
    }
  }
  try book.close()
}
