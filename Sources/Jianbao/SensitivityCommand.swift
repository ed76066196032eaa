import Answers
import Programme
import Store

/// `jianbao sensitivity PIPELINE [--award ID]`: which places hang on one mark or one row.
struct SensitivityCommand {
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
          "sensitivity: name a pipeline file or its folder; see jianbao --help",
          "sensitivity：请指定流程文件或其文件夹；见 jianbao --help"))
      return .usage
    }
    guard let file = PipelineFile.read(operand, talk) else { return .usage }
    guard let inquiry = try Inquiry.open(file, arguments, talk) else { return .usage }
    if let obstacle = try inquiry.obstacle() {
      talk.complain(obstacle)
      return .usage
    }
    switch try inquiry.sensitivity(award: arguments.options["--award"]) {
    case .found(let answer):
      talk.result(answer, arguments)
      return .done
    case .unknown(let wording):
      talk.complain(wording)
      return .usage
    }
  }
}
