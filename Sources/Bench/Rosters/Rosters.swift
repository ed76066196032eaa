import Foundation
import Workbook

/// Writes a roster of any length with 14 columns, as the score workbooks have them, and prints one line of JSON.
///
/// The rows are reckoned while they are written, so that nothing is held; another program gets the same ones by the same formulas.
func writeRoster(_ options: Options) throws {
  let (path, rows) = (try options.required("file"), try options.number("rows", usually: 1_000_000))
  let start = ContinuousClock.now
  let columns: [RosterSheet.Column] =
    [
      .init("学员编号", .text, units: 16), .init("姓名", .text, units: 10), .init("地市", .word, units: 10),
      .init("区县", .word, units: 10), .init("学校", .text, units: 20), .init("学科", .word, units: 8),
    ] + ["学习时长", "名次"].map { .init($0, .integer, units: 9) }
    + ["课程", "作业", "研讨", "考试", "心得", "总分"].map { .init($0, .decimal(places: 2), units: 9) }
  let moment = CivilTime(year: 2025, month: 11, day: 7)
  let book = try RosterBook(
    path: path, properties: DocumentProperties(title: "学员成绩", subject: "", office: "", category: "", created: moment),
    sheets: [RosterSheet(name: "学员成绩", columns: columns)])
  try book.writeSheet { writer in
    for row in 0..<rows {
      let shuffled = row &* 2_654_435_761 % 1_000_003
      writer.text("T\(1_000_000_000 + row)")
      writer.text("学员\(shuffled)")
      writer.text("第\(shuffled % 14)市")
      writer.text("第\(shuffled % 101)县")
      writer.text("第\(shuffled % 16_667)学校")
      writer.text("第\(shuffled % 12)科")
      writer.integer(Int64(shuffled % 3_000))
      writer.integer(Int64(row + 1))
      for part in 1...6 { writer.decimal(units: Int64(shuffled * part % 10_000), decimals: 2) }
      try writer.endRow()
    }
  }
  try book.close()
  let seconds = (ContinuousClock.now - start) / .seconds(1)
  print("{\"rows\":\(rows),\"cells\":\(rows * columns.count),\"seconds\":\(seconds)}")
}

/// Times the writing of rosters; with `--peer` a rival's command, in which `{rows}` and `{file}` stand for what it is to write, in
/// pairs with us. A rival that holds its rows before it writes prints the seconds of writing alone, as the last word of its output.
func timeRosters(_ options: Options) throws {
  let folder = try options.required("folder")
  let (rows, runs) = (try options.number("rows", usually: 1_000_000), max(1, try options.number("runs", usually: 3)))
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  let file = "\(folder)/roster.xlsx"
  var (own, ratios): ([ChildRun], [Double]) = ([], [])
  for _ in 0..<runs {
    let run = try checked(
      [CommandLine.arguments[0], "roster", "--file", file, "--rows", "\(rows)"], log: "\(folder)/roster.log")
    own.append(run)
    guard let command = options["peer"] else { continue }
    let filled = command.replacing("{rows}", with: "\(rows)").replacing("{file}", with: "\(folder)/peer.xlsx")
    let peer = try checked(["sh", "-c", filled], log: "\(folder)/peer.log")
    let stated = peer.output.split(whereSeparator: \.isWhitespace).last.flatMap { Double($0) }
    ratios.append((stated ?? peer.seconds) / run.seconds)
  }
  var table = Table(columns: ["rows", "s", "processor s", "cells/s", "MB", "peak MiB", "to peer"])
  let seconds = median(own.map(\.seconds))
  let size = (try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int) ?? 0
  table.add([
    grouped(rows), decimal(seconds, 2), decimal(median(own.map(\.processorSeconds)), 2),
    grouped(Int(Double(rows * 14) / seconds)), decimal(Double(size) / 1_000_000, 0), "\(own.map(\.peakMiB).max() ?? 0)",
    ratios.isEmpty ? "" : decimal(median(ratios), 2),
  ])
  table.print()
}
