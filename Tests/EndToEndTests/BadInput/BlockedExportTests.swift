import Foundation
import Testing
import TestSupport

/// An export that cannot be used: what waits for it is not published, everything else is, and the message says what to do.
struct BlockedExportTests {
  /// What is done to the second night's exports, and which papers can still be published.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let published: [String]
    let damage: @Sendable (ExportsOfTwoNights) throws -> Void

    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "missing-file", published: []) { try $0.remove("2023-08-20/学习时长.csv") },
    Case(name: "missing-office-file", published: ["bulletin"]) { try $0.remove("2023-08-20/管理人员.xlsx") },
    Case(name: "unreadable-file", published: []) { try $0.obstruct("2023-08-20/研讨记录.xlsx") },
    Case(name: "empty-file", published: []) { try $0.write("2023-08-20/课程作业.csv", []) },
    Case(name: "picture-for-workbook", published: ["bulletin"]) {
      try $0.write(
        "2023-08-20/推荐.xlsx", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Array(repeating: 7, count: 99))
    },
    Case(name: "encrypted-workbook", published: []) {
      try $0.write("2023-08-20/学员名册.xlsx", encryptedWorkbook)
    },
    Case(name: "truncated-workbook", published: []) {
      let whole = try Data(contentsOf: URL(filePath: $0.path("2023-08-20/学员名册.xlsx")))
      try $0.write("2023-08-20/学员名册.xlsx", whole.prefix(whole.count / 2))
    },
    Case(name: "missing-column", published: []) { try $0.replace("2023-08-20/课程作业.csv", "题型", with: "类别") },
    Case(name: "lost-rows", published: []) {
      try $0.changeLines("2023-08-20/学习时长.csv") { number, line in number % 10 == 5 ? nil : line }
    },
    Case(name: "many-rejects", published: []) {
      try $0.changeLines("2023-08-20/课程作业.csv") { number, line in
        number % 50 == 5 ? Data("9".utf8) + line : line
      }
    },
  ]

  @Test(arguments: cases)
  func `what an export blocks waits, and the rest is published`(planted: Case) throws {
    let exports = try ExportsOfTwoNights()
    try planted.damage(exports)
    let folder = try Outputs.afterFirstNight()
    let before = try Outputs.papers(in: folder.path)
    let outcome = try Jianbao.run(.second, of: exports.pipeline, into: folder.path)
    #expect(outcome.code == 1)
    try Golden.expect(exports.neutral(Golden.complaints(outcome)), planted.name)
    let after = try Outputs.papers(in: folder.path)
    for (name, bytes) in before where name.hasPrefix("2023-08-19/") { #expect(after[name] == bytes, "\(name)") }
    for job in ["bulletin", "summary", "nominees"] {
      let isPublished = after["2023-08-20/\(job)/manifest.json"] != nil
      #expect(isPublished == planted.published.contains(job), "\(job)")
      let night = isPublished ? "2023-08-20" : "2023-08-19"
      #expect(after["latest/\(job)"] == Data("../\(night)/\(job)".utf8))
    }
  }

  @Test func `as long as no night is finished, nothing is explained, and why`() throws {
    let exports = try ExportsOfTwoNights()
    try exports.remove("2023-08-19/学员名册.xlsx")
    let folder = try FreshFolder()
    #expect(try Jianbao.run(.first, of: exports.pipeline, into: folder.path).code == 1)
    let outcome = try Jianbao.run(["explain", exports.pipeline, "202300060523", "--output", folder.path])
    #expect(outcome.code == 2 && outcome.output == "")
    #expect(
      outcome.errors.hasPrefix("no night is finished yet: the first run is still at work, or was broken off;"),
      "\(outcome.errors)")
  }

  @Test(arguments: cases)
  func `when the export is put right the next run gives the papers of an undisturbed one`(planted: Case) throws {
    let exports = try ExportsOfTwoNights()
    try planted.damage(exports)
    let folder = try Outputs.afterFirstNight()
    _ = try Jianbao.run(.second, of: exports.pipeline, into: folder.path)
    #expect(try Jianbao.run(.second, into: folder.path).code == 0)
    let expected = try Outputs.papers(in: TwoNights.output(after: .second))
    let found = try Outputs.papers(in: folder.path)
    let differing = Outputs.difference(found, expected).filter { !$0.contains(".r1/") }
    #expect(differing == [])
  }

  /// A compound file that holds an encrypted workbook: what a spreadsheet writes when it asks for a password.
  private static let encryptedWorkbook = CompoundFixture("EncryptionInfo", "EncryptedPackage").bytes
}
