import Programme
package import Scoring
import SQLite
package import Store

/// Scores every enrolment by the scheme of the programme and writes the rows that differ: the score stage.
///
/// Rules are evaluated for all, which costs less than finding out for whom they would differ; `rewritesAll` is for a changed scheme.
package func score(
  _ store: ProgrammeStore, _ learners: Learners, _ scorer: Scorer, rewritesAll: Bool
) throws -> Scores {
  let scores = evaluate(store, learners, scorer)
  let isNew = try store.makeScoreTable()
  try write(scores, store, learners, rewritesAll: rewritesAll || isNew)
  return scores
}

/// The points of every enrolment, computed and not written.
package func evaluate(_ store: ProgrammeStore, _ learners: Learners, _ scorer: Scorer) -> Scores {
  let width = scorer.components.count
  var scores = Scores(enrolments: learners.count, components: width)
  var marks = scorer.blankMarks
  let tallies = learners.tallies.values.span
  for index in 0..<learners.count {
    scorer.score(tallies.extracting(learners.row(index)), into: &marks)
    scores.take(marks, index)
  }
  rank(&scores, store, learners)
  return scores
}

/// Ranks all who count by the scheme's keys, or by the total alone; equals share a rank unless the scheme lets identifiers decide.
private func rank(_ scores: inout Scores, _ store: ProgrammeStore, _ learners: Learners) {
  let scheme = store.programme.scoring
  let keys = scheme.rank.isEmpty ? [RankKey(value: .total, descending: true)] : scheme.rank
  let columns = keys.map { key in (learnerColumn(key.value, store.programme, learners), key.descending) }
  var order = (0..<Int32(learners.count)).filter { learners.counts(Int($0)) }
  let totals = scores.total
  let points = scores.points
  let width = scheme.components.count
  func value(_ column: LearnerColumn, _ index: Int) -> Int64 {
    switch column {
    case .total: Int64(totals[index])
    case .component(let position): Int64(points[index * width + position])
    case .tally(let position): learners.tallies.values[index * learners.tallies.tallies.count + position]
    }
  }
  /// Negative when the left one is ahead; a missing value is behind every other.
  func compare(_ left: Int, _ right: Int) -> Int {
    for (column, descending) in columns {
      let (one, other) = (value(column, left), value(column, right))
      if one == other { continue }
      if one == Tally.absent { return 1 }
      if other == Tally.absent { return -1 }
      return (one > other) == descending ? -1 : 1
    }
    return 0
  }
  let decidesByIdentifier = scheme.rankTies == .byIdentifier
  let listing = decidesByIdentifier ? (try? identifierOrder(store, learners)) ?? [] : []
  order.sort { left, right in
    let ahead = compare(Int(left), Int(right))
    if ahead != 0 { return ahead < 0 }
    return decidesByIdentifier ? listing[Int(left)] < listing[Int(right)] : left < right
  }
  var position = 0
  while position < order.count {
    var end = position + 1
    if !decidesByIdentifier {
      while end < order.count, compare(Int(order[position]), Int(order[end])) == 0 { end += 1 }
    }
    for place in position..<end { scores.rank[Int(order[place])] = Int32(position + 1) }
    position = end
  }
}

/// Where the value of a rank key lies for a learner.
enum LearnerColumn {
  case total
  case component(Int)
  case tally(Int)
}

func learnerColumn(_ value: RankValue, _ programme: Programme, _ learners: Learners) -> LearnerColumn {
  switch value {
  case .component(let id): .component(programme.scoring.components.firstIndex { $0.id == id } ?? 0)
  case .tally(let id): learners.tallies.position(of: id).map(LearnerColumn.tally) ?? .total
  case .total, .attribute, .composite, .lot: .total
  }
}

/// Writes the rows of enrolments whose tallies were touched since they were last scored, and ranks that moved.
private func write(
  _ scores: Scores, _ store: ProgrammeStore, _ learners: Learners, rewritesAll: Bool
) throws {
  let database = store.database
  let width = store.programme.scoring.components.count
  let scored = rewritesAll ? 0 : Int64(try database.text("SELECT value FROM setting WHERE name = 'scored'") ?? "0") ?? 0
  var before = [Int32](repeating: -1, count: learners.count)
  let ranks = try database.prepare("SELECT enrolment, rank FROM score ORDER BY enrolment")
  while try ranks.step() { before[Int(ranks.integer(0)) - 1] = Int32(ranks.optionalInteger(1) ?? 0) }
  let places = Array(repeating: "?", count: 8 + 2 * width).joined(separator: ", ")
  let insert = try database.prepare("INSERT OR REPLACE INTO score VALUES (\(places))")
  let move = try database.prepare("UPDATE score SET rank = ? WHERE enrolment = ?")
  var highest = scored
  for index in 0..<learners.count {
    highest = max(highest, learners.touched[index])
    let key = Int64(index + 1)
    let rank = scores.rank[index] == 0 ? nil : Int64(scores.rank[index])
    if before[index] == -1 || rewritesAll || learners.touched[index] > scored {
      try insert.bind(1, key)
      try insert.bind(2, Int64(scores.total[index]))
      try insert.bind(3, Int64(scores.passed[index] ? 1 : 0))
      try insert.bind(4, rank)
      try insert.bind(5, Int64(scores.unmet[index]))
      try insert.bind(6, Int64(scores.flags[index]))
      try insert.bind(7, scores.grade[index] < 0 ? nil : Int64(scores.grade[index]))
      try insert.bind(8, Int64(scores.credit[index]))
      for component in 0..<width {
        try insert.bind(9 + 2 * component, Int64(scores.points[index * width + component]))
        try insert.bind(10 + 2 * component, Int64(scores.reasons[index * width + component]))
      }
      try insert.run()
    } else if before[index] != scores.rank[index] {
      try move.bind(1, rank)
      try move.bind(2, key)
      try move.run()
    }
  }
  try database.run(
    "INSERT INTO setting VALUES ('scored', ?) ON CONFLICT DO UPDATE SET value = excluded.value", .text("\(highest)"))
}
