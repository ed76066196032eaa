import Exports
import Foundation
import TestSupport
import Testing

/// Whether a folder of a conversion by this process is left.
private func leftovers() throws -> [String] {
  let temporary = FileManager.default.temporaryDirectory.path
  return try FileManager.default.contentsOfDirectory(atPath: temporary).filter {
    $0.hasPrefix("jianbao-conversion-\(ProcessInfo.processInfo.processIdentifier)-")
  }
}

/// Conversions of workbooks of Excel 97-2003; one after the other, since they look at what the others leave.
@Suite(.serialized)
struct ConversionTests {
  /// Lets a shell script stand for LibreOffice; it is given the folder that the body sees.
  private static func withOffice(
    _ script: (String) -> String, seconds: Int = 60, _ body: (FreshFolder, ExportLimits) throws -> Void
  ) throws {
    let folder = try FreshFolder()
    try Data("#!/bin/sh\n\(script(folder.path))\n".utf8).write(to: URL(filePath: folder.path("soffice")))
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path("soffice"))
    var limits = ExportLimits.default
    (limits.programFolders, limits.conversionSeconds) = ([folder.path], seconds)
    try withExtendedLifetime(folder) { try body(folder, limits) }
    #expect(try leftovers() == [])
  }

  /// Why a workbook cannot be opened.
  private static func error(_ limits: ExportLimits) throws -> ExportError? {
    try withFile(CompoundFixture("Workbook").bytes) { path in
      let error = #expect(throws: ExportError.self) { try Export.open(path, limits: limits) }
      #expect(error?.path == path)
      return error
    }
  }

  @Test func `what LibreOffice saved is read under the name of the workbook`() throws {
    let sheet = WorkbookFixture(sheet: "<sheetData><row r=\"1\"><c r=\"A1\"><v>7</v></c></row></sheetData>")
    try Self.withOffice({ "mkdir converted && cp '\($0)/saved.xlsx' converted/workbook.xlsx" }) { folder, limits in
      try Data(sheet.bytes).write(to: URL(filePath: folder.path("saved.xlsx")))
      #expect(try rows(CompoundFixture("Workbook").bytes, limits: limits).map(\.cells) == [["7"]])
    }
  }

  @Test func `a workbook that is opened again is not converted again, until it is another or the run is over`() throws {
    let sheet = WorkbookFixture(sheet: "<sheetData><row r=\"1\"><c r=\"A1\"><v>7</v></c></row></sheetData>")
    let script = { (folder: String) in
      "echo x >> '\(folder)/runs' && mkdir converted && cp '\(folder)/saved.xlsx' converted/workbook.xlsx"
    }
    try Self.withOffice(script) { folder, limits in
      try Data(sheet.bytes).write(to: URL(filePath: folder.path("saved.xlsx")))
      let workbook = folder.path("book.xls")
      func runs() throws -> Int { try Data(contentsOf: URL(filePath: folder.path("runs"))).count / 2 }
      func open(_ conversions: Conversions) throws {
        var row = Row()
        var reader = try Export.open(workbook, limits: limits, conversions: conversions).rows()
        #expect(try reader.next(&row) && row.text(0) == "7")
      }
      try Data(CompoundFixture("Workbook").bytes).write(to: URL(filePath: workbook))
      do {
        let conversions = Conversions()
        for _ in 0..<3 { try open(conversions) }
        #expect(try runs() == 1)
        try Data(CompoundFixture("Workbook").bytes + [0]).write(to: URL(filePath: workbook))
        try open(conversions)
        #expect(try runs() == 2)
        #expect(try leftovers().count == 2)
      }
      #expect(try leftovers() == [])
      try open(Conversions())
      #expect(try runs() == 3)
    }
  }

  @Test func `a fault in what was saved names the workbook`() throws {
    try Self.withOffice({ _ in "mkdir converted && echo x > converted/workbook.xlsx" }) { _, limits in
      let error = try Self.error(limits)
      #expect(error?.cause == .damaged("ZIP"))
    }
  }

  @Test func `a conversion that fails says how to go on`() throws {
    try Self.withOffice({ _ in "exit 1" }) { _, limits in
      let error = try Self.error(limits)
      #expect(error?.cause == .conversionFailed)
    }
  }

  @Test func `a conversion beyond its time is ended with everything that it started`() throws {
    let script = { (folder: String) in "sh -c 'echo $$ > \(folder)/child; sleep 60' & wait" }
    try Self.withOffice(script, seconds: 2) { folder, limits in
      #expect(try Self.error(limits)?.cause == .conversionTooLong(seconds: 2))
      let child = try String(contentsOfFile: folder.path("child"), encoding: .utf8)
      let process = try #require(Int32(child.trimmingCharacters(in: .whitespacesAndNewlines)))
      #expect(isGone(process))
    }
  }

  @Test func `without LibreOffice the message says what to do`() throws {
    var limits = ExportLimits.default
    limits.programFolders = []
    let error = try Self.error(limits)
    #expect(error?.message(chinese: false).contains("save it as .xlsx") == true)
    #expect(error?.message(chinese: true).contains("另存为 .xlsx") == true)
  }

  @Test func `the folder of a run that was killed is removed by the next`() throws {
    let ended = Process()
    ended.executableURL = URL(filePath: "/bin/true")
    try ended.run()
    ended.waitUntilExit()
    let name = "jianbao-conversion-\(ended.processIdentifier)-left"
    let path = FileManager.default.temporaryDirectory.appending(path: name).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try Self.withOffice({ _ in "exit 1" }) { _, limits in _ = try Self.error(limits) }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  /// Whether a process has ended or is only waiting to be reaped.
  private func isGone(_ process: Int32) -> Bool {
    for _ in 0..<50 {
      let state = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
      guard let state, !state.contains(") Z") else { return true }
      usleep(20_000)
    }
    return false
  }
}
