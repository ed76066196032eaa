import Programme

/// The completion for zsh, with what each word means.
enum ZshCompletion {
  static func script(in language: Language) -> String {
    let commands = CommandTable.all.map { command in
      "'\(quoted("\(command.name):\(command.forms[0].meaning[language])"))'"
    }
    let everywhere = CommandTable.everywhere.map { specification(of: $0, language) }
    let cases = CommandTable.all.map { command in
      let options = (command.options + CommandTable.everywhere).map { specification(of: $0, language) }
      let operands = command.operands.indices.map { index in
        let place = index + 1 == command.operands.count && index > 0 ? "*" : "\(index + 1)"
        return "'\(place):\(command.name):\(action(command.operands[index]))'"
      }
      return "        \(command.name)) _arguments \((options + operands).joined(separator: " ")) ;;"
    }
    return """
      #compdef jianbao
      # zsh completion of jianbao, written by: jianbao completions zsh
      _jianbao() {
        local curcontext="$curcontext" state line
        local -a commands
        typeset -A opt_args
        commands=(\(commands.joined(separator: " ")))
        _arguments -C \(everywhere.joined(separator: " ")) '1:command:->command' '*::words:->words'
        case $state in
          command) _describe command commands ;;
          words)
            case $words[1] in
      \(cases.joined(separator: "\n"))
            esac ;;
        esac
      }
      if [[ $funcstack[1] == _jianbao ]]; then _jianbao "$@"; else compdef _jianbao jianbao; fi
      """
  }

  private static func specification(of option: OptionDescription, _ language: Language) -> String {
    let again = option.isRepeated ? "*" : ""
    let meaning = escaped(option.meaning[language])
    guard let value = option.value else { return "'\(quoted("\(again)\(option.name)[\(meaning)]"))'" }
    let offered = option.words.isEmpty ? action(value.kind) : "(\(option.words.joined(separator: " ")))"
    return "'\(quoted("\(again)\(option.name)=[\(meaning)]:\(escaped(value.label[language])):\(offered)"))'"
  }

  private static func action(_ kind: OptionDescription.Kind) -> String {
    switch kind {
    case .file: "_files"
    case .folder: "_files -/"
    case .oneOf, .suggested, .free: ""
    }
  }

  private static func action(_ operand: Operand) -> String {
    switch operand {
    case .file: "_files"
    case .folder: "_files -/"
    case .oneOf(let words): "(\(words.joined(separator: " ")))"
    case .free: ""
    }
  }

  /// Text within a specification, where brackets and colons part.
  private static func escaped(_ text: String) -> String {
    String(text.flatMap { "[]:\\".contains($0) ? ["\\", $0] : [$0] })
  }

  private static func quoted(_ text: String) -> String { text.replacing("'", with: "'\\''") }
}
