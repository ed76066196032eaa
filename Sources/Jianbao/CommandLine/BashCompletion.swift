/// The completion for bash.
enum BashCompletion {
  /// A function that looks at the command, at the option before the cursor and at how many operands there are already.
  static var script: String {
    """
    # bash completion of jianbao, written by: jianbao completions bash
    _jianbao() {
      local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command='' operands=0 skip=0 word
      local IFS=$' \\t\\n'
      COMPREPLY=()
      # --option=value comes as three words.
      if [[ $cur == '=' ]]; then cur=''; elif [[ $prev == '=' ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi
      for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        if ((skip)) && [[ $word != '=' ]]; then skip=0; continue; fi
        case $word in
          =) ;;
          \(valued.joined(separator: "|"))) skip=1 ;;
          -*) ;;
          *) if [[ -z $command ]]; then command=$word; else operands=$((operands + 1)); fi ;;
        esac
      done
      case "$command $prev" in
    \(values.joined(separator: "\n"))
      esac
      if [[ $cur == -* ]]; then
        case $command in
    \(options.joined(separator: "\n"))
        esac
        return
      fi
      case "$command $operands" in
        ' 0'|'help 0') \(offer(.oneOf(CommandTable.names))) ;;
    \(operands.joined(separator: "\n"))
      esac
    }
    complete -F _jianbao jianbao
    """
  }

  private static let valued = Set(CommandTable.options.filter { $0.value != nil }.map(\.name)).sorted()

  private static var values: [String] {
    let own = CommandTable.all.flatMap { command in
      command.options.filter { $0.value != nil }.map { option in
        "    '\(command.name) \(option.name)') \(offer(option.operand)); return ;;"
      }
    }
    let everywhere = CommandTable.everywhere.filter { $0.value != nil }.map { option in
      "    *' \(option.name)') \(offer(option.operand)); return ;;"
    }
    return own + everywhere
  }

  private static var options: [String] {
    let everywhere = CommandTable.everywhere.map(\.name)
    let own = CommandTable.all.map { command in
      "      \(command.name)) \(offer(.oneOf(command.options.map(\.name) + everywhere))) ;;"
    }
    return own + ["      *) \(offer(.oneOf(everywhere))) ;;"]
  }

  private static var operands: [String] {
    CommandTable.all.flatMap { command in
      command.operands.enumerated().map { index, operand in
        let isLast = index + 1 == command.operands.count
        let count = isLast ? "'\(command.name) '*" : "'\(command.name) \(index)'"
        return "    \(count)) \(offer(operand)) ;;"
      }
    }
  }

  private static func offer(_ operand: Operand) -> String {
    switch operand {
    case .oneOf(let words): "COMPREPLY=($(compgen -W '\(words.joined(separator: " "))' -- \"$cur\"))"
    case .file: "compopt -o filenames 2>/dev/null; IFS=$'\\n'; COMPREPLY=($(compgen -f -- \"$cur\"))"
    case .folder: "compopt -o filenames 2>/dev/null; IFS=$'\\n'; COMPREPLY=($(compgen -d -- \"$cur\"))"
    case .free: ":"
    }
  }
}

extension OptionDescription {
  /// What can be offered for its value, as for an operand.
  fileprivate var operand: Operand {
    switch value?.kind {
    case .file: .file
    case .folder: .folder
    case .oneOf, .suggested: .oneOf(words)
    case .free, nil: .free
    }
  }
}
