import Foundation
import Synchronization
import TestSupport

/// What the program leaves after each night of the sample programmes; each is run once, shared by all tests, changed by none.
final class SampleRuns: Sendable {
  private static let shared = SampleRuns()
  private let known = Mutex<[String: Result<[String: SampleRun], any Error>]>([:])

  /// The folder of the programme's own outputs after a night.
  static func output(of night: SampleNight) throws -> String {
    try "\(run(of: night).output)/\(night.programme.id)"
  }

  /// How the run of a night ended.
  static func outcome(of night: SampleNight) throws -> Outcome {
    try run(of: night).outcome
  }

  private static func run(of night: SampleNight) throws -> SampleRun {
    let programme = night.programme
    let made = shared.known.withLock { known in
      if let found = known[programme.id] { return found }
      let runs = Result { try nights(of: programme) }
      known[programme.id] = runs
      return runs
    }
    guard let run = try made.get()[night.asOf] else { throw NoSuchNight(night: night.testDescription) }
    return run
  }

  private static func nights(of programme: SampleProgramme) throws -> [String: SampleRun] {
    let folder = Repository.path(".build/end-to-end-\(programme.id)")
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var runs: [String: SampleRun] = [:]
    var previous: String?
    for night in programme.nights {
      let output = "\(folder)/\(night)"
      if let previous { try FileManager.default.copyItem(atPath: previous, toPath: output) }
      let outcome = try Jianbao.run([
        "run", Repository.path("pipelines/\(programme.id)"), "--as-of", night, "--output", output,
      ])
      runs[night] = SampleRun(output: output, outcome: outcome)
      previous = output
    }
    return runs
  }
}

/// One night's run: where its outputs lie and how it ended.
private struct SampleRun: Sendable {
  let output: String
  let outcome: Outcome
}

/// A test asked for a night that its programme has not.
private struct NoSuchNight: Error {
  let night: String
}
