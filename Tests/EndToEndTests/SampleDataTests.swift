import Foundation
import Testing
import TestSupport

/// The sample data is what its generator writes.
struct SampleDataTests {
  @Test func `the generator writes the committed exports, expectations and table again`() throws {
    guard let python = Tool.find("python3") else { return }
    let folder = try FreshFolder()
    let outcome = try Command.run(python, [Repository.path("sample-data/generate.py"), "--out", folder.path])
    #expect(outcome.code == 0, "\(outcome.errors)")
    let table = try String(contentsOfFile: folder.path("sample-data/README.md"), encoding: .utf8)
    #expect(table == (try String(contentsOfFile: Repository.path("sample-data/README.md"), encoding: .utf8)))
    for part in ["sample-data/jiangsu-provincial", "Tests/EndToEndTests/Expected"] {
      let written = try bytes(below: folder.path(part))
      let committed = try bytes(below: Repository.path(part)).filter { !$0.key.hasPrefix(".") }
      #expect(!written.isEmpty)
      #expect(Outputs.difference(written, committed) == [])
    }
  }
}
