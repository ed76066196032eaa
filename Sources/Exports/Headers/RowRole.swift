/// What a row behind the header is; only data rows are accepted, duplicate or rejected, all others are accounted for.
package enum RowRole: String, Sendable {
  /// A row of values.
  case data
  /// Nothing but white space.
  case blank
  /// A total, a mean or a subtotal: kept for the cross-check.
  case total
  /// A note or signature.
  case note
  /// The header once more, as where a sheet was split.
  case header
}
