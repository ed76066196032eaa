import Foundation
import Testing
import TestSupport

/// One run of a programme at a time.
struct LockTests {
  @Test func `a second run ends at once with 4 and changes nothing`() throws {
    let folder = try Outputs.afterFirstNight()
    let first = try Jianbao.start(Jianbao.arguments(.second, into: folder.path))
    let journal = folder.path("jiangsu-provincial/.run")
    while first.isRunning, !FileManager.default.fileExists(atPath: journal) { Thread.sleep(forTimeInterval: 0.001) }
    first.pause()
    let clock = ContinuousClock()
    let start = clock.now
    let second = try Jianbao.run(.second, into: folder.path)
    #expect(clock.now - start < .seconds(5))
    first.resume()
    #expect(second.code == 4)
    #expect(second.output == "")
    #expect(second.errors.contains("another run of this programme is at work"))
    #expect(try first.wait().code == 0)
    let expected = try Outputs.papers(in: TwoNights.output(after: .second))
    let differing = Outputs.difference(try Outputs.papers(in: folder.path), expected)
    #expect(differing == [])
  }

  @Test func `a lock file that a killed run left behind locks nobody out`() throws {
    let folder = try Outputs.afterFirstNight()
    #expect(FileManager.default.fileExists(atPath: folder.path("jiangsu-provincial/.lock")))
    #expect(try Jianbao.run(.second, into: folder.path, ["bulletin"]).code == 0)
  }

  @Test func `two programmes do not lock each other out`() throws {
    let folder = try FreshFolder()
    let first = try Jianbao.start(Jianbao.arguments(.first, into: folder.path("one")))
    #expect(try Jianbao.run(.first, into: folder.path("two"), ["summary"]).code == 0)
    #expect(try first.wait().code == 0)
  }
}
