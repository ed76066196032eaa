/// Holds a rival's bulletin, one sheet a level, against the figures of the last night.
func compareUnits(_ bulletin: String, with figures: UnitFigures, _ differences: Differences) throws {
  differences.begin("units of four levels")
  var seen: Set<UnitFigures.Unit> = []
  for (level, sheet) in ["全省", "地市", "区县", "学校"].enumerated() {
    let hasSurvey = level < 2
    let columns = ["单位", "上级"] + unitColumns.map(\.title) + (hasSurvey ? surveyColumns : [])
    try WorkbookTable(path: bulletin, sheet: sheet, columns: columns).forEachRow { entry in
      let unit = UnitFigures.Unit(level: level, name: entry.text(0), parent: entry.text(1))
      guard let metrics = figures.metrics[unit] else {
        return differences.add("\(bulletin): \(sheet) \(unit.name) has no figures in the database")
      }
      seen.insert(unit)
      for (index, column) in unitColumns.enumerated() {
        differences.expect(
          metrics[column.metric].map(column.figure), equals: entry.number(2 + index, decimals: column.decimals),
          "\(unit.name) \(column.title)")
      }
      if hasSurvey {
        compareSurvey(entry, first: 2 + unitColumns.count, of: unit, figures.answers[unit] ?? [:], differences)
      }
    }
  }
  for unit in figures.metrics.keys where !seen.contains(unit) {
    differences.add("\(bulletin): \(unit.name) is missing")
  }
}

/// A column of the rival's unit sheets and the figure of ours that it must equal.
private struct UnitColumn: Sendable {
  let title: String
  let metric: String
  let decimals: Int
  let figure: @Sendable (UnitFigures.Share) -> Int64
}

private let unitColumns: [UnitColumn] = [
  UnitColumn(title: "参训人数", metric: "participation_rate", decimals: 0) { $0.denominator },
  UnitColumn(title: "参与人数", metric: "participation_rate", decimals: 0) { $0.numerator },
  UnitColumn(title: "参与率", metric: "participation_rate", decimals: 4) { $0.scaled(by: 10_000) },
  UnitColumn(title: "人均学时", metric: "study_hours", decimals: 2) { $0.scaled(by: 100, per: 3600) },
  UnitColumn(title: "作业完成率", metric: "assignment_completion_rate", decimals: 4) { $0.scaled(by: 10_000) },
  UnitColumn(title: "研讨参与率", metric: "discussion_rate", decimals: 4) { $0.scaled(by: 10_000) },
  UnitColumn(title: "合格人数", metric: "pass_rate", decimals: 0) { $0.numerator },
  UnitColumn(title: "合格率", metric: "pass_rate", decimals: 4) { $0.scaled(by: 10_000) },
  UnitColumn(title: "平均分", metric: "mean_total", decimals: 2) { $0.scaled(by: 1) },
]

/// Dimensions of the bench pipeline with what the rivals call them.
private let dimensions = [
  ("content", "课程内容"), ("tutoring", "辅导答疑"), ("management", "组织管理"), ("platform", "平台服务"),
]

private let surveyColumns = ["问卷回收率"] + dimensions.flatMap { ["\($0.1)均分", "\($0.1)满意率"] }

private func compareSurvey(
  _ entry: borrowing WorkbookTable.Entry, first: Int, of unit: UnitFigures.Unit,
  _ answers: [String: UnitFigures.Answers], _ differences: Differences
) {
  let responses = answers[dimensions[0].0]?.responses
  differences.expect(
    responses?.scaled(by: 10_000), equals: entry.number(first, decimals: 4), "\(unit.name) \(surveyColumns[0])")
  for (index, (dimension, title)) in dimensions.enumerated() {
    let ours = answers[dimension]
    let column = first + 1 + 2 * index
    differences.expect(ours?.mean, equals: entry.number(column, decimals: 2), "\(unit.name) \(title)均分")
    differences.expect(
      ours?.top.scaled(by: 10_000), equals: entry.number(column + 1, decimals: 4), "\(unit.name) \(title)满意率")
  }
}
