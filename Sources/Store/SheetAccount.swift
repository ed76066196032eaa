import Exports
package import Programme
import SQLite

/// What became of the rows of one sheet; `read` is the sum of the others, or the database refuses it.
package struct SheetAccount: Sendable {
  /// The database key of the file and sheet.
  var key: Int64 = 0
  package var source: Identifier<Source>
  package var title: String
  package var file: SourceFile
  package var sheet: String
  package var encoding: String
  package var headerRow = 0
  package var mapping = ""
  package var snapshot: Int64?
  package var read = 0
  package var accepted = 0
  package var duplicates = 0
  package var rejected = 0
  /// Rejected rows that somebody has decided to leave out; no limit counts them.
  package var void = 0
  package var nonData = 0
  /// Rows that the sheet hides, counted in `read` like the others.
  package var hidden = 0
  package var firstHidden = 0
  /// The last row of a sheet that ends where a spreadsheet does; nil for any other.
  package var fullAt: Int?
  /// Headers over several columns, of which the first is read.
  var ambiguousHeaders: [HeaderMatch.Duplicate] = []
  /// The headers of wanted columns that no row of the sheet fills.
  var unfilledHeaders: [String] = []
  /// Totals of the sheet that are not the sum of its rows.
  var differences: [TotalDifference] = []
  /// Whether the workbook hides the sheet as a whole.
  package var isHiddenSheet = false
  /// The headers of the columns that the sheet hides, read like the others.
  package var hiddenColumns: [String] = []

  init(_ source: Source, file: SourceFile, sheet: String, encoding: String) {
    self.source = source.id
    title = source.title
    self.file = file
    self.sheet = sheet
    self.encoding = encoding
  }
}

/// What a row came to.
enum RowOutcome {
  case accepted
  case duplicate
  case rejected(Rejection)
  case nonData

  var isAccepted: Bool {
    if case .accepted = self { true } else { false }
  }
}
