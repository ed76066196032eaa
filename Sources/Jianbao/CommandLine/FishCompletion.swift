import Programme

/// The completion for fish, with what each word means.
enum FishCompletion {
  static func script(in language: Language) -> String {
    let head = ["# fish completion of jianbao, written by: jianbao completions fish", "complete -c jianbao -f"]
    let commands = CommandTable.all.map { command in
      "complete -c jianbao -n __fish_use_subcommand -a \(command.name) -d \(quoted(command.forms[0].meaning[language]))"
    }
    let everywhere = CommandTable.everywhere.map { "complete -c jianbao\(line(of: $0, language))" }
    let rest = CommandTable.all.flatMap { command in
      let start = "complete -c jianbao -n '__fish_seen_subcommand_from \(command.name)'"
      return command.operands.compactMap(offer).map { "\(start) \($0)" }
        + command.options.map { "\(start)\(line(of: $0, language))" }
    }
    return (head + commands + everywhere + rest).joined(separator: "\n")
  }

  private static func line(of option: OptionDescription, _ language: Language) -> String {
    " -l \(option.name.dropFirst(2))\(value(of: option)) -d \(quoted(option.meaning[language]))"
  }

  private static func value(of option: OptionDescription) -> String {
    switch option.value?.kind {
    case nil: ""
    case .file: " -r -F"
    case .folder: " -x -a '(__fish_complete_directories)'"
    case .oneOf, .suggested: " -x -a \(quoted(option.words.joined(separator: " ")))"
    case .free: " -x"
    }
  }

  private static func offer(_ operand: Operand) -> String? {
    switch operand {
    case .file: "-F"
    case .folder: "-a '(__fish_complete_directories)'"
    case .oneOf(let words): "-a \(quoted(words.joined(separator: " ")))"
    case .free: nil
    }
  }

  private static func quoted(_ text: String) -> String {
    "'\(text.replacing("\\", with: "\\\\").replacing("'", with: "\\'"))'"
  }
}
