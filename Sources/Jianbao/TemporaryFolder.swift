import Foundation

/// A folder for what is reckoned and thrown away; removed with everything in it when nobody holds it any more.
final class TemporaryFolder {
  let path: String

  /// Makes it where the system keeps such things, readable by nobody else: the facts are about people.
  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "jianbao-\(UUID().uuidString)")
      .path(percentEncoded: false)
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
