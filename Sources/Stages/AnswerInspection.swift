import Metrics
import Programme

/// What a check found in one form.
struct AnswerFinding {
  let check: AnswerCheck
  var seconds: Int64?
  var line: StraightLine?
  /// What the form has in common with an earlier one, and where that stands.
  var same: DuplicateKey?
  var earlier: (file: Int64, row: Int64)?
  /// Whether the form is left out because of this.
  var dropsForm = false
}

/// Holds the forms of a wave to the checks of the pipeline file, one after the other in the order in which they came in.
///
/// A form is left out for one reason, the first that leaves forms out. Of forms that repeat each other the first that counts stays; one
/// that is left out already is nobody's original.
struct AnswerInspection {
  private let satisfaction: Satisfaction
  private let isReverse: [Bool]
  private var seen: [String: (file: Int64, row: Int64)] = [:]

  init(_ satisfaction: Satisfaction) {
    self.satisfaction = satisfaction
    isReverse = satisfaction.items.map(\.isReverse)
  }

  mutating func findings(_ form: SurveyForm) -> [AnswerFinding] {
    guard let checks = satisfaction.checks else { return [] }
    var findings: [AnswerFinding] = []
    if let limit = checks.tooFast, let seconds = form.seconds, seconds < limit.seconds {
      findings.append(AnswerFinding(check: .tooFast, seconds: seconds))
    }
    if let limit = checks.straightLine,
      let line = StraightLine(
        form.marks, isReverse: isReverse, steps: satisfaction.scale.count, least: limit.items)
    {
      findings.append(AnswerFinding(check: .straightLine, line: line))
    }
    let isLeftOut = findings.contains { checks.drops($0.check) == true }
    if let by = checks.duplicates?.by, let repeated = repetition(form, by, remembers: !isLeftOut) {
      findings.append(AnswerFinding(check: .duplicate, same: repeated.same, earlier: repeated.earlier))
    }
    if let first = findings.firstIndex(where: { checks.drops($0.check) == true }) { findings[first].dropsForm = true }
    return findings
  }

  /// The earlier form that this one repeats, by the first key that they share.
  private mutating func repetition(
    _ form: SurveyForm, _ keys: [DuplicateKey], remembers: Bool
  ) -> (same: DuplicateKey, earlier: (file: Int64, row: Int64))? {
    let values = keys.compactMap { key in key.value(of: form).map { (key, "\(key.rawValue) \($0)") } }
    for (key, value) in values {
      if let earlier = seen[value] { return (key, earlier) }
    }
    guard remembers else { return nil }
    for (_, value) in values { seen[value] = (form.file, form.row) }
    return nil
  }
}

extension DuplicateKey {
  /// What a form is compared by; nil where it does not say.
  fileprivate func value(of form: SurveyForm) -> String? {
    let answers = form.marks.map(String.init).joined(separator: ",")
    switch self {
    case .person: return form.person
    case .address: return form.address
    case .addressAndAnswers: return form.address.map { "\($0) \(answers)" }
    case .answers: return answers
    }
  }
}
