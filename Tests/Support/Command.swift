import Foundation

/// How a program ended and what it said.
package struct Outcome: Sendable {
  /// The exit code; of a program that a signal ended, the signal's number negated.
  package let code: Int32
  /// What it wrote to standard output.
  package let output: String
  /// What it wrote to standard error.
  package let errors: String
}

/// A program that was started; its output goes to files, so that it never waits for a reader.
package final class Command {
  private let process = Process()
  private let folder: FreshFolder

  /// Starts a program; `environment` adds to or overrides the test's own.
  package init(
    _ executable: String, _ arguments: [String], environment: [String: String] = [:], in directory: String? = nil
  ) throws {
    folder = try FreshFolder()
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    if let directory { process.currentDirectoryURL = URL(filePath: directory) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try Self.file(folder.path("output"))
    process.standardError = try Self.file(folder.path("errors"))
    try process.run()
  }

  /// Runs a program to its end.
  package static func run(
    _ executable: String, _ arguments: [String], environment: [String: String] = [:], in directory: String? = nil
  ) throws -> Outcome {
    try Command(executable, arguments, environment: environment, in: directory).wait()
  }

  /// Whether it has not ended yet.
  package var isRunning: Bool { process.isRunning }

  /// Ends it without giving it a chance to tidy up.
  package func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
  }

  /// Holds it where it is.
  package func pause() {
    Foundation.kill(process.processIdentifier, SIGSTOP)
  }

  /// Lets it go on after a pause.
  package func resume() {
    Foundation.kill(process.processIdentifier, SIGCONT)
  }

  /// Waits for its end.
  package func wait() throws -> Outcome {
    process.waitUntilExit()
    let isKilled = process.terminationReason == .uncaughtSignal
    return Outcome(
      code: isKilled ? -process.terminationStatus : process.terminationStatus,
      output: try String(contentsOfFile: folder.path("output"), encoding: .utf8),
      errors: try String(contentsOfFile: folder.path("errors"), encoding: .utf8))
  }

  private static func file(_ path: String) throws -> FileHandle {
    try Data().write(to: URL(filePath: path))
    return try FileHandle(forWritingTo: URL(filePath: path))
  }
}
