import Answers
import Exports
import Foundation
import Programme
import Reports
import SQLite
import Stages
import Store

/// `jianbao run PIPELINE [bulletin|summary|nominees ...]`: from the exports of a night to its papers.
struct RunCommand {
  private let arguments: Arguments
  private let talk: Talk

  init(_ arguments: Arguments, _ talk: Talk) {
    self.arguments = arguments
    self.talk = talk
  }

  func run() throws -> ExitCode {
    guard let operand = arguments.operands.first else {
      talk.complain(
        Wording("run: name a pipeline file or its folder; see jianbao --help", "run：请指定流程文件或其文件夹；见 jianbao --help"))
      return .usage
    }
    let names = arguments.operands.dropFirst()
    let jobs = names.compactMap(Job.init(rawValue:))
    if let wrong = names.first(where: { Job(rawValue: $0) == nil }) {
      let hint = Spelling.hint(for: wrong, among: Job.allCases.map(\.rawValue), in: .prose)
      talk.complain(Wording("run: unknown job '\(wrong)'; \(hint.english)", "run：未知任务“\(wrong)”；\(hint.chinese)"))
      return .usage
    }
    guard let file = PipelineFile.read(operand, talk, warns: true) else { return .usage }
    guard let redoFrom = redoFrom() else { return .usage }
    let wanted = (jobs.isEmpty ? Job.allCases : Job.allCases.filter(jobs.contains)).filter {
      $0.isDeclared(in: file.programme)
    }
    for job in jobs where !job.isDeclared(in: file.programme) {
      talk.complain(
        Wording(
          "run: the pipeline file declares no '\(job.rawValue)' under reports", "run：流程文件的 reports 中没有“\(job.rawValue)”"
        ))
      return .usage
    }
    if !arguments.units.isEmpty, !wanted.contains(.bulletin) {
      talk.complain(Wording("--unit is for bulletins; name the job 'bulletin'", "--unit 用于学情通报；请在任务中写 bulletin"))
      return .usage
    }
    guard let asOf = AsOf.chosen(arguments, file, talk) else { return .usage }
    let root = "\(arguments.options["--output"] ?? "output")/\(file.programme.id)"
    if arguments.switches.contains("--dry-run") { return dryRun(file, asOf, wanted, root) }
    let lock: RunLock
    switch RunLock.taken(root, talk) {
    case .success(let taken): lock = taken
    case .failure(let refused): return refused.code
    }
    return try withExtendedLifetime(lock) {
      Publication.removeLeftovers(root: root)
      return try run(file, asOf, wanted, root: root, redoFrom: redoFrom.stage)
    }
  }

