import Foundation
package import Programme
import Workbook

/// A file that could not be written: which, and what to do, in the words of people and not of a library.
package struct WriteFailure: Sendable {
  private let path: String
  /// What the system or the library says.
  private let reason: String

  /// nil where the error tells of something else.
  package init?(_ error: any Error) {
    switch error {
    case let error as WorkbookError:
      guard case .unwritable(let reason) = error.fault else { return nil }
      (path, self.reason) = (error.path, reason)
    case ReportsError.unwritable(let path, let reason): (self.path, self.reason) = (path, reason)
    default: return nil
    }
  }

  /// The path, what is wrong, and the remedy.
  package var wording: Wording { wording(free: Self.freeBytes(at: path)) }

  /// Less room than the smallest paper needs.
  private static let little: Int64 = 1 << 20

  /// `free` is the room on the disk of the file; nil where nobody knows.
  package func wording(free: Int64?) -> Wording {
    if let free, free < Self.little {
      return Wording(
        "\(path): the disk is full; free some space there, then run again", "\(path)：磁盘空间已满；请腾出空间后重新运行")
    }
    let isFull = ["no space left", "out of space"].contains { reason.lowercased().contains($0) }
    if isFull {
      // The papers' own disk has room: what is full is the one for temporary files.
      return Wording(
        "\(path): the disk for temporary files is full; free some space in \(Self.temporary), or name another folder in TMPDIR, then run again",
        "\(path)：临时文件所在磁盘已满；请在 \(Self.temporary) 腾出空间，或用环境变量 TMPDIR 指定其他文件夹，然后重新运行")
    }
    return Wording(
      "\(path): cannot be written (\(reason)); see that the folder is there, that you may write to it, and that no other program holds the file, then run again",
      "\(path)：无法写入（\(reason)）；请确认文件夹存在、有写入权限，且文件没有被其他程序占用，然后重新运行")
  }

  private static var temporary: String { FileManager.default.temporaryDirectory.path(percentEncoded: false) }

  /// The room in the nearest folder above a path that is there.
  private static func freeBytes(at path: String) -> Int64? {
    var folder = URL(filePath: path).deletingLastPathComponent()
    while !FileManager.default.fileExists(atPath: folder.path(percentEncoded: false)), folder.pathComponents.count > 1 {
      folder.deleteLastPathComponent()
    }
    let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder.path(percentEncoded: false))
    return (attributes?[.systemFreeSize] as? NSNumber)?.int64Value
  }
}
