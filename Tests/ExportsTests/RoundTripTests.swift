import Exports
import Foundation
import TestSupport
import Testing

/// Random tables written by other programs and read back, and text cut into chunks at any byte.
struct RoundTripTests {
  /// A cell as a table holds it and as it is to be read.
  private enum Cell {
    case text(String)
    case number(String)
    case date(String)
    case blank

    var read: String {
      switch self {
      case .text(let text), .number(let text), .date(let text): text
      case .blank: ""
      }
    }
  }

  private static func cell(_ generator: inout SeededGenerator) -> Cell {
    let pieces = ["张三", "实验小学", "𠮷", "a b", "\n", "\"", "'", "<&>", "é", ",", ";", "〖备注〗", "_x", "％"]
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: return .number(String(Int.random(in: -999_999...999_999, using: &generator)))
    case 1:
      let whole = Int.random(in: 0...9999, using: &generator)
      return .number("\(whole).\(Int.random(in: 0...99, using: &generator))\(Int.random(in: 1...9, using: &generator))")
    case 2:
      return .date(
        "20\(Int.random(in: 10...39, using: &generator))-0\(Int.random(in: 1...9, using: &generator))-1\(Int.random(in: 0...9, using: &generator))"
      )
    case 3: return .blank
    default: return .text("甲" + (0..<3).map { _ in generator.pick(pieces) ?? "" }.joined() + "乙")
    }
  }

  private static func table(_ generator: inout SeededGenerator, rows: Int = 200) -> [[Cell]] {
    (0..<rows).map { _ in [.text("行")] + (0..<5).map { _ in cell(&generator) } }
  }

  /// The table as UTF-8 CSV with every text in quotes.
  private static func csv(_ table: [[Cell]], lineEnd: String = "\n", separator: String = ",") -> String {
    table.map { row in
      row.map { cell in
        if case .text(let text) = cell { "\"\(text.replacing("\"", with: "\"\""))\"" } else { cell.read }
      }.joined(separator: separator) + lineEnd
    }.joined()
  }

  /// What a reader must find; cells left out at the end of a row are blank.
  private static func differences(_ table: [[Cell]], _ found: [ReadRow]) -> [String] {
    guard table.count == found.count else { return ["\(found.count) rows of \(table.count)"] }
    return zip(table, found).compactMap { expected, row in
      let cells = row.cells + Array(repeating: "", count: max(0, expected.count - row.cells.count))
      return cells == expected.map(\.read) ? nil : "row \(row.number): \(cells) instead of \(expected.map(\.read))"
    }
  }

  @Test func `what openpyxl writes is read back`() throws {
    guard let python = Tool.python(importing: "openpyxl") else { return }
    let script = """
      import sys, json, datetime, openpyxl
      book = openpyxl.Workbook(write_only=len(sys.argv) > 3)
      sheet = book.create_sheet() if len(sys.argv) > 3 else book.active
      for row in json.load(open(sys.argv[1], encoding='utf-8')):
          cells = []
          for kind, text in row:
              if kind == 'number': cells.append(float(text) if '.' in text else int(text))
              elif kind == 'date': cells.append(datetime.date.fromisoformat(text))
              elif kind == 'text': cells.append(text)
              else: cells.append(None)
          sheet.append(cells)
      book.save(sys.argv[2])
      """
    for seed in Cases.seeds(usually: 3) {
      var generator = SeededGenerator(seed: seed)
      let table = Self.table(&generator)
      let folder = try FreshFolder()
      let cells = table.map { row in
        row.map { cell in
          switch cell {
          case .text(let text): ["text", text]
          case .number(let text): ["number", text]
          case .date(let text): ["date", text]
          case .blank: ["blank", ""]
          }
        }
      }
      try JSONEncoder().encode(cells).write(to: URL(filePath: folder.path("table.json")))
      for mode in [[], ["streamed"]] {
        let made = try Command.run(
          python, ["-c", script, folder.path("table.json"), folder.path("table.xlsx")] + mode)
        #expect(made.code == 0, "\(made.errors)")
        let found = try rows(Array(try Data(contentsOf: URL(filePath: folder.path("table.xlsx")))))
        #expect(Self.differences(table, found) == [], "SEED=\(seed) \(mode)")
      }
    }
  }

  @Test func `what LibreOffice writes is read back`() throws {
    guard let office = Tool.find("soffice") else { return }
    let seed = Cases.seeds(usually: 1).lowerBound
    var generator = SeededGenerator(seed: seed)
    let table = Self.table(&generator, rows: 400)
    let folder = try FreshFolder()
    try Self.csv(table).write(toFile: folder.path("table.csv"), atomically: true, encoding: .utf8)
    // Comma, quote, UTF-8, from line 1, columns as they come, quoted cells are text.
    let made = try Command.run(
      office,
      [
        "-env:UserInstallation=file://\(folder.path("profile"))", "--headless", "--infilter=CSV:44,34,76,1,,1033,true",
        "--convert-to", "xlsx", "--outdir", folder.path("made"), folder.path("table.csv"),
      ])
    #expect(made.code == 0, "\(made.errors)")
    let found = try rows(Array(try Data(contentsOf: URL(filePath: folder.path("made/table.xlsx")))))
    #expect(Self.differences(table, found) == [], "SEED=\(seed)")
  }

  /// The encodings of text exports with what Foundation calls them, and their marks.
  private static let encodings: [(TextEncoding, String.Encoding, [UInt8])] = [
    (.utf8, .utf8, []), (.utf8BOM, .utf8, [0xEF, 0xBB, 0xBF]), (.gb18030, String.Encoding(rawValue: 0x8000_0632), []),
    (.utf16LE, .utf16LittleEndian, [0xFF, 0xFE]), (.utf16BE, .utf16BigEndian, [0xFE, 0xFF]),
  ]

  @Test(arguments: encodings.indices)
  func `text is read back in every encoding, whatever the size of the chunks`(index: Int) throws {
    let (expected, encoding, mark) = Self.encodings[index]
    for seed in Cases.seeds(usually: 60) {
      var generator = SeededGenerator(seed: seed)
      let table = Self.table(&generator, rows: 20)
      let lineEnd = generator.pick(["\n", "\r\n", "\r"]) ?? "\n"
      let separator = generator.pick([",", ";", "\t"]) ?? ","
      let text = Self.csv(table, lineEnd: lineEnd, separator: separator)
      try withFile(mark + Array(try #require(text.data(using: encoding)))) { path in
        for _ in 0..<20 {
          var limits = ExportLimits.default
          limits.bufferBytes = Int.random(in: 8...300, using: &generator)
          let reading = MutationReading(path, limits: limits)
          #expect(reading.encoding == expected, "SEED=\(seed)")
          #expect(
            Self.differences(table, reading.sheets.first ?? []) == [], "SEED=\(seed) buffer \(limits.bufferBytes)")
        }
      }
    }
  }

  @Test(arguments: encodings.indices)
  func `a block that is read may end at any byte of any character`(index: Int) throws {
    let (expected, encoding, mark) = Self.encodings[index]
    let above = try #require(String(repeating: "a,b,c,d,e,f\n", count: 100_000).data(using: encoding))
    for seed in Cases.seeds(usually: 40) {
      var generator = SeededGenerator(seed: seed)
      let table = Self.table(&generator, rows: 20)
      let bytes = Array(try #require(Self.csv(table).data(using: encoding)))
      // Encodings are told by blocks of 1 MiB, decoded by blocks of 256 KiB.
      let end = generator.oneIn(2) ? 1 << 20 : 256 << 10
      let line = try #require("a,b,c,d,e,f\n".data(using: encoding)).count
      let lines = (end - mark.count - Int.random(in: 0..<bytes.count, using: &generator)) / line
      let shift = Int.random(in: 1...5, using: &generator)
      let first = try #require((String(repeating: "a", count: shift) + ",b,c,d,e,f\n").data(using: encoding))
      try withFile(mark + Array(first) + Array(above.prefix(lines * line)) + bytes) { path in
        let reading = MutationReading(path)
        #expect(reading.encoding == expected, "SEED=\(seed)")
        let found = Array((reading.sheets.first ?? []).dropFirst(lines + 1))
        #expect(Self.differences(table, found) == [], "SEED=\(seed) block \(end)")
      }
    }
  }
}
