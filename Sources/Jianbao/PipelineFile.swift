import Answers
import Awards
import Foundation
import Metrics
import Programme
import Scoring
import Stages

/// A pipeline file that was read without a fault, with what the exact stages make of it.
struct PipelineFile {
  let path: String
  let programme: Programme
  let scorer: Scorer
  let folder: MetricFolder
  /// Where the exports lie.
  let input: String
  /// The bytes of the pipeline file and of the files that it names, by the names it gives them.
  let documents: [Document]

  /// The file as a tree, upon which changes can be tried.
  let root: Node
  private let surroundings: Surroundings

  /// A file of rules as it was read.
  struct Document {
    /// As the pipeline file names it; `pipeline.json5` for that file itself.
    let name: String
    let bytes: [UInt8]
  }

  /// Reads the file, or the `pipeline.json5` of a folder; every fault is told with line and column, and nil answered.
  ///
  /// Warnings about a file that can be used are told where `warns` asks for them, and else only beside what makes it unusable.
  static func read(_ operand: String, _ talk: Talk, warns: Bool = false) -> PipelineFile? {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: operand, isDirectory: &isFolder)
    let path =
      exists && isFolder.boolValue
      ? "\(operand.hasSuffix("/") ? String(operand.dropLast()) : operand)/pipeline.json5" : operand
    guard let bytes = try? Data(contentsOf: URL(filePath: path)) else {
      talk.complain(
        Wording(
          "\(path): cannot be read; name a pipeline file or the folder that holds pipeline.json5",
          "\(path)：无法读取；请指定流程文件，或包含 pipeline.json5 的文件夹"))
      return nil
    }
    let base = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
    let surroundings = Surroundings(
      path: path, base: base, tellsWarnings: warns, templates: { OfficeTemplate.files(beside: path) }
    ) { name in
      let file =
        name.hasPrefix("/")
        ? name : URL(filePath: base).appending(path: name).standardizedFileURL.path(percentEncoded: false)
      return (file, try? Data(contentsOf: URL(filePath: file)))
    }
    return read([UInt8](bytes), surroundings, talk, warns: warns)
  }

  /// Reads the rules that a bundle carries; nothing outside it is looked at.
  static func read(_ bundle: String, _ rules: [VerificationBundle.Rule], _ talk: Talk) -> PipelineFile? {
    let templates = { rules.compactMap { OfficeTemplate(named: $0.name, bytes: $0.bytes, in: bundle) } }
    let surroundings = Surroundings(
      path: "\(bundle): pipeline.json5", base: "/", tellsWarnings: false, templates: templates
    ) { name in
      ("\(bundle): \(name)", rules.dropFirst().first { $0.name == name }.map { Data($0.bytes) })
    }
    return read(rules.first?.bytes ?? [], surroundings, talk, warns: false)
  }

  /// Where a file that the pipeline file names lies, and its bytes; nil where it cannot be read.
  fileprivate typealias Lookup = (_ name: String) -> (path: String, bytes: Data?)

  /// Where the file lies, and the files that it names.
  private struct Surroundings {
    let path: String
    let base: String
    /// Whether what is odd in a file that can be used is told.
    let tellsWarnings: Bool
    /// The office's own templates.
    let templates: () -> [OfficeTemplate]
    let lookup: Lookup
  }

  private static func read(
    _ bytes: [UInt8], _ surroundings: Surroundings, _ talk: Talk, warns: Bool
  ) -> PipelineFile? {
    let faults = FaultCollector()
    let document = Document(name: "pipeline.json5", bytes: bytes)
    let file = JSON5.tree(of: bytes, faults).flatMap { PipelineFile($0, document, surroundings, faults, talk) }
    if warns || faults.refuses {
      for line in faults.lines(file: surroundings.path, in: talk.language) { talk.complain(line) }
    }
    return file
  }

  /// The file that a tree comes to; nil when it must be refused, the reasons being among the faults, or told where they lie in another
  /// file.
  private init?(
    _ root: Node, _ document: Document, _ surroundings: Surroundings, _ faults: FaultCollector, _ talk: Talk
  ) {
    var stages: (Scorer, MetricFolder)?
    var whole = Programme.read(root, faults) { programme in
      checkAwards(programme, faults)
      let scorer = Scorer(programme, faults: faults)
      let folder = MetricFolder(programme, scorer, faults: faults)
      stages = (scorer, folder)
      lint(programme, scorer, faults)
      lintMetrics(programme, scorer, folder, faults)
    }
    var documents = [document]
    let areCalendarsRead = whole?.readCalendars(surroundings.lookup, &documents, faults, talk) ?? true
    let templates = surroundings.templates()
    // Names are those of the programme, so they are checked once that has no faults of its own.
    let areTemplatesSound = OfficeTemplate.check(
      templates, in: areCalendarsRead && !faults.refuses ? whole : nil, warns: surroundings.tellsWarnings, talk)
    whole?.take(templates, &documents)
    guard areCalendarsRead, areTemplatesSound, !faults.refuses, let programme = whole, let (scorer, folder) = stages
    else { return nil }
    input =
      programme.input.hasPrefix("/")
      ? programme.input
      : URL(filePath: surroundings.base).appending(path: programme.input).standardizedFileURL.path(
        percentEncoded: false)
    (path, self.programme, self.scorer, self.folder) = (surroundings.path, programme, scorer, folder)
    (self.documents, self.root, self.surroundings) = (documents, root, surroundings)
  }

  /// The file with changes put upon it, one after another; nil when what comes of it must be refused, the reasons being among the faults.
  func changed(by changes: [RuleChange], _ faults: FaultCollector, _ talk: Talk) throws(PathFault) -> PipelineFile? {
    var changed = root
    for change in changes { changed = try change.applied(to: changed) }
    return PipelineFile(changed, documents[0], surroundings, faults, talk)
  }

  /// The digest of all rules, whatever their comments and line breaks.
  var digest: String {
    Stages.digest(of: programme.parts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
  }

  /// The digests of the files of rules, to say later which of them is another one.
  var digests: RuleDigests {
    let own = programme.parts.filter { $0.key != "templates" && $0.key != "calendar" }
    var digests = [documents[0].name: Stages.digest(of: own.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })]
    for document in documents.dropFirst() {
      digests[document.name] = Stages.digest(of: [String(decoding: document.bytes, as: UTF8.self)])
    }
    return RuleDigests(of: digests)
  }

  /// A file of rules as the reader names it.
  func path(of name: String) -> String {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    return name == documents[0].name ? path : name.hasPrefix("/") || folder.isEmpty ? name : "\(folder)/\(name)"
  }

  /// The canonical text of parts of the file, for the fingerprints of the stages.
  func text(of parts: String...) -> String {
    parts.map { "\($0)=\(programme.parts[$0] ?? "")" }.joined(separator: "\n")
  }
}

