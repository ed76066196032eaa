import Archive
import Foundation
import FoundationXML

/// A workbook read back without our own reader of exports: parts by their names, sheets by Foundation's XML parser.
struct WrittenWorkbook {
  /// A cell as the file holds it.
  struct Cell: Equatable {
    var type = ""
    var style = 0
    var text = ""
  }

  private let reader: ArchiveReader

  init(_ path: String) throws {
    reader = try ArchiveReader(path: path)
  }

  /// The names of the parts in the order of the file.
  var partNames: [String] { reader.parts.map(\.name) }

  /// A part as text; empty when there is none.
  func part(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  /// The cells of a sheet counted from 1, by their names, with shared strings put in.
  func cells(sheet: Int = 1) throws -> [String: Cell] {
    let strings = partNames.contains("xl/sharedStrings.xml") ? try texts(in: "xl/sharedStrings.xml") : []
    let parser = SheetParser()
    try parser.read(try bytes("xl/worksheets/sheet\(sheet).xml"))
    return parser.cells.mapValues { cell in
      guard cell.type == "s", let index = Int(cell.text), strings.indices.contains(index) else { return cell }
      return Cell(type: "s", style: cell.style, text: strings[index])
    }
  }

  private func texts(in part: String) throws -> [String] {
    let parser = StringsParser()
    try parser.read(try bytes(part))
    return parser.strings
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    guard let part = reader.part(named: name) else { return [] }
    var unpacking = try reader.open(part)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try unpacking.read(into: &buffer, from: 0)
      if count == 0 { return bytes }
      bytes += buffer.prefix(count)
    }
  }
}

/// Collects the cells of a sheet.
private final class SheetParser: PartParser {
  var cells: [String: WrittenWorkbook.Cell] = [:]
  private var name = ""
  private var cell = WrittenWorkbook.Cell()

  override func begin(_ element: String, _ attributes: [String: String]) {
    guard element == "c" else { return }
    name = attributes["r"] ?? ""
    cell = WrittenWorkbook.Cell(type: attributes["t"] ?? "", style: attributes["s"].flatMap(Int.init) ?? 0)
  }

  override func end(_ element: String, _ text: String) {
    switch element {
    case "v", "t": cell.text += text
    case "c": cells[name] = cell
    default: break
    }
  }
}

/// Collects the table of shared strings.
private final class StringsParser: PartParser {
  var strings: [String] = []
  private var string = ""

  override func begin(_ element: String, _ attributes: [String: String]) {
    if element == "si" { string = "" }
  }

  override func end(_ element: String, _ text: String) {
    switch element {
    case "t": string += text
    case "si": strings.append(string)
    default: break
    }
  }
}

/// Walks a part element by element and refuses one that is not well-formed.
private class PartParser: NSObject, XMLParserDelegate {
  private var text = ""

  func begin(_ element: String, _ attributes: [String: String]) {}
  func end(_ element: String, _ text: String) {}

  func read(_ bytes: [UInt8]) throws {
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    text = ""
    begin(element, attributes)
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) {
    text += characters
  }

  func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
    end(element, text)
    text = ""
  }
}
