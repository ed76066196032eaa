import Answers
import Programme
import Store

/// `jianbao explain PIPELINE PERSON|UNIT [--award ID]`: why this score, figure or decision.
struct ExplainCommand {
  private let arguments: Arguments
  private let talk: Talk

  init(_ arguments: Arguments, _ talk: Talk) {
    self.arguments = arguments
    self.talk = talk
  }

  func run() throws -> ExitCode {
    let operands = arguments.operands
    let award = arguments.options["--award"]
    guard let operand = operands.first, operands.count == 2 || (operands.count == 1 && award != nil) else {
      talk.complain(
        Wording(
          "explain: name a pipeline file and a learner, a member of staff or a unit; or an award with --award; see jianbao --help",
          "explain：请指定流程文件，以及学员编号、管理人员编号或单位；或用 --award 指定奖项；见 jianbao --help"))
      return .usage
    }
    guard let file = PipelineFile.read(operand, talk) else { return .usage }
    guard let inquiry = try Inquiry.open(file, arguments, talk) else { return .usage }
    if let obstacle = try inquiry.obstacle() {
      talk.complain(obstacle)
      return .usage
    }
    let name = operands.count == 2 ? operands[1] : nil
    switch try award.map({ try inquiry.explain(name, award: $0) }) ?? inquiry.explain(name ?? "") {
    case .found(let answer):
      talk.result(answer, arguments)
      return .done
    case .unknown(let wording):
      talk.complain(wording)
      return .usage
    }
  }
}
