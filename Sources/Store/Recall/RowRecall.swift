/// Spares a source the reading of rows that the last load has read already; asked row by row, in the order of the export.
protocol RowRecall: AnyObject {
  /// Whether rows are compared with those of the last load.
  var hasMemory: Bool { get }
  /// Whether rows that are new have to wait for tonight's roster before they can be read.
  var awaitsRoll: Bool { get }
  /// The number of the row that is being read among those with marks; every row has one.
  var pending: Int { get set }
  /// Whether a row needs no reading, because the last load has read the same.
  func knows(_ digest: UInt64) throws -> Bool
  /// Takes notice of where the row that was just known stands tonight.
  func passOver(row: Int, sheet: Int)
  /// Notes what a row that was read came to: the key and item of what it states, nil when it must be read again every night.
  func note(_ key: Int32?, item: Int64)
}

/// Passes over the rows that the last load could use, and remembers nothing of tonight's.
final class KnownRows: RowRecall {
  private var memory: RowMemory
  let hasMemory = true
  let awaitsRoll = false
  var pending = 0

  init(_ reader: RowMarksReader) { memory = RowMemory(reader) }

  func knows(_ digest: UInt64) throws -> Bool { try memory.find(digest, gone: { _ in })?.group ?? 0 > 0 }

  func passOver(row: Int, sheet: Int) {}

  func note(_ key: Int32?, item: Int64) {}
}
