import Testing
import TestSupport

/// The county's summer training, rule by rule, against figures that were worked out by hand.
struct SummerTests {
  /// All cases are learners of one run, which is shared and changed by none.
  private static let run = Result {
    try WrittenNight(
      of: SummerExports.programme, SummerExports.night, files: SummerExports(learners: SummerCase.table).files)
  }

  @Test(arguments: SummerCase.table.indices)
  func `a learner has the points that the clause gives`(number: Int) throws {
    let learner = SummerCase.table[number]
    let night = try Self.run.get()
    let found = try night.lines(
      """
      SELECT group_concat(points, ' ') FROM (
        SELECT s.points FROM component_score s JOIN component c ON c.id = s.component
        WHERE s.person = '\(SummerExports.code(number))' ORDER BY c.position)
      """)
    #expect(found.first.map { "\($0) " }?.isEmpty == false, "\(night.outcome.errors)")
    let total = try night.lines(
      "SELECT total, passed FROM learner_score WHERE person = '\(SummerExports.code(number))'")
    #expect(found + total == [String(learner.points.dropLast(6)), ""], "\(learner)")
  }
}
