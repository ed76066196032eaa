import Answers
import Foundation
import Programme
import Reports
import SQLite
import Stages
import Store

/// `jianbao whatif PIPELINE --set PATH=VALUE ... [--with FILE]`: who would move if rules were different. Nothing is written where the
/// office's outputs lie.
struct WhatIfCommand {
  private let arguments: Arguments
  private let talk: Talk

  init(_ arguments: Arguments, _ talk: Talk) {
    self.arguments = arguments
    self.talk = talk
  }

  func run() throws -> ExitCode {
    guard arguments.operands.count == 1, !arguments.settings.isEmpty || arguments.options["--with"] != nil else {
      talk.complain(
        Wording(
          "whatif: name a pipeline file and what to change, with --set PATH=VALUE or --with FILE; see jianbao --help",
          "whatif：请指定流程文件，并用 --set 路径=值 或 --with 文件 写明要改变的规则；见 jianbao --help"))
      return .usage
    }
    guard let file = PipelineFile.read(arguments.operands[0], talk) else { return .usage }
    guard let changed = changed(file) else { return .usage }
    guard let root = file.loadedRoot(arguments, talk) else { return .usage }
    let store = try ProgrammeStore(programme: file.programme, folder: root, readOnly: true)
    if let obstacle = try Inquiry(store, file.scorer, file.folder).obstacle() {
      talk.complain(obstacle)
      return .usage
    }
    guard let asOf = try asOf(of: store) else { return .usage }
    return try compare(file, changed, store, asOf, root: root)
  }

