import Foundation
import Programme
import Reports
import Templates
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
    #expect(blocks.count == 3)
    for block in blocks {
      let faults = FaultCollector()
      PaperTemplate.bulletin.check(Array(block.utf8), in: programme, faults)
      #expect(faults.lines(file: block, in: .english) == [])
    }
  }

  @Test func `the lead that the reference spells out is the built-in one, in a first issue and in a later one`() throws
  {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let lead = try #require(text.matches(of: #/```\n(截至[^\n]*)\n```/#).first).output.1
    let province = try BulletinProvince()
    for edition in [province.firstEdition, province.secondEdition] {
      var edition = edition
      edition.programme.templates["bulletin.md"] = "\(lead)\n{{ 导语 }}"
      let paragraphs = try withFolder { folder in
        try writeBulletin(edition, from: province.database, into: folder)
        return try String(contentsOfFile: "\(folder)/bulletin.md", encoding: .utf8).split(separator: "\n")
      }
      #expect(paragraphs.count == 2 && paragraphs[0] == paragraphs[1])
    }
  }

  @Test func `the public list's template can say nothing of anybody but unit, name and the subject of the place`()
    throws
  {
    let programme = try provincialProgramme()
    let kinds = PaperTemplate.nomineesPublic.reference(in: programme)
    let winner = try #require(kinds.first { $0.kind == "获奖者" })
    #expect(winner.names.map(\.written) == ["{{ 获奖者.单位 }}", "{{ 获奖者.姓名 }}", "{{ 获奖者.名额所属 }}"])
    #expect(kinds.map(\.kind) == ["", "名单", "获奖者"])
  }

  @Test func `every name is explained in both languages, and is no word of the language`() throws {
    let programme = try provincialProgramme()
    for paper in PaperTemplate.allCases {
      for kind in paper.reference(in: programme) {
        let names = kind.names.map(\.name)
        #expect(Set(names).count == names.count, "a name of \(kind.kind) means two things")
        // What follows a dot cannot be taken for a word of the language.
        if kind.kind.isEmpty { #expect(names.allSatisfy { TemplateKeyword(rawValue: $0) == nil }) }
        for name in kind.names {
          #expect(!name.meaning.english.isEmpty && !name.meaning.chinese.isEmpty, "\(name.written)")
          // A sentence that ends in a sign would end in two.
          #expect(name.meaning.chinese.last.map { "。；，".contains($0) } == false, "\(name.written)")
        }
      }
    }
  }
}
