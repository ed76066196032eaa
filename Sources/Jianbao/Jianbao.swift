import Exports
import Foundation
import Programme
import Reports
import SQLite
import Store

/// The version of the program; part of every stage's fingerprint.
let version = "0.1.0"

@main
struct Jianbao {
  static func main() {
    let arguments = Arguments(Array(CommandLine.arguments.dropFirst()))
    let talk = Talk(arguments)
    exit(run(arguments, talk).rawValue)
  }

  /// All dispatch and all printing of errors.
  private static func run(_ arguments: Arguments, _ talk: Talk) -> ExitCode {
    if let fault = arguments.fault {
      talk.complain(fault)
      return .usage
    }
    if arguments.switches.contains("--version") {
      talk.result("jianbao \(version)")
      return .done
    }
    if arguments.switches.contains("--help") || arguments.command == "help" {
      talk.result(usage)
      return .done
    }
    do {
      switch arguments.command {
      case "run": return try RunCommand(arguments, talk).run()
      case "check": return CheckCommand(arguments, talk).run()
      case "status": return try StatusCommand(arguments, talk).run()
      case "explain": return try ExplainCommand(arguments, talk).run()
      case "init": return try InitCommand(arguments, talk).run()
      case "rejects": return try RejectsCommand(arguments, talk).run()
      case "rules": return RulesCommand(arguments, talk).run()
      case "diff": return try DiffCommand(arguments, talk).run()
      case "correct": return try CorrectCommand(arguments, talk).run()
      case "freeze": return try FreezeCommand(arguments, talk).run()
      case "whatif": return try WhatIfCommand(arguments, talk).run()
      case "sensitivity": return try SensitivityCommand(arguments, talk).run()
      case "verify": return try VerifyCommand(arguments, talk).run()
      case "forget": return try ForgetCommand(arguments, talk).run()
      case "":
        talk.complain(usage[talk.language])
        return .usage
      case let word:
        let hint = Spelling.hint(
          for: word,
          among: [
            "run", "check", "status", "explain", "rejects", "diff", "rules", "correct", "freeze", "whatif",
            "sensitivity",
            "verify", "forget", "init", "help",
          ])
        talk.complain(Wording("unknown command '\(word)'; \(hint.english)", "未知命令“\(word)”；\(hint.chinese)"))
        return .usage
      }
    } catch let error as StoreError {
      talk.complain(error.message(in: talk.language))
    } catch let error as PublicationError {
      talk.complain(error.wording)
    } catch let error as SQLiteError where error.awaitsRecovery {
      talk.complain(
        Wording(
          "the last run was broken off while it wrote; run the programme again, and it will be put right",
          "上次运行在写入时中断；请重新运行 jianbao run，数据会自动恢复"))
    } catch let error as SQLiteError {
      talk.complain(
        Wording("the database refused: \(error.description)", "数据库出错：\(error.description)"))
    } catch {
      talk.complain("\(error)")
    }
    return .broken
  }

