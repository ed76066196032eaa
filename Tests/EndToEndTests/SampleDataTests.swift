import Foundation
import Testing
import TestSupport

/// The sample data is what its generator writes.
struct SampleDataTests {
  @Test func `the generator writes the committed exports, expectations and tables again`() throws {
    guard let python = Tool.find("python3") else { return }
    let folder = try FreshFolder()
    let outcome = try Command.run(python, [Repository.path("sample-data/generate.py"), "--out", folder.path])
    #expect(outcome.code == 0, "\(outcome.errors)")
    let table = try String(contentsOfFile: folder.path("sample-data/README.md"), encoding: .utf8)
    #expect(table == (try String(contentsOfFile: Repository.path("sample-data/README.md"), encoding: .utf8)))
    let programmes = try FileManager.default.contentsOfDirectory(atPath: folder.path("sample-data"))
      .filter { !$0.hasSuffix(".md") }.map { "sample-data/\($0)" }
    #expect(programmes.count > 1)
    for part in programmes + ["Tests/EndToEndTests/Expected"] {
      let written = try bytes(below: folder.path(part))
      let committed = try bytes(below: Repository.path(part)).filter { !$0.key.hasPrefix(".") }
      #expect(!written.isEmpty)
      #expect(Outputs.difference(written, committed) == [], "\(part)")
    }
  }
}
