import Foundation
import Stages
import Store
import Testing

private let roster = ["1,甲,东市,一中", "2,乙,东市,一中", "3,丙,西市,二中", "4,丁,西市,二中"]
private let study = ["1,A,90", "2,A,80", "3,A,70", "4,A,60"]

private let lists = """
  former: { title: '曾获奖', kind: 'nomination', stage: 'former', files: '{date}/former.csv', required: false, columns: {
    award: { from: '奖项', type: 'text', required: true }, candidate: { from: '编号', type: 'id', required: true } } },
  withdrawn: { title: '退出', kind: 'nomination', stage: 'withdrawn', files: '{date}/withdrawn.csv', required: false, columns: {
    award: { from: '奖项', type: 'text', required: true }, candidate: { from: '编号', type: 'id', required: true },
    name: { from: '姓名', type: 'text' } } },
  """

private func decided(_ awards: String, parts: String = "", files: [String: String] = [:]) throws -> [String] {
  let fixture = try NightFixture(awards: awards, sources: lists, parts: parts)
  try fixture.write("2023-08-19", roster: roster, study: study)
  for (name, text) in files {
    try Data(text.utf8).write(to: URL(filePath: "\(fixture.folder)/2023-08-19/\(name)"))
  }
  _ = try fixture.compute(night: try fixture.load("2023-08-19").night)
  return try texts(
    fixture.store, "SELECT award || ' ' || code || ' ' || outcome FROM award_decision ORDER BY award, candidate")
}

private func award(_ id: String, places: Int) -> String {
  "{ id: '\(id)', title: '\(id)', pool: { learners: true }, rank: ['total desc'], ties: 'person', quota: { number: \(places) } }"
}

@Test func `one person gets one award, that of precedence, and the place passes to the next`() throws {
  #expect(
    try decided(award("a", places: 2) + "," + award("b", places: 1), parts: "exclusive: [['b', 'a']],") == [
      "a 1 excluded", "a 2 in", "a 3 in", "a 4 below", "b 1 in", "b 2 below", "b 3 below", "b 4 below",
    ])
}

@Test func `a former winner does not win again, whoever withdraws makes room, and other awards are not concerned`()
  throws
{
  let files = ["former.csv": "奖项,编号\na,1\n", "withdrawn.csv": "奖项,编号,姓名\na,2,乙\n"]
  #expect(
    try decided(award("a", places: 1) + "," + award("b", places: 1), files: files) == [
      "a 1 excluded", "a 2 withdrawn", "a 3 in", "a 4 below", "b 1 in", "b 2 below", "b 3 below", "b 4 below",
    ])
}

@Test func `a withdrawal under another's name or of nobody in the pool counts for nothing and is reported`() throws {
  let fixture = try NightFixture(awards: award("a", places: 1), sources: lists)
  try fixture.write("2023-08-19", roster: roster, study: study)
  let rows = "奖项,编号,姓名\na,1,乙\na,9,王\n"
  try Data(rows.utf8).write(to: URL(filePath: "\(fixture.folder)/2023-08-19/withdrawn.csv"))
  _ = try fixture.compute(night: try fixture.load("2023-08-19").night)
  #expect(try texts(fixture.store, "SELECT code FROM award_decision WHERE outcome = 'in'") == ["1"])
  #expect(try texts(fixture.store, "SELECT code FROM refusal ORDER BY id") == ["other_name", "outside_pool"])
}
