extension World {
  /// The questionnaire (survey.csv): three learners in five answer twelve questions of four dimensions.
  func writeSurvey(_ path: String, _ night: Night) throws {
    let file = try ExportFile(path, header: "问卷编号,学员编号,题号,评分")
    let answered = answered
    let sheets = sheetNumbers(of: answered)
    for key in RowOrder(self, .survey, inOrder: answered, rows: Self.questions).keys {
      let dirt = dirt(.survey, key)
      file.code(Self.sheetLetters, Int(sheets[key.learner]), digits: 8)
      file.person(self, key.learner, dirt)
      file.number(key.number + 1)
      file.number(dirt == .impossibleValue ? 9 : rating(key, night))
      try file.endRow()
    }
    try file.close()
  }

  private var answered: [Int32] {
    var chance = chance(.survey)
    var all = (0..<Int32(learners)).map { $0 }
    all.shuffle(by: &chance)
    return Array(all.prefix(learners * 3 / 5))
  }

  private func sheetNumbers(of answered: [Int32]) -> [Int32] {
    var numbers = [Int32](repeating: 0, count: learners)
    for (sheet, learner) in answered.enumerated() { numbers[Int(learner)] = Int32(sheet) }
    return numbers
  }

  private func rating(_ key: RowOrder.Key, _ night: Night) -> Int {
    let city = province.counties[province.schools[Int(school[key.learner])].county].city
    var ofLearner = chance(.survey, UInt64(key.learner) + 1)
    var ofRow = chance(.rating, UInt64(key.packed))
    let mood = ofLearner.normal(mean: 4150 + 100 * (city % 3) / 2, deviation: 500)
    let rating = min(max((mood + ofRow.normal(mean: 0, deviation: 700) + 500) / 1000, 1), 5)
    guard change(.survey, key, night) != nil else { return rating }
    return rating == 5 ? 4 : rating + 1
  }

  private static let questions = 12
  private static let sheetLetters = [UInt8]("WJ".utf8)
}
