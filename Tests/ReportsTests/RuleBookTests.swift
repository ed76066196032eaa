import Awards
import Foundation
import Metrics
import Programme
import Reports
import Scoring
import Testing
import TestSupport

/// The names of the folders under `pipelines/` that hold a pipeline file.
private let pipelines: [String] =
  ((try? FileManager.default.contentsOfDirectory(atPath: Repository.path("pipelines"))) ?? []).filter {
    FileManager.default.fileExists(atPath: Repository.path("pipelines/\($0)/pipeline.json5"))
  }.sorted()

/// A pipeline file and the book of its rules.
private struct Read {
  let programme: Programme
  let book: RuleBook

  init(_ name: String) throws {
    let bytes = try Data(contentsOf: URL(filePath: Repository.path("pipelines/\(name)/pipeline.json5")))
    let faults = FaultCollector()
    var stages: (Scorer, MetricFolder)?
    let read = Programme.read([UInt8](bytes), faults) { programme in
      checkAwards(programme, faults)
      let scorer = Scorer(programme, faults: faults)
      stages = (scorer, MetricFolder(programme, scorer, faults: faults))
    }
    programme = try #require(read, "\(faults.lines(file: name, in: .english))")
    let (scorer, folder) = try #require(stages)
    book = RuleBook(programme, scorer, folder)
  }

  /// The rules of the JSON form, by chapter and name; those of an award bear the award's name too.
  func rules() throws -> [String: [String: String]] {
    let root = try #require(JSONSerialization.jsonObject(with: Data(book.json.utf8)) as? [String: Any])
    var rules: [String: [String: String]] = [:]
    for chapter in try #require(root["chapters"] as? [[String: Any]]) {
      let id = try #require(chapter["id"] as? String)
      for section in try #require(chapter["sections"] as? [[String: Any]]) {
        let name = try #require(section["id"] as? String)
        if !name.isEmpty { rules["\(id) \(name)"] = texts(of: section) }
        for rule in try #require(section["rules"] as? [[String: Any]]) {
          let own = try #require(rule["id"] as? String)
          rules[[id, name, own].filter { !$0.isEmpty }.joined(separator: " ")] = texts(of: rule)
        }
      }
    }
    return rules
  }

  private func texts(of object: [String: Any]) -> [String: String] { object.compactMapValues { $0 as? String } }
}

/// What the file declares, where the book must have it, and the clause that must stand with it.
private func declared(_ programme: Programme) -> [(place: String, title: String, cite: String?)] {
  let scheme = programme.scoring
  let clauses = scheme.requirements + scheme.vetoes + scheme.flags
  return scheme.components.map { ("components \($0.id)", $0.title, $0.cite) }
    + [("result pass", "合格线", scheme.pass.cite)]
    + clauses.map { ("result \($0.id)", $0.title, $0.cite) }
    + (scheme.credit.map { [("result credit", "学时认定", $0.cite)] } ?? [])
    + (programme.ledger.map { [("result ledger", $0.title, $0.cite)] } ?? [])
    + programme.tallies.map { ("tallies \($0.id)", $0.title, nil) }
    + programme.metrics.map { ("metrics \($0.id)", $0.title, $0.cite) }
    + (programme.satisfaction.map { [("satisfaction rate", "满意率", $0.cite)] } ?? [])
    + programme.awards.map { ("awards \($0.id)", $0.title, $0.cite) }
    + programme.checks.map { ("checks \($0.id)", "", $0.cite) }
}

struct RuleBookTests {
  @Test func `there are pipeline files to make books of`() {
    #expect(pipelines.contains("jiangsu-provincial") && pipelines.count >= 5)
  }

  @Test func `the rules of the provincial programme read as recorded`() throws {
    try expectGolden(try Read("jiangsu-provincial").book.markdown, "rules-jiangsu-provincial.md")
  }

  @Test(arguments: pipelines)
  func `everything that a pipeline file declares stands in its book with its clause`(name: String) throws {
    let read = try Read(name)
    let rules = try read.rules()
    for (place, title, cite) in declared(read.programme) {
      let rule = try #require(rules[place], "\(place) is not in the book")
      #expect(rule["cite"] == cite, "\(place)")
      #expect(title.isEmpty || (rule["subject"] ?? rule["title"] ?? "").contains(title), "\(place)")
      if let text = rule["text"] { #expect(text.hasSuffix("。") && text.count > 3, "\(place): \(text)") }
    }
  }

  @Test(arguments: pipelines)
  func `the Markdown has every title and clause of the JSON form`(name: String) throws {
    let read = try Read(name)
    let markdown = read.book.markdown.replacing("\\", with: "")
    for (place, rule) in try read.rules() {
      for text in [rule["subject"], rule["title"], rule["cite"]].compactMap({ $0 }) {
        #expect(markdown.contains(text), "\(place): \(text)")
      }
    }
  }

  @Test(arguments: pipelines)
  func `no sentence shows a name of the pipeline file where it has a title`(name: String) throws {
    let read = try Read(name)
    let names = read.programme.tallies.map(\.id.text) + read.programme.metrics.map(\.id.text)
    let long = names.filter { $0.contains("_") }
    for (place, rule) in try read.rules() {
      let text = rule["text"] ?? ""
      #expect(!long.contains(where: text.contains), "\(place): \(text)")
    }
  }

  @Test func `every award says its pool, its places, its order and what becomes of equals`() throws {
    for name in pipelines {
      let read = try Read(name)
      let rules = try read.rules()
      for award in read.programme.awards {
        for part in ["pool", "quota", "rank"] {
          #expect(rules["awards \(award.id) \(part)"] != nil, "\(name) \(award.id)")
        }
        #expect((rules["awards \(award.id) ties"] != nil) == (award.quota != nil), "\(name) \(award.id)")
        #expect((rules["awards \(award.id) split"] != nil) == (award.quota?.split != nil), "\(name) \(award.id)")
      }
    }
  }

  @Test func `the workbook has a sheet for each chapter, every rule with its clause in a row`() throws {
    let papers = try WrittenPapers()
    let read = try Read("jiangsu-provincial")
    try read.book.writeWorkbook(to: papers.folder + "/rules.xlsx")
    #expect(
      try papers.sheets("rules.xlsx") == [
        "目录", "考核项目与计分", "成绩、合格与认定", "统计量", "统计指标", "满意度", "评优", "配备与数据核查", "由人认定、不作计算的条款",
      ])
    let cells = try papers.sheets("rules.xlsx").flatMap { sheet in
      try papers.rows("rules.xlsx", sheet: sheet).flatMap { row in row }
    }
    for (place, rule) in try read.rules() {
      for text in [rule["subject"], rule["text"]].compactMap({ $0 }) { #expect(cells.contains(text), "\(place)") }
      if let cite = rule["cite"] { #expect(cells.contains { $0 == cite || $0 == cite + "。" }, "\(place)") }
    }
  }

  @Test func `the same file gives the same bytes`() throws {
    let papers = try WrittenPapers()
    for name in ["one.xlsx", "two.xlsx"] {
      try Read("lanxi-school-based-2021").book.writeWorkbook(to: papers.folder + "/" + name)
    }
    #expect(try papers.bytes("one.xlsx") == papers.bytes("two.xlsx"))
  }
}
