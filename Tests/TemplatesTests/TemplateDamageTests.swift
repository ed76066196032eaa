import Programme
import Templates
import TestSupport
import Testing

struct TemplateDamageTests {
  private static let sound = """
    {# 说明 #}
    # {{ 序号 一 }}、学情

    {% 居中 %}截至{{ 上期 }}
    报名学员{{ 报名学员 }}人{% 如果 有 上期 且 (合格率 < 90% 或 非 首期) %}，合格率{{ 合格率 }}{% 否则 %}，首期{% 结束 %}。

    {% 插入 刊头 %}
    {% 表 总体情况 %}
    {% 每个 地市 按名次 前 3 %}
    1. **{{ 地市.名称 }}**：第{{ 地市.名次 }}名{% 每个 地市.下级 为 县 以 “、” 相隔 %}{{ 县.名称 }}{% 结束 %}（条件：{{ 地市.次序 }}）
    {% 结束 %}

    | 单位 | 合格率 |
    |:---|---:|
    {% 每个 地市 %}
    | {{ 地市 }} | {{ 地市.合格率 }} |
    {% 结束 每个 %}
    【待填写：原因】
    ---
    {% 落款 “填表人” “审核人” %}
    """

  private static let pieces = [
    "{{", "}}", "{%", "%}", "{#", "#}", "“", "”", "\"", "「", "」", "|", "\n", "\r", "#", "**", "（条件：", "）", ".", "(",
    ")", "%",
    "90%", "如果 ", "否则 ", "结束 ", "每个 ", "表 ", "有 ", "非 ", "地市", "合格率", "序号 一", "\u{0}", "\u{FEFF}", "é̂", "𠮷", "👨‍👩‍👧", "　",
  ]

  @Test func `the template that is damaged is sound`() {
    #expect(SmallPaper.faults(Self.sound) == [])
  }

  @Test func `a damaged template is read, or its faults have places in it`() {
    var refused = 0
    let seeds = Cases.seeds(whileBuilding: 2_000, whenChecking: 50_000)
    for seed in seeds {
      var generator = SeededGenerator(seed: seed)
      let bytes = Self.damaged(&generator)
      let faults = FaultCollector()
      Template.read(bytes, faults).check(against: SmallPaper.signature, faults)
      refused += faults.refuses ? 1 : 0
      let text = String(decoding: bytes, as: UTF8.self)
      let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map(\.unicodeScalars.count)
      for fault in faults.faults {
        #expect(fault.place.line >= 1 && fault.place.line <= lines.count, "SEED=\(seed): \(fault)")
        #expect(fault.place.column >= 1 && fault.place.column <= (lines.max() ?? 0) + 1, "SEED=\(seed): \(fault)")
        #expect(!fault.wording.chinese.isEmpty && !fault.wording.english.isEmpty, "SEED=\(seed)")
      }
    }
    // A suite that refuses nothing, or all, would prove nothing.
    if seeds.count > 1_000 { #expect(refused > seeds.count / 4 && refused < seeds.count * 99 / 100) }
  }

  /// The sound template with a few bytes or pieces taken out, put in, or put elsewhere.
  private static func damaged(_ generator: inout SeededGenerator) -> [UInt8] {
    var scalars = Array(sound.unicodeScalars)
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let start = Int.random(in: 0..<max(1, scalars.count), using: &generator)
      let end = min(scalars.count, start + Int.random(in: 0...12, using: &generator))
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: scalars.removeSubrange(start..<end)
      case 1: scalars.insert(contentsOf: (generator.pick(pieces) ?? "").unicodeScalars, at: start)
      case 2: scalars.insert(contentsOf: scalars[start..<end], at: Int.random(in: 0...scalars.count, using: &generator))
      default: scalars.replaceSubrange(start..<end, with: (generator.pick(pieces) ?? "").unicodeScalars)
      }
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    var bytes = Array(String(text).utf8)
    if generator.oneIn(20), !bytes.isEmpty {
      bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
    }
    return bytes
  }
}