  private func run(_ file: PipelineFile, _ asOf: AsOf, _ jobs: [Job], root: String, redoFrom: StageName?) throws
    -> ExitCode
  {
    let store = try ProgrammeStore(programme: file.programme, folder: root)
    if let newest = try store.newestNight(), asOf.text < newest { return try older(asOf, newest, jobs, store, root) }
    let clock = StageClock(talk)
    talk.note(Wording("as of \(asOf.text)", "统计时点：\(asOf.text)"))
    let plan = NightPlan(
      file.programme, input: InputFolder(path: file.input), asOf: asOf.text, end: asOf.end, program: version)
    let pipeline = try Pipeline(file, store, plan, root: root, clock: clock)
    var summary = ClosingSummary(asOf: asOf.text, rejectsCommand: rejectsCommand)
    // Where tonight's units are known already, a wrong one is told at once; else as soon as they are.
    var units: [PublishedUnit]? = arguments.units.isEmpty ? [] : nil
    if units == nil, try pipeline.isLoaded() { units = try find(arguments.units, store) }
    let run = try begin(jobs, asOf, file, store)
    let state: Pipeline.State
    do {
      state = try pipeline.compute(redoFrom: redoFrom, for: jobs)
    } catch let blocked as NightBlocked {
      for blockage in blocked.blockages { talk.complain(blockage.wording) }
      talk.complain(
        Wording(
          "nothing was loaded for \(asOf.text) and nothing was changed; the papers of earlier nights stay as they are",
          "\(asOf.text) 的数据未导入，数据库和已有材料均未改变"))
      try end(run, "blocked", store)
      summary.blockages = blocked.blockages.map(\.wording)
      if isJSON { conclude(summary, .blocked, clock) }
      return .blocked
    }
    try printAccount(asOf, store)
    summary.warnings =
      try store.warnings(night: state.night)
      + store.missingSince(
        night: state.night, besides: state.blockages.map(\.source)) + plan.unreadWarnings
    for warning in summary.warnings { talk.complain(warning) }
    if units == nil { units = try find(arguments.units, store) }
    let code: ExitCode
    do {
      code = try publish(jobs, state, pipeline, units ?? [], &summary)
    } catch let fault as TemplateError {
      // Running again would come to the same: a person must change the template.
      talk.complain(fault.wording(in: OfficeTemplate.folder(beside: file.path)))
      try end(run, "blocked", store)
      return .usage
    }
    let outcome = code == .done ? "done" : code == .undecided ? "undecided" : "blocked"
    try end(run, outcome, store)
    if outcome != "blocked" { try store.set("rules", file.digests.text) }
    summary.openRejects =
      try store.database.integer(
        """
        SELECT count(*) FROM reject r JOIN source_file f ON f.id = r.file
        WHERE f.current AND r.state = 'open' AND f.night = ?
        """, .integer(state.night)) ?? 0
    conclude(summary, code, clock)
    return code
  }

  private var isJSON: Bool { arguments.options["--format"] == "json" }

  /// How the rows that were sent back are asked for, with the output folder that was named here.
  private var rejectsCommand: String {
    let output = arguments.options["--output"].map { " --output \($0)" } ?? ""
    return "jianbao rejects \(arguments.operands.first ?? "")\(output)"
  }

  /// Says what was written and what is left to people: lines, or one JSON object with the stages beside it.
  private func conclude(_ summary: ClosingSummary, _ code: ExitCode, _ clock: StageClock) {
    if isJSON {
      let members = clock.members + summary.members(code, in: talk.language)
      talk.result("{\(members.joined(separator: ","))}")
    } else {
      for line in summary.lines { talk.result(line) }
      // Rows to mend wait for a person: where only what must be seen is read, they are among it.
      let isLogged = arguments.switches.contains("--quiet")
      for line in summary.mending { isLogged ? talk.complain(line) : talk.result(line) }
    }
  }

