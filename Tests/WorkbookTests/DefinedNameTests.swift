import Testing
import Workbook

struct DefinedNameTests {
  @Test(arguments: [
    ("合格率", "合格率"), ("参训人数", "参训人数"), ("人均 学时（小时）", "人均_学时_小时"), ("90分及以上", "_90分及以上"), ("A1", "A1_"),
    ("xfd1048576", "xfd1048576_"), ("r1c1", "r1c1_"), ("R", "R_"), ("c", "c_"), ("RC", "RC_"), ("True", "True_"),
    ("A1合格", "A1合格"), ("Rate", "Rate"), ("", "_"), ("（％）", "_"), (".5", "_.5"), ("a\u{301}b", "a_b"), ("①率", "率"),
  ])
  func `a title becomes a name that spreadsheet programs take`(title: String, name: String) {
    #expect(DefinedName.legal(title) == name)
  }

  @Test func `a long title becomes a name that is short enough`() {
    #expect(DefinedName.legal(String(repeating: "率", count: 400)).count < 255)
  }
}
