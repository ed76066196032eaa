/// How many rows of a sheet are looked through for its header.
package let headerSearchDepth = 15

/// Finds the header among the first rows of a sheet: the row, or the two rows, that name the most wanted columns.
///
/// `rows` are the first rows in order, blank ones included; rows beyond the fifteenth are not looked at.
package func findHeader(rows: [[String]], wanted: [WantedColumn]) -> HeaderMatch {
  HeaderMatch()
}
