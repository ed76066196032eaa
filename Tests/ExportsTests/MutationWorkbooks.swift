import Archive
import Exports
import Foundation
import TestSupport

extension MutationKind {
  /// Workbooks, damaged as files and, re-packed with sound checksums, part by part.
  static let workbooks: [MutationKind] = [
    MutationKind(name: "XLSX, stored") { file(WorkbookFixture.rich(isDeflated: false)) },
    MutationKind(name: "XLSX, deflated") { file(try archive(WorkbookFixture.rich(isDeflated: true).parts)) },
    MutationKind(name: "parts of an XLSX written by hand") { try parts(WorkbookFixture.rich(isDeflated: true).parts) },
    MutationKind(name: "parts of an XLSX of openpyxl") { try WrittenSample.openpyxl().map(parts) },
    MutationKind(name: "parts of an XLSX of LibreOffice") { try WrittenSample.libreOffice().map(parts) },
  ]

  private static func file(_ fixture: WorkbookFixture) -> MutationSubject { file(fixture.bytes) }

  /// Damage to the packed file is found by checksums: what is read at all is what was written.
  private static func file(_ bytes: [UInt8]) -> MutationSubject {
    MutationSubject(bytes: bytes) { generator, path in
      let damage = MutationDamage(bytes, &generator)
      try Data(damage.bytes).write(to: URL(filePath: path))
      return damage
    } judge: { _, reading, good in
      reading.kind != .workbook || reading.sheets == good.sheets ? nil : "read, but with other rows"
    }
  }

  /// Damage to a part keeps every row that the sheets still have.
  private static func parts(_ parts: [WorkbookFixture.Part]) throws -> MutationSubject {
    MutationSubject(bytes: try archive(parts)) { generator, path in
      var damaged = parts
      let index = Int.random(in: parts.indices, using: &generator)
      var damage = MutationDamage(parts[index].bytes, &generator)
      damage.part = parts[index].name
      damaged[index].bytes = damage.bytes
      if generator.oneIn(10) {
        let other = Int.random(in: parts.indices, using: &generator)
        (damaged[index].bytes, damaged[other].bytes) = (damaged[other].bytes, damaged[index].bytes)
      }
      let sheets = damaged.filter { $0.name.hasPrefix("xl/worksheets/sheet") }
      damage.rowCount = sheets.map { rowTags($0.bytes) }.reduce(0, +)
      try pack(damaged, at: path)
      return damage
    } judge: { damage, reading, _ in
      reading.rowCount == damage.rowCount
        ? nil : "\(damage.part) damaged: \(reading.rowCount) rows of \(damage.rowCount)"
    }
  }

  /// How many rows begin in the bytes of a sheet, outside comments. A space that became a control character still ends a name: a row is
  /// rather read than lost.
  private static func rowTags(_ bytes: [UInt8]) -> Int {
    let text = String(decoding: bytes, as: UTF8.self).replacing(/<!--.*?-->/.dotMatchesNewlines(), with: "")
    return text.matches(of: /<(\w+:)?row[\s\x00-\x20>\/]/).count
  }

  private static func archive(_ parts: [WorkbookFixture.Part]) throws -> [UInt8] {
    let folder = try FreshFolder()
    try pack(parts, at: folder.path("archive"))
    return Array(try Data(contentsOf: URL(filePath: folder.path("archive"))))
  }

  private static func pack(_ parts: [WorkbookFixture.Part], at path: String) throws {
    let archive = try ArchiveWriter(path: path)
    for part in parts {
      try archive.beginPart(part.name, packing: .level(1))
      try archive.write(part.bytes.span.bytes)
      try archive.endPart()
    }
    try archive.close()
  }
}

extension WorkbookFixture {
  /// Two sheets with everything that a workbook of a platform may hold.
  static func rich(isDeflated: Bool) -> WorkbookFixture {
    let rows = (3...20).map { row in
      "<row r=\"\(row)\" spans=\"1:7\"><c r=\"A\(row)\" t=\"s\"><v>\(row % 3)</v></c><c r=\"B\(row)\" s=\"1\"><v>45139.5</v></c>"
        + "<c r=\"C\(row)\" t=\"inlineStr\"><is><r><t>内</t></r><rPh><t>ネイ</t></rPh><r><t>联\(row)</t></r></is></c>"
        + "<c r=\"D\(row)\"><f>B\(row)*2</f><v>\(row)</v></c><c r=\"E\(row)\" t=\"b\"><v>1</v></c><c r=\"F\(row)\"/>"
        + "<c r=\"G\(row)\" t=\"str\"><f>A1&amp;B1</f><v>甲&amp;乙</v></c></row>"
    }
    let first =
      "<dimension ref=\"A1\"/><cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols><sheetData>"
      + "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"2\" hidden=\"1\"/>\(rows.joined())</sheetData>"
      + "<mergeCells count=\"2\"><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"A3:A6\"/></mergeCells>"
    let second = "<sheetData>" + (1...9).map { "<row r=\"\($0)\"><c><v>\($0)</v></c></row>" }.joined() + "</sheetData>"
    var fixture = WorkbookFixture(
      sheets: [("名册", "", first), ("续表", "state=\"hidden\"", second)],
      strings: [
        "<t>张三</t>", "<r><rPr><b/></rPr><t>富</t></r><r><t>文本</t></r>", "<t xml:space=\"preserve\"> a_x000D_b </t>",
      ],
      formats: ["yyyy-mm-dd hh:mm", "0.00%"])
    fixture.isDeflated = isDeflated
    return fixture
  }
}