  /// The file as it would be; nil, and why, when it would be refused.
  private func changed(_ file: PipelineFile) -> PipelineFile? {
    let faults = FaultCollector()
    var changes: [RuleChange] = []
    var names: [String] = []
    if let operand = arguments.options["--with"] {
      let isFolder = (try? URL(filePath: operand).resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory ?? false
      let path = isFolder ? "\(operand)/pipeline.json5" : operand
      guard let bytes = try? Data(contentsOf: URL(filePath: path)) else {
        talk.complain(
          Wording(
            "--with: \(path) cannot be read; name a file with parts of a pipeline file",
            "--with：无法读取 \(path)；请指定写有流程文件若干部分的文件"))
        return nil
      }
      names.append(path)
      changes += [RuleChange.file([UInt8](bytes), name: path, number: 1, faults)].compactMap { $0 }
    }
    for setting in arguments.settings {
      names.append("--set \(setting)")
      changes += [RuleChange.typed(setting, number: names.count, faults)].compactMap { $0 }
    }
    func name(_ place: Place) -> String { place.text == 0 ? file.path : names[place.text - 1] }
    func refuse() -> PipelineFile? {
      for fault in faults.faults where fault.severity == .error {
        // The value of --set stands on one line that everybody sees; its place would say nothing.
        let isTyped = place(fault).hasPrefix("--set")
        talk.complain(
          isTyped
            ? "\(place(fault)): \(fault.message(in: talk.language))"
            : fault.line(file: place(fault), in: talk.language))
      }
      return nil
    }
    func place(_ fault: Fault) -> String { name(fault.place) }
    guard !faults.refuses else { return refuse() }
    do {
      guard let changed = try file.changed(by: changes, faults, talk) else {
        talk.complain(
          Wording("the changed rules cannot be used:", "改变后的规则不能使用："))
        return refuse()
      }
      guard changed.programme.id == file.programme.id else {
        talk.complain(
          Wording(
            "programme.id names the database and cannot be changed here", "programme.id 是数据库的名称，此处不能改变"))
        return nil
      }
      return changed
    } catch {
      talk.complain(error.wording)
      return nil
    }
  }

  /// The night that the database stands at; nil, and why, when it is not the one that was asked for.
  private func asOf(of store: ProgrammeStore) throws -> AsOf? {
    guard let newest = try store.newestNight(), let stands = AsOf(newest) else {
      talk.complain(Wording("nothing has been loaded yet; run the programme first", "尚未导入任何数据；请先运行 jianbao run"))
      return nil
    }
    guard let text = arguments.options["--as-of"] else { return stands }
    guard let asked = AsOf(text) else {
      talk.complain(
        Wording(
          "--as-of: '\(text)' is no date; expected 2023-08-19 or '2023-08-19 18:00'",
          "--as-of：'\(text)' 不是日期；应为 2023-08-19 或 '2023-08-19 18:00'"))
      return nil
    }
    guard asked == stands else {
      talk.complain(
        Wording(
          "--as-of: the facts at hand are those of \(newest), the last night that was loaded; for \(asked.text) run that night with another --output and ask there",
          "--as-of：现有数据是最后导入的 \(newest)；要问 \(asked.text)，请用另一 --output 目录运行该日后再问"))
      return nil
    }
    return asked
  }

  private func compare(
    _ file: PipelineFile, _ changed: PipelineFile, _ store: ProgrammeStore, _ asOf: AsOf, root: String
  ) throws -> ExitCode {
    let version = try store.database.integer("PRAGMA data_version")
    let before = try Reckoning(store, file.scorer, file.folder)
    let parts = file.partsReadOtherwise(in: changed)
    let other: (Reckoning, ProgrammeStore)
    let copy = parts.isEmpty ? nil : try TemporaryFolder()
    if let copy {
      talk.note(
        Wording(
          "\(parts.joined(separator: ", ")) would be others: the exports are read again into a copy",
          "\(parts.joined(separator: "、")) 有变：将导出文件重新读入一份临时副本"))
      switch try reloaded(file, changed, store, asOf, root: root, into: copy) {
      case .success(let reckoned): other = reckoned
      case .failure(let refused): return refused.code
      }
    } else {
      let store = try ProgrammeStore(programme: changed.programme, folder: root, readOnly: true)
      let learners = before.learners
      other = (try Reckoning(store, changed.scorer, changed.folder, learners: learners), store)
    }
    guard try store.database.integer("PRAGMA data_version") == version else {
      talk.complain(Wording("a run was at work meanwhile; ask again", "期间有运行正在写入数据；请重新执行"))
      return .locked
    }
    let differences = file.root.differences(to: changed.root)
    let sentences = RuleBook(file.programme, file.scorer, file.folder)
      .differences(to: RuleBook(changed.programme, changed.scorer, changed.folder))
      .map { RuleComparison.Sentence(title: $0.title, before: $0.before, after: $0.after) }
    let comparison = RuleComparison(differences, sentences, before: (before, store), after: other)
    talk.result(try comparison.answer(asOf: asOf.text, listsAll: arguments.switches.contains("--all")), arguments)
    return withExtendedLifetime(copy) { .done }
  }

  /// Loads the night by the changed file into a copy of the database; the exports must be those that were loaded.
  private func reloaded(
    _ file: PipelineFile, _ changed: PipelineFile, _ store: ProgrammeStore, _ asOf: AsOf, root: String,
    into copy: TemporaryFolder
  ) throws -> Result<(Reckoning, ProgrammeStore), Refused> {
    func plan(_ file: PipelineFile) -> NightPlan {
      NightPlan(
        file.programme, input: InputFolder(path: file.input), asOf: asOf.text, end: asOf.end,
        program: version)
    }
    let clock = StageClock(Talk(quiet: talk.language))
    guard try Pipeline(file, store, plan(file), root: root, clock: clock).isLoaded() else {
      talk.complain(
        Wording(
          "the change needs the exports of \(asOf.text) as they were loaded, and these, or what the pipeline file says of reading them, are others now; run jianbao run \(file.path) first",
          "此项改变需要按导入时的样子重新读取 \(asOf.text) 的导出文件，而现在的文件或流程文件的读取规定已不同；请先运行 jianbao run \(file.path)"))
      return .failure(Refused(code: .usage))
    }
    try store.copy(toFolder: copy.path)
    let other = try ProgrammeStore(programme: changed.programme, folder: copy.path)
    do {
      _ = try Pipeline(changed, other, plan(changed), root: copy.path, clock: clock).load()
    } catch let blocked as NightBlocked {
      for blockage in blocked.blockages { talk.complain(blockage.wording) }
      talk.complain(
        Wording("by the changed rules the night would not be loaded", "按改变后的规则，该日数据不会导入"))
      return .failure(Refused(code: .blocked))
    }
    return .success((try Reckoning(other, changed.scorer, changed.folder), other))
  }
}

/// Why there is no comparison; it has been told already.
private struct Refused: Error {
  let code: ExitCode
}

extension PipelineFile {
  /// The parts that decide what is read from the exports, as far as they are others in another file.
  fileprivate func partsReadOtherwise(in other: PipelineFile) -> [String] {
    ["programme", "sources", "limits", "tallies", "satisfaction"].filter {
      programme.parts[$0] != other.programme.parts[$0]
    }
  }
}
