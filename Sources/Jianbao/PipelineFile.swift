import Awards
import Foundation
import Metrics
import Programme
import Scoring

/// A pipeline file that was read without a fault, with what the exact stages make of it.
struct PipelineFile {
  let path: String
  let programme: Programme
  let scorer: Scorer
  let folder: MetricFolder
  /// Where the exports lie.
  let input: String
  /// The file as a tree, upon which changes can be tried.
  let root: Node

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
    let faults = FaultCollector()
    let file = JSON5.tree(of: [UInt8](bytes), faults).flatMap { PipelineFile(path, $0, faults) }
    if warns || faults.refuses {
      for line in faults.lines(file: path, in: talk.language) { talk.complain(line) }
    }
    return file
  }

  /// The file that a tree comes to; nil when it must be refused, the reasons being among the faults.
  private init?(_ path: String, _ root: Node, _ faults: FaultCollector) {
    var stages: (Scorer, MetricFolder)?
    let programme = Programme.read(root, faults) { programme in
      checkAwards(programme, faults)
      let scorer = Scorer(programme, faults: faults)
      stages = (scorer, MetricFolder(programme, scorer, faults: faults))
      lint(programme, scorer, faults)
      lintMetrics(programme, scorer, faults)
    }
    guard let programme, let (scorer, folder) = stages else { return nil }
    let base = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
    input =
      programme.input.hasPrefix("/")
      ? programme.input
      : URL(filePath: base).appending(path: programme.input).standardizedFileURL.path(percentEncoded: false)
    (self.path, self.programme, self.scorer, self.folder, self.root) = (path, programme, scorer, folder, root)
  }

  /// The file with changes put upon it, one after another; nil when what comes of it must be refused, the reasons being among the faults.
  func changed(by changes: [RuleChange], _ faults: FaultCollector) throws(PathFault) -> PipelineFile? {
    var changed = root
    for change in changes { changed = try change.applied(to: changed) }
    return PipelineFile(path, changed, faults)
  }

  /// The canonical text of parts of the file, for the fingerprints of the stages.
  func text(of parts: String...) -> String {
    parts.map { "\($0)=\(programme.parts[$0] ?? "")" }.joined(separator: "\n")
  }
}
