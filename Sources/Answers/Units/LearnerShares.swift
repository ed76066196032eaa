import Metrics
import Programme
import Scoring
import SQLite
import Store

/// What each learner of a unit adds to its figures.
struct LearnerShares {
  struct Share {
    let code: String
    let name: String
    /// In the order of the measures.
    let figures: [Figure]
  }

  let all: [Share]
}

extension Inquiry {
  /// What the learners of a unit without units below add to its figures, in the order of the rosters.
  func learnerShares(_ unit: Unit) throws -> LearnerShares {
    let learners = try database.rows(
      """
      SELECT e.id, p.code, p.name FROM enrolment e JOIN person p ON p.id = e.person
      WHERE e.unit = ? AND e.id IN (SELECT id FROM counted_enrolment) ORDER BY e.id
      """, .integer(unit.id)
    ) { row throws(SQLiteError) in (id: row.integer(0), code: row.text(1), name: row.text(2)) }
    return LearnerShares(
      all: try learners.map { learner in
        let tallies = try tallies(of: learner.id)
        var figures = folder.blankFigures(units: 1)
        folder.add(tallies.span, scorer.marks(of: tallies), withdrawn: false, to: 0, in: &figures)
        return LearnerShares.Share(
          code: learner.code, name: learner.name, figures: folder.figures(of: 0, in: figures))
      })
  }

  /// Who is counted in a metric and who is not, or what each learner adds; nil where the learners do not make up the figure, as when it
  /// is one of the unit itself.
  func sharesAnswer(_ measure: Measure, at index: Int, _ figure: Figure, _ shares: LearnerShares) -> Answer? {
    let own = shares.all.map { (share: $0, figure: $0.figures[index]) }
    guard !own.isEmpty, own.reduce(0, { $0 + $1.figure.numerator }) == figure.numerator,
      measure.metric.isCount || own.reduce(0, { $0 + $1.figure.denominator }) == figure.denominator
    else { return nil }
    if case .learners = measure.metric.numerator.source { return countedAnswer(own) }
    let isPerLearner =
      switch measure.metric.denominator.source {
      case .enrolled, .one: true
      default: false
      }
    let amounts = own.prefix(shown(50)).map { entry -> Wording in
      let above = amount(of: measure.metric.numerator, entry.figure.numerator)
      let below = amount(of: measure.metric.denominator, entry.figure.denominator)
      return Wording("\(entry.share.name) ") + above + (isPerLearner ? Wording("") : Wording(" ÷ ", "÷") + below)
    }
    let rest = own.count > amounts.count ? Wording(" …", "等\(own.count)人次") : Wording("")
    return Answer(
      "shares", Wording("each learner: ", "各学员：") + amounts.joined(by: Wording(", ", "、")) + rest,
      ["codes": .list(own.map(\.share.code))])
  }

  private func countedAnswer(_ own: [(share: LearnerShares.Share, figure: Figure)]) -> Answer {
    let (counted, left) = (own.filter { $0.figure.numerator > 0 }, own.filter { $0.figure.numerator == 0 })
    func names(_ entries: [(share: LearnerShares.Share, figure: Figure)]) -> Wording {
      let first = entries.prefix(shown(50)).map(\.share.name)
      let rest = entries.count > first.count
      return Wording(
        first.joined(separator: ", ") + (rest ? " …" : ""), first.joined(separator: "、") + (rest ? "等" : ""))
    }
    var text = Wording("counted, \(counted.count): ", "计入分子\(counted.count)人次：") + names(counted)
    if counted.isEmpty { text = Wording("nobody is counted", "无人计入分子") }
    if !left.isEmpty { text = text + Wording("; not counted, \(left.count): ", "；未计入\(left.count)人次：") + names(left) }
    return Answer(
      "shares", text,
      ["counted": .list(counted.map(\.share.code)), "not_counted": .list(left.map(\.share.code))])
  }
}
