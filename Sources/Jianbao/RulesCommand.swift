import Programme
import Reports

/// `jianbao rules PIPELINE [--output FILE.md|FILE.xlsx]`: the assessment and award rules that a pipeline file comes to, for its office to
/// check. Nothing but the pipeline file is read.
struct RulesCommand {
  private let arguments: Arguments
  private let talk: Talk

  init(_ arguments: Arguments, _ talk: Talk) {
    self.arguments = arguments
    self.talk = talk
  }

  func run() -> ExitCode {
    guard let operand = arguments.operands.first, arguments.operands.count == 1 else {
      talk.complain(
        Wording(
          "rules: name a pipeline file or its folder; see jianbao --help", "rules：请指定流程文件或其文件夹；见 jianbao --help"))
      return .usage
    }
    let path = arguments.options["--output"]
    let isWorkbook = path?.lowercased().hasSuffix(".xlsx") ?? false
    let isJSON = arguments.options["--format"] == "json"
    if let path, isWorkbook ? isJSON : !path.lowercased().hasSuffix(isJSON ? ".json" : ".md") {
      talk.complain(
        Wording(
          "--output: '\(path)' does not say what to write; expected a name that ends in .md or .xlsx, or in .json with --format json",
          "--output：“\(path)”看不出要生成什么；文件名应以 .md 或 .xlsx 结尾，用 --format json 时以 .json 结尾"))
      return .usage
    }
    guard let file = PipelineFile.read(operand, talk) else { return .usage }
    let book = RuleBook(file.programme, file.scorer, file.folder)
    let text = isJSON ? book.json + "\n" : book.markdown
    guard let path else {
      talk.result(String(text.dropLast()))
      return .done
    }
    do {
      if isWorkbook { try book.writeWorkbook(to: path) } else { try writeText(text, to: path) }
    } catch {
      if let failure = WriteFailure(error) { talk.complain(failure.wording) } else { talk.complain("\(error)") }
      return .broken
    }
    talk.note(Wording("\(path) was written", "已生成 \(path)"))
    return .done
  }
}
