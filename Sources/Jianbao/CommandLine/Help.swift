import Programme
import Workbook

/// What `--help` prints, made from the table of commands.
enum Help {
  static let title = Wording(
    "from the exports of a training platform to bulletin, summary and award lists", "从培训平台导出文件到学情通报、培训总结和评优名单")
  static let pipeline = Wording(
    "PIPELINE is a pipeline file or the folder that holds pipeline.json5.", "流程文件可写 pipeline.json5 的路径，或其所在文件夹。")

  /// What a run can end with, in the order of the codes.
  static let exitCodes: [(ExitCode, Wording)] = [
    (.done, Wording("done", "完成")), (.blocked, Wording("a paper is blocked", "有材料被阻止")),
    (.usage, Wording("usage or pipeline file", "用法或流程文件有误")), (.broken, Wording("broken (run again)", "运行中断（可重跑）")),
    (.locked, Wording("locked: another run is at work", "另一次运行未结束")),
    (.undecided, Wording("a person must decide", "须由人决定")),
  ]

  /// The commands, each with what it alone takes, and behind them what is the same everywhere.
  static func text(in language: Language) -> String {
    let commands = CommandTable.all.flatMap { lines(of: $0, $0.ownOptions, language) }
    return page(commands, CommandTable.common, language)
  }

  /// One command with all that it takes.
  static func text(of command: CommandDescription, in language: Language) -> String {
    page(lines(of: command, command.ownOptions, language), common(to: command), language)
  }

  /// What a command takes that is told once for all.
  static func common(to command: CommandDescription) -> [OptionDescription] {
    command.options.filter(\.isCommon) + CommandTable.everywhere
  }

  private static func page(_ commands: [String], _ common: [OptionDescription], _ language: Language) -> String {
    let codes = exitCodes.map { "\($0.rawValue) \($1[language])" }
    let last = Wording(
      "Exit codes: \(codes.joined(separator: ", ")).", "退出码：\(codes.joined(separator: "；"))。")
    let head = Wording("jianbao: \(title.english)", "jianbao：\(title.chinese)")
    return
      ([head[language], ""] + commands + [""] + common.map { line(of: $0, indent: 2, language) } + [
        "", pipeline[language], last[language],
      ]).joined(separator: "\n")
  }

  private static func lines(
    of command: CommandDescription, _ options: [OptionDescription], _ language: Language
  ) -> [String] {
    let forms = command.forms.flatMap { form in
      aligned("  jianbao \(command.name) \(form.words[language])", form.meaning[language], to: 32)
    }
    return forms + options.map { line(of: $0, indent: 6, language) }
  }

  private static func line(of option: OptionDescription, indent: Int, _ language: Language) -> String {
    aligned(String(repeating: " ", count: indent) + option.usage(in: language), option.meaning[language], to: 32)
      .joined(separator: "\n")
  }

  /// Two columns on one line, or on two where the first is too long; wide characters count twice.
  private static func aligned(_ first: String, _ second: String, to column: Int) -> [String] {
    let trimmed = first.last == " " ? String(first.dropLast()) : first
    let gap = column - TextWidth.halfWidths(trimmed)
    let blanks = String(repeating: " ", count: gap >= 2 ? gap : column)
    return gap >= 2 ? ["\(trimmed)\(blanks)\(second)"] : [trimmed, "\(blanks)\(second)"]
  }
}
