import Foundation
import Programme
import Reports
import Stages
import Store

/// What a run leaves: the papers that were written, what holds others back, and what waits for a person.
struct ClosingSummary {
  /// What became of the papers of a job.
  enum Papers {
    case written(folder: String, files: [String])
    case unchanged(folder: String)
    /// Published on an earlier run for a night that is not the newest.
    case kept(folder: String, number: Int64)
    /// What lay there before still does.
    case held(reason: Wording)
  }

  let asOf: String
  /// How the program is asked for the rows to mend, such as `jianbao rejects PIPELINE`.
  let rejectsCommand: String
  var papers: [(job: Job, papers: Papers)] = []
  var ties: [OpenTie] = []
  /// Where the form lies by which ties are settled.
  var tieForm: String?
  /// The forms on which offices recommend and approve.
  var officeForms: WorkingForms.Asked?
  var openRejects: Int64 = 0
  /// What was found and blocks nothing.
  var warnings: [Wording] = []
  /// What kept exports out, or all papers back.
  var blockages: [Wording] = []

  /// Notes that the papers of a job are not published.
  mutating func hold(_ job: Job, _ reason: Wording) { papers.append((job, .held(reason: reason))) }

  /// The summary as people read it, a line for each job and for each decision to make.
  var lines: [Wording] { papers.map(line) + ties.map(line) + asked }

  /// That offices still have to speak; empty where none has.
  private var asked: [Wording] {
    guard let officeForms else { return [] }
    let (folder, count) = (officeForms.folder, officeForms.count)
    let filled = officeForms.filled.map { name in
      Wording(
        "\(folder)/\(name) was written on and is not read there; put it among the exports",
        "\(folder)/\(name) 已有填写，在该处不会被读取；请放入导出文件夹")
    }
    return [
      Wording(
        "to fill in: \(count) \(count == 1 ? "form" : "forms") for the offices that recommend and approve, in \(folder); put what comes back among the exports",
        "须填写：推荐表、审批表 \(count) 份，在 \(folder)；收回后放入导出文件夹")
    ] + filled
  }

  private func line(_ entry: (job: Job, papers: Papers)) -> Wording {
    let title = entry.job.title
    switch entry.papers {
    case .written(let folder, let files):
      let papers = files.filter { !$0.contains("/") }
      let others = files.count - papers.count
      let more = others > 0 ? Wording(" and \(others) more below it", "，子文件夹中另有 \(others) 个文件") : Wording("", "")
      return Wording(
        "\(title.english): \(folder): \(papers.joined(separator: ", "))\(more.english)",
        "\(title.chinese)：\(folder)：\(papers.joined(separator: "、"))\(more.chinese)")
    case .unchanged(let folder):
      return Wording("\(title.english): unchanged, in \(folder)", "\(title.chinese)：无变化，见 \(folder)")
    case .kept(let folder, let number):
      return Wording(
        "\(title.english) no. \(number) of \(asOf) was published before and stays as it is: \(folder)",
        "\(asOf) 的\(title.chinese)（第\(number)期）此前已发布，保持不变：\(folder)")
    case .held(let reason):
      return Wording("\(title.english): not published: \(reason.english)", "\(title.chinese)：未发布：\(reason.chinese)")
    }
  }

  private func line(_ tie: OpenTie) -> Wording {
    let todo =
      (tie.isOfParts ? nil : tieForm).map {
        Wording("; fill in \($0) and put it among the exports", "；请填写 \($0)，并放入导出文件夹")
      }
      ?? Wording("; name them under split.decided in the pipeline file", "；请写入流程文件的 split.decided")
    return Wording(
      "to decide: \(tie.title): \(tie.candidates.count) tied for \(tie.places)\(todo.english)",
      "须决定：\(tie.title)：\(tie.candidates.count) 个并列，余 \(tie.places) 个名额\(todo.chinese)")
  }

  /// How many rows wait to be mended; empty where none does.
  var mending: [Wording] {
    guard openRejects > 0 else { return [] }
    let rows = openRejects == 1 ? "1 row was" : "\(openRejects) rows were"
    return [
      Wording(
        "to mend: \(rows) sent back; \(rejectsCommand) lists them", "须修正：退回 \(openRejects) 行；\(rejectsCommand) 可列出")
    ]
  }

  /// The members of a JSON object that say the same.
  func members(_ code: ExitCode, in language: Language) -> [String] {
    [
      "\"as_of\":\(jsonText(asOf))", "\"outcome\":\(jsonText(code.word))", "\"exit_code\":\(code.rawValue)",
      "\"papers\":[\(papers.map { json($0, language) }.joined(separator: ","))]",
      "\"decisions\":[\(ties.map(json).joined(separator: ","))]", "\"open_rejects\":\(openRejects)",
      "\"forms\":\(officeForms.map { "{\"folder\":\(jsonText($0.folder)),\"count\":\($0.count),\"filled\":\(texts($0.filled))}" } ?? "null")",
      "\"warnings\":\(told(warnings, language))",
      "\"blockages\":\(told(blockages, language))",
    ]
  }

  private func json(_ entry: (job: Job, papers: Papers), _ language: Language) -> String {
    let members =
      switch entry.papers {
      case .written(let folder, let files):
        ["\"state\":\"written\"", "\"folder\":\(jsonText(folder))", "\"files\":\(texts(files))"]
      case .unchanged(let folder): ["\"state\":\"unchanged\"", "\"folder\":\(jsonText(folder))"]
      case .kept(let folder, let number):
        ["\"state\":\"kept\"", "\"folder\":\(jsonText(folder))", "\"number\":\(number)"]
      case .held(let reason): ["\"state\":\"held\"", "\"reason\":\(jsonText(reason[language]))"]
      }
    return "{\((["\"job\":\(jsonText(entry.job.rawValue))"] + members).joined(separator: ","))}"
  }

  private func json(_ tie: OpenTie) -> String {
    let tied = tie.candidates.map { "{\"code\":\(jsonText($0.code)),\"name\":\(jsonText($0.name))}" }
    return
      "{\"award\":\(jsonText(tie.award)),\"title\":\(jsonText(tie.title)),\"places\":\(tie.places),\"tied\":[\(tied.joined(separator: ","))],\"form\":\(tieForm.map(jsonText) ?? "null")}"
  }

  /// Numbers of people are covered here as in every message.
  private func told(_ wordings: [Wording], _ language: Language) -> String {
    texts(wordings.map { Mask.standard.covered($0[language]) })
  }

  private func texts(_ texts: [String]) -> String { "[\(texts.map(jsonText).joined(separator: ","))]" }
}

extension ExitCode {
  /// The outcome of a run in a word that programs read.
  fileprivate var word: String {
    switch self {
    case .done: "done"
    case .blocked: "blocked"
    case .usage: "usage"
    case .broken: "broken"
    case .locked: "locked"
    case .undecided: "undecided"
    }
  }
}
