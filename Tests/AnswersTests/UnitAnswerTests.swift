import Answers
import Testing

@Test(arguments: [("云川省", "unit-province"), ("东市二中", "unit-school")])
func `a unit's figures are derived with definition, clause, change and the units below`(name: String, golden: String)
  throws
{
  try expectGolden(try Province().explained(name), golden)
}

@Test func `the counts of the units below add up to those of the unit`() throws {
  let province = try Province()
  for name in ["云川省", "东市", "西市"] {
    for metric in try province.explained(name).all("metric") {
      for count in ["numerator", "denominator"] {
        let below = metric.all("child").compactMap { $0.number(count) }.reduce(0, +)
        #expect(below == metric.number(count), "\(name) \(metric.text("id") ?? "")")
      }
    }
  }
}

@Test func `the withdrawn are listed as excluded and the vanished as counted`() throws {
  let answer = try Province().explained("云川省")
  #expect(answer.all("withdrawn").flatMap(\.parts).compactMap { $0.text("code") } == ["T04"])
  #expect(answer.all("vanished").flatMap(\.parts).compactMap { $0.text("code") } == ["T06"])
  #expect(
    answer.all("learners").flatMap(\.parts).compactMap { $0.text("code") } == ["T01", "T02", "T03", "T05", "T06"])
  #expect(answer.all("counts").first?.number("enrolled") == 5)
}
