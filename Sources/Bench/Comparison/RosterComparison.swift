import Foundation

/// Holds a rival's rosters, one workbook a city, against the database.
func compareRosters(of rival: String, with learners: ScoredLearners, _ differences: Differences) throws {
  differences.begin("learners of the rival's rosters")
  var seen = [Bool](repeating: false, count: learners.codes.count)
  for book in try workbooks(in: "\(rival)/rosters") {
    let table = WorkbookTable(
      path: book,
      columns: [
        "学员编号", "姓名", "区县", "学校", "学习分钟", "学习得分", "客观题得分", "主观题得分", "优秀作业得分", "互动得分", "总分", "是否合格", "全省名次",
      ])
    let city = title(of: book)
    try table.forEachRow { entry in
      guard let learner = found(entry, learners, &seen, in: book, differences) else { return }
      let code = learners.codes[learner]
      differences.expect(learners.place(learner)?.city, equals: city, "\(code) city")
      differences.expect(learners.minutes(learner), equals: entry.number(4), "\(code) minutes")
      compareMarks(entry, of: learner, learners, firstComponent: 5, passed: "是", differences)
    }
  }
  reportMissing(seen, learners, in: "\(rival)/rosters", differences)
}

/// Holds the published score workbooks against the database they were made from.
func compareScoreWorkbooks(in folder: String, with learners: ScoredLearners, _ differences: Differences) throws {
  differences.begin("learners of the published score workbooks")
  var seen = [Bool](repeating: false, count: learners.codes.count)
  for book in try workbooks(in: folder) {
    let table = WorkbookTable(
      path: book,
      columns: ["学员编号", "姓名", "区县", "学校", "学习", "客观题", "主观题", "优秀作业", "互动", "总成绩", "是否合格", "名次"])
    try table.forEachRow { entry in
      guard let learner = found(entry, learners, &seen, in: book, differences) else { return }
      compareMarks(entry, of: learner, learners, firstComponent: 4, passed: "合格", differences)
    }
  }
  reportMissing(seen, learners, in: folder, differences)
}

/// Compares name, county, school, every component, total, pass and rank of one row.
private func compareMarks(
  _ entry: borrowing WorkbookTable.Entry, of learner: Int, _ learners: ScoredLearners, firstComponent: Int,
  passed: String, _ differences: Differences
) {
  let code = learners.codes[learner]
  let place = learners.place(learner)
  differences.expect(learners.names[learner], equals: entry.text(1), "\(code) name")
  differences.expect(place?.county, equals: entry.text(2), "\(code) county")
  differences.expect(place?.school, equals: entry.text(3), "\(code) school")
  let titles = ScoredLearners.components + ["total"]
  for (component, title) in titles.enumerated() {
    let theirs = entry.number(firstComponent + component, decimals: 2)
    differences.expect(learners.points(learner, component), equals: theirs, "\(code) \(title)")
  }
  let column = firstComponent + titles.count
  differences.expect(learners.passed(learner), equals: entry.text(column) == passed, "\(code) passed")
  differences.expect(learners.rank(learner), equals: entry.number(column + 1), "\(code) rank")
}

private func found(
  _ entry: borrowing WorkbookTable.Entry, _ learners: ScoredLearners, _ seen: inout [Bool], in book: String,
  _ differences: Differences
) -> Int? {
  guard let learner = learners.index(of: entry.text(0)) else {
    differences.add("\(book): \(entry.text(0)) is not in the database")
    return nil
  }
  if seen[learner] { differences.add("\(book): \(entry.text(0)) is listed a second time") }
  seen[learner] = true
  return learner
}

private func reportMissing(_ seen: [Bool], _ learners: ScoredLearners, in folder: String, _ differences: Differences) {
  for learner in seen.indices where !seen[learner] {
    differences.add("\(folder): \(learners.codes[learner]) is in no workbook")
  }
}

private func workbooks(in folder: String) throws -> [String] {
  let names = try FileManager.default.contentsOfDirectory(atPath: folder)
  return names.filter { $0.hasSuffix(".xlsx") }.sorted().map { "\(folder)/\($0)" }
}

private func title(of book: String) -> String {
  String((book.split(separator: "/").last ?? "").dropLast(".xlsx".count))
}
