import Foundation
import Programme
import Reports
import Stages

/// A file in the folder of an office's own templates.
struct OfficeTemplate {
  /// `bulletin.md`.
  let name: String
  /// As messages name it.
  let path: String
  /// Nil where it cannot be read.
  let bytes: [UInt8]?

  private init(name: String, path: String, bytes: [UInt8]?) {
    (self.name, self.path, self.bytes) = (name, path, bytes)
  }

  /// One that a bundle carries; nil for its other files.
  init?(named name: String, bytes: [UInt8], in bundle: String) {
    let folder = PaperTemplate.folder + "/"
    guard name.hasPrefix(folder) else { return nil }
    self.init(name: String(name.dropFirst(folder.count)), path: "\(bundle): \(name)", bytes: bytes)
  }

  /// Everything in the folder of templates beside a pipeline file, but what editors and file managers leave there.
  static func files(beside pipeline: String) -> [OfficeTemplate] {
    let folder = folder(beside: pipeline)
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      return [OfficeTemplate(name: "", path: folder, bytes: nil)]
    }
    let kept = names.filter { !$0.hasPrefix(".") && !$0.hasPrefix("~$") && !$0.hasSuffix("~") && !$0.hasSuffix(".bak") }
    return kept.sorted().map { name in
      let path = "\(folder)/\(name)"
      return OfficeTemplate(
        name: name, path: path, bytes: (try? Data(contentsOf: URL(filePath: path))).map { [UInt8]($0) })
    }
  }

  /// The folder of templates beside a pipeline file, named as that is named.
  static func folder(beside pipeline: String) -> String {
    let parts = pipeline.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return (parts.isEmpty ? "" : parts.joined(separator: "/") + "/") + PaperTemplate.folder
  }

  /// Whether all can be used; every fault is told with its place.
  static func check(_ templates: [OfficeTemplate], in programme: Programme?, warns: Bool, _ talk: Talk) -> Bool {
    var areSound = true
    for template in templates {
      let faults = FaultCollector()
      template.check(in: programme, faults)
      areSound = areSound && !faults.refuses
      guard warns || faults.refuses else { continue }
      for line in faults.lines(file: template.path, in: talk.language) { talk.complain(line) }
    }
    return areSound
  }

  private func check(in programme: Programme?, _ faults: FaultCollector) {
    let beginning = Place(line: 1, column: 1)
    guard !name.isEmpty else {
      return faults.refuse(
        beginning,
        Wording(
          "the folder of templates cannot be read; make it a folder that you may read, or take it away",
          "无法读取模板文件夹；应为可读取的文件夹，不用时请移走"))
    }
    guard let paper = PaperTemplate(fileName: name) else {
      let hint = Spelling.hint(for: name, among: PaperTemplate.allCases.map(\.fileName), in: .prose)
      return faults.refuse(
        beginning,
        Wording("no paper has a template of this name; \(hint.english)", "没有以此命名的模板；\(hint.chinese)"))
    }
    guard let bytes else {
      return faults.refuse(
        beginning, Wording("the template cannot be read; make it a text file", "无法读取模板；应为文本文件"))
    }
    paper.check(bytes, in: programme, faults)
  }
}

extension Programme {
  /// Makes templates part of the programme, so that papers, digests and bundles have them.
  mutating func take(_ templates: [OfficeTemplate], _ documents: inout [PipelineFile.Document]) {
    var digests: [String] = []
    for template in templates {
      guard let bytes = template.bytes else { continue }
      let text = String(decoding: bytes, as: UTF8.self)
      self.templates[template.name] = text
      digests.append("\(template.name)=\(digest(of: [text]))")
      documents.append(PipelineFile.Document(name: "\(PaperTemplate.folder)/\(template.name)", bytes: bytes))
    }
    if !digests.isEmpty { parts["templates"] = digests.joined(separator: "\n") }
  }
}
