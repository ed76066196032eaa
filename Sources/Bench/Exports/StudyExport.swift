extension World {
  /// Study time (study.csv): about 20 rows a learner, a course never twice, minutes growing with effort.
  func writeStudy(_ path: String, _ night: Night) throws {
    let file = try ExportFile(path, header: "学员编号,课程编号,课程名称,课程类型,学习时长,首次学习时间,最后学习时间")
    let order = RowOrder(self, .studyRows) { coursePlan(of: $0).count }
    for key in order.keys {
      let plan = coursePlan(of: key.learner)
      let course = (plan.first + key.number * plan.step) % Self.courses
      let dirt = dirt(.study, key)
      var drawn = chance(.study, UInt64(key.packed))
      var minutes = min(drawn.gamma(shape: 4) * Int(effort[key.learner]) / 16_000, 999)
      let first = drawn.number(0..<70 * 86_400)
      var last = first + drawn.number(600..<30 * 86_400)
      if var change = change(.study, key, night) {
        minutes = min(minutes + change.number(5..<61), 999)
        last = Night.momentOfChange(&change)
      }
      file.person(self, key.learner, dirt)
      file.code(Self.courseLetters, course + 1, digits: 4)
      file.text(Self.courseTitles[course])
      file.text(course < Self.requiredCourses ? Self.required : Self.elective)
      file.number(dirt == .impossibleValue ? -minutes - 1 : minutes)
      file.moment(first)
      file.moment(last)
      try file.endRow()
    }
    try file.close()
  }

  /// Which of the 40 courses a learner takes: from the first on, step by step; one learner in 25 takes none.
  private func coursePlan(of learner: Int) -> (count: Int, first: Int, step: Int) {
    var chance = chance(.studyRows, UInt64(learner))
    let idle = chance.happens(perMillion: 40_000)
    let count = min(max((chance.normal(mean: 215, deviation: 50) + 5) / 10, 1), Self.courses)
    return (idle ? 0 : count, chance.number(0..<Self.courses), [1, 3, 7, 9][chance.number(0..<4)])
  }

  private static let courses = 40
  private static let requiredCourses = 24
  private static let courseLetters = [UInt8]("KC".utf8)
  private static let courseTitles = (1...courses).map { [UInt8]("信息技术应用能力提升课程第\($0)讲".utf8) }
  private static let required = [UInt8]("必修".utf8)
  private static let elective = [UInt8]("选修".utf8)
}
