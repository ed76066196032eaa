import Foundation
import Testing
import Workbook

/// The path of a program that tests use; nil when it is missing, which fails a test only where CI=1 is set.
private func tool(_ name: String) -> URL? {
  let environment = ProcessInfo.processInfo.environment
  let folders = (environment["PATH"] ?? "").split(separator: ":").map { URL(filePath: String($0)) }
  let found = folders.map { $0.appending(path: name) }.first { FileManager.default.isExecutableFile(atPath: $0.path) }
  if found == nil {
    if environment["CI"] == "1" { Issue.record("\(name) is missing") } else { print("skipped: \(name) is missing") }
  }
  return found
}

private func run(_ program: URL, _ arguments: [String]) throws -> String {
  let process = Process()
  let output = Pipe()
  process.executableURL = program
  process.arguments = arguments
  process.standardOutput = output
  process.standardError = FileHandle.nullDevice
  try process.run()
  let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  return String(decoding: bytes, as: UTF8.self)
}

/// The text of a workbook's printed pages, one string a page.
private func printedPages(_ path: String, soffice: URL, pdftotext: URL) throws -> [String] {
  let folder = URL(filePath: path).deletingLastPathComponent()
  _ = try run(
    soffice,
    [
      "-env:UserInstallation=\(folder.appending(path: "profile").absoluteString)", "--headless", "--convert-to", "pdf",
      "--outdir", folder.path, path,
    ])
  let pdf = URL(filePath: path).deletingPathExtension().appendingPathExtension("pdf")
  let text = try run(pdftotext, ["-layout", pdf.path, "-"])
  return text.components(separatedBy: "\u{C}").dropLast()
}

@Test func `LibreOffice prints a ranking and its chart on one page and a long roster under its header`() throws {
  guard let soffice = tool("soffice"), let pdftotext = tool("pdftotext") else { return }
  try Examples.withFile { path in
    let book = try Workbook(path: path, properties: Examples.properties)
    try book.add(Examples.ranking, named: "地市排名")
    try book.close()
    let pages = try printedPages(path, soffice: soffice, pdftotext: pdftotext)
    #expect(pages.count == 1)
    for text in ["各市学情排名", "219", "76.57%", "+5.94", "−0.26", "↑2", "72.91%", "第 1 页，共 1 页"] {
      #expect(pages.first?.contains(text) == true, "\(text)")
    }
    #expect(pages.allSatisfy { !$0.contains("###") })
  }
  try Examples.withFile { path in
    let sheet = RosterSheet(
      name: "学员成绩", title: "学员成绩", left: "单位：分", right: "截至8月18日24时",
      columns: [.init("学员编号", .text, units: 20), .init("总分", .decimal(places: 2), units: 10)])
    let book = try RosterBook(path: path, properties: Examples.properties, sheets: [sheet])
    try book.writeSheet {
      for row in 0..<100 {
        $0.text("00\(1_000_000 + row)")
        $0.decimal(units: 9000, decimals: 2)
        try $0.endRow()
      }
    }
    try book.close()
    let pages = try printedPages(path, soffice: soffice, pdftotext: pdftotext)
    #expect(pages.count > 1)
    #expect(pages.allSatisfy { $0.contains("学员编号") && $0.contains("90.00") && !$0.contains("###") })
    #expect(pages.first?.contains("001000000") == true)
  }
}
