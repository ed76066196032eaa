import Exports
import Foundation
import TestSupport

extension MutationKind {
  /// Separated text in every encoding that platforms write, each with its own separator and line end.
  static let texts: [MutationKind] = [
    text("UTF-8 CSV", .utf8, ",", "\n"), text("UTF-8 CSV with mark", .utf8, ",", "\r\n", mark: [0xEF, 0xBB, 0xBF]),
    text("GB18030 CSV", .chinese, ",", "\r\n"), text("GB18030 text with semicolons", .chinese, ";", "\n"),
    text("UTF-16LE text with tabs", .utf16LittleEndian, "\t", "\r\n", mark: [0xFF, 0xFE]),
    text("UTF-16BE text with tabs", .utf16BigEndian, "\t", "\n", mark: [0xFE, 0xFF]),
    text("UTF-8 CSV with old Macintosh line ends", .utf8, ",", "\r"),
  ]

  private static func text(
    _ name: String, _ encoding: String.Encoding, _ separator: String, _ lineEnd: String, mark: [UInt8] = []
  ) -> MutationKind {
    let rows = (1...12).map { number in
      ["2023\(number)", "张三\(number)", "\"实验\"\"小学\"\"\(separator)分校\"", "\"第一行\(lineEnd)第二行\"", "36.5", "57%", ""]
        .joined(separator: separator)
    }
    let text = (["学员编号,姓名,学校,备注,学时,完成率,得分".replacing(",", with: separator)] + rows).map { $0 + lineEnd }.joined()
    let bytes = mark + Array(text.data(using: encoding) ?? Data())
    let subject = MutationSubject(bytes: bytes) { generator, path in
      let damage = MutationDamage(bytes, &generator)
      try Data(damage.bytes).write(to: URL(filePath: path))
      return damage
    } judge: { damage, reading, good in
      faultOfLines(damage, reading, good)
    }
    return MutationKind(name: name) { subject }
  }

  /// Every physical line belongs to one row, and rows before the damage are as they were.
  private static func faultOfLines(
    _ damage: MutationDamage, _ reading: MutationReading, _ good: MutationReading
  ) -> String? {
    guard reading.kind == .text, let rows = reading.sheets.first else { return "read as another kind of file" }
    var line = 1
    for row in rows {
      if row.number != line { return "line \(line) is in no row, or in two" }
      line +=
        row.fault == .unbalancedQuote ? 1 : 1 + row.cells.map { breaks($0.unicodeScalars.map(\.value)) }.reduce(0, +)
    }
    let lines = 1 + breaks(units(damage.bytes[...], reading.encoding))
    // A last line without an end counts, an end at the end of the file opens no line.
    guard line == lines || line == lines + 1 else { return "\(line - 1) lines are in rows, of \(lines)" }
    guard reading.encoding == good.encoding, reading.delimiter == good.delimiter else { return nil }
    let intact = breaks(units(damage.bytes[..<damage.start], reading.encoding))
    let sound = good.sheets.first ?? []
    for (index, row) in sound.enumerated() where index + 1 < sound.count && sound[index + 1].number <= intact {
      if rows.count <= index || rows[index] != row { return "row \(row.number), before the damage, was changed" }
    }
    return nil
  }

  /// The code units of a file, one number each, without telling which are characters.
  private static func units(_ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding) -> [UInt32] {
    guard encoding == .utf16LE || encoding == .utf16BE else { return bytes.map(UInt32.init) }
    let (high, low) = encoding == .utf16BE ? (0, 1) : (1, 0)
    return stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map {
      UInt32(bytes[$0 + high]) << 8 | UInt32(bytes[$0 + low])
    }
  }

  /// How many lines end in a text: at a line feed, a carriage return, or both in a row.
  private static func breaks(_ units: [UInt32]) -> Int {
    units.indices.count { units[$0] == 10 && ($0 == 0 || units[$0 - 1] != 13) || units[$0] == 13 }
  }
}

extension String.Encoding {
  /// GB18030, which Foundation knows by number only.
  fileprivate static let chinese = String.Encoding(rawValue: 0x8000_0632)
}
