import Awards
import Programme
import Scoring
import Store

/// What a learner brings to an award: the figures that rank, the figure of the entry percentile, and the conditions that do not hold.
struct LearnerEntry {
  private let conditions: [Condition]
  private let columns: [LearnerColumn]
  private let entry: LearnerColumn?

  init(_ award: Award, _ programme: Programme, _ learners: Learners) {
    conditions = programme.conditions(of: award)
    columns = award.rank.map { learnerColumn($0.value, programme, learners) }
    entry = award.entry.map { learnerColumn($0.key.value, programme, learners) }
  }

  func keys(_ row: Span<Int64>, _ marks: borrowing Marks) -> RankKeys {
    var keys = RankKeys([])
    for column in columns { keys.append(figure(column, row, marks)) }
    return keys
  }

  func entryFigure(_ row: Span<Int64>, _ marks: borrowing Marks) -> Int64? {
    guard let entry else { return nil }
    return figure(entry, row, marks)
  }

  /// Indexes of the conditions that do not hold.
  func failed(_ row: Span<Int64>, _ marks: borrowing Marks) -> [Int] {
    var failed: [Int] = []
    for index in conditions.indices where !conditions[index].holds(row, marks) { failed.append(index) }
    return failed
  }

  private func figure(_ column: LearnerColumn, _ row: Span<Int64>, _ marks: borrowing Marks) -> Int64? {
    switch column {
    case .total: marks.total
    case .component(let position): marks.points[position]
    case .tally(let position): row[position] == Tally.absent ? nil : row[position]
    }
  }
}
