import Programme
import Testing

@Test(arguments: [
  ("pionts", "points"), ("point", "points"), ("Points", "points"), ("max-rejects", "max_rejects"),
  ("maxrejects", "max_rejects"),
  ("tite", "title"), ("od", "of"), ("of_", "of"), ("学员编好", "学员编号"),
])
func `a slip of the hand finds the word that was meant`(written: String, meant: String) {
  #expect(Spelling.nearest(to: written, among: ["points", "title", "max_rejects", "of", "学员编号"]) == meant)
}

@Test(arguments: ["x", "weights", "", "pts", "学分"])
func `a word that is near to none finds none`(written: String) {
  #expect(Spelling.nearest(to: written, among: ["points", "title", "max_rejects", "of", "学员编号"]) == nil)
}

@Test func `of two words equally near the first in the alphabet is taken`() {
  #expect(Spelling.nearest(to: "bax", among: ["bay", "bat"]) == "bat")
}