  /// Publishes job by job: what blocks one never holds up another.
  private func publish(
    _ jobs: [Job], _ state: Pipeline.State, _ pipeline: Pipeline, _ units: [PublishedUnit],
    _ summary: inout ClosingSummary
  ) throws -> ExitCode {
    let programme = pipeline.file.programme
    var code = ExitCode.done
    var publishable: [Job] = []
    for finding in state.findings { talk.complain(finding.wording) }
    summary.warnings += state.findings.filter { !$0.blocks }.map(\.wording)
    let isBlockedByCheck = state.findings.contains(where: \.blocks)
    for blockage in state.blockages { talk.complain(blockage.wording) }
    summary.blockages = state.findings.filter(\.blocks).map(\.wording) + state.blockages.map(\.wording)
    if state.openTies.isEmpty { try pipeline.forms.dropTies() }
    for job in jobs {
      let missing = state.blockages.filter { blockage in
        programme.sources.first { $0.id == blockage.source }.map { job.needs($0, in: programme) } ?? false
      }
      if isBlockedByCheck || !missing.isEmpty {
        let names = missing.map { blockage in
          programme.sources.first { $0.id == blockage.source }?.title ?? blockage.source.text
        }
        let reason =
          names.isEmpty
          ? Wording("a check blocks it", "检查未通过")
          : Wording("\(names.joined(separator: ", ")) could not be loaded", "\(names.joined(separator: "、"))未能导入")
        hold(job, reason, &summary)
        code = code.graver(.blocked)
        continue
      }
      if job == .nominees, let broken = try pipeline.store.brokenEntry() {
        let reason = Wording(
          "the chronicle of corrections was altered at entry \(broken)", "更正记录第\(broken)条被改动")
        hold(job, reason, &summary)
        code = code.graver(.blocked)
        continue
      }
      if job == .nominees, !state.openTies.isEmpty {
        for tie in state.openTies { talk.complain(tie.question) }
        summary.ties = state.openTies
        summary.tieForm = try pipeline.forms.askAbout(state.openTies)
        summary.tieForm.map {
          talk.complain(Wording("fill in \($0) and put it among the exports", "请填写 \($0)，并放入导出文件夹"))
        }
        summary.officeForms = try pipeline.askOffices(night: state.night)
        summary.hold(job, Wording("it waits for a decision", "等待决定"))
        code = code.graver(.undecided)
        continue
      }
      publishable.append(job)
    }
    let written = try pipeline.publish(publishable, state)
    for (job, published) in written {
      switch published {
      case .written(let folder, let files): summary.papers.append((job, .written(folder: folder, files: files)))
      case .unchanged(let folder): summary.papers.append((job, .unchanged(folder: folder)))
      case .withheld(let hits):
        withhold(job, hits, pipeline.file)
        summary.hold(job, Wording("public papers would give away personal numbers", "公开材料中含有个人信息"))
        code = code.graver(.blocked)
      }
    }
    if publishable.contains(.nominees) { summary.officeForms = try pipeline.askOffices(night: state.night) }
    summary.papers = Job.allCases.compactMap { job in summary.papers.first { $0.job == job } }
    if publishable.contains(.bulletin) { code = code.graver(try publishUnits(units, state.night, pipeline, &summary)) }
    try warnOfNamesakes(written, pipeline)
    try warnOfChronicle(pipeline)
    return code
  }

  /// Tells why a job is not published.
  private func hold(_ job: Job, _ reason: Wording, _ summary: inout ClosingSummary) {
    talk.complain(
      Wording(
        "\(job.title.english): not published, because \(reason.english)",
        "\(job.title.chinese)：未发布，原因：\(reason.chinese)"))
    summary.hold(job, reason)
  }

  /// Tells which approved corrections no longer hold, and what moved although it was frozen: whoever stands for them must hear of it.
  private func warnOfChronicle(_ pipeline: Pipeline) throws {
    let inquiry = Inquiry(pipeline.store, pipeline.file.scorer, pipeline.file.folder)
    for lapsed in try inquiry.lapsedCorrections() { talk.complain(lapsed) }
    let moved = Dictionary(grouping: try pipeline.store.movementsSinceFrozen(), by: \.award)
    for award in pipeline.file.programme.awards {
      guard let moved = moved[award.id.text] else { continue }
      let names = moved.prefix(3).map { $0.name.isEmpty ? $0.code : $0.name }.joined(separator: "、")
      talk.complain(
        Wording(
          "\(award.title): \(moved.count) decisions are other ones than were frozen (\(names)\(moved.count > 3 ? " …" : "")); jianbao status lists them, with the reason",
          "\(award.title)：定稿后有 \(moved.count) 人（个）的结论变动（\(names)\(moved.count > 3 ? "等" : "")）；用 jianbao status 查看及原因"))
    }
  }

  /// The units that words mean; what is wrong with the others is told.
  private func find(_ words: [String], _ store: ProgrammeStore) throws -> [PublishedUnit] {
    try words.compactMap { word in
      let found = try PublishedUnit.find(word, in: store.database, levels: store.programme.levels.count)
      if let problem = found.problem { talk.complain(problem) }
      return found.unit
    }
  }

