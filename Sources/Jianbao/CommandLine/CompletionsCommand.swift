import Programme

/// `jianbao completions SHELL`: a script by which the shell completes commands, options and what stands behind them.
struct CompletionsCommand {
  private let arguments: Arguments
  private let talk: Talk

  init(_ arguments: Arguments, _ talk: Talk) {
    self.arguments = arguments
    self.talk = talk
  }

  func run() -> ExitCode {
    switch arguments.operands {
    case ["bash"]: talk.result(BashCompletion.script)
    case ["zsh"]: talk.result(ZshCompletion.script(in: talk.language))
    case ["fish"]: talk.result(FishCompletion.script(in: talk.language))
    default:
      talk.complain(
        Wording("completions: name one shell: bash, zsh or fish", "completions：请指定一种 shell：bash、zsh 或 fish"))
      return .usage
    }
    return .done
  }
}
