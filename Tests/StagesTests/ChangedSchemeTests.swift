import Programme
import Scoring
import Stages
import Store
import Testing

/// The same exports scored by other components, requirements and grades, without loading anything again.
@Test func `a changed scheme is scored on the facts as they lie`() throws {
  let fixture = try NightFixture()
  try fixture.write("2023-08-19", roster: ["1,甲,东市,一中", "2,乙,东市,一中"], study: ["1,A,100", "2,A,100", "2,B,1"])
  _ = try fixture.compute(night: try fixture.load("2023-08-19").night)
  #expect(
    try texts(fixture.store, "SELECT person || total || passed FROM learner_score ORDER BY 1") == [
      "1100.001", "2100.001",
    ])

  let changed = try NightFixture(
    scoring: """
      requirements: [{ id: 'two', title: '两门课', when: { courses: { at_least: 2 } } }],
      grades: [{ title: '优秀', from: 90 }, { title: '其他', from: 0 }], credit: { on_pass: 36 }
      """)
  let store = try ProgrammeStore(programme: changed.programme, folder: "\(fixture.folder)/out")
  let faults = FaultCollector()
  _ = try score(store, try Learners(store), Scorer(changed.programme, faults: faults), rewritesAll: true)
  #expect(
    try texts(
      store,
      "SELECT person || ' ' || passed || ' ' || band || ' ' || unmet || ' ' || credit_hours FROM learner_score ORDER BY 1"
    )
      == ["1 0 其他 two 0.00", "2 1 优秀  36.00"])
}
