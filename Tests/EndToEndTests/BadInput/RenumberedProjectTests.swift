import Foundation
import SQLite
import Testing
import TestSupport

struct RenumberedProjectTests {
  /// What is done to the codes of the second night's projects: one gets a new code, or two change theirs for each other's.
  static let changes: [[(String, String)]] = [
    [("XM01,", "XM98,")], [("XM01,", "XM97,"), ("XM02,", "XM01,"), ("XM97,", "XM02,")],
  ]

  @Test(arguments: [0, 1])
  func `a project keeps its place under another code`(change: Int) throws {
    let exports = try ExportsOfTwoNights()
    for (old, new) in Self.changes[change] { try exports.replace("2023-08-20/项目.csv", old, with: new) }
    let folder = try Outputs.afterFirstNight()
    let outcome = try Jianbao.run(.second, of: exports.pipeline, into: folder.path)
    #expect(outcome.code != 3, "\(outcome)")
    let database = try Database(
      path: "\(folder.path)/jiangsu-provincial/jiangsu-provincial.sqlite", readOnly: true)
    #expect(try database.integer("SELECT count(*) FROM project") == 24)
    if change == 0 {
      #expect(try database.text("SELECT name FROM project WHERE code = 'XM98'") == "小学语文")
      #expect(try database.integer("SELECT count(*) FROM notice WHERE code = 'renumbered_project'") == 1)
    }
  }
}
