import Programme
import Reports
import Stages

/// All commands and their options: help, manual, completions and the reading of what is typed are made from this table.
enum CommandTable {
  static let all: [CommandDescription] = [
    CommandDescription(
      "run",
      [
        form(
          "PIPELINE [bulletin|summary|nominees ...]", "流程文件 [bulletin|summary|nominees ...]",
          "load a night and write its papers", "导入一晚的数据并生成材料")
      ], [.file, .oneOf(Job.allCases.map(\.rawValue))],
      [
        OptionDescription(
          "--as-of", .date,
          Wording("the night, such as 2023-08-19 (default: the newest exports)", "统计日期，如 2023-08-19（默认：最新的导出文件）")),
        OptionDescription(
          "--from", .init(label: Wording("STAGE", "阶段"), kind: .suggested(StageName.allCases.map(\.rawValue))),
          Wording("redo from a stage: load, score, measure or award", "从某阶段起重做：load、score、measure、award")),
        OptionDescription(
          "--unit", .init(label: Wording("UNIT", "单位"), kind: .free),
          Wording(
            "a bulletin for a city or county besides, with its own people alone; again for each",
            "另为该市、县生成只含本单位学员的通报；可重复"),
          isRepeated: true),
        OptionDescription(
          "--dry-run", Wording("say what would be read and written, and write nothing", "只说明将读取和生成什么，不写任何文件")),
        quiet, output, format(),
      ]),
    CommandDescription(
      "check",
      [
        form(
          "PIPELINE", "流程文件", "read the pipeline file and the newest exports' headers, report all faults",
          "检查流程文件和最新导出文件的表头，一次列出全部问题")
      ], [.file],
      [
        OptionDescription("--as-of", .date, Wording("the night (default: the newest exports)", "统计日期（默认：最新的导出文件）")),
        output, format(),
      ]),
    CommandDescription(
      "status",
      [
        form(
          "PIPELINE", "流程文件", "stages, row accounts, open rejects, unsettled ties",
          "各阶段状态、行数核对、待处理退回、未定并列")
      ], [.file], [inFull, output, format()]),
    CommandDescription(
      "explain",
      [
        form(
          "PIPELINE PERSON|UNIT", "流程文件 学员编号|单位", "why this score or figure, down to file and row", "说明成绩、指标的来由，直到文件和行"),
        form(
          "PIPELINE [PERSON|UNIT] --award ID", "流程文件 [学员编号|单位] --award 奖项",
          "why this decision; the award alone: who holds its places", "说明评优结论；只写奖项则列出入选名单"),
      ], [.file, .free],
      [
        OptionDescription("--award", .award, Wording("the award that is asked about", "所问的奖项")), inFull,
        OptionDescription(
          "--letter",
          Wording(
            "the reply to an objection, as Markdown: who, the figures with clause and rows, blanks for date and seal",
            "生成复核答复（Markdown）：数据、依据、原始记录，日期和签章留空")), output, format(),
      ]),
    CommandDescription(
      "rejects",
      [form("PIPELINE", "流程文件", "the rows that were sent back and wait to be mended", "列出被退回、待修正的行")], [.file],
      [
        OptionDescription(
          "--export", .file,
          Wording(
            "write them as a form (XLSX): raw cells, the fault, a blank for the mended value",
            "生成供填写的表（XLSX）：原始单元格、问题、修正值空格")),
        OptionDescription(
          "--import", .file,
          Wording("take the form back; the next run reads the rows as mended", "导回填好的表；下次运行按修正值读取")),
        OptionDescription("--all", Wording("the decided ones too", "含已处理的行")), output, format(),
      ]),
    CommandDescription(
      "diff",
      [
        form(
          "PIPELINE", "流程文件", "what changed between two nights, and because of which rows",
          "两期之间的变化，以及由哪些行引起")
      ], [.file],
      [
        OptionDescription("--from", .date, Wording("the earlier night (default: the last but one)", "起始统计日期（默认：上一期）")),
        OptionDescription("--to", .date, Wording("the later night (default: the last one)", "截止统计日期（默认：最新一期）")), inFull,
        output,
        format("markdown"),
      ]),
    CommandDescription(
      "rules",
      [
        form(
          "PIPELINE", "流程文件", "the assessment and award rules, each with its clause, as the file comes to them",
          "由流程文件生成考核与评优细则，逐条注明依据")
      ], [.file],
      [
        OptionDescription(
          "--output", .file,
          Wording("write FILE.md or FILE.xlsx (default: Markdown here)", "生成 .md 或 .xlsx 文件（默认在此显示 Markdown）")),
        format("markdown"),
      ]),
    CommandDescription(
      "templates",
      [
        form(
          "PIPELINE [bulletin|summary|nominees-public|reminders ...]",
          "流程文件 [bulletin|summary|nominees-public|reminders ...]",
          "the templates of the papers in words, and every name they know", "文字材料的模板，以及模板中可用的全部名称")
      ], [.file, .oneOf(PaperTemplate.allCases.map(\.rawValue))],
      [
        OptionDescription(
          "--write",
          Wording(
            "put the built-in ones into templates/ beside the pipeline file, to be edited; none that is there is replaced",
            "将内置模板写到流程文件旁的 templates/ 中，供修改；已有的不覆盖")),
        format("markdown"),
      ]),
    CommandDescription(
      "correct",
      [
        form(
          "PIPELINE CODE --award ID --effect withdraw|disqualify|restore",
          "流程文件 对象编号 --award 奖项 --effect withdraw|disqualify|restore",
          "who would move if a candidacy were corrected", "退出、取消资格或撤销更正会引起哪些变动"),
        form(
          "PIPELINE CODE --item ITEM --value VALUE", "流程文件 学员编号 --item 项目编号 --value 数值",
          "who would move if an item of a learner counted otherwise", "更正一项成绩或数据（如复评改分）会引起哪些变动"),
      ], [.file, .free],
      [
        OptionDescription("--award", .award, Wording("the award of the candidacy", "所属奖项")),
        OptionDescription(
          "--effect",
          .init(label: Wording("EFFECT", "更正"), kind: .suggested(["withdraw", "disqualify", "restore"])),
          Wording("what becomes of the candidacy", "退出、取消资格或恢复")),
        OptionDescription(
          "--item", .init(label: Wording("ITEM", "项目编号"), kind: .free),
          Wording("the item whose value is corrected", "更正哪一项的数值")),
        OptionDescription(
          "--value", .init(label: Wording("VALUE", "数值"), kind: .free),
          Wording(
            "what it counts as; exported takes a correction back", "按多少计；写“原值”则撤销更正，恢复按导出数据计")),
        OptionDescription(
          "--source", .init(label: Wording("ID", "数据源"), kind: .free),
          Wording("which item, where several sources have it", "有多个数据源时指明哪一个")),
        OptionDescription(
          "--project", .init(label: Wording("NAME", "项目"), kind: .free),
          Wording("which item, where a learner is in several projects", "学员参加多个项目时指明哪一个")),
        reason, approvedBy, evidence, askedBy,
        OptionDescription(
          "--apply",
          Wording("make the correction: an entry that is never changed or taken out", "使更正生效：记入后不可更改、不可删除")),
        output, format(),
      ]),
    CommandDescription(
      "freeze",
      [
        form(
          "PIPELINE [--award ID] --reason TEXT --approved-by NAME", "流程文件 [--award 奖项] --reason 文字 --approved-by 姓名",
          "hold results fast; what moves afterwards is listed", "结果定稿；此后的变动逐一列出")
      ], [.file],
      [
        OptionDescription("--award", .award, Wording("one award alone (default: all)", "只定稿一个奖项（默认：全部）")), reason,
        approvedBy,
        evidence, askedBy, output,
      ]),
    CommandDescription(
      "whatif",
      [
        form(
          "PIPELINE --set PATH=VALUE ...", "流程文件 --set 路径=值 ...",
          "who would move if rules were different; nothing is written", "假设规则改变，谁会变动；不写入任何数据")
      ], [.file],
      [
        OptionDescription(
          "--set", .init(label: Wording("PATH=VALUE", "路径=值"), kind: .free),
          Wording(
            "such as scoring.pass.total_at_least=70; again for each value; null takes one out",
            "如 scoring.pass.total_at_least=70；可重复；null 表示去掉"), isRepeated: true),
        OptionDescription(
          "--with", .file,
          Wording(
            "parts of a pipeline file laid upon it, or the rules of another whole one", "叠加流程文件的若干部分，或采用另一完整流程文件的规则")),
        OptionDescription("--as-of", .date, Wording("the night (default: the newest one)", "统计日期（默认：最新一期）")), inFull,
        output, format(),
      ]),
    CommandDescription(
      "sensitivity",
      [
        form(
          "PIPELINE [--award ID]", "流程文件 [--award 奖项]",
          "which places hang on one mark or one row, and who would enter or leave", "哪些入选结果系于一项得分或一行记录，谁会进入或退出")
      ], [.file],
      [
        OptionDescription("--award", .award, Wording("one award alone (default: all)", "只看一个奖项（默认：全部）")), inFull,
        output, format(),
      ]),
    CommandDescription(
      "verify",
      [
        form(
          "PIPELINE", "流程文件",
          "reckon the results again from the exports into a fresh database: all agrees, or what differs",
          "用原始导出文件在新数据库中重算结果：全部一致，或逐一指出不同"),
        form(
          "BUNDLE --input DIR", "核验包 --input 目录", "the same from a bundle, by whoever has the exports", "持有导出文件的人据核验包重算"
        ),
      ], [.file],
      [
        OptionDescription(
          "--bundle", .file,
          Wording(
            "pack the results, rules and digests into FILE.zip instead, for a third party",
            "改为把结果、规则和摘要打包为 .zip 文件，供第三方核验")),
        OptionDescription(
          "--input", .folder, Wording("where the exports lie (default: as in the pipeline file)", "导出文件所在文件夹（默认同流程文件）")),
        OptionDescription("--all", Wording("every difference", "列出全部不同")),
        OptionDescription("--as-of", .date, Wording("the night (default: the newest one)", "统计日期（默认：最新一期）")),
        quiet, output, format(),
      ]),
    CommandDescription(
      "forget",
      [
        form(
          "PIPELINE --before DATE", "流程文件 --before 日期",
          "whose names and numbers would be erased: people of terms closed before the date alone",
          "将清除哪些人的姓名和号码：只参加过该日期前已结束并关闭的班次的人")
      ], [.file],
      [
        OptionDescription("--before", .date, Wording("the end of the retention period", "保存期限届满之日")),
        OptionDescription(
          "--yes",
          Wording("erase them from the database; figures and the chain of corrections stay", "从数据库中清除；各项数字和更正记录保持不变")),
        output, format(),
      ]),
    CommandDescription(
      "init",
      [
        form(
          "DIR --from EXPORT...", "文件夹 --from 导出文件...", "propose DIR/pipeline.json5 from exports, or folders of them",
          "根据导出文件（或其文件夹）拟出 文件夹/pipeline.json5")
      ], [.folder, .file],
      [
        OptionDescription(
          "--from", .init(label: Wording("EXPORT", "导出文件"), kind: .file),
          Wording("an export or a folder of them", "导出文件或其文件夹"),
          isRepeated: true)
      ]),
    CommandDescription(
      "demo",
      [
        form(
          "DIR", "文件夹", "a small programme with invented data in a new folder, run on two nights",
          "在新文件夹中写入虚构的小项目并运行两晚，供试用")
      ], [.folder], []),
    CommandDescription(
      "completions",
      [
        form(
          "bash|zsh|fish", "bash|zsh|fish", "write what makes the shell complete commands and options",
          "生成命令行补全脚本")
      ], [.oneOf(["bash", "zsh", "fish"])], []),
    CommandDescription("man", [form("", "", "write the manual page", "生成手册页（man）")], [], []),
  ]

