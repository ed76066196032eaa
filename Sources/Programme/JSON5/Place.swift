/// A position in the pipeline file, as an editor shows it.
///
/// Lines end at LF, CR or CR LF; columns count Unicode scalars, so a Chinese character is one column.
/// A byte order mark at the beginning has no column.
package struct Place: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The line, from 1.
  package let line: Int
  /// The column, from 1.
  package let column: Int
  /// Which text it is a place of: 0 is the pipeline file, from 1 on they are the changes put upon it.
  package let text: Int

  /// A place by its line and column, both from 1.
  package init(line: Int, column: Int, text: Int = 0) {
    self.line = line
    self.column = column
    self.text = text
  }

  /// Where a file begins.
  static let beginning = Place(line: 1, column: 1)

  /// `line:column`, as compilers and editors write it.
  package var description: String { "\(line):\(column)" }

  /// Places are ordered as they are read.
  package static func < (left: Place, right: Place) -> Bool {
    (left.text, left.line, left.column) < (right.text, right.line, right.column)
  }
}
