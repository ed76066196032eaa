package import Foundation

/// A folder of a test's own, removed with everything in it when the test lets go of it.
package final class FreshFolder: Sendable {
  /// The path of the folder, without a slash at its end.
  package let path: String

  /// Makes an empty folder below the system's temporary one.
  package init() throws {
    // Letters alone: eleven digits of a folder's name can be a telephone number, which the program hides in what it says.
    let letters = String(
      (0..<20).map { _ in Character(Unicode.Scalar(UInt8.random(in: UInt8(ascii: "a")...UInt8(ascii: "z")))) })
    path = FileManager.default.temporaryDirectory.appending(path: "jianbao-test-\(letters)").path
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
