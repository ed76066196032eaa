import Testing
import TestSupport

/// The blended programme's online stage against figures that were worked out by hand.
struct OnlineStageTests {
  private let night = SampleProgramme.hunanGuopei.everyNight[1]

  @Test(arguments: OnlineStageCase.table)
  func `a learner has the points and the result worked out by hand`(worked: OnlineStageCase) throws {
    let person = try night.person(of: worked.reason)
    #expect(try night.points(of: person) == worked.points)
    #expect(
      try night.lines("SELECT passed FROM learner_score WHERE person = '\(person)'") == [worked.passes ? "1" : "0"])
  }

  @Test func `the table works out every learner whose figures were set`() throws {
    let set = try Expected.rows("hunan-guopei-2023/cases").map { $0.line("case") }
    expectSame(OnlineStageCase.table.map(\.reason), set, "cases")
  }

  /// 快讯·第二阶段遴选800名: 800 × qualified ÷ 4,424. The whole parts are 794; the six places left go to the largest remainders, in
  /// 4,424ths: 云岭 4,032, 澄湖 4,016, 临溪 3,592, 石渚 3,312, 川阳 2,656, 白鹭 2,232. The next, 归云, has 1,624.
  @Test(arguments: [
    ("9701", 587, 106), ("9702", 426, 77), ("9703", 375, 68), ("9704", 410, 74), ("9705", 318, 58), ("9706", 370, 67),
    ("9707", 273, 49), ("9708", 313, 57), ("9709", 217, 39), ("9710", 347, 63), ("9711", 266, 48), ("9712", 200, 36),
    ("9713", 140, 25), ("9714", 182, 33),
  ])
  func `a city has the places worked out by hand`(city: String, qualified: Int, places: Int) throws {
    let found = try night.lines("SELECT size, places FROM award_split WHERE award = 'residential' AND code = '\(city)'")
    #expect(found == ["\(qualified) \(places)"])
  }
}
