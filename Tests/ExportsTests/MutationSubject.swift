import Exports
import TestSupport

/// A good file, the ways it is damaged, and what must hold of whatever comes of reading it.
///
/// A kind of file joins the suite by an entry in `MutationKind.all`.
struct MutationSubject: Sendable {
  /// The good file.
  let bytes: [UInt8]
  /// Damages the good file and writes it to the path.
  let damage: @Sendable (_ generator: inout SeededGenerator, _ path: String) throws -> MutationDamage
  /// What is wrong with the account of a file that was read to its end; nil when every row was delivered once.
  let judge: @Sendable (_ damage: MutationDamage, _ reading: MutationReading, _ good: MutationReading) -> String?
}

/// What came of reading a file: its rows sheet by sheet, and the error that ended it.
struct MutationReading: Sendable {
  var kind: FileKind?
  var encoding = TextEncoding.utf8
  var delimiter: Delimiter?
  var sheets: [[ReadRow]] = []
  var error: String?

  /// How many rows all sheets have.
  var rowCount: Int { sheets.map(\.count).reduce(0, +) }

  /// Reads every sheet of a file to its end, or to the first error.
  init(_ path: String, limits: ExportLimits = .default) {
    do throws(ExportError) {
      let export = try Export.open(path, limits: limits)
      (kind, encoding, delimiter) = (export.kind, export.encoding, export.delimiter)
      var row = Row()
      for sheet in export.sheets.indices {
        sheets.append([])
        var reader = try export.rows(sheet: sheet)
        while try reader.next(&row) {
          sheets[sheet].append(ReadRow(row.number, (0..<row.count).map { row.text($0) }, row.fault))
        }
      }
    } catch {
      self.error = error.message(chinese: false)
    }
  }
}