extension Programme {
  /// Reads the calendars that the publicity period is reckoned by; false, and why, when one of them cannot be used.
  fileprivate mutating func readCalendars(
    _ lookup: PipelineFile.Lookup, _ documents: inout [PipelineFile.Document], _ faults: FaultCollector, _ talk: Talk
  ) -> Bool {
    guard var publicity = reports.nominees?.publicity else { return true }
    var isSound = true
    var texts: [String] = []
    for name in publicity.calendarFiles {
      let (path, bytes) = lookup(name)
      guard let bytes else {
        faults.refuse(
          publicity.place,
          Wording("\(path): the calendar cannot be read; correct 'calendar'", "\(path)：无法读取日历文件；请更正 calendar"))
        continue
      }
      let found = FaultCollector()
      if let text = publicity.calendar.read([UInt8](bytes), found) { texts.append(text) } else { isSound = false }
      for line in found.lines(file: path, in: talk.language) { talk.complain(line) }
      documents.append(PipelineFile.Document(name: name, bytes: [UInt8](bytes)))
    }
    if isSound, !faults.refuses { publicity.checkPeriod(faults) }
    if !texts.isEmpty { parts["calendar"] = texts.joined(separator: "\n") }
    reports.nominees?.publicity = publicity
    return isSound
  }
}
