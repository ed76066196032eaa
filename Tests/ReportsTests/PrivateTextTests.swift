import Reports
import TestSupport
import Testing

struct PrivateTextTests {
  @Test(arguments: [
    // 18 places: with the right check digit, with a wrong one, with X.
    ("990101198001011236", "identity 990101198001011236"), ("990101198001011230", "identity 990101198001011230"),
    ("99100119800101123X", "identity 99100119800101123X"),
    ("991001 19800101 1234", "identity 991001198001011234"), ("99100119800101123x。", "identity 99100119800101123X"),
    ("９９１００１１９８００１０１１２３４", "identity 991001198001011234"),
    ("9910 0119 8001 0112 34（空格）", ""), ("9901 0119 8001 0112 3X", ""),
    ("991001-19800101-1234", "identity 991001198001011234"),
    ("9 9 0 1 0 1 1 9 8 0 0 1 0 1 1 2 3 6", "identity 990101198001011236"),
    // 15 places.
    ("991001800101123", "identity 991001800101123"), ("991001 800101 123", "identity 991001800101123"),
    // A telephone and an identity number without anything between them.
    ("1381234567899010119800101009X", "identity 1381234567899010119800101009X"),
    // Mobiles.
    ("13812345678", "mobile 13812345678"), ("张三13812345678（新）", "mobile 13812345678"),
    ("138-1234-5678", "mobile 13812345678"), ("138 1234 5678", "mobile 13812345678"),
    ("138\u{3000}1234\u{3000}5678", "mobile 13812345678"), ("138—1234—5678", "mobile 13812345678"),
    ("138.1234.5678", "mobile 13812345678"), ("138/1234/5678", "mobile 13812345678"),
    ("１３８１２３４５６７８", "mobile 13812345678"), ("1 3 8 1 2 3 4 5 6 7 8", "mobile 13812345678"),
    ("138\u{200B}1234\u{FEFF}5678", "mobile 13812345678"), ("1\u{200D}3\u{2060}8\u{AD}12345678", "mobile 13812345678"),
    ("138\u{202E}12345678", "mobile 13812345678"), ("138\n1234\n5678", "mobile 13812345678"),
    ("138\\-1234\\-5678", "mobile 13812345678"), ("+86 138 1234 5678", "mobile 13812345678"),
    ("0086-13812345678", "mobile 13812345678"), ("8613812345678", "mobile 13812345678"),
    ("一三八一二三四五六七八", "mobile 13812345678"), ("①③⑧①②③④⑤⑥⑦⑧", "mobile 13812345678"),
    ("𝟭𝟯𝟴𝟭𝟮𝟯𝟰𝟱𝟲𝟳𝟴", "mobile 13812345678"), ("第3组 13812345678", "mobile 13812345678"),
    ("100-1234-5678", "mobile 10012345678"), ("1380 123 4567", "mobile 13801234567"),
    ("13812345678、13912345678", "mobile 13812345678, mobile 13912345678"),
    ("13812345678X", "mobile 13812345678"), ("手机13812345678x801", "mobile 13812345678"),
    ("张三A13812345678B", "mobile 13812345678"), ("1381234567813912345678", "mobile 1381234567813912345678"),
    // Landlines with their area code.
    ("0512-12345678", "landline 051212345678"), ("（0512）1234567", "landline 05121234567"),
    ("(010)12345678", "landline 01012345678"), ("02112345678转801", "landline 02112345678"),
    ("0512-12345678-801", "landline 051212345678"), ("0512 1234 5678", "landline 051212345678"),
    ("+86 512 12345678", "landline 051212345678"),
    // Addresses.
    ("zhang.san@example.org", "email zhang.san@example.org"), ("Zhang＠Example．org", "email zhang@example.org"),
    ("zhang @ example . org", "email zhang@example.org"), ("邮箱：12345@qq.com。", "email 12345@qq.com"),
    ("z\u{200B}s@example.org", "email zs@example.org"),
  ])
  func `what belongs to a person is found in whatever way it is written`(text: String, found: String) {
    #expect(PrivateText.find(in: text).map { "\($0.kind) \($0.plain)" }.joined(separator: ", ") == found)
  }