  /// Publishes the bulletins of the units that were asked for besides.
  private func publishUnits(
    _ units: [PublishedUnit], _ night: Int64, _ pipeline: Pipeline, _ summary: inout ClosingSummary
  ) throws -> ExitCode {
    var code = units.count < arguments.units.count ? ExitCode.blocked : .done
    for unit in units {
      switch try pipeline.publish(unit, night: night) {
      case .written(let folder, let files): summary.papers.append((.bulletin, .written(folder: folder, files: files)))
      case .unchanged(let folder): summary.papers.append((.bulletin, .unchanged(folder: folder)))
      case .withheld(let hits):
        withhold(.bulletin, hits, pipeline.file)
        code = code.graver(.blocked)
      }
    }
    return code
  }

  /// Tells whom a public list that lies in place cannot tell apart.
  private func warnOfNamesakes(_ written: [(Job, Published)], _ pipeline: Pipeline) throws {
    let isPublic = written.contains { job, published in
      guard job == .nominees else { return false }
      switch published {
      case .written(let folder, _), .unchanged(let folder):
        return FileManager.default.fileExists(atPath: "\(folder)/nominees-public.md")
      case .withheld: return false
      }
    }
    guard isPublic else { return }
    for alike in try namesakes(of: pipeline.file.programme, in: pipeline.store.database) {
      talk.complain(alike.wording)
    }
  }

  /// Tells why a job's papers were not put in place: personal numbers in what would become public.
  private func withhold(_ job: Job, _ hits: [PublicHit], _ file: PipelineFile) {
    let limit = 20
    let templates = OfficeTemplate.folder(beside: file.path)
    for hit in hits.prefix(limit) { talk.complain(hit.wording(templatesIn: templates)) }
    let more = hits.count - limit
    if more > 0 { talk.complain(Wording("and \(more) more of the kind", "同类问题另有 \(more) 处")) }
    talk.complain(
      Wording(
        "\(job.title.english): not published, because public papers would give away personal numbers; what was published before stays as it is",
        "\(job.title.chinese)：未发布，原因：公开材料中含有个人信息；此前已发布的材料保持不变"))
  }

  private func printAccount(_ asOf: AsOf, _ store: ProgrammeStore) throws {
    for line in try store.accounts(asOf: asOf.text) {
      let sheet = line.sheet.isEmpty ? "" : "[\(line.sheet)]"
      talk.note(
        Wording(
          "  \(line.file)\(sheet): read \(line.read) = accepted \(line.accepted) + duplicates \(line.duplicates) + rejected \(line.rejected) + non-data \(line.nonData) (\(line.encoding))",
          "  \(line.file)\(sheet)：读取 \(line.read)＝采用 \(line.accepted)＋重复 \(line.duplicates)＋退回 \(line.rejected)＋非数据 \(line.nonData)（\(line.encoding)）"
        ))
    }
  }

  /// An as-of before the newest one changes nothing: what was published for it is named.
  private func older(_ asOf: AsOf, _ newest: String, _ jobs: [Job], _ store: ProgrammeStore, _ root: String) throws
    -> ExitCode
  {
    var summary = ClosingSummary(asOf: asOf.text, rejectsCommand: rejectsCommand)
    if !arguments.units.isEmpty {
      talk.complain(
        Wording(
          "--unit: bulletins of units are written for the newest night only, which is \(newest)",
          "--unit：单位通报只为最新一期（\(newest)）生成"))
    }
    for job in jobs {
      let known = try store.database.integer(
        "SELECT number FROM published WHERE job = ? AND unit = '' AND as_of = ?", .text(job.rawValue), .text(asOf.text))
      guard let known else {
        talk.complain(
          Wording(
            "\(asOf.text) lies before the newest night, \(newest), and no \(job.title.english) was published for it; nights are loaded in order",
            "\(asOf.text) 早于最新一期 \(newest)，且当时未发布\(job.title.chinese)；各期须按时间顺序导入"))
        return .usage
      }
      let folder = "\(root)/\(Publication.folderName(asOf.text))/\(job.rawValue)"
      summary.papers.append((job, .kept(folder: folder, number: known)))
    }
    conclude(summary, .done, StageClock(talk))
    return .done
  }

