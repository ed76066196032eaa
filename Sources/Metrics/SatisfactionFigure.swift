import Scoring

/// The answers to one question, or to several that are pooled: how many chose each step of the scale.
package struct AnswerCounts: Hashable, Sendable {
  /// From the best step to the worst.
  package private(set) var steps: [Int64]
  /// Returned forms without an answer to this question.
  package private(set) var unanswered: Int64 = 0

  package init(steps: Int) {
    self.steps = Array(repeating: 0, count: steps)
  }

  /// Counts that were added up before, from the best step to the worst.
  package init(counts: [Int64]) {
    steps = counts
  }

  /// Adds one returned form; nil, or a step outside the scale, is no answer.
  package mutating func add(step: Int?) {
    guard let step, steps.indices.contains(step) else {
      unanswered += 1
      return
    }
    steps[step] += 1
  }

  /// Pools the answers with others on the same scale.
  package mutating func add(_ other: AnswerCounts) {
    for (step, count) in zip(steps.indices, other.steps) { steps[step] += count }
    unanswered += other.unanswered
  }
}

/// What the answers say: how many are satisfied, with the interval and the mean that go with it.
package struct SatisfactionFigure: Hashable, Sendable {
  package let counts: AnswerCounts
  /// How many of the best steps count as satisfied.
  package let top: Int

  package init(_ counts: AnswerCounts, top: Int) {
    self.counts = counts
    self.top = top
  }

  /// Returned forms, answered or not.
  package var returned: Int64 { valid + counts.unanswered }
  /// Answers on the scale, the n of every figure here.
  package var valid: Int64 { counts.steps.reduce(0, +) }
  package var satisfied: Int64 { counts.steps.prefix(top).reduce(0, +) }

  /// The share of the satisfied (满意率), one decimal.
  package var share: Printed {
    Printed(share: Fraction(Int128(satisfied), over: Int128(valid)), decimals: 1)
  }

  /// The mean on a scale whose best step counts its number of steps and whose worst counts 1, two decimals.
  package var mean: Printed {
    let best = counts.steps.count
    let sum = counts.steps.enumerated().reduce(Int128(0)) { $0 + Int128(best - $1.offset) * Int128($1.element) }
    return Printed(Fraction(sum, over: Int128(valid)), decimals: 2)
  }

  /// The mean where each step counts so much of a hundred, from the best to the worst (百分制折算), two decimals.
  package func weighted(_ weights: [Int]) -> Printed {
    let sum = zip(counts.steps, weights).reduce(Int128(0)) { $0 + Int128($1.0) * Int128($1.1) }
    return Printed(Fraction(sum, over: Int128(valid)), decimals: 2)
  }

  /// Where the share of all who might have answered lies, at 95 %; nil without answers.
  package var interval: WilsonInterval? {
    WilsonInterval(satisfied, of: valid, decimals: 1)
  }

  /// Returned forms of those invited (回收率), one decimal.
  package func returnRate(invited: Int64) -> Printed {
    Printed(share: Fraction(Int128(returned), over: Int128(invited)), decimals: 1)
  }
}
