import Foundation
import Glibc

/// A command that ran to its end, with what it took.
struct ChildRun {
  let exitCode: Int32
  let seconds: Double
  /// User and system time of the command and everything it waited for.
  let processorSeconds: Double
  /// The largest resident size that any single process of it had.
  let peakMiB: Int
  let output: String
}

/// Runs a command and waits for it; its standard output is kept, its talk goes to `log`.
///
/// The kernel's account of the child (wait4) is used, so that neither this process nor an earlier child counts.
func run(_ arguments: [String], log: String) throws -> ChildRun {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  let output = log + ".out"
  let flags = O_WRONLY | O_CREAT | O_TRUNC
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, flags, 0o644)
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, log, flags, 0o644)
  let environment = ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }

  var child: pid_t = 0
  let start = ContinuousClock.now
  let failure = withCStrings(arguments) { words in
    withCStrings(environment) { variables in posix_spawnp(&child, arguments[0], &actions, nil, words, variables) }
  }
  guard failure == 0 else { throw MeasureError(description: "\(arguments[0]): \(String(cString: strerror(failure)))") }
  var (status, usage): (Int32, rusage) = (0, rusage())
  while wait4(child, &status, 0, &usage) < 0, errno == EINTR {}
  let wall = ContinuousClock.now - start
  return ChildRun(
    exitCode: status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F, seconds: wall / .seconds(1),
    processorSeconds: usage.ru_utime.inSeconds + usage.ru_stime.inSeconds, peakMiB: usage.ru_maxrss / 1024,
    output: (try? String(contentsOfFile: output, encoding: .utf8)) ?? "")
}

extension timeval {
  fileprivate var inSeconds: Double { Double(tv_sec) + Double(tv_usec) / 1_000_000 }
}

/// Lends texts to C as a list that ends with a null.
private func withCStrings<Result>(
  _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = texts.map { strdup($0) }
  defer { copies.forEach { free($0) } }
  return body(copies + [nil])
}

/// A command that could not be run, or that failed.
struct MeasureError: Error, CustomStringConvertible {
  let description: String
}
