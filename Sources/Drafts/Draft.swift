package import Exports
package import Programme

/// A pipeline file proposed from exports that nobody has described yet.
///
/// What the exports show is written out and marked for checking; what only the office knows is left `null` with a question beside
/// it, so that the file is refused, place by place, until a person has answered. Nothing is guessed silently.
package struct Draft: Sendable {
  /// The pipeline file.
  package let text: String
  /// What was recognised, one line a source.
  package let recognised: [Wording]
  /// Sheets of no known kind.
  package let unknown: [Wording]
  /// Files that cannot be read.
  package let unreadable: [ExportError]
  /// What must be filled in, by line of the file.
  package let questions: [(line: Int, question: String)]

  /// Looks at the files; `folder` is where the pipeline file will lie.
  package init(files: [String], folder: String) {
    let exports = DraftExports(files)
    let programme = ProgrammeDraft(exports, folder: folder)
    let text = programme.written()
    self.text = text.text
    questions = text.questions
    recognised = exports.sources.map { source in
      let headers = source.sample.match.columns.map { "“\(oneLine($0.header))”→\($0.id)" }.joined(separator: "、")
      return Wording(
        "\(source.files): \(source.kind.rawValue), as source '\(source.id)', \(counted(source.rows, "row")); \(headers)",
        "\(source.files)：\(source.kind.rawValue) 类，数据源 \(source.id)，\(source.rows)行；\(headers)")
    }
    unknown = exports.unknown.map { sheet in
      Wording(
        "\(sheet.name): of no known kind; headers: \(sheet.headers)", "\(sheet.name)：未能识别是哪一类数据；表头：\(sheet.headers)")
    }
    unreadable = exports.unreadable
  }

  /// Whether there is anything to propose.
  package var isEmpty: Bool { recognised.isEmpty }
}