  /// Options that every command takes.
  static let everywhere: [OptionDescription] = [
    OptionDescription(
      "--lang", .oneOf("zh", "en"), Wording("language of messages (default: the locale's)", "提示语言（默认随系统）"),
      isCommon: true),
    OptionDescription("--version", Wording("the version of the program", "程序版本"), isCommon: true),
    OptionDescription("--help", Wording("this help, or that of one command", "本说明，或某一命令的说明"), isCommon: true),
  ]

  /// Options that several commands take alike, told once.
  static let common: [OptionDescription] = [output, format()] + everywhere

  /// What can stand first: the commands and help.
  static let names = all.map(\.name) + ["help"]

  static func command(_ name: String) -> CommandDescription? { all.first { $0.name == name } }

  /// Every option under each form that some command gives it.
  static let options: [OptionDescription] = all.flatMap(\.options) + everywhere

  private static let output = OptionDescription(
    "--output", .folder, Wording("where papers and database lie (default: output)", "材料和数据库所在目录（默认：output）"),
    isCommon: true)
  private static let inFull = OptionDescription("--all", Wording("lists in full", "完整列出"))
  private static let quiet = OptionDescription("--quiet", Wording("say only what must be seen", "只提示必须处理的事项"))
  private static let reason = OptionDescription("--reason", .text, Wording("why", "理由"))
  private static let approvedBy = OptionDescription("--approved-by", .person, Wording("who stands for it", "批准人"))
  private static let evidence = OptionDescription("--evidence", .text, Wording("what it rests on", "依据"))
  private static let askedBy = OptionDescription("--asked-by", .person, Wording("who asked for it", "提出人"))

  private static func format(_ more: String...) -> OptionDescription {
    let words = ["text", "json"] + more
    let label = words.joined(separator: "|")
    return OptionDescription(
      "--format", .init(label: Wording(label, label), kind: .oneOf(words)),
      Wording("for people or for machines (default: text)", "供人阅读或供程序读取（默认：text）"), isCommon: more.isEmpty)
  }

  private static func form(
    _ words: String, _ chineseWords: String, _ meaning: String, _ chineseMeaning: String
  ) -> CommandDescription.Form {
    .init(words: Wording(words, chineseWords), meaning: Wording(meaning, chineseMeaning))
  }
}
