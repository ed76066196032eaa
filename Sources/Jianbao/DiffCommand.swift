import Answers
import Programme
import Store

/// `jianbao diff PIPELINE [--from DATE] [--to DATE]`: what changed between two nights, and because of which rows.
struct DiffCommand {
  private let arguments: Arguments
  private let talk: Talk

  init(_ arguments: Arguments, _ talk: Talk) {
    self.arguments = arguments
    self.talk = talk
  }

  func run() throws -> ExitCode {
    guard let operand = arguments.operands.first, arguments.operands.count == 1 else {
      talk.complain(
        Wording("diff: name a pipeline file or its folder; see jianbao --help", "diff：请指定流程文件或其文件夹；见 jianbao --help"))
      return .usage
    }
    var dates: [String: String] = [:]
    for option in ["--from", "--to"] {
      guard let text = arguments.options[option] else { continue }
      guard let asOf = AsOf(text) else {
        talk.complain(
          Wording(
            "\(option): '\(text)' is no date; expected 2023-08-19 or '2023-08-19 18:00'",
            "\(option)：'\(text)' 不是日期；应为 2023-08-19 或 '2023-08-19 18:00'"))
        return .usage
      }
      dates[option] = asOf.text
    }
    if let from = dates["--from"], let to = dates["--to"], from >= to {
      talk.complain(
        Wording(
          "diff: --from \(from) is not before --to \(to); name the earlier night with --from",
          "diff：--from \(from) 不早于 --to \(to)；请用 --from 指定较早的一期"))
      return .usage
    }
    guard let file = PipelineFile.read(operand, talk) else { return .usage }
    guard let inquiry = try Inquiry.open(file, arguments, talk) else { return .usage }
    switch try inquiry.difference(from: dates["--from"], to: dates["--to"]) {
    case .unknown(let wording):
      talk.complain(wording)
      return .usage
    case .found(let difference):
      if arguments.options["--format"] == "markdown" {
        talk.result(difference.markdown(in: talk.language))
      } else {
        talk.result(difference.answer, arguments)
      }
      return .done
    }
  }
}
