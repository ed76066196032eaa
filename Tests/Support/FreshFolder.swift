package import Foundation

/// A folder of a test's own, removed with everything in it when the test lets go of it.
package final class FreshFolder: Sendable {
  /// The path of the folder, without a slash at its end.
  package let path: String

  /// Makes an empty folder below the system's temporary one.
  package init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "jianbao-test-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of something in the folder.
  package func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Copies a file or folder into this one and gives its new path.
  @discardableResult
  package func copy(_ source: String, as name: String) throws -> String {
    try FileManager.default.copyItem(atPath: source, toPath: path(name))
    return path(name)
  }
}

/// The bytes of every file below a folder, by its path from there; of a symbolic link, where it points to.
package func bytes(below folder: String) throws -> [String: Data] {
  let files = FileManager.default
  var found: [String: Data] = [:]
  for name in try files.subpathsOfDirectory(atPath: folder) {
    let path = "\(folder)/\(name)"
    let type = try files.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    if type == .typeSymbolicLink {
      found[name] = Data(try files.destinationOfSymbolicLink(atPath: path).utf8)
    } else if type == .typeRegular {
      found[name] = try Data(contentsOf: URL(filePath: path))
    }
  }
  return found
}
