import Foundation
import TestSupport

/// The release binary, run as a user runs it.
enum Jianbao {
  /// The pipeline file whose sample data is committed.
  static let pipeline = Repository.path("pipelines/jiangsu-provincial")

  private static let binary = Repository.path(".build/release/jianbao")

  /// Runs it to its end.
  static func run(
    _ arguments: [String], environment: [String: String] = [:], in directory: String? = nil
  ) throws -> Outcome {
    try start(arguments, environment: environment, in: directory).wait()
  }

  /// Runs a night of a pipeline into a folder.
  static func run(
    _ night: Night, of pipeline: String = pipeline, into output: String, _ more: [String] = [],
    environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(arguments(night, of: pipeline, into: output) + more, environment: environment)
  }

  /// Starts it and goes on; messages are in English whatever the machine's language.
  static func start(
    _ arguments: [String], environment: [String: String] = [:], in directory: String? = nil
  ) throws -> Command {
    guard FileManager.default.isExecutableFile(atPath: binary) else { throw NotBuilt(path: binary) }
    let plain = ["LC_ALL": "C.UTF-8", "JIANBAO_FAULT": ""]
    return try Command(binary, arguments, environment: plain.merging(environment) { $1 }, in: directory)
  }

  /// The words that run a night into a folder.
  static func arguments(_ night: Night, of pipeline: String = pipeline, into output: String) -> [String] {
    ["run", pipeline, "--as-of", night.rawValue, "--output", output]
  }
}

/// The tests were started before the program was built.
struct NotBuilt: Error, CustomStringConvertible {
  let path: String
  var description: String { "\(path) is missing; swift build -c release --product jianbao makes it" }
}
