import Answers
import Programme
import Reports
import Store

extension Difference {
  /// The differences as a page: counts by source, then a table for each source that has any.
  func markdown(in language: Language) -> String {
    let heading = Wording("Differences \(from.asOf) → \(to.asOf)", "变化：\(from.asOf) → \(to.asOf)")[language]
    let kinds = DifferenceKind.allCases.filter { kind in sections.contains { $0.counts[kind] != nil } }
    var lines = ["# \(heading)", ""]
    lines += table(
      [Wording("source", "数据源")[language]] + kinds.map { $0.title[language] },
      sections.map { section in
        [section.title] + kinds.map { section.counts[$0].map(String.init) ?? "—" }
      })
    let titles = [
      Wording("difference", "变化"), Wording("code", "编号"), Wording("name", "姓名"), Wording("before", "原来"),
      Wording("now", "现在"), Wording("row", "出处"),
    ]
    lines += awards.pages(in: language, table)
    for section in sections where section.count > 0 {
      lines += ["", "## \(MarkdownText.escaped(section.title))", ""]
      lines += table(titles.map { $0[language] }, section.lines.map { $0.cells(in: language) })
      if section.lines.count < section.count {
        let rest = section.count - section.lines.count
        lines += ["", Wording("And \(rest) more; --all lists them.", "另有\(rest)处；加 --all 全部列出。")[language]]
      }
    }
    return lines.joined(separator: "\n")
  }

  private func table(_ head: [String], _ rows: [[String]]) -> [String] {
    let lines = ([head] + rows).map { cells in
      "| " + cells.map { $0.isEmpty ? "—" : MarkdownText.escaped($0) }.joined(separator: " | ") + " |"
    }
    return [lines[0], "|" + String(repeating: " --- |", count: head.count)] + lines.dropFirst()
  }
}

extension AwardDifferences {
  /// A table of those who entered or left for every award in which anybody did.
  fileprivate func pages(in language: Language, _ table: ([String], [[String]]) -> [String]) -> [String] {
    switch self {
    case .unknown(let why): return ["", MarkdownText.escaped(why[language])]
    case .found(let awards):
      let heads = [
        Wording("award", "评优"), Wording("code", "编号"), Wording("name", "姓名"), Wording("before", "原来"),
        Wording("now", "现在"), Wording("because of", "原因"),
      ].map { $0[language] }
      return awards.filter { !$0.isStill }.flatMap { award in
        let told = award.movers.map { $0.cells(in: language) }
        let all = [AwardMoveKind.wins, .loses, .enters, .leaves].reduce(0) { $0 + (award.counts[$1] ?? 0) }
        let rest = all - told.count
        let more = Wording("And \(rest) more; --all lists them.", "另有\(rest)；加 --all 全部列出。")[language]
        return ["", "## \(MarkdownText.escaped(award.summary[language]))", ""] + table(heads, told)
          + (rest > 0 ? ["", more] : [])
      }
    }
  }
}

extension AwardMover {
  fileprivate func cells(in language: Language) -> [String] {
    [
      kind.title[language], code, name, before[language], after[language],
      causes.map { $0.wording[language] }.joined(separator: language == .chinese ? "；" : "; "),
    ]
  }
}

extension DifferenceLine {
  fileprivate func cells(in language: Language) -> [String] {
    let subject = subject[language]
    let kind = subject.isEmpty ? kind.title[language] : "\(kind.title[language])（\(subject)）"
    return [kind, code, name, before?[language] ?? "", after?[language] ?? "", place[language]]
  }
}
