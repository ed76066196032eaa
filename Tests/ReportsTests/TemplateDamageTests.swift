import Foundation
import Programme
import Reports
import TestSupport
import Testing

struct TemplateDamageTests {
  private static let pieces = [
    "{% 否则 %}\n", "{% 结束 %}\n", "{% 如果 首期 %}\n", "{% 每个 地市 %}\n", "{% 每个 县（市、区） 前 2 %}{{ 次序 }}{% 结束 %}", "{{ 地市 }}",
    "{{ 合格率.变化 }}", "{% 表 口径 %}\n", "| 甲 |\n|---|\n", "# ", "1. ",
    "{% 居中 %}", "【待填写：", "非 ", "> 5", "", "\n",
  ]

  /// The program's own bulletin with a line taken out, put in or put elsewhere, and a piece put somewhere.
  private static func damaged(_ generator: inout SeededGenerator) -> String {
    var lines = String(decoding: PaperTemplate.bulletin.builtIn, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let from = Int.random(in: 0..<lines.count, using: &generator)
    let line = lines.remove(at: from)
    if generator.oneIn(2) { lines.insert(line, at: Int.random(in: 0...lines.count, using: &generator)) }
    let at = Int.random(in: 0..<lines.count, using: &generator)
    let piece = generator.pick(pieces) ?? ""
    lines[at] = generator.oneIn(2) ? piece + lines[at] : lines[at] + piece
    return lines.joined(separator: "\n")
  }

  @Test func `a damaged template is refused with a place, or prints a paper`() throws {
    let province = try BulletinProvince()
    var (refused, printed) = (0, 0)
    for seed in Cases.seeds(whileBuilding: 40, whenChecking: 600) {
      var generator = SeededGenerator(seed: seed)
      let template = Self.damaged(&generator)
      let faults = FaultCollector()
      PaperTemplate.bulletin.check(Array(template.utf8), in: province.programme, faults)
      guard !faults.refuses else {
        refused += 1
        let lines = template.split(separator: "\n", omittingEmptySubsequences: false).count
        #expect(faults.faults.allSatisfy { (1...lines).contains($0.place.line) }, "SEED=\(seed)")
        continue
      }
      // Printing takes longer than reading by far.
      guard printed < 100 else { continue }
      printed += 1
      var edition = province.secondEdition
      edition.programme.templates["bulletin.md"] = template
      try withFolder { folder in
        try writeBulletin(edition, from: province.database, into: folder)
        let text = try String(contentsOfFile: "\(folder)/bulletin.md", encoding: .utf8)
        #expect(text.count > 1_000, "SEED=\(seed)")
        #expect(!text.contains("{%") && !text.contains("\n\n\n"), "SEED=\(seed)")
      }
    }
    #expect(refused > 0 && printed > 0)
  }
}
