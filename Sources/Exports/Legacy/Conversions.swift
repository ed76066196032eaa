import Foundation
import Synchronization

/// The conversions of one run: a workbook of Excel 97-2003 is converted once, however often and for how many sources it is opened.
///
/// What LibreOffice saved lasts as long as this does; a conversion that failed is not tried again.
package final class Conversions: Sendable {
  /// A file as it stands; one that was written anew meanwhile is another.
  private struct Original: Hashable {
    let path: String
    let size: Int64
    let changed: Date?
  }

  private let made = Mutex<[Original: Result<Conversion, ExportError>]>([:])

  /// No conversion yet.
  package init() {}

  /// The conversion of a workbook; whoever asks for another meanwhile waits.
  func conversion(of path: String, limits: ExportLimits) throws(ExportError) -> Conversion {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let original = Original(
      path: path, size: (attributes?[.size] as? NSNumber)?.int64Value ?? 0,
      changed: attributes?[.modificationDate] as? Date)
    let result = made.withLock { made in
      if let known = made[original] { return known }
      let result = Result { () throws(ExportError) in try Conversion(of: path, limits: limits) }
      made[original] = result
      return result
    }
    return try result.get()
  }
}
