import Foundation
import Metrics
import Programme
import Scoring
import TestSupport
import Testing

/// Answers to some questions, one line a form, `-` for none; lines that begin with `#` say where they come from.
private func forms(_ lines: [String], questions: ClosedRange<Int>, reverse: Set<Int> = [], best: Int64 = 6)
  -> [[Int64?]]
{
  lines.filter { !$0.hasPrefix("#") }.map { line in
    let marks = Array(line).map { Int64(String($0)) }
    return questions.map { question in
      marks[question].map { reverse.contains(question) ? best + 1 - $0 : $0 }
    }
  }
}

private func scale(_ forms: [[Int64?]], _ missing: MissingAnswers = .listwise) -> ScaleAnswers {
  var answers = ScaleAnswers(items: forms[0].count, missing: missing)
  for form in forms { answers.add(form) }
  return answers
}

private func published(_ name: String) throws -> [String] {
  let text = try String(contentsOfFile: Repository.path("Tests/MetricsTests/Samples/\(name)"), encoding: .utf8)
  return text.split(separator: "\n").map(String.init)
}

private func exact(_ reliability: Reliability) throws -> Fraction {
  guard case .alpha(let alpha, _, _) = reliability else { throw CocoaError(.featureUnsupported) }
  return alpha
}

/// Revelle, psych: the alphas of the scales of `bfi` that its manual and vignettes print, and the same to six decimals by pingouin.
@Test(arguments: [
  (0...4, [0], MissingAnswers.listwise, "0.70", 703_756, 2709), (0...4, [0], .pairwise, "0.70", 703_018, 2800),
  (5...9, [], .listwise, "0.81", 813_303, 2694), (5...9, [], .pairwise, "0.81", 813_963, 2800),
  // Without turning the reverse question round; psych warns of it and prints 0.43.
  (0...4, [], .pairwise, "0.43", 431_456, 2800),
])
func `the alphas of the bfi data are those that were published`(
  questions: ClosedRange<Int>, reverse: [Int], missing: MissingAnswers, printed: String, millionths: Int64, n: Int
) throws {
  let answers = scale(forms(try published("bfi.txt"), questions: questions, reverse: Set(reverse)), missing)
  let reliability = answers.reliability()
  #expect(reliability.printed?.text == printed)
  #expect(try exact(reliability).rounded(decimals: 6) == millionths)
  #expect(missing == .pairwise ? answers.forms <= Int64(n) && answers.forms > 2790 : answers.forms == Int64(n))
}

/// The data `cronbach_wide_missing` of pingouin, whose documentation prints 0.732660835214447 and, listwise, 0.8016949152542373.
@Test func `the alphas of a test with missing answers are those that were published`() throws {
  let answers = forms(try published("cronbach_wide_missing.txt"), questions: 0...10)
  let pairwise = scale(answers, .pairwise)
  #expect(try exact(pairwise.reliability()).rounded(decimals: 12) == 732_660_835_214)
  #expect(pairwise.forms == 12)
  let listwise = scale(answers)
  // 473/590 exactly.
  #expect(try exact(listwise.reliability()) == Fraction(473, over: 590))
  #expect((listwise.forms, listwise.incomplete) == (9, 3))
}

@Test(
  arguments: [
    ([[1], [2], [3]], "too_few_items"), ([[1, 2]], "too_few_forms"), ([[3, 3], [3, 3], [3, 3]], "no_variance"),
    ([[1, 5], [5, 1], [3, 3]], "no_variance"), ([[1, nil], [nil, 2], [2, nil]], "too_few_forms"),
  ] as [([[Int64?]], String)])
func `where alpha means nothing the reason stands in its place`(forms: [[Int64?]], reason: String) {
  for missing in MissingAnswers.allCases {
    #expect(scale(forms, missing).reliability() == .none(NoAlpha(rawValue: reason) ?? .noVariance))
    #expect(scale(forms, missing).reliability().printed == nil)
  }
}

@Test func `a question that everybody answers alike is a part of the scale that does not vary`() throws {
  // Variances 1, 1 and 0; of the sums 4: 3/2 · (1 − 2/4).
  let reliability = scale([[1, 1, 4], [2, 2, 4], [3, 3, 4]]).reliability()
  #expect(try exact(reliability) == Fraction(3, over: 4))
}

@Test func `questions that contradict each other have a negative alpha`() throws {
  let reliability = scale([[1, 4], [2, 3], [3, 1], [4, 2]]).reliability()
  // 2 · (1 − (10/3) ÷ (2/3)).
  #expect(reliability.printed?.text == "-8.00")
}

@Test func `below the least number of forms alpha is withheld`() {
  let answers = scale([[1, 2], [2, 3], [3, 3], [5, 4]])
  #expect(answers.reliability(minimum: 5) == .none(.tooFewForms))
  #expect(answers.reliability(minimum: 4).printed != nil)
}

/// Variances and covariances as textbooks define them, in floating point, which tests alone may use.
private func reckoned(_ forms: [[Int64?]], _ missing: MissingAnswers) -> Double? {
  let items = forms[0].count
  let counted = missing == .pairwise ? forms : forms.filter { !$0.contains(nil) }
  func covariance(_ one: Int, _ other: Int) -> Double {
    let pairs = counted.compactMap { form -> (Double, Double)? in
      guard let left = form[one], let right = form[other] else { return nil }
      return (Double(left), Double(right))
    }
    let means = (pairs.map(\.0).reduce(0, +) / Double(pairs.count), pairs.map(\.1).reduce(0, +) / Double(pairs.count))
    return pairs.map { ($0.0 - means.0) * ($0.1 - means.1) }.reduce(0, +) / Double(pairs.count - 1)
  }
  var (own, whole) = (0.0, 0.0)
  for one in 0..<items {
    own += covariance(one, one)
    for other in 0..<items { whole += covariance(one, other) }
  }
  guard whole > 1e-9 else { return nil }
  return Double(items) / Double(items - 1) * (1 - own / whole)
}

@Test func `alpha is what the definition gives on random answers, whatever is missing and in whatever order they come`()
  throws
{
  for seed in Cases.seeds(usually: 400) {
    var random = SeededGenerator(seed: seed)
    let items = Int.random(in: 2...7, using: &random)
    let steps = Int64.random(in: 2...7, using: &random)
    let forms = (0..<Int.random(in: 30...80, using: &random)).map { _ in
      let leaning = Int64.random(in: 1...steps, using: &random)
      return (0..<items).map { _ in
        random.oneIn(12) ? nil : random.oneIn(3) ? leaning : Int64.random(in: 1...steps, using: &random)
      }
    }
    for missing in MissingAnswers.allCases {
      let reliability = scale(forms, missing).reliability()
      #expect(reliability == scale(forms.reversed(), missing).reliability(), "SEED=\(seed)")
      guard let expected = reckoned(forms, missing), abs(expected) < 1000 else { continue }
      let found = Double(try exact(reliability).rounded(decimals: 9)) / 1e9
      #expect(abs(found - expected) < 1e-6 * max(1, abs(expected)), "SEED=\(seed)")
    }
  }
}

@Test func `twenty thousand forms of thirty questions that go all one way or all the other stay within the arithmetic`()
  throws
{
  var answers = ScaleAnswers(items: 30, missing: .listwise)
  let (low, high) = ([Int64?](repeating: 1, count: 30), [Int64?](repeating: 5, count: 30))
  for number in 0..<20_000 { answers.add(number % 2 == 0 ? low : high) }
  #expect(try exact(answers.reliability()) == Fraction(1))
}
