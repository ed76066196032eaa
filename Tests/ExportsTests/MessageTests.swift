import Exports
import Testing

struct MessageTests {
  @Test func `a value's fault quotes the text and says what was expected`() {
    guard case .fault(let fault) = DurationForm(unit: .minutes).parse(Array("12小时3O分".utf8).span) else {
      Issue.record("read as a duration")
      return
    }
    #expect(
      fault.message(found: "12小时3O分", chinese: false)
        == "\"12小时3O分\" is not a duration; expected 12小时30分, 750分钟 or 12:30:00")
    #expect(fault.message(found: "12小时3O分", chinese: true) == "“12小时3O分”不是时长；应为12小时30分、750分钟或 12:30:00")
  }

  @Test func `an export's error names the place, the fault and the remedy`() {
    let error = #expect(throws: ExportError.self) { try Export.open("/nowhere/名册.xlsx") }
    #expect(error?.message(chinese: false) == "/nowhere/名册.xlsx: no such file; check the path, or export it again")
    #expect(error?.message(chinese: true) == "/nowhere/名册.xlsx：文件不存在；请检查路径或重新导出")
  }

  @Test(arguments: [RowFault.unbalancedQuote, .undecodable, .nulByte, .tooLong, .formulaWithoutValue])
  func `a row's fault has a sentence in both languages`(fault: RowFault) {
    #expect(!fault.message(chinese: true).isEmpty)
    #expect(fault.message(chinese: false).contains { $0 == ";" || $0 == "," })
  }
}
