import Answers
import Programme
import Reports
import Store

/// `jianbao explain PIPELINE PERSON|UNIT [--award ID] [--letter]`: why this score, figure or decision; as the reply to an objection.
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
    guard try inquiry.asOf() != nil else {
      talk.complain(
        Wording(
          "no night is finished yet: the first run is still at work, or was broken off; let it end, or run jianbao run \(file.path) again, and ask then",
          "还没有一期数据处理完毕：首次运行尚未结束，或已中断；请等其结束，或重新运行 jianbao run \(file.path)，然后再查询"))
      return .usage
    }
    if let obstacle = try inquiry.obstacle() {
      talk.complain(obstacle)
      return .usage
    }
    let name = operands.count == 2 ? operands[1] : nil
    switch try award.map({ try inquiry.explain(name, award: $0) }) ?? inquiry.explain(name ?? "") {
    case .found(let answer):
      guard arguments.switches.contains("--letter") else {
        talk.result(answer, arguments)
        return .done
      }
      return try give(answer, of: file.programme, asOf: inquiry.asOf())
    case .unknown(let wording):
      talk.complain(wording)
      return .usage
    }
  }

  /// Prints the reply to an objection, or says why there is none.
  private func give(_ answer: Answer, of programme: Programme, asOf: String?) throws -> ExitCode {
    guard arguments.options["--format"] != "json" else {
      talk.complain(Wording("--letter is Markdown; leave --format out", "--letter 生成 Markdown；请去掉 --format"))
      return .usage
    }
    do {
      talk.result(
        try answer.objectionReply(of: programme, asOf: asOf).markdown(in: talk.language, Mask(programme.privacy)))
      return .done
    } catch let obstacle {
      talk.complain(obstacle.wording)
      return .usage
    }
  }
}
