import Foundation
import Programme
import Stages

extension RunLock {
  /// Why the lock of a programme could not be had; it has been told.
  struct Refused: Error {
    let code: ExitCode
  }

  /// Makes the programme's folder where there is none, and takes its lock; tells why when that cannot be done.
  static func taken(_ root: String, _ talk: Talk) -> Result<RunLock, Refused> {
    if let file = obstacle(root) {
      talk.complain(
        Wording(
          "--output: \(file) is a file and not a folder; name a folder, which is made where there is none",
          "--output：\(file) 是文件，不是文件夹；请指定一个文件夹（不存在时会自动创建）"))
      return .failure(Refused(code: .usage))
    }
    do {
      try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
      if let lock = try RunLock(folder: root) { return .success(lock) }
    } catch {
      let reason = (error as? UnwritableFolder)?.reason ?? error.localizedDescription
      talk.complain(
        Wording(
          "\(root): cannot be written: \(reason); choose another folder with --output, or mend its permissions",
          "\(root)：无法写入：\(reason)；请用 --output 另选目录，或更正其权限"))
      return .failure(Refused(code: .broken))
    }
    talk.complain(
      Wording(
        "\(root): another run of this programme is at work; try again when it is done",
        "\(root)：本项目的另一次运行尚未结束；请待其结束后再试"))
    return .failure(Refused(code: .locked))
  }

  /// The part of a folder's path that is a file; nil when there is none.
  private static func obstacle(_ root: String) -> String? {
    var path = root
    var isFolder: ObjCBool = false
    while !path.isEmpty, !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      path = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    }
    return path.isEmpty || isFolder.boolValue ? nil : path
  }
}
