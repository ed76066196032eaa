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
      talk.result(help(arguments, in: talk.language))
      return .done
    }
    do {
      switch arguments.command {
      case "run": return try RunCommand(arguments, talk).run()
      case "check": return try CheckCommand(arguments, talk).run()
      case "status": return try StatusCommand(arguments, talk).run()
      case "explain": return try ExplainCommand(arguments, talk).run()
      case "init": return try InitCommand(arguments, talk).run()
      case "rejects": return try RejectsCommand(arguments, talk).run()
      case "rules": return RulesCommand(arguments, talk).run()
      case "templates": return TemplatesCommand(arguments, talk).run()
      case "diff": return try DiffCommand(arguments, talk).run()
      case "correct": return try CorrectCommand(arguments, talk).run()
      case "freeze": return try FreezeCommand(arguments, talk).run()
      case "whatif": return try WhatIfCommand(arguments, talk).run()
      case "sensitivity": return try SensitivityCommand(arguments, talk).run()
      case "verify": return try VerifyCommand(arguments, talk).run()
      case "forget": return try ForgetCommand(arguments, talk).run()
      case "demo": return try DemoCommand(arguments, talk).run()
      case "completions": return CompletionsCommand(arguments, talk).run()
      case "man":
        talk.result(ManualPage.text(in: talk.language))
        return .done
      case "":
        talk.complain(Help.text(in: talk.language))
        return .usage
      case let word:
        let hint = Spelling.hint(for: word, among: CommandTable.names, in: .prose)
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
    } catch let error as SQLiteError where error.isOfFullDisk {
      let folder = arguments.options["--output"] ?? "output"
      talk.complain(
        Wording(
          "\(folder): the disk is full; free some space there, then run again; the database is as it was before",
          "\(folder)：磁盘空间已满；请腾出空间后重新运行；数据库仍是此前的状态"))
    } catch let error as SQLiteError {
      talk.complain(
        Wording("the database refused: \(error.description)", "数据库出错：\(error.description)"))
    } catch {
      if let failure = WriteFailure(error) { talk.complain(failure.wording) } else { talk.complain("\(error)") }
    }
    return .broken
  }

  /// The help of one command where one is named, else of all.
  private static func help(_ arguments: Arguments, in language: Language) -> String {
    let name = arguments.command == "help" ? arguments.operands.first ?? "" : arguments.command
    return CommandTable.command(name).map { Help.text(of: $0, in: language) } ?? Help.text(in: language)
  }
}
