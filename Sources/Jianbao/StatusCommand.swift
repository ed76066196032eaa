import Answers
import Programme

/// `jianbao status PIPELINE`: how the programme stands; the database is only read.
struct StatusCommand {
  private let arguments: Arguments
  private let talk: Talk

  init(_ arguments: Arguments, _ talk: Talk) {
    self.arguments = arguments
    self.talk = talk
  }

  func run() throws -> ExitCode {
    guard let operand = arguments.operands.first, arguments.operands.count == 1 else {
      talk.complain(
        Wording(
          "status: name a pipeline file or its folder; see jianbao --help", "status：请指定流程文件或其文件夹；见 jianbao --help"))
      return .usage
    }
    guard let file = PipelineFile.read(operand, talk) else { return .usage }
    guard let inquiry = try Inquiry.open(file, arguments, talk) else { return .usage }
    talk.result(try inquiry.standing(), arguments)
    return .done
  }
}
