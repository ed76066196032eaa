import Store
import TestSupport
import Testing

@Test func `terms are numbered in the order of their first appearance`() {
  var index = TermIndex()
  #expect(["甲", "乙", "甲", "", "乙"].map { index.add($0) } == [0, 1, 0, 2, 1])
  #expect(index.find("丙") == nil)
  #expect((0..<index.count).map(index.text) == ["甲", "乙", ""])
}

@Test func `an index that grew many times finds what a dictionary finds`() {
  for seed in Cases.seeds(usually: 5) {
    var random = SeededGenerator(seed: seed)
    var index = TermIndex(capacity: 1)
    var oracle: [String: Int] = [:]
    for _ in 0..<5_000 {
      let stem = String(repeating: "长", count: Int.random(in: 0...10, using: &random))
      let text = stem + String(Int.random(in: 0..<600, using: &random), radix: 36)
      let expected = oracle[text] ?? oracle.count
      oracle[text] = expected
      #expect(index.add(text) == expected, "SEED=\(seed)")
    }
    for (text, number) in oracle { #expect(index.find(text) == number, "SEED=\(seed)") }
  }
}

@Test func `a packed item key gives its code back`() {
  for seed in Cases.seeds(usually: 2_000) {
    var random = SeededGenerator(seed: seed)
    let letters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_")
    let code = String((0..<Int.random(in: 1...11, using: &random)).compactMap { _ in random.pick(letters) })
    let key = ItemKey.packed(Array(code.utf8).span)
    #expect(key.map(ItemKey.code) == code, "SEED=\(seed)")
  }
}

@Test(arguments: ["", "tz01", "TZ 1", "作业1", "ABCDEFGHIJKL"])
func `codes that cannot be packed are left to the database`(code: String) {
  #expect(ItemKey.packed(Array(code.utf8).span) == nil)
}