  @Test(arguments: [
    "", "2023年8月20日24时", "2023-08-20 24:00:00", "2023-08-28 - 2023-09-01", "第12345号", "2023000123", "20230001234",
    "98765432101",
    "513名", "12—34", "1001234567", "202300039544", "990101001", "1 2 3 4 5 6 7 8 9 10", "90.00 88.50 77.2",
    "13.50 88.50 77.25",
    // Long codes of people, though a telephone could be read into them.
    "202313812345678", "32050213812345678", "1381234567820231", "0.13812345678", "0.916666666666667", "云川省云泽市泽东区",
    "一二三四五六七八九十", "二〇二三年八月二十日",
    // Eighteen and fifteen digits that no day of birth is in: credit codes of offices, numbers of accounts.
    "123456789012345678", "12320000466007597X", "123456789012345", "6222021234567890123", "00000000-00000000",
    "000-00000000",
    "v1.2.3", "a@b", "@全体", "关注@某某", "{DA7ABA51-AAAA-BBBB-0001-000000000001}", "0012345678", "00123456789",
  ])
  func `dates, codes, figures and ordinary words are let through`(text: String) {
    #expect(PrivateText.find(in: text) == [])
  }

  @Test func `a number is found wherever it stands, and only there`() {
    for seed in Cases.seeds(usually: 2_000) {
      var generator = SeededGenerator(seed: seed)
      let around = "云泽市第一小学张三（）、，ABXx".map(String.init)
      func words() -> String {
        (0..<Int.random(in: 0...8, using: &generator)).map { _ in generator.pick(around) ?? "" }.joined()
      }
      let digits = (0..<9).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
      let number = "1\(Int.random(in: 3...9, using: &generator))\(digits)"
      let hidden = number.map { digit in
        let width = generator.oneIn(3) ? "\u{200B}" : ""
        let wide = generator.oneIn(2) ? Unicode.Scalar(UInt32(digit.asciiValue ?? 0) + 0xFEE0).map { String($0) } : nil
        return (wide ?? String(digit)) + width
      }.joined()
      let (before, after) = (words(), words())
      #expect(PrivateText.find(in: before + hidden + after).map(\.plain) == [number], "SEED=\(seed)")
      #expect(PrivateText.find(in: before + after) == [], "SEED=\(seed)")
    }
  }

  @Test(arguments: [
    ("99100119800101123X", "991001********123X"), ("991001800101123", "991001*****1123"),
    ("13812345678", "138****5678"), ("0512-12345678", "051*****5678"), ("zhang.san@example.org", "z***@example.org"),
  ])
  func `enough is shown of a number to find it again, and too little to use it`(text: String, covered: String) {
    #expect(PrivateText.find(in: text).map(Mask.standard.covered) == [covered])
  }

  @Test func `no day and time is looked at, and none would give anybody away`() {
    for seed in Cases.seeds(usually: 500) {
      var generator = SeededGenerator(seed: seed)
      func digits(_ count: Int) -> String {
        (0..<count).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
      }
      let day = "\(Int.random(in: 1...2, using: &generator))\(digits(3))-\(digits(2))-\(digits(2))"
      let moment = "\(day) \(digits(2)):\(digits(2)):\(digits(2))"
      #expect(PrivateText.find(in: moment) == [], "SEED=\(seed)")
      // With a letter before it the text is searched like any other.
      #expect(PrivateText.find(in: "x" + moment) == [], "SEED=\(seed)")
    }
    #expect(PrivateText.find(in: "0512-12-34 56 78:00").count == 0)
    #expect(PrivateText.find(in: "0512-12345678 10:00").map(\.kind) == [.landline])
  }
}
