import Foundation
import Programme
import Reports
import Testing

/// `pipelines/TEMPLATES.md` says what the program does.
struct TemplateReferenceTests {
  private static let file = repository.appending(path: "pipelines/TEMPLATES.md")
  private static let mark = "<!-- names -->\n"

  @Test func `the reference lists every name, as the program knows it`() throws {
    let programme = try provincialProgramme()
    let names = PaperTemplate.allCases.map { $0.markdown(in: programme, .chinese) }.joined(separator: "\n")
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let guide = try #require(text.range(of: Self.mark))
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try (text[..<guide.upperBound] + "\n" + names).write(to: Self.file, atomically: false, encoding: .utf8)
    }
    #expect(String(text[guide.upperBound...]) == "\n" + names, "RECORD=1 writes the names anew")
  }

  @Test func `every example of the reference is a template without a fault`() throws {
    let programme = try provincialProgramme()
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let blocks = text.matches(of: #/```\n([\s\S]*?)```/#).map { String($0.output.1) }.filter { $0.contains("{") }
    #expect(blocks.count == 2)
    for block in blocks {
      let faults = FaultCollector()
      PaperTemplate.bulletin.check(Array(block.utf8), in: programme, faults)
      #expect(faults.lines(file: block, in: .english) == [])
    }
  }

  @Test func `the public list's template can say nothing of anybody but unit and name`() throws {
    let programme = try provincialProgramme()
    let kinds = PaperTemplate.nomineesPublic.reference(in: programme)
    let winner = try #require(kinds.first { $0.kind == "获奖者" })
    #expect(winner.names.map(\.written) == ["{{ 获奖者.单位 }}", "{{ 获奖者.姓名 }}"])
    #expect(kinds.map(\.kind) == ["", "名单", "获奖者"])
  }

  @Test func `every name is explained in both languages, and is no word of the language`() throws {
    let programme = try provincialProgramme()
    for paper in PaperTemplate.allCases {
      for kind in paper.reference(in: programme) {
        for name in kind.names {
          #expect(!name.meaning.english.isEmpty && !name.meaning.chinese.isEmpty, "\(name.written)")
          // A sentence that ends in a sign would end in two.
          #expect(name.meaning.chinese.last.map { "。；，".contains($0) } == false, "\(name.written)")
        }
      }
    }
  }
}
