import Reports
import TestSupport
import Testing

struct NomineesPrivateNumberTests {
  @Test(arguments: [
    "99100119800101123X", "991001198001011234", "991001 19800101 1234", "９９１００１１９８００１０１１２３４", "991001800101123",
    "电话10012345678。", "100-1234-5678", "0999-1234567", "（0999 12345678）",
  ])
  func `a number that looks private is found`(text: String) {
    #expect(PrivateNumber.occurs(in: text))
  }

  @Test(arguments: [
    "", "2023年8月20日24时", "2023-08-20 24:00:00", "第12345号", "2023000123", "20230001234", "98765432101", "513名", "12—34",
    "1001234567", "99100119800101123",
  ])
  func `other numbers are let through`(text: String) {
    #expect(!PrivateNumber.occurs(in: text))
  }

  @Test func `a private number is found wherever it stands`() {
    for seed in Cases.seeds(usually: 2_000) {
      var generator = SeededGenerator(seed: seed)
      let around = "云泽市第一小学张三（）、，ABx".map(String.init)
      let before = (0..<Int.random(in: 0...8, using: &generator)).map { _ in
        around.randomElement(using: &generator) ?? ""
      }
      let digits = [11, 15, 18].randomElement(using: &generator) ?? 11
      let number = "1" + (1..<digits).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
      let after = (0..<Int.random(in: 0...8, using: &generator)).map { _ in
        around.randomElement(using: &generator) ?? ""
      }
      #expect(PrivateNumber.occurs(in: before.joined() + number + after.joined()), "SEED=\(seed)")
      #expect(!PrivateNumber.occurs(in: (before + after).joined()), "SEED=\(seed)")
    }
  }
}