  private static let usage = Wording(
    """
    jianbao: from the exports of a training platform to bulletin, summary and award lists

      jianbao run PIPELINE [bulletin|summary|nominees ...]   load a night and write its papers
          --as-of DATE     the night, such as 2023-08-19 (default: the newest exports)
          --output DIR     where papers and database lie (default: output)
          --from STAGE     redo from a stage: load, score, measure or award
          --dry-run        say what would be read and written, and write nothing
          --quiet          say only what must be seen
      jianbao check PIPELINE       read the pipeline file and the newest exports' headers, report all faults
      jianbao status PIPELINE      stages, row accounts, open rejects, unsettled ties
      jianbao explain PIPELINE PERSON|UNIT       why this score or figure, down to file and row
      jianbao explain PIPELINE [PERSON|UNIT] --award ID      why this decision; the award alone: who holds its places
          --all            lists in full
          --letter         the reply to an objection, as Markdown: who, the figures with clause and rows, blanks for date and seal
      jianbao rejects PIPELINE     the rows that were sent back and wait to be mended
          --export FILE    write them as a form (XLSX): raw cells, the fault, a blank for the mended value; with --all the decided ones too
          --import FILE    take the form back; the next run reads the rows as mended
      jianbao diff PIPELINE        what changed between two nights, and because of which rows
          --from DATE --to DATE    the nights (default: the last two)        --format markdown
      jianbao rules PIPELINE       the assessment and award rules, each with its clause, as the file comes to them
          --output FILE    write FILE.md or FILE.xlsx (default: Markdown here)        --format markdown
      jianbao correct PIPELINE CODE --award ID --effect withdraw|disqualify|restore   who would move if a candidacy were corrected
      jianbao correct PIPELINE CODE --item ITEM --value VALUE   who would move if an item of a learner counted otherwise
          --source ID --project NAME    which item, where a learner has several; --value exported takes a correction back
          --reason TEXT --approved-by NAME [--evidence TEXT --asked-by NAME]    why, and who stands for it
          --apply          make the correction: an entry that is never changed or taken out
      jianbao freeze PIPELINE [--award ID] --reason TEXT --approved-by NAME    hold results fast; what moves afterwards is listed
      jianbao whatif PIPELINE --set PATH=VALUE ...   who would move if rules were different; nothing is written
          --set PATH=VALUE    such as scoring.pass.total_at_least=70; again for each value; null takes one out
          --with FILE      parts of a pipeline file laid upon it, or the rules of another whole one
      jianbao sensitivity PIPELINE [--award ID]      which places hang on one mark or one row, and who would enter or leave
      jianbao verify PIPELINE      reckon the results again from the exports into a fresh database: all agrees, or what differs
          --bundle FILE    pack the results, rules and digests into FILE.zip instead, for a third party
          --input DIR      where the exports lie (default: as in the pipeline file)        --all    every difference
      jianbao verify BUNDLE --input DIR       the same from a bundle, by whoever has the exports
      jianbao forget PIPELINE --before DATE   whose names and numbers would be erased: people of terms closed before the date alone
          --yes            erase them from the database; figures and the chain of corrections stay
      jianbao init DIR --from EXPORT...       propose DIR/pipeline.json5 from exports, or folders of them

      --format json    for machines (default: text)        --lang zh|en    language of messages
      --version        --help

    PIPELINE is a pipeline file or the folder that holds pipeline.json5.
    Exit codes: 0 done, 1 a paper is blocked, 2 usage or pipeline file, 3 broken (run again), 4 locked, 5 a person must decide.
    """,
    """
    jianbao：从培训平台导出文件到学情通报、培训总结和评优名单

      jianbao run 流程文件 [bulletin|summary|nominees ...]   导入一晚的数据并生成材料
          --as-of 日期     统计日期，如 2023-08-19（默认：最新的导出文件）
          --output 目录    材料和数据库所在目录（默认：output）
          --from 阶段      从某阶段起重做：load、score、measure、award
          --dry-run        只说明将读取和生成什么，不写任何文件
          --quiet          只提示必须处理的事项
      jianbao check 流程文件       检查流程文件和最新导出文件的表头，一次列出全部问题
      jianbao status 流程文件      各阶段状态、行数核对、待处理退回、未定并列
      jianbao explain 流程文件 学员编号|单位       说明成绩、指标的来由，直到文件和行
      jianbao explain 流程文件 [学员编号|单位] --award 奖项   说明评优结论；只写奖项则列出入选名单
          --all            完整列出
          --letter         生成复核答复（Markdown）：数据、依据、原始记录，日期和签章留空
      jianbao rejects 流程文件     列出被退回、待修正的行
          --export 文件    生成供填写的表（XLSX）：原始单元格、问题、修正值空格；加 --all 含已处理的行
          --import 文件    导回填好的表；下次运行按修正值读取
      jianbao diff 流程文件        两期之间的变化，以及由哪些行引起
          --from 日期 --to 日期    起止统计日期（默认：最近两期）        --format markdown
      jianbao rules 流程文件       由流程文件生成考核与评优细则，逐条注明依据
          --output 文件    生成 .md 或 .xlsx 文件（默认在此显示 Markdown）        --format markdown
      jianbao correct 流程文件 对象编号 --award 奖项 --effect withdraw|disqualify|restore   退出、取消资格或撤销更正会引起哪些变动
      jianbao correct 流程文件 学员编号 --item 项目编号 --value 数值   更正一项成绩或数据（如复评改分）会引起哪些变动
          --source 数据源 --project 项目    有多处时指明哪一处；--value 原值 撤销更正，恢复按导出数据计
          --reason 理由 --approved-by 批准人 [--evidence 依据 --asked-by 提出人]    为何更正、由谁负责
          --apply          使更正生效：记入后不可更改、不可删除
      jianbao freeze 流程文件 [--award 奖项] --reason 理由 --approved-by 批准人    结果定稿；此后的变动逐一列出
      jianbao whatif 流程文件 --set 路径=值 ...   假设规则改变，谁会变动；不写入任何数据
          --set 路径=值     如 scoring.pass.total_at_least=70；可重复；null 表示去掉
          --with 文件      叠加流程文件的若干部分，或采用另一完整流程文件的规则
      jianbao sensitivity 流程文件 [--award 奖项]   哪些入选结果系于一项得分或一行记录，谁会进入或退出
      jianbao verify 流程文件      用原始导出文件在新数据库中重算结果：全部一致，或逐一指出不同
          --bundle 文件    改为把结果、规则和摘要打包为 .zip 文件，供第三方核验
          --input 目录     导出文件所在文件夹（默认同流程文件）        --all    列出全部不同
      jianbao verify 核验包 --input 目录      持有导出文件的人据核验包重算
      jianbao forget 流程文件 --before 日期   将清除哪些人的姓名和号码：只参加过该日期前已结束并关闭的班次的人
          --yes            从数据库中清除；各项数字和更正记录保持不变
      jianbao init 文件夹 --from 导出文件...       根据导出文件（或其文件夹）拟出 文件夹/pipeline.json5

      --format json    供程序读取（默认 text）          --lang zh|en    提示语言
      --version        --help

    流程文件可写 pipeline.json5 的路径，或其所在文件夹。
    退出码：0 完成；1 有材料被阻止；2 用法或流程文件有误；3 运行中断（可重跑）；4 另一次运行未结束；5 须由人决定。
    """)
}
