import Exports
import Testing

struct TextFormTests {
  @Test(arguments: [
    ("XY0001", "XY0001"), ("'32010619900101123X", "32010619900101123X id_text_guard"), ("\t0012", "0012 id_text_guard"),
    ("=\"0012\"", "0012 id_text_guard"), ("ＸＹ０１", "XY01 fullwidth"), ("12 34", "1234 inner_space"),
    ("1001.0", "1001 float_tail"),
    ("3.20621E+17", "fault id_precision_lost"), ("4.40981e+17", "fault id_precision_lost"),
    ("3E+17", "fault id_precision_lost"),
    ("320106199001012000", "fault id_precision_lost"), ("1E05", "1E05"), ("", "missing blank"), ("-", "missing none"),
    ("#REF!", "fault spreadsheet_error"),
  ])
  func `an identifier keeps its digits or is a fault`(text: String, expected: String) {
    #expect(outcome(text, IdentifierForm()) == expected)
  }

  @Test(arguments: [
    ("XY0001", true), ("123456", true), ("A-1_2", true), ("", false), ("-", false), ("NA", false), ("12 3", false),
    ("１", false),
    ("3.2E+17", false), ("'12", false), ("320106199001012000", false), ("-5", false), ("学1", false),
  ])
  func `only plain identifiers are looked up as they stand`(text: String, expected: Bool) {
    #expect(IdentifierForm().isPlain(Array(text.utf8).span) == expected)
    if expected { #expect(outcome(text, IdentifierForm()) == text) }
  }

  @Test(arguments: [
    ("11010519491231002X", "11010519491231002X"), ("11010519491231002x", "11010519491231002X"),
    ("'11010519491231002X", "11010519491231002X id_text_guard"),
    ("110105 19491231 002X", "11010519491231002X inner_space"),
    ("110105194912310021", "fault id_check_digit"), ("110105194902300028", "fault not_an_identifier"),
    ("110105491231002", "110105491231002"),
    ("1.10105E+17", "fault id_precision_lost"), ("110105194912310000", "fault id_precision_lost"),
    ("12345", "fault not_an_identifier"),
    ("无", "missing none"), ("１１０１０５１９４９１２３１００２Ｘ", "11010519491231002X fullwidth"),
  ])
  func `an identity number proves its check digit`(text: String, expected: String) {
    #expect(outcome(text, IdentityNumberForm()) == expected)
  }

  @Test(arguments: [
    ("张三", "张三"), ("张 三", "张三 inner_space"), ("张　三", "张三 inner_space"), ("买买提•艾力", "买买提·艾力"),
    ("买买提．艾力", "买买提·艾力 fullwidth"),
    ("买买提・艾力", "买买提·艾力"), ("买买提·艾力", "买买提·艾力"), ("张三（新）", "张三 fullwidth name_dirt"), ("张三*", "张三 name_dirt"),
    ("Anna  Li", "Anna Li inner_space"), ("张?", "张? lost_character"), ("𠮷田", "𠮷田"), ("123", "fault not_a_name"),
    ("--", "missing none"),
    ("（新）", "（新） fullwidth"), ("J. Li", "J. Li"),
  ])
  func `a name is made plain`(text: String, expected: String) {
    let found = outcome(text, NameForm())
    #expect(found == expected.replacing("（新）", with: "(新)"))
  }

  @Test(arguments: [
    ("13800138000", "13800138000"), ("138 0013 8000", "13800138000"), ("+86 13800138000", "13800138000"),
    ("1.38E+10", "fault id_precision_lost"),
    ("025-83301234", "02583301234"), ("1380013800", "fault not_a_phone"), ("13800138000.0", "13800138000 float_tail"),
    ("无", "missing none"), ("张三", "fault not_a_phone"), ("8613800138000", "13800138000"),
  ])
  func `a telephone number is its digits`(text: String, expected: String) {
    #expect(outcome(text, PhoneForm()) == expected)
  }

  @Test(arguments: [
    ("是", "true"), ("否", "false"), ("true", "true"), ("FALSE", "false"), ("1", "true"), ("0", "false"), ("Y", "true"),
    ("n", "false"), ("√", "true"),
    ("×", "false"), ("已", "true"), ("未", "false"), ("ＹＥＳ", "true fullwidth"), ("", "missing blank"),
    ("-", "missing none"), ("是吗", "fault not_a_boolean"),
    ("2", "fault not_a_boolean"),
  ])
  func `yes and no are read in every spelling`(text: String, expected: String) {
    #expect(outcome(text, BooleanForm()) == expected)
  }

  @Test(arguments: [
    (" 实验  小学 ", "实验 小学"), ("第一中学（东校区）", "第一中学(东校区) fullwidth"), ("\u{FEFF}甲", "甲"), ("甲\u{A0}乙", "甲 乙"),
    ("", "missing blank"),
    ("甲\n乙", "甲 乙"),
  ])
  func `text is half-width with single blanks`(text: String, expected: String) {
    #expect(outcome(text, TextForm()) == expected)
  }

  @Test func `bytes that are no characters are a fault in every form`() {
    let bytes: [UInt8] = [0xE5, 0xBC, 0x31]
    guard case .fault(let fault) = IntegerForm().parse(bytes.span) else {
      Issue.record("read as a number")
      return
    }
    #expect(fault.code == .undecodable)
    #expect(NameForm().parse(bytes.span).value == nil)
    #expect(BooleanForm().parse(bytes.span).value == nil)
  }

  @Test func `a column keeps its own spellings of nothing`() {
    let form = TextForm(missing: .standard.adding(["待定": .pending]))
    #expect(outcome("待定", form) == "missing pending")
    #expect(outcome("无", form) == "missing none")
  }
}
