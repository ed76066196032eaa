import Foundation

/// A CSV file being written field by field: UTF-8, line feeds, no quotes.
final class ExportFile {
  private let file: FileHandle
  private var buffer: [UInt8] = []
  private let capacity = 1 << 20

  init(_ path: String, header: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path)
    else { throw ExportFileError(description: "\(path): cannot be written") }
    self.file = file
    buffer.reserveCapacity(capacity + 4096)
    buffer.append(contentsOf: header.utf8)
    buffer.append(UInt8(ascii: "\n"))
  }

  func text(_ bytes: [UInt8]) {
    buffer.append(contentsOf: bytes)
    buffer.append(UInt8(ascii: ","))
  }

  func blank() {
    buffer.append(UInt8(ascii: ","))
  }

  func number(_ number: Int) {
    digits(abs(number), atLeast: 1, sign: number < 0)
    buffer.append(UInt8(ascii: ","))
  }

  /// A code: letters, then a number with zeros in front.
  func code(_ letters: [UInt8], _ number: Int, digits width: Int) {
    buffer.append(contentsOf: letters)
    digits(number, atLeast: width, sign: false)
    buffer.append(UInt8(ascii: ","))
  }

  /// A civil moment, in seconds from the beginning of the world's first day.
  func moment(_ seconds: Int) {
    buffer.append(contentsOf: Self.days[seconds / 86_400])
    let rest = seconds % 86_400
    for (mark, part) in [(" ", rest / 3600), (":", rest / 60 % 60), (":", rest % 60)] as [(Unicode.Scalar, Int)] {
      buffer.append(UInt8(ascii: mark))
      buffer.append(UInt8(ascii: "0") + UInt8(part / 10))
      buffer.append(UInt8(ascii: "0") + UInt8(part % 10))
    }
    buffer.append(UInt8(ascii: ","))
  }

  /// Ends the row: its last comma becomes the line feed.
  func endRow() throws {
    buffer[buffer.count - 1] = UInt8(ascii: "\n")
    if buffer.count >= capacity { try flush() }
  }

  func close() throws {
    try flush()
    try file.close()
  }

  private func flush() throws {
    try file.write(contentsOf: buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private func digits(_ number: Int, atLeast width: Int, sign: Bool) {
    if sign { buffer.append(UInt8(ascii: "-")) }
    var power = 1
    var count = 1
    while count < width || number / power >= 10 {
      power *= 10
      count += 1
    }
    while power > 0 {
      buffer.append(UInt8(ascii: "0") + UInt8(number / power % 10))
      power /= 10
    }
  }

  /// The days from the first on which anybody studied to the second night, as they are written.
  private static let days: [[UInt8]] = {
    var days: [[UInt8]] = []
    for (month, count) in [(7, 31), (8, 31), (9, 30), (10, 31), (11, 30)] {
      for day in 1...count {
        days.append([UInt8]("2025-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)".utf8))
      }
    }
    return days
  }()
}

/// A file that could not be written.
struct ExportFileError: Error, CustomStringConvertible {
  let description: String
}
