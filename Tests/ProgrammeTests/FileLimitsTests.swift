import Foundation
import Programme
import TestSupport
import Testing

/// The provincial pipeline file with a part `limits` of its own, read; the faults are in English.
private func read(limits: String) throws -> (FileLimits?, [String]) {
  let path = Repository.path("pipelines/jiangsu-provincial/pipeline.json5")
  let text = try String(contentsOfFile: path, encoding: .utf8)
    .replacing("  programme: {", with: "  limits: \(limits),\n  programme: {")
  let faults = FaultCollector()
  let programme = Programme.read(Array(text.utf8), faults)
  return (programme?.limits, faults.lines(file: "pipeline.json5", in: .english))
}

struct FileLimitsTests {
  @Test func `what the file says counts and the rest stays as it is`() throws {
    let (limits, faults) = try read(limits: "{ strings_mib: 64, merged_ranges: 10 }")
    #expect(faults == [])
    var expected = FileLimits.standard
    (expected.stringsMiB, expected.mergedRanges) = (64, 10)
    #expect(limits == expected)
  }

  @Test(arguments: [
    ("{ row_mib: 0 }", "pipeline.json5:7:22: found 0; expected a whole number from 1 to 1024"),
    ("{ colums: 3 }", "pipeline.json5:7:13: unknown key 'colums'; did you mean 'columns'?"),
  ])
  func `a limit that means nothing is refused where it stands`(limits: String, fault: String) throws {
    let (read, faults) = try read(limits: limits)
    #expect(read == nil)
    #expect(faults == [fault])
  }
}
