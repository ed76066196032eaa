/// What keeps a paper from being written although its figures are there.
package enum ReportsError: Error, Sendable, CustomStringConvertible {
  /// The as-of of a night is neither a date nor a date with a time.
  case unreadableAsOf(String)
  /// A figure that the pipeline file names is not in the database.
  case missingFigure(String)
  /// A text paper could not be written.
  case unwritable(path: String, reason: String)

  package var description: String {
    switch self {
    case .unreadableAsOf(let text): "as-of \"\(text)\" is no moment; expected 2023-08-20 or 2023-08-20 08:00:00"
    case .missingFigure(let name): "\(name) has no figures for this night; measure it before publishing"
    case .unwritable(let path, let reason): "\(path): the paper cannot be written: \(reason)"
    }
  }
}
