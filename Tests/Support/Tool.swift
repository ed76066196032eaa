import Foundation
package import Testing

/// A program that only tests use; a machine may lack it, but not the one that runs CI.
package enum Tool {
  /// The path of a program; when it is missing the test is told by name, and under `CI=1` fails.
  package static func find(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) -> String? {
    let found = candidates(name).first
    if found == nil { lacking(name, sourceLocation) }
    return found
  }

  /// A Python that can import a module; several may be installed, and only the system's has the packaged modules.
  package static func python(
    importing module: String, sourceLocation: SourceLocation = #_sourceLocation
  ) -> String? {
    let wheels = Repository.path(".build/test-tools/bin/python3")
    let found = (candidates("python3") + ["/usr/bin/python3", wheels]).first { python in
      (try? Command.run(python, ["-c", "import \(module)"]))?.code == 0
    }
    if found == nil { lacking("python3 with \(module)", sourceLocation) }
    return found
  }

  private static func candidates(_ name: String) -> [String] {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { "\($0)/\(name)" }.filter(FileManager.default.isExecutableFile)
  }

  private static func lacking(_ name: String, _ sourceLocation: SourceLocation) {
    if ProcessInfo.processInfo.environment["CI"] == "1" {
      Issue.record("\(name) is missing; scripts/set-up.sh --tests installs it", sourceLocation: sourceLocation)
    } else {
      print("not tested here: \(name) is missing")
    }
  }
}
