import Answers
import Programme
import Reports
import Store

/// `jianbao check PIPELINE [--as-of DATE]`: the pipeline file and the newest exports' headers; nothing is loaded.
struct CheckCommand {
  private let arguments: Arguments
  private let talk: Talk

  init(_ arguments: Arguments, _ talk: Talk) {
    self.arguments = arguments
    self.talk = talk
  }

  func run() -> ExitCode {
    guard let operand = arguments.operands.first, arguments.operands.count == 1 else {
      talk.complain(
        Wording("check: name a pipeline file or its folder; see jianbao --help", "check：请指定流程文件或其文件夹；见 jianbao --help"))
      return .usage
    }
    guard let file = PipelineFile.read(operand, talk, warns: true), let asOf = AsOf.chosen(arguments, file, talk) else {
      return .usage
    }
    for name in file.programme.templates.keys.sorted() {
      guard let paper = PaperTemplate(fileName: name) else { continue }
      let path = "\(OfficeTemplate.folder(beside: file.path))/\(name)"
      talk.note(
        Wording("\(path): \(paper.title.english) will be made of it", "\(path)：将按此生成\(paper.title.chinese)"))
    }
    let check = ExportCheck(file.programme, input: InputFolder(path: file.input), asOf: asOf.text, end: asOf.end)
    talk.result(check.answer, arguments)
    return check.isBlocked ? .blocked : .done
  }
}
