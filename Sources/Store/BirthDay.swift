import Exports
import Programme

extension RowFields {
  /// The day of birth of somebody in office, in days since 1970-01-01: the list's own, else that of the identity number.
  ///
  /// The number itself is not kept. One that cannot be read, and one that tells another day, are remarked; they reject nothing,
  /// since the row is known by its code.
  func birthDay() throws -> Int64? {
    let written = number("born")
    guard let cell = sheet["id_card"] else { return written }
    var identity: IdentityNumber?
    switch cell.text(row) {
    case .value(let text): identity = IdentityNumber(text)
    case .missing: return written
    case .rejected(let rejection):
      try night.notice(
        file: sheet.file, row: row.number, column: rejection.column, code: rejection.code, rejection.wording)
      return written
    }
    guard let told = identity.map({ Int64($0.birth) }) else { return written }
    if let written, written != told {
      try night.notice(
        file: sheet.file, row: row.number, column: cell.header, code: "born_differs",
        Wording(
          "the identity number tells another day of birth than the list, which counts; correct the one or the other",
          "身份证号所示出生日期与表中出生日期不一致，以表中为准；请核对更正"))
    }
    return written ?? told
  }
}
