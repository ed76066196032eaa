package import Programme
package import Scoring

/// The answers to the questions of one scale, added up so that its reliability can be reckoned exactly.
///
/// What is kept are sums and sums of products of every two questions, so that forms may come in any order and in any number.
package struct ScaleAnswers: Hashable, Sendable {
  package let items: Int
  package let missing: MissingAnswers
  /// Forms that count: all of the scale's questions are answered, or for `pairwise` at least one.
  package private(set) var forms: Int64 = 0
  /// Forms that answer some questions and are left out because they do not answer all.
  package private(set) var incomplete: Int64 = 0
  /// For every two questions, the later with the earlier, and each with itself.
  private var pairs: [PairSums]

  package init(items: Int, missing: MissingAnswers) {
    self.items = items
    self.missing = missing
    pairs = Array(repeating: PairSums(), count: items * (items + 1) / 2)
  }

  /// Adds one form: its marks in the order of the questions, nil for no answer. A reverse question's mark must have been turned round.
  package mutating func add(_ marks: [Int64?]) {
    let answered = marks.count { $0 != nil }
    guard answered > 0 else { return }
    guard answered == items || missing == .pairwise else {
      incomplete += 1
      return
    }
    forms += 1
    var place = 0
    for (row, later) in marks.enumerated() {
      for earlier in marks[...row] {
        if let later, let earlier { pairs[place].add(later, earlier) }
        place += 1
      }
    }
  }

  /// Cronbach's alpha, or why there is none; below `minimum` forms it is withheld.
  package func reliability(minimum: Int64 = 2) -> Reliability {
    guard items > 1 else { return .none(.tooFewItems) }
    guard forms >= max(2, minimum), pairs.allSatisfy({ $0.forms > 1 }) else { return .none(.tooFewForms) }
    var (own, whole) = (CovarianceSum(), CovarianceSum())
    var place = 0
    for row in 0..<items {
      for column in 0...row {
        whole.add(pairs[place], times: column == row ? 1 : 2)
        if column == row { own.add(pairs[place], times: 1) }
        place += 1
      }
    }
    // A scale of one number of forms has one denominator throughout, so has its diagonal.
    let isExact = whole.isOfOneNumber
    let (all, single) = (whole.scaled(exactly: isExact), own.scaled(exactly: isExact))
    let alpha = Fraction(Int128(items) * (all.sum - single.sum), over: Int128(items - 1) * all.sum)
    let variances = (Fraction(single.sum, over: single.unit), Fraction(all.sum, over: all.unit))
    guard all.sum > 0, single.sum > 0, let alpha, let items = variances.0, let total = variances.1 else {
      return .none(.noVariance)
    }
    return .alpha(alpha, itemVariance: items, totalVariance: total)
  }
}

/// What the reliability of a scale comes to.
package enum Reliability: Hashable, Sendable {
  /// k/(k−1) · (1 − Σ variances of the questions ÷ variance of their sum), after Cronbach, Psychometrika 16 (1951); variances are those of
  /// a sample, over n−1. It is negative where questions contradict each other.
  case alpha(Fraction, itemVariance: Fraction, totalVariance: Fraction)
  case none(NoAlpha)

  /// Two decimals; nil where there is none.
  package var printed: Printed? {
    if case .alpha(let alpha, _, _) = self { Printed(alpha, decimals: 2) } else { nil }
  }
}

/// Why a scale has no alpha.
package enum NoAlpha: String, Hashable, Sendable, CaseIterable {
  case tooFewItems = "too_few_items"
  case tooFewForms = "too_few_forms"
  /// Everybody's sum is the same, so that nothing varies.
  case noVariance = "no_variance"

  package var wording: Wording {
    switch self {
    case .tooFewItems: Wording("fewer than 2 questions", "不足2题")
    case .tooFewForms: Wording("too few forms", "样本不足")
    case .noVariance: Wording("no variance", "得分无差异")
    }
  }
}

/// The marks of two questions in the forms that answer both.
private struct PairSums: Hashable, Sendable {
  var forms: Int64 = 0
  var first: Int64 = 0
  var second: Int64 = 0
  var products: Int64 = 0

  mutating func add(_ one: Int64, _ other: Int64) {
    forms += 1
    first += one
    second += other
    products += one * other
  }
}

/// A sum of covariances. Those of equally many forms have one denominator and stay exact; where the forms differ in number, as only
/// pairwise deletion lets them, each number's sum is carried to eighteen decimals, sixteen more than are printed.
private struct CovarianceSum {
  /// n·Σxy − Σx·Σy, by n.
  private var numerators: [Int64: Int128] = [:]
  private static let carried = powerOfTen(18)

  mutating func add(_ pair: PairSums, times: Int128) {
    let numerator = Int128(pair.forms) * Int128(pair.products) - Int128(pair.first) * Int128(pair.second)
    numerators[pair.forms, default: 0] += times * numerator
  }

  /// Whether all covariances are of equally many forms.
  var isOfOneNumber: Bool { numerators.count == 1 }

  /// The sum in parts of a unit: exactly over n(n−1), or carried to eighteen decimals.
  func scaled(exactly: Bool) -> (sum: Int128, unit: Int128) {
    if exactly, let (forms, numerator) = numerators.first { return (numerator, Self.denominator(forms)) }
    let sum = numerators.reduce(Int128(0)) { sum, entry in
      let divisor = Self.denominator(entry.key)
      let (whole, rest) = entry.value.quotientAndRemainder(dividingBy: divisor)
      return sum + whole * Self.carried + roundingHalfUp(rest * Self.carried, over: divisor)
    }
    return (sum, Self.carried)
  }

  private static func denominator(_ forms: Int64) -> Int128 { Int128(forms) * Int128(forms - 1) }
}