  private func dryRun(_ file: PipelineFile, _ asOf: AsOf, _ jobs: [Job], _ root: String) -> ExitCode {
    let plan = NightPlan(file.programme, input: InputFolder(path: file.input), asOf: asOf.text, end: asOf.end)
    let sources = file.programme.sources.map { ($0, (plan.files[$0.id] ?? []).map(\.name)) }
    let night = "\(root)/\(Publication.folderName(asOf.text))"
    let folders = jobs.map { ($0, "\(night)/\($0.rawValue)") }
    let code = plan.blockages.isEmpty ? ExitCode.done : .blocked
    for blockage in plan.blockages { talk.complain(blockage.wording) }
    if isJSON {
      let read = sources.map { source, names in
        "{\"source\":\(jsonText(source.id.text)),\"files\":[\(names.map(jsonText).joined(separator: ","))]}"
      }
      let papers = folders.map { "{\"job\":\(jsonText($0.rawValue)),\"state\":\"planned\",\"folder\":\(jsonText($1))}" }
      let blockages = plan.blockages.map { jsonText($0.wording[talk.language]) }
      talk.result(
        "{\"as_of\":\(jsonText(asOf.text)),\"exit_code\":\(code.rawValue),\"sources\":[\(read.joined(separator: ","))],\"papers\":[\(papers.joined(separator: ","))],\"blockages\":[\(blockages.joined(separator: ","))]}"
      )
    } else {
      for (source, names) in sources {
        talk.result("\(source.title): \(names.isEmpty ? "—" : names.joined(separator: ", "))")
      }
      for (_, folder) in folders { talk.result("→ \(folder)") }
      for unit in arguments.units { talk.result("→ \(night)/\(Job.bulletin.rawValue)-… (\(unit))") }
    }
    return code
  }

  /// The stage to redo from; nil inside means none, nil itself a fault that was told.
  private func redoFrom() -> (stage: StageName?, Void)? {
    guard let text = arguments.options["--from"] else { return (nil, ()) }
    guard let stage = StageName(rawValue: text) else {
      let hint = Spelling.hint(for: text, among: StageName.allCases.map(\.rawValue), in: .prose)
      talk.complain(Wording("--from: unknown stage '\(text)'; \(hint.english)", "--from：未知阶段“\(text)”；\(hint.chinese)"))
      return nil
    }
    return (stage, ())
  }

  private func begin(_ jobs: [Job], _ asOf: AsOf, _ file: PipelineFile, _ store: ProgrammeStore) throws -> Int64 {
    try store.database.run(
      """
      INSERT INTO job_run (job, as_of, started, state, pipeline_digest, version, operator)
      VALUES (?, ?, datetime('now', 'localtime'), 'running', ?, ?, ?)
      """, .text(jobs.map(\.rawValue).joined(separator: " ")), .text(asOf.text), .text(file.digest), .text(version),
      .text(ProcessInfo.processInfo.environment["USER"] ?? ""))
    return store.database.lastInsertedRow
  }

  private func end(_ run: Int64, _ state: String, _ store: ProgrammeStore) throws {
    try store.database.run(
      "UPDATE job_run SET finished = datetime('now', 'localtime'), state = ? WHERE id = ?", .text(state), .integer(run))
  }
}

extension OpenTie {
  /// What a person is asked.
  var question: Wording {
    let names = candidates.map { "\($0.name)（\($0.code)）" }.joined(separator: "、")
    if isOfParts {
      return Wording(
        "\(title): \(candidates.count) parts have equal claims to \(places) \(places == 1 ? "place" : "places"): \(names); the nominee papers wait until the pipeline file names those that get one under split.decided",
        "\(title)：\(candidates.count) 个部分的份额相同，余 \(places) 个名额：\(names)；请在流程文件的 split.decided 中写明给予哪些部分，评优名单待定后发布")
    }
    return Wording(
      "\(title): \(candidates.count) are tied for \(places) \(places == 1 ? "place" : "places"): \(names); the nominee papers wait until the approving office names who is in",
      "\(title)：\(candidates.count) 个并列，余 \(places) 个名额：\(names)；评优名单待审定单位在审批表中确定后发布")
  }
}
