import Answers
import Foundation
import Programme
import SQLite
import Stages
import Store

/// `jianbao verify PIPELINE`, `verify --bundle FILE PIPELINE`, `verify BUNDLE --input DIR`: reckons the results again from the exports into
/// a fresh database, and says that all agrees or what differs; packs what a third party needs to do the same.
struct VerifyCommand {
  private let arguments: Arguments
  private let talk: Talk

  init(_ arguments: Arguments, _ talk: Talk) {
    self.arguments = arguments
    self.talk = talk
  }

  func run() throws -> ExitCode {
    guard let operand = arguments.operands.first, arguments.operands.count == 1 else {
      talk.complain(
        Wording(
          "verify: name a pipeline file, its folder or a bundle; see jianbao --help",
          "verify：请指定流程文件、其文件夹或核验包；见 jianbao --help"))
      return .usage
    }
    if Self.isArchive(operand) { return try verifyBundle(operand) }
    guard let file = PipelineFile.read(operand, talk), let inquiry = try Inquiry.open(file, arguments, talk) else {
      return .usage
    }
    let evidence = try inquiry.evidence(version: version, pipeline: file.digest)
    if let obstacle = try obstacle(inquiry, evidence) {
      talk.complain(obstacle)
      return .usage
    }
    if let path = arguments.options["--bundle"] { return try pack(evidence, inquiry, file, to: path) }
    var verification = Verification()
    try compareRules(file, &verification)
    for fault in evidence.chainFaults() { verification.differ(.chain, fault) }
    if let broken = try inquiry.brokenEntry(), evidence.chainFaults().isEmpty {
      verification.differ(
        .chain, Wording("entry \(broken): it was altered, or is missing", "第\(broken)条：被改动或缺失"))
    }
    let recomputation = Recomputation(file: file, evidence: evidence, input: input(of: file), talk: talk)
    return try report(recomputation, try inquiry.results(), &verification)
  }

  /// Why results cannot be verified or packed as they are.
  private func obstacle(_ inquiry: Inquiry, _ evidence: Evidence) throws -> Wording? {
    if let obstacle = try inquiry.obstacle() { return obstacle }
    if let text = arguments.options["--as-of"], AsOf(text)?.text != evidence.asOf {
      return Wording(
        "--as-of: the results that the database holds are those of \(evidence.asOf), not of \(text); verify an earlier night from a copy of the output folder as it was",
        "--as-of：数据库中的结果属于 \(evidence.asOf)，不是 \(text)；核验较早的一期，请使用当时的输出目录副本")
    }
    guard let asOf = try inquiry.asOf(), asOf == evidence.asOf else {
      return Wording(
        "the newest night, \(evidence.asOf), is not finished; run the programme first",
        "最新一期（\(evidence.asOf)）尚未完成；请先运行 jianbao run")
    }
    return nil
  }

  private func pack(_ evidence: Evidence, _ inquiry: Inquiry, _ file: PipelineFile, to path: String) throws -> ExitCode
  {
    guard path.lowercased().hasSuffix(".zip"), !FileManager.default.fileExists(atPath: path) else {
      talk.complain(
        Wording(
          "--bundle: \(path) must be the name of a new file that ends in .zip", "--bundle：\(path) 须为以 .zip 结尾的新文件名"))
      return .usage
    }
    let rules = file.documents.map { VerificationBundle.Rule(name: $0.name, bytes: $0.bytes) }
    let results = try inquiry.results()
    do {
      try VerificationBundle(evidence, results, rules: rules).write(to: path)
    } catch {
      try? FileManager.default.removeItem(atPath: path)
      talk.complain(
        Wording(
          "\(path): cannot be written; name a file in a folder that is there and has room",
          "\(path)：无法写入；请指定已存在且有空间的文件夹中的文件"))
      return .broken
    }
    talk.result(
      Answer(
        "bundle",
        Wording(
          "\(path): the results of \(evidence.asOf): \(results.scores.count) scores, \(results.decisions.count) decisions, digests of \(evidence.nights.map(\.inputs.count).reduce(0, +)) exports; people stand in it by their codes",
          "\(path)：\(evidence.asOf) 的结果：成绩\(results.scores.count)条、评优结论\(results.decisions.count)条、导出文件摘要\(evidence.nights.map(\.inputs.count).reduce(0, +))个；人员只以编号出现"
        ),
        ["file": .text(path), "as_of": .text(evidence.asOf)]), arguments)
    if !evidence.mendings.isEmpty {
      talk.complain(
        Wording(
          "it holds \(counted(evidence.mendings.count, "mended row")) with raw cells: hand it only to those who may see the exports",
          "其中含\(evidence.mendings.count)条修正行的原始单元格：只可交给有权查看导出文件的人"))
    }
    return .done
  }

