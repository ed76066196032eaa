import Foundation

/// Times reading alone, each file in a process of its own: the study export as it is, in GB18030, as a workbook, and cut or
/// repeated to ten megabytes and a gigabyte for the memory.
///
/// With `--peer` a rival's command, in which `{file}` stands for the file, is timed in pairs with us.
func timeReading(_ options: Options) throws {
  let folder = try options.required("folder")
  let files = try ReadingFiles(study: try options.required("study"), folder: folder)
  let runs = max(1, try options.number("runs", usually: 3))
  var table = Table(columns: ["file", "MB", "rows", "s", "processor s", "MB/s", "cells/s", "peak MiB", "to peer"])
  for file in files.all {
    var (own, peer): ([ChildRun], [ChildRun]) = ([], [])
    for _ in 0..<runs {
      own.append(try checked([CommandLine.arguments[0], "read", "--file", file.path], log: "\(folder)/read.log"))
      if let command = options["peer"] {
        peer.append(
          try checked(["sh", "-c", command.replacing("{file}", with: file.path)], log: "\(folder)/read-peer.log"))
      }
    }
    let (seconds, processor) = (median(own.map(\.seconds)), median(own.map(\.processorSeconds)))
    let report =
      (try? JSONDecoder().decode(ReadReport.self, from: Data((own.first?.output ?? "").utf8))) ?? ReadReport()
    let megabytes = Double(file.size) / 1_000_000
    table.add([
      file.name, decimal(megabytes, 0), grouped(report.rows), decimal(seconds, 2), decimal(processor, 2),
      decimal(megabytes / processor, 0), grouped(Int(Double(report.cells) / processor)),
      "\(own.map(\.peakMiB).max() ?? 0)",
      peer.isEmpty ? "" : decimal(median(zip(own, peer).map { $0.processorSeconds / $1.processorSeconds }), 2),
    ])
  }
  table.print()
}

/// What a reading child prints.
private struct ReadReport: Decodable {
  var rows = 0
  var cells = 0
}

/// The files that reading is timed on, made once.
private struct ReadingFiles {
  struct File {
    let name: String
    let path: String
    var size: Int { ((try? FileManager.default.attributesOfItem(atPath: path)[.size]) as? Int) ?? 0 }
  }

  let all: [File]

  init(study: String, folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let made = [
      ("study.csv", "cp '\(study)' {}"),
      ("study-gb18030.csv", "iconv -f UTF-8 -t GB18030 '\(study)' > {}"),
      ("study-10MB.csv", "head -c 10000000 '\(study)' > {}"),
      ("study-1GB.csv", "(cat '\(study)'; for i in 1 2 3 4; do tail -n +2 '\(study)'; done) | head -c 1000000000 > {}"),
    ]
    for (name, command) in made where !FileManager.default.fileExists(atPath: "\(folder)/\(name)") {
      let filled = command.replacing("{}", with: "'\(folder)/\(name)'")
      _ = try checked(["sh", "-c", filled], log: "\(folder)/make.log")
    }
    let workbook = "\(folder)/study.xlsx"
    if !FileManager.default.fileExists(atPath: workbook) { try writeStudyWorkbook(study, to: workbook, rows: 400_000) }
    all = (made.map(\.0) + ["study.xlsx"]).map { File(name: $0, path: "\(folder)/\($0)") }
  }
}
