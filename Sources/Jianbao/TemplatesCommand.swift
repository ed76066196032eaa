import Answers
import Foundation
import Programme
import Reports

/// `jianbao templates PIPELINE [PAPER ...] [--write]`: which templates the papers are made of and what names they know; writes the
/// program's own beside the pipeline file, for an office to edit, never in place of one that is there.
struct TemplatesCommand {
  private let arguments: Arguments
  private let talk: Talk

  init(_ arguments: Arguments, _ talk: Talk) {
    self.arguments = arguments
    self.talk = talk
  }

  func run() -> ExitCode {
    guard let operand = arguments.operands.first else {
      talk.complain(
        Wording(
          "templates: name a pipeline file or its folder; see jianbao --help", "templates：请指定流程文件或其文件夹；见 jianbao --help"
        ))
      return .usage
    }
    let names = arguments.operands.dropFirst()
    if let wrong = names.first(where: { PaperTemplate(rawValue: $0) == nil }) {
      let hint = Spelling.hint(for: wrong, among: PaperTemplate.allCases.map(\.rawValue), in: .prose)
      talk.complain(
        Wording("templates: unknown paper '\(wrong)'; \(hint.english)", "templates：未知材料“\(wrong)”；\(hint.chinese)"))
      return .usage
    }
    guard let file = PipelineFile.read(operand, talk) else { return .usage }
    let named = names.compactMap(PaperTemplate.init(rawValue:))
    let papers = (named.isEmpty ? PaperTemplate.allCases : named).filter { $0.isDeclared(in: file.programme) }
    for paper in named where !papers.contains(paper) {
      talk.complain(
        Wording(
          "templates: the pipeline file declares no \(paper.rawValue) under reports",
          "templates：流程文件的 reports 中没有“\(paper.rawValue)”"))
      return .usage
    }
    if arguments.switches.contains("--write") { return write(papers, beside: file) }
    if arguments.options["--format"] == "markdown" {
      talk.result(papers.map { $0.markdown(in: file.programme, talk.language) }.joined(separator: "\n"))
      return .done
    }
    let title = Wording("templates of \(file.programme.title)", "\(file.programme.title)的材料模板")
    talk.result(Answer("templates", title, parts: papers.map { answer($0, file) }), arguments)
    return .done
  }

  /// Which template a paper is made of, and what names it knows.
  private func answer(_ paper: PaperTemplate, _ file: PipelineFile) -> Answer {
    let isOwn = file.programme.templates[paper.fileName] != nil
    let path = "\(OfficeTemplate.folder(beside: file.path))/\(paper.fileName)"
    let names = paper.reference(in: file.programme).flatMap(\.names).map { name in
      let fields = name.kind.isEmpty ? Wording("", "") : Wording(" → \(name.kind).…", " → \(name.kind).…")
      return Answer(
        "name",
        Wording(
          "\(name.written)  \(name.meaning.english)\(fields.english)",
          "\(name.written)　\(name.meaning.chinese)\(fields.chinese)"),
        ["written": .text(name.written), "meaning": .text(name.meaning[talk.language]), "fields": .text(name.kind)])
    }
    return Answer(
      "template",
      isOwn
        ? Wording("\(paper.rawValue): \(path)", "\(paper.title.chinese)（\(paper.rawValue)）：\(path)")
        : Wording(
          "\(paper.rawValue): built in; --write puts it at \(path)",
          "\(paper.title.chinese)（\(paper.rawValue)）：内置模板；--write 将其写到 \(path)"),
      ["paper": .text(paper.rawValue), "file": .text(path), "own": .truth(isOwn)], parts: names)
  }

  private func write(_ papers: [PaperTemplate], beside file: PipelineFile) -> ExitCode {
    let folder = OfficeTemplate.folder(beside: file.path)
    var (written, code): ([Answer], ExitCode) = ([], .done)
    for paper in papers {
      let path = "\(folder)/\(paper.fileName)"
      guard !FileManager.default.fileExists(atPath: path) else {
        talk.complain(
          Wording("\(path): already exists and is left as it is", "\(path)：已存在，未作改动"))
        code = .usage
        continue
      }
      do {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(paper.builtIn).write(to: URL(filePath: path), options: .withoutOverwriting)
      } catch {
        talk.complain(
          Wording(
            "\(path): cannot be written; make the folder one where you may write", "\(path)：无法写入；请检查文件夹的写入权限"))
        return .usage
      }
      written.append(
        Answer(
          "template", Wording("\(path): \(paper.title.english)", "\(path)：\(paper.title.chinese)"),
          ["paper": .text(paper.rawValue), "file": .text(path)]))
    }
    guard !written.isEmpty else { return code }
    let next = Wording(
      "written; edit them, then: jianbao check \(file.path)", "已写入；修改后运行：jianbao check \(file.path)")
    talk.result(Answer("written", next, parts: written), arguments)
    return code
  }
}
