import Awards
import Programme
import Testing

private func cut(
  _ figures: [Int64?], percent: Int64 = 50, rounding: Rounding = .ceiling, tiesIn: Bool = true, descending: Bool = true
) -> EntryCut {
  let key = RankKey(value: .attribute("online"), descending: descending)
  return EntryPercentile(share: percent * 10_000, key: key, rounding: rounding, tiesIn: tiesIn).cut(figures)
}

@Test(arguments: [(Rounding.ceiling, Int64(4)), (.floor, 3), (.halfUp, 4)])
func `the top half of seven moderators is four by ceiling and three by floor`(rounding: Rounding, admitted: Int64) {
  let cut = cut([70, 60, 50, 40, 30, 20, 10], rounding: rounding)
  #expect(cut.admitted == admitted)
  #expect(cut.isIn.count { $0 } == Int(admitted))
  #expect(!cut.isIn.prefix(Int(admitted)).contains(false))
}

@Test(arguments: [
  (true, [true, true, true, false]),
  (false, [true, false, false, false]),
])
func `equals at the cut come in or stay out together`(tiesIn: Bool, expected: [Bool]) {
  #expect(cut([90, 80, 80, 10], tiesIn: tiesIn).isIn == expected)
}

@Test func `equals who all fit are in even where ties at the cut stay out`() {
  #expect(cut([80, 80, 20, 10], tiesIn: false).isIn == [true, true, false, false])
}

@Test func `a missing figure counts in the pool and never comes in`() {
  let cut = cut([nil, 5, nil, nil])
  #expect(cut.pool == 4)
  #expect(cut.admitted == 2)
  #expect(cut.isIn == [false, true, false, false])
}

@Test func `an ascending figure admits the smallest`() {
  #expect(cut([3, 1, 2, 4], descending: false).isIn == [false, true, true, false])
}

@Test func `an empty pool admits nobody`() {
  #expect(cut([]).isIn.isEmpty)
  #expect(cut([nil, nil]).isIn == [false, false])
}
