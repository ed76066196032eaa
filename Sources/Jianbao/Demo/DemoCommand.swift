import Foundation
import Programme

/// `jianbao demo DIR`: a programme with invented data, run on two nights, to try everything by.
struct DemoCommand {
  private let arguments: Arguments
  private let talk: Talk

  init(_ arguments: Arguments, _ talk: Talk) {
    self.arguments = arguments
    self.talk = talk
  }

  func run() throws -> ExitCode {
    guard let operand = arguments.operands.first, arguments.operands.count == 1 else {
      talk.complain(
        Wording("demo: name a folder that is not there yet; see jianbao --help", "demo：请指定一个尚不存在的文件夹；见 jianbao --help"))
      return .usage
    }
    let folder = operand.count > 1 && operand.hasSuffix("/") ? String(operand.dropLast()) : operand
    guard isFree(folder) else {
      talk.complain(
        Wording(
          "\(folder): is not empty and is left as it is; name a folder that is not there yet",
          "\(folder)：已有内容，未作改动；请指定一个尚不存在的文件夹"))
      return .usage
    }
    do {
      try write(into: folder)
    } catch {
      talk.complain(
        Wording(
          "\(folder): cannot be written; name a folder where you may write", "\(folder)：无法写入；请指定有写入权限的文件夹"))
      return .usage
    }
    var code = ExitCode.done
    for night in DemoExports.nights {
      talk.result(Wording("the night of \(night):", "\(night) 当晚："))
      let words = ["run", folder, "--as-of", night, "--output", "\(folder)/output"]
      code = code.graver(try RunCommand(Arguments(words), talk.quiet).run())
    }
    talk.result(
      Wording(
        "written to \(folder): the rules (pipeline.json5), two nights of invented exports, and what to try next (README.md)",
        "已写入 \(folder)：考核与评优方案（pipeline.json5）、两晚虚构的导出文件，以及接着可试的命令（README.md）"))
    return code
  }

  /// Whether the folder is not there or has nothing in it.
  private func isFree(_ folder: String) -> Bool {
    guard FileManager.default.fileExists(atPath: folder) else { return true }
    return (try? FileManager.default.contentsOfDirectory(atPath: folder))?.isEmpty ?? false
  }

  private func write(into folder: String) throws {
    for night in DemoExports.nights {
      let exports = "\(folder)/exports/\(night)"
      try FileManager.default.createDirectory(atPath: exports, withIntermediateDirectories: true)
      for file in DemoExports.files(of: night) { try write(Array(file.text.utf8), to: "\(exports)/\(file.name)") }
    }
    try write(PackageResources.demo_pipeline_json5, to: "\(folder)/pipeline.json5")
    try write(PackageResources.demo_README_md, to: "\(folder)/README.md")
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: URL(filePath: path), options: .withoutOverwriting)
  }
}
