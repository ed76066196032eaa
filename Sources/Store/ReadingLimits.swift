package import Exports
package import Programme

extension ExportLimits {
  /// The limits of the pipeline file; what it does not say stays at the safe default.
  package init(_ limits: FileLimits) {
    self.init()
    if let rowMiB = limits.rowMiB { rowBytes = rowMiB << 20 }
    if let stringsMiB = limits.stringsMiB { sharedStringBytes = stringsMiB << 20 }
    if let unpackedMiB = limits.unpackedMiB { unpackedBytes = unpackedMiB << 20 }
    if let ratio = limits.ratio { inflationRatio = ratio }
    if let columns = limits.columns { self.columns = columns }
    if let mergedRanges = limits.mergedRanges { self.mergedRanges = mergedRanges }
    if let sheets = limits.sheets { self.sheets = sheets }
  }
}
