import Programme

/// The manual page, in the language of `man`'s own macros.
enum ManualPage {
  static func text(in language: Language) -> String {
    let commands = CommandTable.all.flatMap { section(of: $0, language) }
    let codes = Help.exitCodes.flatMap { [".TP", ".B \($0.rawValue)", escaped($1[language])] }
    let examples = Self.examples.flatMap { words, meaning in
      [".TP", ".B \(escaped(words))", escaped(meaning[language])]
    }
    return
      ([
        ".TH JIANBAO 1 \"\" \"jianbao \(version)\" \"\"", ".ad l", ".SH \(heading("NAME", "名称", language))",
        "jianbao \\- \(escaped(Help.title[language]))", ".SH \(heading("SYNOPSIS", "用法", language))",
        "\\fBjianbao\\fR \(Wording("\\fICOMMAND\\fR [\\fIoptions\\fR]", "\\fI命令\\fR [\\fI选项\\fR]")[language])",
        ".SH \(heading("DESCRIPTION", "说明", language))", escaped(description[language]), ".PP",
        escaped(Help.pipeline[language]), ".SH \(heading("COMMANDS", "命令", language))",
      ] + commands + [".SH \(heading("COMMON OPTIONS", "通用选项", language))"]
      + CommandTable.common.flatMap { item($0, language) } + [".SH \(heading("EXIT STATUS", "退出码", language))"] + codes
      + [".SH \(heading("EXAMPLES", "示例", language))"] + examples).joined(separator: "\n")
  }

  private static let description = Wording(
    """
    Results are written to standard output, everything else to standard error. Progress is shown only where standard error is a \
    terminal; in cron and in logs there are plain lines. Without --as-of the newest exports count, never the clock.
    """,
    "结果写到标准输出，其他提示写到标准错误。只有标准错误是终端时才显示进度；在 cron 和日志中只有普通文本行。不写 --as-of 时以最新的导出文件为准，不看系统时间。"
  )

  private static let examples: [(String, Wording)] = [
    ("jianbao run programme", Wording("Load the newest night and write all papers.", "导入最新一晚的数据，生成全部材料。")),
    (
      "jianbao run programme nominees --from award",
      Wording("Decide the awards again and write the nominee papers.", "重新评优并生成评优名单。")
    ),
    (
      "jianbao explain programme 202300012345",
      Wording("Say where the score of a learner comes from.", "说明一名学员的成绩怎么来的。")
    ),
  ]

  private static func section(of command: CommandDescription, _ language: Language) -> [String] {
    let forms = command.forms.flatMap { form in
      [
        ".TP",
        "\\fBjianbao \(command.name)\\fR\(form.words[language].isEmpty ? "" : " ")\(escaped(form.words[language]))",
        escaped(form.meaning[language]),
      ]
    }
    let common = command.options.filter(\.isCommon).map { "\\fB\(escaped($0.name))\\fR" }
    let also = Wording("Also: \(common.joined(separator: ", ")).", "另有：\(common.joined(separator: "、"))。")[language]
    let options = command.ownOptions.flatMap { item($0, language) }
    return [".SS \(command.name)"] + forms + (options.isEmpty ? [] : [".RS"] + options + [".RE"])
      + (common.isEmpty ? [] : [".PP", also])
  }

  private static func item(_ option: OptionDescription, _ language: Language) -> [String] {
    let value = option.value.map { " \\fI\(escaped($0.label[language]))\\fR" } ?? ""
    return [".TP", "\\fB\(escaped(option.name))\\fR\(value)", escaped(option.meaning[language])]
  }

  private static func heading(_ english: String, _ chinese: String, _ language: Language) -> String {
    "\"\(Wording(english, chinese)[language])\""
  }

  /// Hyphens stay as they are typed, and nothing begins like a request.
  private static func escaped(_ text: String) -> String {
    let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&\(plain)" : plain
  }
}
