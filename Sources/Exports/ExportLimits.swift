import Archive
import Foundation

/// Bounds on what a file may ask of memory and time, so that a damaged or hostile export cannot exhaust the machine.
package struct ExportLimits: Sendable {
  /// The longest row that is read, in bytes of UTF-8; Excel's own limit is 32,767 characters a cell.
  package var rowBytes = 4 << 20
  /// The most that the shared strings of a workbook may take in memory, in bytes.
  package var sharedStringBytes = 1 << 30
  /// The most merged ranges that are kept for a sheet.
  package var mergedRanges = 200_000
  /// The most columns of a sheet; Excel's own limit.
  package var columns = 16_384
  /// The most sheets of a workbook or XML spreadsheet, or tables of a page; in the last two each is looked for from the beginning.
  package var sheets = 1_000
  /// How long LibreOffice may take to convert an Excel 97-2003 workbook, in seconds.
  package var conversionSeconds = 120
  /// The folders where LibreOffice is looked for: those of the PATH.
  package var programFolders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(
    String.init)
  /// How many bytes of a text file are held at a time; rows that are longer make the buffer grow up to `rowBytes`.
  package var bufferBytes = 1 << 20
  /// What a part of a workbook, and all its sheets together, may unpack to, in bytes.
  package var unpackedBytes = InflationLimits.default.bytes
  /// How many bytes one packed byte may stand for.
  package var inflationRatio = InflationLimits.default.ratio

  /// Limits that every export from a known platform keeps by far.
  package static let `default` = ExportLimits()

  /// The default limits, to be narrowed or widened.
  package init() {}

  var inflation: InflationLimits { InflationLimits(bytes: unpackedBytes, ratio: inflationRatio) }
}
