import Archive
import Exports
import Foundation
import TestSupport
import Testing
import Workbook

/// Random tables as offices have them, written by the writers of this program and read by its reader.
struct RoundTripTests {
  /// Text with everything that spreadsheets treat in a way of their own.
  private static func text(_ generator: inout SeededGenerator) -> String {
    let pieces = [
      "张三", "实验小学", "𠮷", " ", "\n", "\r\n", "\t", "\"", "'", "=1+1", "<&>", "_x000D_", "0012", "é", "﻿", ",", "〖备注〗",
    ]
    return (0..<Int.random(in: 1...4, using: &generator)).map { _ in generator.pick(pieces) ?? "" }.joined()
  }

  private static func read(_ path: String) throws -> [[String]] {
    let export = try Export.open(path)
    var reader = try export.rows()
    var row = Row()
    var rows: [[String]] = []
    while try reader.next(&row) { rows.append((0..<row.count).map { row.text($0) }) }
    return rows
  }

  /// A number of units of the given decimal place in the shortest digits.
  private static func digits(_ units: Int64, _ decimals: Int) -> String {
    var text = String(units.magnitude)
    while text.count <= decimals { text = "0" + text }
    if decimals > 0 {
      text.insert(".", at: text.index(text.endIndex, offsetBy: -decimals))
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.removeLast() }
    }
    return (units < 0 && text != "0" ? "-" : "") + text
  }

  @Test func `a roster is read back as it was written`() throws {
    for seed in Cases.seeds(usually: 60) {
      var generator = SeededGenerator(seed: seed)
      let rows = (0..<Int.random(in: 1...30, using: &generator)).map { _ in
        (Self.text(&generator), Int64.random(in: -99_999...99_999, using: &generator), generator.oneIn(4))
      }
      try Examples.withFile { path in
        let columns: [RosterSheet.Column] = [
          .init("姓名", .text, units: 9), .init("总分", .decimal(places: 2), units: 9), .init("名次", .integer, units: 9),
        ]
        let book = try RosterBook(
          path: path, properties: Examples.properties, sheets: [RosterSheet(name: "表", columns: columns)],
          packing: seed.isMultiple(of: 2) ? .fast : .level(1))
        try book.writeSheet { sheet in
          for (text, number, isBlank) in rows {
            sheet.text(text)
            if isBlank { sheet.blank() } else { sheet.decimal(units: number, decimals: 2) }
            sheet.integer(number)
            try sheet.endRow()
          }
        }
        try book.close()
        // A roster writes its decimals with all their places, and they are read as they stand.
        let found = try Self.read(path).dropFirst()
        let expected = rows.map { [$0, $2 ? "" : Self.digits($1, 2), String($1)] }
        #expect(found.map { [$0[0], Self.shortened($0[1]), $0[2]] } == expected, "SEED=\(seed)")
      }
    }
  }

  /// A number without zeros behind its point.
  private static func shortened(_ number: String) -> String {
    guard number.contains(".") else { return number }
    var text = number
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text == "-0" ? "0" : text
  }

  @Test func `a workbook is read back as it was written`() throws {
    for seed in Cases.seeds(usually: 40) {
      var generator = SeededGenerator(seed: seed)
      let table: [[CellValue]] = (0..<Int.random(in: 1...20, using: &generator)).map { _ in
        (0..<4).map { _ in
          switch Int.random(in: 0..<3, using: &generator) {
          case 0: .text(Self.text(&generator))
          case 1: .integer(Int64.random(in: -999_999...999_999, using: &generator))
          default: .decimal(units: Int64.random(in: -999_999...999_999, using: &generator), decimals: 3)
          }
        }
      }
      try Examples.withFile { path in
        let book = try Workbook(path: path, properties: Examples.properties)
        let sheet = try book.addSheet("表")
        for (row, cells) in table.enumerated() {
          for (column, cell) in cells.enumerated() {
            sheet.write(cell, at: Position(row: row, column: column), style: Style())
          }
        }
        try book.close()
        let expected = table.map { row in
          row.map { cell in
            switch cell {
            case .text(let text): text
            case .integer(let number): String(number)
            case .decimal(let units, let decimals): Self.digits(units, decimals)
            default: ""
            }
          }
        }
        #expect(try Self.read(path) == expected, "SEED=\(seed)")
      }
    }
  }
}
