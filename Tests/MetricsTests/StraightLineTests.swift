import Metrics
import Testing

@Test(
  arguments: [
    ([4, 4, 4, 4], 4, 4), ([4, 4, 0, 4], 3, 3), ([1, 1], 2, 2), ([4, 4, 0, 4], 4, nil), ([4, 4, 5, 4], 2, nil),
    ([0, 0, 0], 2, nil), ([3, 0, 0], 2, nil),
  ] as [([Int], Int, Int?)])
func `one answer to enough questions and no other to any is a straight line`(marks: [Int], least: Int, questions: Int?)
{
  let line = StraightLine(marks, isReverse: marks.map { _ in false }, steps: 5, least: least)
  #expect(line?.questions == questions)
  #expect(line?.isContradictory ?? false == false)
}

@Test(arguments: [
  ([5, 5, 5], [false, true, false], true), ([3, 3, 3], [false, true, false], false),
  ([5, 5, 5], [true, true, true], false),
  ([5, 0, 5], [false, true, false], false), ([3, 3], [false, true], false), ([1, 1], [true, false], true),
])
func `with a reverse question among them the same answer contradicts itself, unless it is the middle one`(
  marks: [Int], reverse: [Bool], contradicts: Bool
) throws {
  let line = try #require(StraightLine(marks, isReverse: reverse, steps: 5, least: 2))
  #expect(line.isContradictory == contradicts)
}

@Test func `on a scale of even steps every straight answer takes sides`() throws {
  let line = try #require(StraightLine([2, 2], isReverse: [true, false], steps: 4, least: 2))
  #expect(line.isContradictory)
}
