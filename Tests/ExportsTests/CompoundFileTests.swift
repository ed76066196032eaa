import Exports
import TestSupport
import Testing

struct CompoundFileTests {
  /// The beginning of a workbook's stream: BOF, and FILEPASS where it is encrypted.
  private static func stream(encrypted: Bool) -> [UInt8] {
    let start: [UInt8] = [0x09, 0x08, 0x10, 0x00] + [UInt8](repeating: 6, count: 16)
    let record: [UInt8] = encrypted ? [0x2F, 0x00, 0x36, 0x00] : [0xE1, 0x00, 0x02, 0x00]
    return start + record + [UInt8](repeating: 0, count: 5000)
  }

  private static let files: [(String, CompoundFixture, ExportError.Cause)] = [
    ("a workbook of Excel 97", CompoundFixture("Workbook"), .unsupported(.legacyWorkbook)),
    ("a workbook of Excel 5", CompoundFixture("Book"), .unsupported(.legacyWorkbook)),
    (
      "a workbook with its summary",
      CompoundFixture("\u{5}SummaryInformation", "\u{5}DocumentSummaryInformation", "Workbook"),
      .unsupported(.legacyWorkbook)
    ),
    ("an encrypted .xlsx", CompoundFixture("EncryptionInfo", "EncryptedPackage"), .encrypted),
    (
      "an encrypted .xls", CompoundFixture(streams: [("Workbook", stream(encrypted: true))]), .encrypted
    ),
    (
      "an .xls that is not encrypted", CompoundFixture(streams: [("Workbook", stream(encrypted: false))]),
      .unsupported(.legacyWorkbook)
    ),
    ("a letter", CompoundFixture("WordDocument"), .unsupported(.otherDocument)),
    (
      "a letter with a workbook set into it",
      CompoundFixture("WordDocument", embedded: ["Workbook", "EncryptedPackage"]),
      .unsupported(.otherDocument)
    ),
    ("a compound file without a stream", CompoundFixture(), .unsupported(.otherDocument)),
  ]

  @Test(arguments: files)
  func `a compound file is told by the streams at its root`(
    name: String, fixture: CompoundFixture, cause: ExportError.Cause
  ) throws {
    var limits = ExportLimits.default
    limits.programFolders = []
    #expect(#expect(throws: ExportError.self) { try rows(fixture.bytes, limits: limits) }?.cause == cause)
  }

  @Test(arguments: [8, 512, 1000, 1100])
  func `a compound file that is cut off before its streams is damaged`(count: Int) {
    let bytes = Array(CompoundFixture("Workbook").bytes.prefix(count))
    #expect(#expect(throws: ExportError.self) { try rows(bytes) }?.cause == .damaged("OLE"))
  }

  @Test func `damage in any place of a directory neither crashes nor hangs`() throws {
    var limits = ExportLimits.default
    limits.programFolders = []
    let sound = Array(CompoundFixture("\u{5}SummaryInformation", "Workbook").bytes.prefix(3000))
    for seed in Cases.seeds(usually: 2000) {
      var generator = SeededGenerator(seed: seed)
      var bytes = sound
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        bytes[Int.random(in: 8..<1536, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      let time = ContinuousClock().measure { _ = try? ExportsTests.rows(bytes, limits: limits) }
      #expect(time < .seconds(1), "SEED=\(seed)")
    }
  }
}
