import Metrics
import Programme
import Workbook

/// What the leading figures are called in formulas, the same in the bulletin and in the summary: `合格率`, `合格人数`, `报名学员人数`.
enum FigureName {
  static let enrolled = "报名学员人数"

  /// Of a metric's figure.
  static func figure(_ indicator: Indicator) -> String { indicator.title }

  /// Of the learners that a metric counts; nil where it counts something else.
  static func learners(_ indicator: Indicator) -> String? { indicator.learners.map { "\($0)人数" } }
}

extension Table {
  /// The same table with names on cells of its total row, counted from the first cell behind the label; a figure without value gets none.
  func namingTotal(_ names: [(cell: Int, name: String)]) -> Table {
    var table = self
    for (index, name) in names {
      guard let cell = table.total?.cells[index], cell.value != .missing else { continue }
      table.total?.cells[index] = cell.named(name)
    }
    return table
  }

  /// The same table with names on cells of its rows.
  func naming(_ names: [(row: Int, cell: Int, name: String)]) -> Table {
    var table = self
    for (row, index, name) in names {
      guard case .cells(var cells, let tone) = table.rows[row], cells[index].value != .missing else { continue }
      cells[index] = cells[index].named(name)
      table.rows[row] = .cells(cells, tone)
    }
    return table
  }
}

extension BulletinFigures {
  /// The names of the overall table: its figures, the learners behind them, and once all who are enrolled.
  var overallNames: [(row: Int, cell: Int, name: String)] {
    var names: [(row: Int, cell: Int, name: String)] = []
    for (row, indicator) in overallIndicators.map({ indicators.all[$0] }).enumerated() {
      if let learners = FigureName.learners(indicator) { names.append((row, 1, learners)) }
      if !names.contains(where: { $0.name == FigureName.enrolled }), indicator.dividesByEnrolled {
        names.append((row, 2, FigureName.enrolled))
      }
      names.append((row, 4, FigureName.figure(indicator)))
    }
    return names
  }
}

extension SummaryWording {
  /// The names of the results' total row: all who are enrolled, who began, who passed, and the mean of the totals.
  var resultNames: [(cell: Int, name: String)] {
    var names = [(cell: 0, name: FigureName.enrolled)]
    var next = 1
    for place in [indicators.started, indicators.passed].compactMap(\.self) {
      if let learners = FigureName.learners(indicators.all[place]) { names.append((next, learners)) }
      next += 2
    }
    if let title = excellenceTitle {
      names.append((next, "总成绩\(title)及以上人数"))
      next += 2
    }
    if indicators.hours != nil { next += 1 }
    if let place = indicators.meanTotal { names.append((next, FigureName.figure(indicators.all[place]))) }
    return names
  }

  /// The names of a monitoring table's total row: its figures, and the learners behind them whom the results do not name.
  func monitoringNames(of shown: [Int]) -> [(cell: Int, name: String)] {
    var names: [(cell: Int, name: String)] = []
    var next = 1
    for place in shown {
      if let learners = FigureName.learners(indicators.all[place]) {
        if place != indicators.started, place != indicators.passed { names.append((next, learners)) }
        next += 1
      }
      names.append((next, FigureName.figure(indicators.all[place])))
      next += 1
    }
    return names
  }
}

extension Indicator {
  /// Whether the denominator is the number of all who are enrolled.
  fileprivate var dividesByEnrolled: Bool {
    guard case .enrolled = measure.metric.denominator.source else { return false }
    return measure.metric.denominator.times == 1
  }
}
