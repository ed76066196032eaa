import Testing
import TestSupport

/// The pipeline files that are committed.
struct ShippedFileTests {
  @Test(arguments: SampleProgramme.all.map(\.id) + ["jiangsu-provincial"])
  func `a committed pipeline file is without a warning`(id: String) throws {
    let outcome = try Jianbao.run(["check", Repository.path("pipelines/\(id)")])
    #expect(outcome.code == 0)
    #expect(!outcome.errors.contains("warning") && !outcome.output.contains("warning"), "\(outcome.errors)")
  }
}