  private func verifyBundle(_ path: String) throws -> ExitCode {
    let bundle: VerificationBundle
    do {
      bundle = try VerificationBundle(path: path)
    } catch {
      talk.complain(error.wording)
      return .blocked
    }
    guard let input = arguments.options["--input"] else {
      talk.complain(
        Wording(
          "verify: name the folder of the exports with --input, so that the bundle can be reckoned again",
          "verify：请用 --input 指定导出文件所在文件夹，以便重算"))
      return .usage
    }
    var verification = Verification()
    verification.note(.bundle, 1)
    for part in bundle.altered {
      verification.differ(
        .bundle, Wording("\(part): is not as it was packed; it was altered", "\(part)：与打包时不同，已被改动"))
    }
    guard let file = PipelineFile.read(path, bundle.rules, talk) else { return .blocked }
    verification.note(.pipeline, bundle.rules.count)
    if file.digest != bundle.evidence.pipeline {
      verification.differ(
        .pipeline,
        Wording("the rules are not those that the results were reckoned by", "流程文件不是得出这些结果时所用的"))
    }
    for fault in bundle.evidence.chainFaults() { verification.differ(.chain, fault) }
    let recomputation = Recomputation(file: file, evidence: bundle.evidence, input: input, talk: talk)
    return try report(recomputation, bundle.results, &verification)
  }

  /// Whether the rules are still those that the last run had.
  private func compareRules(_ file: PipelineFile, _ verification: inout Verification) throws {
    verification.note(.pipeline, file.documents.count)
    guard let root = file.loadedRoot(arguments, talk) else { return }
    let store = try ProgrammeStore(programme: file.programme, folder: root, readOnly: true)
    let last = try store.database.text(
      "SELECT pipeline_digest FROM job_run WHERE state <> 'running' AND state <> 'blocked' ORDER BY id DESC LIMIT 1")
    guard let last, last != file.digest else { return }
    let changes = try store.setting("rules").map { file.digests.changes(since: RuleDigests($0)) } ?? []
    // A database that an earlier program wrote does not know which file it was.
    for (name, change) in changes.isEmpty ? [(file.documents[0].name, .altered)] : changes {
      verification.differ(.pipeline, change.wording(of: file.path(of: name)))
    }
  }

  private func report(_ recomputation: Recomputation, _ given: Results, _ verification: inout Verification) throws
    -> ExitCode
  {
    verification.note(.chain, recomputation.evidence.chain.count)
    recomputation.compareInputs(&verification)
    if let found = try recomputation.results(&verification) {
      verification.compare(.scores, given.scores, found.scores)
      verification.compare(.decisions, given.decisions, found.decisions)
      verification.compare(.figures, given.figures, found.figures)
    }
    let title = Wording(
      "\(recomputation.file.programme.title), \(recomputation.evidence.asOf)",
      "\(recomputation.file.programme.title)（\(recomputation.evidence.asOf)）")
    talk.result(
      verification.answer(of: title, limit: arguments.switches.contains("--all") ? .max : 20), arguments)
    if recomputation.evidence.version != version {
      talk.note(
        Wording(
          "the results were reckoned by version \(recomputation.evidence.version), and are verified by \(version)",
          "结果由版本 \(recomputation.evidence.version) 得出，现以 \(version) 核验"))
    }
    return verification.agrees ? .done : .blocked
  }

  /// The folder of the exports: what was asked for, else that of the pipeline file.
  private func input(of file: PipelineFile) -> String { arguments.options["--input"] ?? file.input }

  /// Whether a file is a ZIP file, by its first bytes.
  private static func isArchive(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
      let handle = FileHandle(forReadingAtPath: path)
    else { return false }
    defer { try? handle.close() }
    return (try? handle.read(upToCount: 2)) == Data("PK".utf8)
  }
}

extension RuleDigests.Change {
  /// What is told of a file of rules.
  fileprivate func wording(of path: String) -> Wording {
    switch self {
    case .altered:
      Wording(
        "\(path): is not what it was at the last run; run the programme again, or bring back the file of that time",
        "\(path)：与上次运行时不同；请重新运行 jianbao run，或恢复当时的文件")
    case .added:
      Wording(
        "\(path): was not there at the last run; run the programme again, or take it away",
        "\(path)：上次运行时没有；请重新运行 jianbao run，或移走该文件")
    case .removed:
      Wording(
        "\(path): was there at the last run; run the programme again, or bring it back",
        "\(path)：上次运行时还在；请重新运行 jianbao run，或恢复该文件")
    }
  }
}
