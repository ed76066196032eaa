import Metrics
import Programme
import SQLite
import Scoring

/// How far learners came: enrolled, begun, further along, passed, excellent; everybody in a step is in all steps before it.
///
/// The steps are those metrics of the pipeline file that count learners among all enrolled: who has anything in a tally, the higher lines
/// drawn in the same tally, and who passed; then who also reached the total of the award for learners. That a later step lies within an
/// earlier one is not taken for granted where only the data can tell: a step that somebody got past without it is left out, and told.
package struct SummaryFunnel: Sendable {
  /// One step.
  package struct Step: Sendable {
    package let title: String
    package let learners: Int64
  }

  package let steps: [Step]
  /// Why a step was left out.
  package let omissions: [String]

  /// The fewest steps that are worth a drawing: enrolled, begun or passed, and one more.
  private static let fewest = 3

  /// A step before it is known whether it holds.
  private struct Candidate {
    let title: String
    let learners: Int64
    let tests: [Condition.Test]
  }

  /// Reads the steps of the whole; nil where there are too few.
  static func read(
    _ database: Database, _ programme: Programme, _ indicators: Indicators, _ whole: Standing, _ excellence: Excellence?
  ) throws -> SummaryFunnel? {
    let candidates = candidates(programme, indicators, whole)
    guard var last = candidates.last else { return nil }
    var steps: [Step] = []
    var omissions: [String] = []
    // From the last step to the first: what is omitted is always the one that does not hold a later one.
    for candidate in candidates.reversed() {
      let strangers =
        steps.isEmpty || implies(last.tests, candidate.tests)
        ? 0 : try count(database, programme, having: last.tests, without: candidate.tests)
      if strangers > 0 {
        omissions.append("“\(candidate.title)”未列入：有\(grouped(strangers))人已\(last.title)而未达到该步")
        continue
      }
      steps.insert(Step(title: candidate.title, learners: candidate.learners), at: 0)
      last = candidate
    }
    steps.insert(Step(title: "报名", learners: whole.enrolled), at: 0)
    if let excellent = excellence.flatMap({ excellent($0, whole, programme) }),
      candidates.last?.tests == [.passed(true)]
    {
      steps.append(excellent)
    }
    return steps.count >= fewest ? SummaryFunnel(steps: steps, omissions: omissions) : nil
  }

  /// The metrics that can be steps, the widest first.
  private static func candidates(
    _ programme: Programme, _ indicators: Indicators, _ whole: Standing
  ) -> [Candidate] {
    let faults = FaultCollector()
    let found = indicators.all.indices.compactMap { index -> (Candidate, Identifier<Tally>?)? in
      let metric = indicators.all[index].measure.metric
      guard let learners = indicators.all[index].learners, case .learners(let conditions) = metric.numerator.source,
        case .enrolled = metric.denominator.source, metric.numerator.times == 1, metric.denominator.times == 1,
        conditions.count == 1, let condition = conditions.first,
        let test = Condition(condition, programme.conditionScope, at: metric.place, faults: faults)?.test
      else { return nil }
      let candidate = Candidate(
        title: learners, learners: whole.measured[index].figure.numerator, tests: [test])
      switch condition {
      case .passed(true): return (candidate, nil)
      case .above(let tally, _), .atLeast(let tally, _): return (candidate, tally)
      default: return nil
      }
    }
    let begun = indicators.started.flatMap { index -> Identifier<Tally>? in
      guard case .learners(let conditions) = indicators.all[index].measure.metric.numerator.source else { return nil }
      return conditions.first?.tallies.first
    }
    // Of lines in one tally the lower one holds at least as many.
    let studied = found.filter { $0.1 != nil && $0.1 == begun }.map(\.0).enumerated()
      .sorted { ($1.element.learners, $0.offset) < ($0.element.learners, $1.offset) }.map(\.element)
    return studied + found.filter { $0.1 == nil }.prefix(1).map(\.0)
  }

  /// Who passed and has the total that the award for learners asks for.
  private static func excellent(_ excellence: Excellence, _ whole: Standing, _ programme: Programme) -> Step? {
    let line = excellence.title(decimals: programme.scoring.decimals)
    return Step(title: "合格且\(line)及以上", learners: excellence.passed(in: whole.id))
  }

  /// Whether whoever meets the first tests surely meets the others: the same tally, and a line that is no lower.
  private static func implies(_ tests: [Condition.Test], _ others: [Condition.Test]) -> Bool {
    others.allSatisfy { other in
      tests.contains { test in
        switch (test, other) {
        case (.above(let tally, let line), .above(let same, let lower)),
          (.atLeast(let tally, let line), .atLeast(let same, let lower)),
          (.above(let tally, let line), .atLeast(let same, let lower)):
          tally == same && line >= lower
        case (.atLeast(let tally, let line), .above(let same, let lower)): tally == same && line > lower
        default: test == other
        }
      }
    }
  }

  /// How many learners meet the first tests and not the others.
  private static func count(
    _ database: Database, _ programme: Programme, having tests: [Condition.Test], without others: [Condition.Test]
  ) throws(SQLiteError) -> Int64 {
    let having = tests.map { $0.sql(programme.tallies) }.joined(separator: " AND ")
    let others = others.map { $0.sql(programme.tallies) }.joined(separator: " AND ")
    return try database.integer(
      """
      SELECT count(*) FROM score s LEFT JOIN tally t ON t.enrolment = s.enrolment
      WHERE \(having) AND NOT (\(others)) AND EXISTS (SELECT 1 FROM counted_enrolment e WHERE e.id = s.enrolment)
      """) ?? 0
  }
}

extension Condition.Test {
  /// The test as a condition of SQL that is never NULL; only those that steps consist of.
  fileprivate func sql(_ tallies: [Tally]) -> String {
    switch self {
    case .above(let tally, let line): "coalesce(t.\"\(tallies[tally].id)\" > \(line), 0)"
    case .atLeast(let tally, let line): "coalesce(t.\"\(tallies[tally].id)\" >= \(line), 0)"
    case .passed(let passed): "s.passed = \(passed ? 1 : 0)"
    default: "1"
    }
  }
}
