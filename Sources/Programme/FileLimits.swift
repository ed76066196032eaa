/// Bounds on what one export may ask of memory and time, as the pipeline file widens or narrows them; nil leaves the
/// program's own, which every export of a known platform keeps by far.
package struct FileLimits: Sendable, Equatable {
  /// The longest row, in MiB.
  package var rowMiB: Int?
  /// The texts that the cells of one workbook share, in MiB; they are held in memory.
  package var stringsMiB: Int?
  /// What one part of a workbook may unpack to, in MiB.
  package var unpackedMiB: Int?
  /// How many bytes one packed byte may stand for.
  package var ratio: Int?
  /// The most columns of a sheet.
  package var columns: Int?
  /// The most merged ranges of a sheet.
  package var mergedRanges: Int?
  /// The most sheets of a workbook.
  package var sheets: Int?

  /// The program's own limits.
  package static let standard = FileLimits()

  private init() {}
}

extension FileLimits {
  init(_ fields: Fields) {
    rowMiB = fields.optional("row_mib", .integer(in: 1...1024))
    stringsMiB = fields.optional("strings_mib", .integer(in: 1...4095))
    unpackedMiB = fields.optional("unpacked_mib", .integer(in: 1...1_048_576))
    ratio = fields.optional("ratio", .integer(in: 10...100_000))
    columns = fields.optional("columns", .integer(in: 1...16_384))
    mergedRanges = fields.optional("merged_ranges", .integer(in: 0...10_000_000))
    sheets = fields.optional("sheets", .integer(in: 1...4096))
  }
}
